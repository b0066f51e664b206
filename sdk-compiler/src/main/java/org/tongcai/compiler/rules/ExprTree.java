package org.tongcai.compiler.rules;

import java.util.ArrayList;
import java.util.List;

/** Expressions as the bundle writes them: nested lists, texts, whole numbers and truth values. */
final class ExprTree {
    private ExprTree() {}

    static Object of(Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            return literal.value();
        } else if (expr instanceof Expr.Variable variable) {
            return List.of("v", variable.name());
        } else if (expr instanceof Expr.Field field) {
            return List.of(field.test() ? "has" : ".", of(field.operand()), field.struct(), field.name());
        } else if (expr instanceof Expr.Reference reference) {
            return List.of(reference.test() ? "hasref" : "ref", reference.name());
        } else if (expr instanceof Expr.Parameter parameter) {
            return List.of("param", parameter.name());
        } else if (expr instanceof Expr.Limit limit) {
            return List.of("limit", limit.id());
        } else if (expr instanceof Expr.Exact exact) {
            return List.of(exact.type().equals(RuleType.DATE) ? "T" : "D", exact.text());
        } else if (expr instanceof Expr.Items items) {
            return node("[]", items.items());
        } else if (expr instanceof Expr.Logic logic) {
            return node(logic.operator(), logic.operands());
        } else if (expr instanceof Expr.Call call) {
            return node(call.function().id(), call.arguments());
        }
        Expr.Macro macro = (Expr.Macro) expr;
        return List.of(macro.kind(), macro.variable(), of(macro.range()), of(macro.body()));
    }

    private static List<Object> node(String head, List<Expr> operands) {
        List<Object> node = new ArrayList<>();
        node.add(head);
        operands.forEach(operand -> node.add(of(operand)));
        return List.copyOf(node);
    }
}
