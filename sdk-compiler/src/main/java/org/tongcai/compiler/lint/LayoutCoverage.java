package org.tongcai.compiler.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/** Whether a layout prints every field that the schemas place in a section of the official layout. */
final class LayoutCoverage {
    private final Spec spec;
    private final Findings findings;
    private final Json.Obj layout;
    private final Set<String> printed;
    private final Set<String> excused = new HashSet<>();

    LayoutCoverage(Spec spec, Findings findings, Json.Obj layout, Set<String> printed) {
        this.spec = spec;
        this.findings = findings;
        this.layout = layout;
        this.printed = printed;
    }

    void check(SpecType document) {
        members(document, "", new ArrayList<>(List.of(document.name())));
        Json.Obj exceptions = layout.obj("notPrinted");
        for (String path : exceptions.members().keySet()) {
            if (!excused.contains(path)) {
                findings.add(LintCheck.LAYOUT_UNUSED, exceptions.placeOf(path), path);
            }
        }
    }

    private void members(SpecType type, String trail, List<String> open) {
        for (SpecProperty property : type.properties()) {
            if (property.section() != null) {
                String path = trail + "/" + property.name() + (property.node() instanceof Node.Sequence ? "/*" : "");
                property(property, path, open);
            }
        }
    }

    private void property(SpecProperty property, String path, List<String> open) {
        List<SpecType> types = LayoutScope.objects(property.element(), spec);
        boolean goesOn =
                types.stream().flatMap(type -> type.properties().stream()).anyMatch(member -> member.section() != null);
        boolean shown = printed.stream().anyMatch(trail -> trail.equals(path) || trail.startsWith(path + "/"));
        if (!shown) {
            if (layout.obj("notPrinted").has(path)) {
                excused.add(path);
            } else {
                findings.add(
                        LintCheck.LAYOUT_UNPRINTED, layout.placeOf("body"), path, String.valueOf(property.section()));
            }
            return;
        }
        if (goesOn) {
            for (SpecType type : types) {
                if (!open.contains(type.name())) {
                    open.add(type.name());
                    members(type, path, open);
                    open.remove(type.name());
                }
            }
        }
    }

    static void unused(Findings findings, Json.Obj named, Set<String> used) {
        for (Map.Entry<String, Json> entry : named.members().entrySet()) {
            if (!used.contains(entry.getKey())) {
                findings.add(LintCheck.LAYOUT_UNUSED, named.placeOf(entry.getKey()), entry.getKey());
            }
        }
    }
}
