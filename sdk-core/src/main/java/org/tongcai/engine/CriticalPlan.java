package org.tongcai.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;

/**
 * What an extension says of itself: whether it is critical, and whether its namespace is that of a profile that is loaded. Who does not
 * know a critical extension must not process the document. Immutable.
 *
 * @param name place of the member with its name
 * @param namespace place of the member with the namespace
 * @param critical place of the member that says whether it is critical
 * @param known fact: the namespace is that of a loaded profile
 * @param set fact: it is critical
 */
record CriticalPlan(int name, int namespace, int critical, int known, int set) {
    private static final String TYPE = "Extension";
    private static final String NAME = "name";
    private static final String NAMESPACE = "namespace";
    private static final String CRITICAL = "critical";

    /** Null where the type is not that of extensions, or has other members. */
    static @Nullable CriticalPlan of(TypeDefinition definition, Names names, int facts) {
        int name = names.words().indexOf(NAME);
        int namespace = names.words().indexOf(NAMESPACE);
        int critical = names.words().indexOf(CRITICAL);
        return definition.name().equals(TYPE)
                        && name >= 0
                        && namespace >= 0
                        && critical >= 0
                        && definition.properties().get(name).node() instanceof Node.Text
                        && definition.properties().get(namespace).node() instanceof Node.Text
                        && definition.properties().get(critical).node() instanceof Node.Flag
                ? new CriticalPlan(name, namespace, critical, facts, facts + 1)
                : null;
    }

    /** What is asked of the values: member → question. */
    Map<String, ConditionPlan.Question> questions(List<Manifest.ProfileEntry> loaded) {
        return Map.of(
                NAMESPACE,
                new ConditionPlan.Question(
                        known, loaded.stream().map(Manifest.ProfileEntry::id).toList()),
                CRITICAL,
                new ConditionPlan.Question(set, List.of("true")));
    }
}
