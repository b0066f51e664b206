package org.tongcai.engine;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.Severity;

/** What only XML can get wrong: the root element, its namespace, attributes. Reports into a run, whose path must be complete. */
final class XmlReports {
    private static final String NAMESPACES = "https://tongcai.org/ns/";

    private final Run run;
    private final String namespace;
    /** Local name of the root element; null where there is none yet. */
    private @Nullable String rootElement;
    /** Whether the root is in the namespace of the edition. */
    private boolean ours;

    XmlReports(Run run) {
        this.run = run;
        namespace = namespace(run.manifest().edition());
    }

    /** The namespace of an edition. */
    static String namespace(String edition) {
        return NAMESPACES + edition;
    }

    void begin() {
        rootElement = null;
    }

    /** The XPaths of places in the document, which is read with {@code plan}; null where its type is not known. */
    XmlPaths paths(@Nullable Plan plan) {
        return new XmlPaths(plan, rootElement, ours);
    }

    /** Reports a root that is not what it should be. */
    void root(int position, String uri, String local, Wanted wanted) {
        rootElement = local;
        ours = uri.equals(namespace);
        if (!ours && run.keeps(Check.NAMESPACE)) {
            String found = Plan.cut(uri);
            run.add(
                    Check.NAMESPACE,
                    Severity.ERROR,
                    position,
                    found,
                    run.own(null),
                    Plan.both(found),
                    Plan.both(namespace));
        }
        String type = wanted instanceof ObjectPlan plan ? plan.definition().documentType() : null;
        if (type != null && !type.equals(local) && run.keeps(Check.ROOT_ELEMENT)) {
            String found = Plan.cut(local);
            run.add(
                    Check.ROOT_ELEMENT,
                    Severity.ERROR,
                    position,
                    found,
                    run.own(null),
                    Plan.both(found),
                    Plan.both(type));
        }
    }

    /** Reports the attributes that the value now to be read must not have. Where nobody judges the value, nobody judges them. */
    void attributes(byte[] in, XmlTag tag, Wanted wanted, XmlEvents events) {
        if (!(wanted instanceof Plan)) {
            return;
        }
        for (int i = 0; i < tag.count; i++) {
            boolean right = switch (tag.kind[i]) {
                case XmlTag.STRANGE -> false;
                case XmlTag.TYPE ->
                    wanted instanceof UnionPlan
                            || wanted instanceof ObjectPlan plan
                                    && events.isType(plan.definition().name());
                case XmlTag.NIL -> events.isFlag(i);
                default -> true;
            };
            if (!right) {
                attribute(
                        new String(in, tag.at[i], tag.to[i] - tag.at[i], StandardCharsets.UTF_8),
                        tag.at[i] - events.start);
            }
        }
    }

    private void attribute(String name, int position) {
        if (run.keeps(Check.UNKNOWN)) {
            Bilingual shown = Plan.both("@" + Plan.cut(name));
            run.findings.add(
                    Check.UNKNOWN,
                    Severity.ERROR,
                    run.pointer() + "/@" + Run.escaped(name),
                    run.titleOf(shown),
                    position,
                    null,
                    run.own(null),
                    shown,
                    Bilingual.EMPTY);
        }
    }
}
