package org.tongcai.compiler.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCodeList;
import org.tongcai.rule.Function;

/** Codes and list ids that an expression names exist: what is compared with a coded field is one of its codes. Not thread-safe. */
final class CodeUse {
    private static final Codes SIZES = Codes.of("LARGE", "MEDIUM", "SMALL", "MICRO");
    private static final String INDUSTRIES = "sme-industry";

    private final Scope scope;
    private final Known known;
    private final Map<String, @Nullable Codes> variables = new HashMap<>();

    /** The codes of the lists and the groups of wordings of a spec, looked up once. */
    static final class Known {
        private final Spec spec;
        private final Set<String> wordings;
        private final Map<String, Set<String>> codes = new HashMap<>();

        Known(Spec spec, Set<String> wordings) {
            this.spec = spec;
            this.wordings = Set.copyOf(wordings);
        }

        boolean isList(String id) {
            return spec.codeLists().containsKey(id);
        }

        boolean isCode(String list, String code) {
            return codes.computeIfAbsent(list, id -> {
                        Set<String> all = new HashSet<>();
                        SpecCodeList found = spec.codeLists().get(id);
                        if (found != null) {
                            found.list().entries().forEach(entry -> all.add(entry.code()));
                        }
                        return all;
                    })
                    .contains(code);
        }
    }

    CodeUse(Scope scope, Known known) {
        this.scope = scope;
        this.known = known;
    }

    /** Makes known what codes a variable holds. */
    void variable(String name, @Nullable Codes codes) {
        variables.put(name, codes);
    }

    /** The codes of which the value, or each of its elements, is one; null where it is no code. Reports what the expression gets wrong. */
    @Nullable
    Codes check(Json.Text text, Expr expr) {
        if (expr instanceof Expr.Variable variable) {
            return variables.get(variable.name());
        } else if (expr instanceof Expr.Field field) {
            check(text, field.operand());
            Schema.Field declared = scope.schema().field(field.struct(), field.name());
            return declared == null || field.test() ? null : declared.codes();
        } else if (expr instanceof Expr.Items items) {
            items.items().forEach(item -> check(text, item));
        } else if (expr instanceof Expr.Logic logic) {
            Codes last = null;
            for (Expr operand : logic.operands()) {
                last = check(text, operand);
            }
            if (logic.operator().equals("?")) {
                Codes first = check(text, logic.operands().get(1));
                return first == null || last == null ? null : first.or(last);
            }
        } else if (expr instanceof Expr.Macro macro) {
            Codes range = check(text, macro.range());
            Codes outer = variables.put(macro.variable(), range);
            Codes body = check(text, macro.body());
            variables.put(macro.variable(), outer);
            return switch (macro.kind()) {
                case "filter" -> range;
                case "map" -> body;
                default -> null;
            };
        } else if (expr instanceof Expr.Call call) {
            return call(text, call);
        }
        return null;
    }

    /** Like {@link #check}, for a value that is compared with one of these codes. */
    void check(Json.Text text, Expr expr, @Nullable Codes compared) {
        check(text, expr);
        literals(text, expr, compared);
    }

    private @Nullable Codes call(Json.Text text, Expr.Call call) {
        List<Expr> arguments = call.arguments();
        List<@Nullable Codes> codes = new java.util.ArrayList<>();
        arguments.forEach(argument -> codes.add(check(text, argument)));
        switch (call.function()) {
            case EQ, NE, IN, SUBSET -> {
                literals(text, arguments.get(0), codes.get(1));
                literals(text, arguments.get(1), codes.get(0));
            }
            case IN_LIST, IS_LEAF, NAME_OF -> list(text, call);
            case WITHIN -> {
                Codes list = list(text, call);
                literals(text, arguments.get(2), list);
            }
            case ENTERPRISE_SIZE -> {
                if (known.isList(INDUSTRIES)) {
                    literals(text, arguments.get(0), Codes.list(INDUSTRIES));
                }
                return SIZES;
            }
            case WORDING -> wording(text, arguments.get(1));
            case INDEX, ADD_LIST -> {
                return codes.get(0);
            }
            default -> {
                // nothing to do with codes
            }
        }
        return null;
    }

    private @Nullable Codes list(Json.Text text, Expr.Call call) {
        Expr id = call.arguments().get(1);
        if (id instanceof Expr.Literal literal && known.isList(literal.value().toString())) {
            Codes list = Codes.list(literal.value().toString());
            if (call.function() != Function.IN_LIST) {
                literals(text, call.arguments().get(0), list);
            }
            return list;
        }
        Object shown = id instanceof Expr.Literal literal ? literal.value() : "…";
        scope.faults()
                .add(
                        RuleCheck.CODE_LIST,
                        scope.place(text, id.at()),
                        call.function().symbol(),
                        shown);
        return null;
    }

    private void wording(Json.Text text, Expr group) {
        Object id = group instanceof Expr.Literal literal ? literal.value() : "…";
        if (!known.wordings.contains(id.toString())) {
            scope.faults().add(RuleCheck.WORDING_UNKNOWN, scope.place(text, group.at()), id);
        }
    }

    private void literals(Json.Text text, Expr expr, @Nullable Codes codes) {
        if (codes == null) {
            return;
        }
        if (expr instanceof Expr.Items items) {
            items.items().forEach(item -> literals(text, item, codes));
        } else if (expr instanceof Expr.Logic logic && logic.operator().equals("?")) {
            literals(text, logic.operands().get(1), codes);
            literals(text, logic.operands().get(2), codes);
        } else if (expr instanceof Expr.Literal literal && literal.value() instanceof String code) {
            boolean found = codes.constants().contains(code)
                    || codes.lists().stream().anyMatch(list -> known.isCode(list, code));
            if (!found) {
                scope.faults().add(RuleCheck.CODE, scope.place(text, literal.at()), code, codes.shown());
            }
        }
    }
}
