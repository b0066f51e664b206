package org.tongcai.compiler.lint;

import java.util.List;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCodeList;
import org.tongcai.compiler.spec.SpecCondition;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/** Whether conditions can mean something: their names exist, their values can occur, their obligations do not contradict. */
final class ConditionCheck {
    private final Spec spec;
    private final Findings findings;

    ConditionCheck(Spec spec, Findings findings) {
        this.spec = spec;
        this.findings = findings;
    }

    void check(SpecType type) {
        for (SpecCondition condition : type.conditions()) {
            Json.Obj source = condition.source();
            tests(type, source.obj("if"), condition.tests());
            obligation(type, source.obj("then"), condition.then());
            obligation(type, source.obj("else"), condition.otherwise());
        }
    }

    private void tests(SpecType type, Json.Obj source, List<TypeDefinition.Test> tests) {
        Json.Obj tested = source.obj("properties");
        for (String name : tested.members().keySet()) {
            if (!source.texts("required").contains(name)) {
                findings.add(LintCheck.CONDITION_TEST, tested.placeOf(name), name);
            }
        }
        for (TypeDefinition.Test test : tests) {
            SpecProperty property = type.property(test.property());
            if (property == null) {
                findings.add(LintCheck.CONDITION_PROPERTY, source.placeOf("required"), test.property());
                continue;
            }
            Json.Obj node = tested.obj(test.property());
            for (Json value : values(node)) {
                if (!isPossible(property.node(), value)) {
                    String shown = value instanceof Json.Text text ? text.value() : value.kind();
                    findings.add(LintCheck.CONDITION_VALUE, value.place(), test.property(), shown);
                }
            }
        }
    }

    private static List<Json> values(Json.Obj test) {
        Json constant = test.get("const");
        return constant == null ? test.items("enum") : List.of(constant);
    }

    private boolean isPossible(Node node, Json value) {
        if (node instanceof Node.Flag) {
            return value instanceof Json.Flag;
        }
        if (!(node instanceof Node.Text text) || !(value instanceof Json.Text given)) {
            return false;
        }
        if (text.constant() != null) {
            return text.constant().equals(given.value());
        }
        if (text.codeList() == null
                || text.binding() == Node.Binding.PREFERRED
                || !spec.codeLists().containsKey(text.codeList())) {
            return true;
        }
        return isCode(spec, text.codeList(), given.value())
                || (text.binding() == Node.Binding.EXTENSIBLE && given.value().startsWith("x-"));
    }

    private void obligation(SpecType type, Json.Obj source, TypeDefinition.Obligation obligation) {
        for (String name : obligation.required()) {
            if (type.property(name) == null) {
                findings.add(LintCheck.CONDITION_PROPERTY, source.placeOf("required"), name);
            }
        }
        Json.Obj forbidden = source.obj("properties");
        for (String name : obligation.forbidden()) {
            SpecProperty property = type.property(name);
            if (property == null) {
                findings.add(LintCheck.CONDITION_PROPERTY, forbidden.placeOf(name), name);
            } else if (property.required() || obligation.required().contains(name)) {
                findings.add(LintCheck.CONDITION_CONTRADICTION, forbidden.placeOf(name), name);
            }
        }
    }

    static boolean isCode(Spec spec, String list, String code) {
        SpecCodeList found = spec.codeLists().get(list);
        return found != null
                && found.list().entries().stream()
                        .anyMatch(entry -> entry.code().equals(code));
    }
}
