package org.tongcai.compiler.rules;

import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Place;

/**
 * What the expressions of one rule may name, for one document type, and the checker that knows it. Grows while the rule is read. Not
 * thread-safe.
 */
final class Scope {
    static final String DOCUMENT = "doc";
    static final String DAY = "day";
    static final String REFERENCES = "refs";
    static final String PARAMETERS = "param";
    static final String LIMITS = "limit";

    /** Begins names of types that no expression can name. */
    private static final String STRUCT = "$";

    /** Names that nothing else may have. */
    static final Set<String> RESERVED = Set.of(DOCUMENT, DAY, REFERENCES, PARAMETERS, LIMITS);

    private final Schema schema;
    private final SourceText text;
    private final Faults faults;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, String> references = new LinkedHashMap<>();
    private final Map<String, String> parameters;
    private final Map<String, String> limits;
    private final Set<String> faulty = new HashSet<>();
    private boolean failed;
    private @Nullable CelCompiler environment;

    Scope(Schema schema, SourceText text, Faults faults, Map<String, String> parameters, Map<String, String> limits) {
        this.schema = schema;
        this.text = text;
        this.faults = faults;
        this.parameters = parameters;
        this.limits = limits;
        if (!parameters.isEmpty()) {
            variables.put(PARAMETERS, STRUCT + PARAMETERS);
        }
        if (!limits.isEmpty()) {
            variables.put(LIMITS, STRUCT + LIMITS);
        }
    }

    void variable(String name, String type) {
        variables.put(name, type);
        environment = null;
    }

    /** Makes known that a name stands for something faulty: that it is not there is no fault of its own. */
    void faulty(String name) {
        faulty.add(name);
        failed = true;
    }

    /** Whether an expression was not sound. */
    boolean hasFailed() {
        return failed;
    }

    void reference(String name, String type) {
        references.put(name, type);
        variables.put(REFERENCES, STRUCT + REFERENCES);
        environment = null;
    }

    /** Makes the references nameless, or nameable again: {@code when} must not mention them. */
    void showReferences(boolean shown) {
        if (shown && !references.isEmpty()) {
            variables.put(REFERENCES, STRUCT + REFERENCES);
        } else {
            variables.remove(REFERENCES);
        }
        environment = null;
    }

    Map<String, String> references() {
        return references;
    }

    /** Where a code point of an expression stands. */
    Place place(Json.Text expression, int at) {
        return text.within(expression, at);
    }

    Faults faults() {
        return faults;
    }

    Schema schema() {
        return schema;
    }

    /**
     * Checks an expression.
     *
     * @param type the type that it must have; null for any
     * @return null where it is not sound; the faults say why
     */
    @Nullable
    Expr check(Json.Text expression, @Nullable String type) {
        Expr expr = compile(expression, type);
        failed |= expr == null;
        return expr;
    }

    private @Nullable Expr compile(Json.Text expression, @Nullable String type) {
        CelCompiler compiler = environment;
        if (compiler == null) {
            StructTypes types = new StructTypes(
                    schema,
                    Map.of(STRUCT + REFERENCES, references, STRUCT + PARAMETERS, parameters, STRUCT + LIMITS, limits));
            compiler = Language.environment(types, variables);
            environment = compiler;
        }
        CelValidationResult result = compiler.compile(expression.value());
        if (result.hasError()) {
            for (CelIssue issue : result.getErrors()) {
                report(expression, result, issue);
            }
            return null;
        }
        try {
            Expr expr = new ExprBuilder(result.getAst(), variables.keySet()).build();
            if (type != null && !expr.type().equals(type)) {
                faults.add(RuleCheck.EXPRESSION_TYPE, place(expression, 0), type, expr.type());
                return null;
            }
            return expr;
        } catch (ExprBuilder.Refusal refusal) {
            faults.add(refusal.check, place(expression, refusal.at), refusal.figures);
        } catch (CelValidationException e) {
            faults.add(RuleCheck.EXPRESSION, place(expression, 0), e.getMessage(), e.getMessage());
        }
        return null;
    }

    private void report(Json.Text expression, CelValidationResult result, CelIssue issue) {
        int at = Math.max(
                0, result.getSource().getPositionsMap().getOrDefault(issue.getExprId(), column(result, issue)));
        CheckerMessage message = CheckerMessage.of(issue.getMessage());
        if (faulty.contains(message.missing())) {
            return;
        }
        faults.add(RuleCheck.EXPRESSION, place(expression, at), message.zh(), message.en());
    }

    private static int column(CelValidationResult result, CelIssue issue) {
        List<Integer> lines = result.getSource().getLineOffsets();
        int line = issue.getSourceLocation().getLine();
        int before = line >= 2 && line - 2 < lines.size() ? lines.get(line - 2) : 0;
        return before + issue.getSourceLocation().getColumn();
    }
}
