package org.tongcai.compiler.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.compiler.CelCompiler;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tongcai.compiler.spec.Spec;

/** CEL's own trees of rule expressions, checked as the compiler checks them, and the fields of the types: what an oracle starts from. */
public final class CheckedTrees {
    private final Schema schema;
    private final Map<Map<String, Map<String, String>>, CelCompiler> compilers = new HashMap<>();

    public CheckedTrees(Spec spec) {
        this.schema = new Schema(spec);
    }

    /** The root type of a document type. */
    public String root(String documentType) {
        return String.valueOf(schema.root(documentType));
    }

    /** Field → type, as compiled rules write types. */
    public Map<String, String> fields(String type) {
        Map<String, String> fields = new HashMap<>();
        schema.fields(type).forEach((name, field) -> {
            if (!field.conflict()) {
                fields.put(name, field.type());
            }
        });
        return fields;
    }

    /** The types for a runtime that wants to know them. */
    public CelTypeProvider types() {
        return new StructTypes(schema, Map.of());
    }

    /** An expression, checked. */
    public CelAbstractSyntaxTree check(
            String expression,
            Map<String, String> variables,
            Map<String, String> references,
            Map<String, String> parameters,
            Map<String, String> limits) {
        CelCompiler compiler = compilers.computeIfAbsent(
                Map.of("v", variables, "refs", references, "param", parameters, "limit", limits), key -> {
                    Map<String, String> all = new HashMap<>(variables);
                    Map<String, Map<String, String>> structs = new HashMap<>();
                    key.forEach((name, fields) -> {
                        if (!name.equals("v") && !fields.isEmpty()) {
                            all.put(name, "$" + name);
                            structs.put("$" + name, fields);
                        }
                    });
                    return Language.environment(new StructTypes(schema, structs), all);
                });
        CelValidationResult result = compiler.compile(expression);
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw new IllegalArgumentException(expression + "\n" + e.getMessage(), e);
        }
    }

    /** The form that the bundle has of a checked expression; null where the language does not have it. */
    public Object compiled(CelAbstractSyntaxTree tree, Set<String> names) {
        try {
            return ExprTree.of(new ExprBuilder(tree, names).build());
        } catch (ExprBuilder.Refusal refusal) {
            return null;
        }
    }
}
