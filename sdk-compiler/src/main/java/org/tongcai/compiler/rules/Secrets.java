package org.tongcai.compiler.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows what comes from personal and secret fields: it must not be printed. Not thread-safe. */
final class Secrets {
    private final Schema schema;
    private final Set<String> secret = new HashSet<>();

    Secrets(Schema schema) {
        this.schema = schema;
    }

    /** Makes known whether a name stands for something secret. */
    void variable(String name, boolean isSecret) {
        if (isSecret) {
            secret.add(name);
        } else {
            secret.remove(name);
        }
    }

    boolean isSecret(String name) {
        return secret.contains(name);
    }

    /** Whether the value gives away what a secret field holds; that something is so, or how many there are, gives nothing away. */
    boolean isSecret(Expr expr) {
        if (expr.type().equals(RuleType.BOOL)) {
            return false;
        } else if (expr instanceof Expr.Variable variable) {
            return secret.contains(variable.name());
        } else if (expr instanceof Expr.Field field) {
            Schema.Field declared = schema.field(field.struct(), field.name());
            return declared != null && declared.sensitive() || isSecret(field.operand());
        } else if (expr instanceof Expr.Items items) {
            return any(items.items());
        } else if (expr instanceof Expr.Logic logic) {
            return any(logic.operands()); // of ?: alone, whose condition is a truth value
        } else if (expr instanceof Expr.Call call) {
            return switch (call.function()) {
                case SIZE_LIST, SIZE_STRING, WORDING -> false;
                default -> any(call.arguments());
            };
        } else if (expr instanceof Expr.Macro macro) {
            boolean range = isSecret(macro.range());
            if (!macro.kind().equals("map")) {
                return range;
            }
            boolean outer = secret.contains(macro.variable());
            variable(macro.variable(), range);
            boolean body = isSecret(macro.body());
            variable(macro.variable(), outer);
            return body;
        }
        return false;
    }

    private boolean any(List<Expr> exprs) {
        return exprs.stream().anyMatch(this::isSecret);
    }
}
