package org.tongcai.compiler.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.bundle.RuleDefinition.ReferenceKind;
import org.tongcai.compiler.spec.Json;

/** The other documents of one rule, for one document type: section 5 of the rules' page. One use. */
final class References {
    static final String DOCUMENT_REFERENCE = "DocumentReference";
    private static final Set<String> MEMBERS = Set.of("to", "type", "from", "of", "where", "optional");

    private final Scope scope;
    private final Schema schema;
    private final String documentType;
    private final Map<String, RuleDefinition.Reference> references = new LinkedHashMap<>();
    private final List<Expression> expressions = new ArrayList<>();

    /**
     * An expression of a reference, for the checks that come when {@code when} is known.
     *
     * @param text where it stands
     * @param expr what it is
     * @param codes of the field that it is compared with; null for none
     */
    record Expression(Json.Text text, Expr expr, @Nullable Codes codes) {
        /** Whether it leads to another document: where it leads nowhere there is none, which is no fault. */
        boolean leads() {
            return RuleType.innermost(expr.type()).equals(DOCUMENT_REFERENCE);
        }
    }

    References(Scope scope, String documentType) {
        this.scope = scope;
        this.schema = scope.schema();
        this.documentType = documentType;
    }

    /** Reads them and makes them nameable. */
    void read(Json.Obj refs) {
        refs.members().forEach((name, value) -> {
            if (!(value instanceof Json.Obj source) || !Forms.NAME.matcher(name).matches()) {
                fault(refs, name, name, "应为对象，名称为小驼峰", "should be an object with a lower camel case name");
                return;
            }
            for (String member : source.members().keySet()) {
                if (!MEMBERS.contains(member)) {
                    scope.faults().add(RuleCheck.MEMBER, source.placeOf(member), member);
                }
            }
            RuleDefinition.Reference reference =
                    source.has("to") ? to(name, source) : source.has("from") ? from(name, source) : where(name, source);
            if (reference == null) {
                scope.faulty(name);
            } else {
                references.put(name, reference);
                String root = String.valueOf(schema.root(reference.type()));
                scope.reference(name, reference.many() ? RuleType.list(root) : root);
            }
        });
    }

    List<RuleDefinition.Reference> all() {
        return List.copyOf(references.values());
    }

    List<Expression> expressions() {
        return expressions;
    }

    private RuleDefinition.@Nullable Reference to(String name, Json.Obj source) {
        String type = type(name, source);
        if (type == null || !only(name, source, Set.of("to", "type", "optional"))) {
            return null;
        }
        Expr expr = source.get("to") instanceof Json.Text text ? expression(text, null) : null;
        if (expr == null) {
            return null;
        }
        if (!RuleType.element(expr.type()).equals(DOCUMENT_REFERENCE)) {
            fault(
                    source,
                    "to",
                    name,
                    "to 应为单据引用或其列表，实为 " + expr.type(),
                    "to should be a DocumentReference or a list of them, is " + expr.type());
            return null;
        }
        Set<String> meant = refersTo(expr);
        if (!meant.isEmpty() && !meant.contains(type)) {
            fault(
                    source,
                    "type",
                    name,
                    "该字段引用 " + meant + "，不引用 " + type,
                    "the field names " + meant + ", not " + type);
        }
        return new RuleDefinition.Reference(
                name,
                ReferenceKind.TO,
                type,
                RuleType.isList(expr.type()),
                source.flag("optional"),
                ExprTree.of(expr),
                List.of(),
                null,
                List.of());
    }

    private Set<String> refersTo(Expr expr) {
        if (expr instanceof Expr.Field field) {
            Schema.Field declared = schema.field(field.struct(), field.name());
            return declared == null ? Set.of() : declared.refersTo();
        } else if (expr instanceof Expr.Macro macro) {
            return refersTo(macro.kind().equals("map") ? macro.body() : macro.range());
        }
        return Set.of();
    }

    private RuleDefinition.@Nullable Reference from(String name, Json.Obj source) {
        if (!only(name, source, Set.of("from", "of", "type"))) {
            return null;
        }
        List<String> path = Arrays.asList(source.text("from", "").split("[.]", -1));
        String type = path.get(0);
        String root = schema.root(type);
        List<Schema.Field> fields = root == null ? null : schema.path(root, path.subList(1, path.size()));
        if (fields == null
                || fields.isEmpty()
                || !RuleType.innermost(fields.get(fields.size() - 1).type()).equals(DOCUMENT_REFERENCE)) {
            fault(
                    source,
                    "from",
                    name,
                    "from 应为“单据类型.字段路径”，指向单据引用",
                    "from should be <document type>.<path of fields> to a DocumentReference");
            return null;
        }
        if (!source.text("type", type).equals(type)) {
            fault(source, "type", name, "type 与 from 不一致", "type differs from that in from");
        }
        Object of = null;
        String named = documentType;
        if (source.has("of")) {
            Expr expr = source.get("of") instanceof Json.Text text ? scope.check(text, null) : null;
            RuleDefinition.Reference other = expr instanceof Expr.Reference reference && !reference.test()
                    ? references.get(reference.name())
                    : null;
            if (other == null || other.many()) {
                fault(source, "of", name, "of 应为前面的单个引用，如 refs.x", "of should be an earlier single reference, refs.x");
                return null;
            }
            of = List.of("ref", other.name());
            named = other.type();
            expressions.add(new Expression((Json.Text) source.members().get("of"), expr, null));
        }
        Set<String> meant = fields.get(fields.size() - 1).refersTo();
        if (!meant.isEmpty() && !meant.contains(named)) {
            fault(
                    source,
                    "from",
                    name,
                    "该字段引用 " + meant + "，不引用 " + named,
                    "the field names " + meant + ", not " + named);
        }
        return new RuleDefinition.Reference(
                name, ReferenceKind.FROM, type, true, false, null, path.subList(1, path.size()), of, List.of());
    }

    private RuleDefinition.@Nullable Reference where(String name, Json.Obj source) {
        String type = type(name, source);
        if (type == null || !only(name, source, Set.of("type", "where"))) {
            return null;
        }
        Json.Obj where = source.obj("where");
        if (where.members().isEmpty()) {
            fault(source, "type", name, "应有 to、from 或 where", "one of to, from and where is needed");
            return null;
        }
        List<RuleDefinition.Match> matches = new ArrayList<>();
        where.members().forEach((path, value) -> {
            List<String> names = List.of(path.split("[.]", -1));
            List<Schema.Field> fields = schema.path(String.valueOf(schema.root(type)), names);
            String wanted = fields == null
                    ? ""
                    : RuleType.innermost(fields.get(fields.size() - 1).type());
            if (!RuleType.isScalar(wanted)) {
                fault(where, path, name, "没有字段 " + path, "there is no such field: " + path);
                return;
            }
            Codes codes = fields.get(fields.size() - 1).codes();
            Expr expr = value instanceof Json.Text text ? expression(text, codes) : null;
            if (expr != null && !expr.type().equals(wanted)) {
                fault(
                        where,
                        path,
                        name,
                        path + " 的类型为 " + wanted + "，不是 " + expr.type(),
                        path + " is of type " + wanted + ", not " + expr.type());
            } else if (expr != null) {
                matches.add(new RuleDefinition.Match(names, ExprTree.of(expr)));
            }
        });
        return new RuleDefinition.Reference(
                name, ReferenceKind.WHERE, type, true, false, null, List.of(), null, matches);
    }

    private @Nullable Expr expression(Json.Text text, @Nullable Codes codes) {
        Expr expr = scope.check(text, null);
        if (expr != null) {
            expressions.add(new Expression(text, expr, codes));
        }
        return expr;
    }

    private @Nullable String type(String name, Json.Obj source) {
        String type = source.text("type", "");
        if (schema.root(type) == null) {
            scope.faults().add(RuleCheck.DOCUMENT_TYPE, source.placeOf("type"), type.isEmpty() ? name : type);
            return null;
        }
        return type;
    }

    private boolean only(String name, Json.Obj source, Set<String> members) {
        if (members.containsAll(source.members().keySet())) {
            return true;
        }
        fault(
                source,
                source.members().keySet().iterator().next(),
                name,
                "成员不能同时出现：" + source.members().keySet(),
                "these members do not go together: " + source.members().keySet());
        return false;
    }

    private void fault(Json.Obj source, String member, String name, String zh, String en) {
        scope.faults().add(RuleCheck.REFERENCE, source.placeOf(member), name, zh, en);
    }
}
