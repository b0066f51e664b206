package org.tongcai.compiler.lint;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCodeList;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/** What a type says, held against the rest of the spec: references, required names, patterns, notations, code lists, citations. */
final class TypeCheck {
    private final Spec spec;
    private final Findings findings;
    private final NotationCheck notations;
    private final Map<String, String> listsByClass = new HashMap<>();

    TypeCheck(Spec spec, Findings findings) {
        this.spec = spec;
        this.findings = findings;
        this.notations = new NotationCheck(spec, findings);
        spec.codeLists().keySet().forEach(id -> listsByClass.put(SpecCodeList.className(id), id));
    }

    void check(SpecType type) {
        Json.Obj source = type.source();
        if (!Words.TYPE_NAME.matcher(type.name()).matches()) {
            findings.add(LintCheck.TYPE_NAME, source.place(), type.name());
        }
        String list = listsByClass.get(type.name());
        if (list != null) {
            findings.add(LintCheck.TYPE_LIST_NAME, source.place(), list);
        }
        if (!type.domain().equals("common") && !Words.DOMAINS.contains(type.domain())) {
            findings.add(LintCheck.TYPE_FOLDER, source.place(), type.domain());
        }
        required(type);
        citations(source);
        references(type, source.items("oneOf"));
        Map<String, String> folded = new HashMap<>();
        for (SpecProperty property : type.properties()) {
            String other = folded.putIfAbsent(property.name().toLowerCase(Locale.ROOT), property.name());
            if (other != null) {
                findings.add(LintCheck.PROPERTY_CASE, property.place(), other);
            }
            property(type, property);
        }
        for (Json condition : source.items("allOf")) {
            if (condition instanceof Json.Obj object) {
                citations(object);
            }
        }
    }

    private void required(SpecType type) {
        Json.Obj source = type.source();
        for (String name : source.texts("required")) {
            if (type.property(name) == null) {
                findings.add(LintCheck.REQUIRED_UNKNOWN, source.placeOf("required"), name);
            }
        }
        Json.Obj dependencies = source.obj("dependentRequired");
        type.dependentRequired().forEach((name, brought) -> {
            if (type.property(name) == null) {
                findings.add(LintCheck.REQUIRED_UNKNOWN, dependencies.placeOf(name), name);
            }
            for (String other : brought) {
                if (type.property(other) == null) {
                    findings.add(LintCheck.REQUIRED_UNKNOWN, dependencies.placeOf(name), other);
                }
            }
        });
    }

    private void property(SpecType type, SpecProperty property) {
        Json.Obj source = property.source();
        citations(source);
        notations.check(property);
        node(type, source);
        if (source.get("items") instanceof Json.Obj items) {
            node(type, items);
        }
        if (property.element() instanceof Node.Reference && source.has("x-sensitivity")) {
            boolean masked = property.sensitivity().compareTo(Node.Sensitivity.PERSONAL) >= 0;
            if (masked) {
                findings.add(LintCheck.SENSITIVITY, source.placeOf("x-sensitivity"));
            }
        }
    }

    private void node(SpecType type, Json.Obj node) {
        if (node.has("$ref")) {
            references(type, List.of(node));
        }
        String pattern = node.text("pattern");
        if (pattern != null) {
            try {
                PatternSubset.parse(pattern);
            } catch (PatternSubset.Fault e) {
                findings.add(LintCheck.PATTERN, node.placeOf("pattern"), e.zh(), e.en());
            }
        }
        String list = node.obj("x-codeList").text("id");
        if (list != null) {
            if (!spec.codeLists().containsKey(list)) {
                findings.add(LintCheck.CODE_LIST_UNKNOWN, node.obj("x-codeList").placeOf("id"), list);
            } else if (node.text("const") != null && !ConditionCheck.isCode(spec, list, node.text("const", ""))) {
                findings.add(LintCheck.CODE_CONST, node.placeOf("const"), node.text("const", ""), list);
            }
        }
    }

    private void references(SpecType type, List<Json> nodes) {
        for (Json node : nodes) {
            String reference = node instanceof Json.Obj object ? object.text("$ref", "") : "";
            if (!Words.REFERENCE.matcher(reference).matches()) {
                continue; // the keyword check has said so
            }
            Path target = Path.of(type.file()).resolveSibling(reference).normalize();
            String name = reference.substring(reference.lastIndexOf('/') + 1).replace(".schema.json", "");
            SpecType found = spec.types().get(name);
            if (found == null || !Path.of(found.file()).equals(target)) {
                findings.add(LintCheck.REF_UNRESOLVED, ((Json.Obj) node).placeOf("$ref"), reference);
            }
        }
    }

    private void citations(Json.Obj source) {
        for (Json item : source.items("x-source")) {
            if (item instanceof Json.Text text && spec.citation(text.value()) == null) {
                findings.add(LintCheck.CITATION, text.place(), text.value());
            }
        }
    }

    /** A type is finite when all types that it cannot do without are; what never becomes finite runs in a circle. */
    void checkCycles() {
        Set<String> finite = new HashSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (SpecType type : spec.types().values()) {
                grown |= isFinite(type, finite) && finite.add(type.name());
            }
        }
        for (SpecType type : spec.types().values()) {
            if (!finite.contains(type.name())) {
                findings.add(LintCheck.REF_CYCLE, type.source().place(), type.name());
            }
        }
    }

    private boolean isFinite(SpecType type, Set<String> finite) {
        if (type.isUnion()) {
            return type.branches().stream().anyMatch(branch -> isFinite(branch, finite));
        }
        return type.properties().stream()
                .filter(SpecProperty::required)
                .allMatch(property -> !(property.element() instanceof Node.Reference reference)
                        || isFinite(reference.type(), finite));
    }

    /** A name without a file is another finding. */
    private boolean isFinite(String name, Set<String> finite) {
        return finite.contains(name) || !spec.types().containsKey(name);
    }

    /** Types that no document reaches are published for nothing. */
    void checkUse() {
        Set<String> used = new HashSet<>();
        spec.documentTypes().forEach(type -> reach(type.name(), used));
        for (SpecType type : spec.types().values()) {
            if (!used.contains(type.name())) {
                findings.add(LintCheck.TYPE_UNUSED, type.source().place(), type.name());
            }
        }
    }

    private void reach(String name, Set<String> used) {
        SpecType type = spec.types().get(name);
        if (type == null || !used.add(name)) {
            return;
        }
        type.branches().forEach(branch -> reach(branch, used));
        for (SpecProperty property : type.properties()) {
            if (property.element() instanceof Node.Reference reference) {
                reach(reference.type(), used);
            }
        }
    }
}
