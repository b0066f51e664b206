package org.tongcai.compiler.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongcai.bundle.RuleIndex;
import org.tongcai.compiler.spec.SpecProfile;

/** Which restrictions of a profile no case proves: each needs a document that it rejects, and one that it lets pass. */
public final class ProfileProof {
    /** Says where a restriction comes from; restricts nothing. */
    private static final Set<String> NO_RESTRICTION = Set.of("x-source", "source", "confidence");

    private ProfileProof() {}

    /**
     * The names of the restrictions that lack a case, such as {@code types.Order.required.plan}; those of rules are checked when rules are
     * compiled.
     *
     * @param profile the directory of the profile
     * @param core the rules of what the profile builds on
     */
    public static List<String> missing(Path profile, RuleIndex core) throws IOException {
        Set<String> failing = new HashSet<>();
        Set<String> passing = new HashSet<>();
        for (ProfileCase each : ProfileCase.read(profile)) {
            (each.finding() == null ? passing : failing).add(each.proves());
        }
        List<String> missing = new ArrayList<>();
        for (String restriction : restrictions(profile, core)) {
            if (!failing.contains(restriction) || !passing.contains(restriction)) {
                missing.add(restriction);
            }
        }
        return missing;
    }

    /** The names of all restrictions of the profile itself, in the order written. */
    public static List<String> restrictions(Path profile, RuleIndex core) throws IOException {
        JsonNode source = new ObjectMapper().readTree(Files.readAllBytes(profile.resolve(SpecProfile.FILE)));
        List<String> names = new ArrayList<>();
        source.path("types").fields().forEachRemaining(type -> {
            String name = "types." + type.getKey();
            for (String list : List.of("required", "forbidden")) {
                type.getValue().path(list).forEach(item -> names.add(name + "." + list + "." + item.asText()));
            }
            type.getValue()
                    .path("properties")
                    .fields()
                    .forEachRemaining(property ->
                            keywords(name + ".properties." + property.getKey(), property.getValue(), names));
        });
        source.path("codeLists").fieldNames().forEachRemaining(list -> names.add("codeLists." + list));
        source.path("limits").fieldNames().forEachRemaining(limit -> names.add("limits." + limit));
        source.path("rules").fields().forEachRemaining(rule -> {
            String name = "rules." + rule.getKey();
            rule.getValue()
                    .path("parameters")
                    .fieldNames()
                    .forEachRemaining(parameter -> names.add(name + ".parameters." + parameter));
            if (rule.getValue().has("severity")
                    && !isSeverity(
                            core,
                            rule.getKey(),
                            rule.getValue().path("severity").asText())) {
                names.add(name + ".severity");
            }
        });
        return names;
    }

    private static void keywords(String name, JsonNode property, List<String> names) {
        property.fields().forEachRemaining(keyword -> {
            if (keyword.getKey().equals("items")) {
                keywords(name + ".items", keyword.getValue(), names);
            } else if (!NO_RESTRICTION.contains(keyword.getKey())) {
                names.add(name + "." + keyword.getKey());
            }
        });
    }

    private static boolean isSeverity(RuleIndex core, String id, String severity) {
        return core.rules().stream()
                .anyMatch(rule -> rule.id().equals(id) && rule.severity().name().equalsIgnoreCase(severity));
    }
}
