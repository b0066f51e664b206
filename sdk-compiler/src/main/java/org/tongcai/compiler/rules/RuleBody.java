package org.tongcai.compiler.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.compiler.spec.Json;

/** The expressions of one rule, checked for one document type. One use. Not thread-safe. */
final class RuleBody {
    private final RuleHead head;
    private final Json.Obj source;
    private final Scope scope;
    private final Faults faults;
    private final Schema schema;
    private final CodeUse codes;
    private final Secrets secrets;
    private final References references;
    private final Guards guards;
    private final String documentType;
    private final Map<String, String> each = new LinkedHashMap<>();
    private final Map<String, String> lets = new LinkedHashMap<>();
    private final List<Expr> all = new ArrayList<>();
    private Set<String> known = new HashSet<>();

    /**
     * @param limits types by id
     */
    RuleBody(
            RuleHead head,
            String documentType,
            Schema schema,
            SourceText text,
            CodeUse.Known codes,
            Map<String, String> limits,
            Faults faults) {
        this.head = head;
        this.source = head.source();
        this.faults = faults;
        this.schema = schema;
        this.documentType = documentType;
        Map<String, String> parameters = new LinkedHashMap<>();
        head.parameters().forEach((name, parameter) -> parameters.put(name, parameter.type()));
        this.scope = new Scope(schema, text, faults, parameters, limits);
        this.codes = new CodeUse(scope, codes);
        this.secrets = new Secrets(schema);
        this.references = new References(scope, documentType);
        Set<String> optional = new TreeSet<>();
        source.obj("refs").members().forEach((name, value) -> {
            if (value instanceof Json.Obj reference && reference.flag("optional")) {
                optional.add(name);
            }
        });
        this.guards = new Guards(scope, optional);
        scope.variable(Scope.DOCUMENT, String.valueOf(schema.root(documentType)));
    }

    /** All expressions that were sound, to learn what they read. */
    List<Expr> expressions() {
        return all;
    }

    /** Checks the rule; what it returns is complete only where the faults have not grown. */
    RuleDefinition check(RuleDefinition.@Nullable Example example) {
        Expr on = expression("on", RuleType.DATE);
        scope.variable(Scope.DAY, RuleType.DATE);
        references.read(source.obj("refs"));
        List<RuleDefinition.Each> ranges = each();
        scope.showReferences(false);
        Expr when = expression("when", RuleType.BOOL);
        scope.showReferences(true);
        if (when != null) {
            guard("when", when);
            known.addAll(guards.implied(when, true));
        }
        if (on != null) {
            guard("on", on);
        }
        for (References.Expression reference : references.expressions()) {
            Set<String> path = new HashSet<>(known);
            if (reference.leads()) {
                path.addAll(guards.spine(reference.expr()));
            }
            guards.check(reference.text(), reference.expr(), path);
            codes.check(reference.text(), reference.expr(), reference.codes());
            all.add(reference.expr());
        }
        List<RuleDefinition.Let> let = let();
        Expr assertion = expression("assert", RuleType.BOOL);
        if (assertion != null) {
            guard("assert", assertion);
        }
        List<String> target = target();
        Placeholders placeholders = new Placeholders(head, lets, secrets, faults);
        placeholders.check();
        if (!scope.hasFailed()) {
            unused(placeholders.used(), target);
        }
        return new RuleDefinition(
                head.id(),
                head.title(),
                head.stage(),
                head.severity(),
                head.confidence(),
                ranges,
                references.all(),
                head.parameters(),
                on == null ? null : ExprTree.of(on),
                when == null ? null : ExprTree.of(when),
                let,
                assertion == null ? Boolean.TRUE : ExprTree.of(assertion),
                target,
                head.message(),
                head.fix(),
                head.citations(),
                head.from(),
                head.to(),
                head.replacedBy(),
                example);
    }

    private @Nullable Expr expression(String member, String type) {
        Json.Text text = text(source, member);
        Expr expr = text == null ? null : scope.check(text, type);
        if (expr != null) {
            codes.check(text, expr);
            all.add(expr);
        }
        return expr;
    }

    private Json.@Nullable Text text(Json.Obj object, String member) {
        Json value = object.get(member);
        if (value instanceof Json.Text text) {
            return text;
        }
        if (value != null) {
            faults.add(RuleCheck.VALUE, object.placeOf(member), member, "表达式（文本）", "an expression (a text)");
        }
        return null;
    }

    private void guard(String member, Expr expr) {
        guards.check((Json.Text) source.members().get(member), expr, known);
    }

    private List<RuleDefinition.Each> each() {
        List<RuleDefinition.Each> ranges = new ArrayList<>();
        Json.Obj written = source.obj("each");
        scope.showReferences(false);
        for (String name : written.members().keySet()) {
            Json.Text text = text(written, name);
            Expr range = text == null ? null : scope.check(text, null);
            if (range == null) {
                scope.faulty(name);
                continue;
            }
            if (!RuleType.isList(range.type())) {
                faults.add(RuleCheck.EXPRESSION_TYPE, scope.place(text, 0), "list", range.type());
                scope.faulty(name);
                continue;
            }
            known.addAll(guards.spine(range));
            guards.check(text, range, known);
            all.add(range);
            String type = RuleType.element(range.type());
            name(written, name);
            each.put(name, type);
            scope.variable(name, type);
            codes.variable(name, codes.check(text, range));
            secrets.variable(name, secrets.isSecret(range));
            ranges.add(new RuleDefinition.Each(name, type, ExprTree.of(range)));
        }
        return ranges;
    }

    private List<RuleDefinition.Let> let() {
        List<RuleDefinition.Let> let = new ArrayList<>();
        Json.Obj written = source.obj("let");
        for (String name : written.members().keySet()) {
            Json.Text text = text(written, name);
            Expr expr = text == null ? null : scope.check(text, null);
            if (expr == null) {
                scope.faulty(name);
                continue;
            }
            guards.check(text, expr, known);
            all.add(expr);
            name(written, name);
            Codes held = codes.check(text, expr);
            guards.let(name, expr);
            codes.variable(name, held);
            secrets.variable(name, secrets.isSecret(expr));
            scope.variable(name, expr.type());
            lets.put(name, expr.type());
            let.add(new RuleDefinition.Let(name, expr.type(), ExprTree.of(expr), codeList(held)));
        }
        return let;
    }

    private static @Nullable String codeList(@Nullable Codes codes) {
        return codes != null && codes.lists().size() == 1 && codes.constants().isEmpty()
                ? codes.lists().iterator().next()
                : null;
    }

    private void name(Json.Obj written, String name) {
        if (!Forms.NAME.matcher(name).matches()
                || Scope.RESERVED.contains(name)
                || each.containsKey(name)
                || lets.containsKey(name)) {
            faults.add(RuleCheck.NAME, written.placeOf(name), name);
        }
    }

    private List<String> target() {
        String written = source.text("target", "");
        List<String> path = List.of(written.split("[.]", -1));
        String type = path.get(0).equals(Scope.DOCUMENT) ? schema.root(documentType) : each.get(path.get(0));
        List<Schema.Field> fields = type == null || !written.matches("[a-zA-Z.]*")
                ? null
                : path.size() == 1 ? List.of() : schema.path(type, path.subList(1, path.size()));
        boolean sound = fields != null
                && fields.stream()
                        .limit(Math.max(0, fields.size() - 1))
                        .noneMatch(field -> RuleType.isList(field.type()));
        if (!sound && source.has("target")) {
            faults.add(RuleCheck.TARGET, source.placeOf("target"), written);
        }
        return path;
    }

    /** Says what nobody reads. */
    private void unused(Set<String> printed, List<String> target) {
        Set<String> used = new TreeSet<>(printed);
        used.add(target.get(0));
        for (Expr expr : all) {
            expr.visit(part -> {
                if (part instanceof Expr.Variable variable) {
                    used.add(variable.name());
                } else if (part instanceof Expr.Parameter parameter) {
                    used.add("param." + parameter.name());
                } else if (part instanceof Expr.Reference reference) {
                    used.add("refs." + reference.name());
                }
            });
        }
        unused("let", "", used);
        unused("each", "", used);
        unused("parameters", "param.", used);
        unused("refs", "refs.", used);
    }

    private void unused(String member, String prefix, Set<String> used) {
        Json.Obj names = source.obj(member);
        for (String name : names.members().keySet()) {
            if (!used.contains(prefix + name)) {
                faults.add(RuleCheck.UNUSED, names.placeOf(name), prefix + name);
            }
        }
    }
}
