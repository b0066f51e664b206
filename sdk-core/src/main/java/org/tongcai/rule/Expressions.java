package org.tongcai.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tongcai.bundle.BundleException;
import org.tongcai.rule.Type.Kind;

/** Compiles expressions from their form in the bundle, arrays whose first item is a word, to {@link Expr}. */
final class Expressions {
    /** The document that is judged. Compared by identity: a path from here needs no variable. */
    private static final Expr DOCUMENT = f -> {
        f.side = f.document;
        return 0;
    };

    private static final Expr DAY = f -> f.day;

    private final Fields fields;
    private final Tables tables;
    private final Functions functions;

    Expressions(Fields fields, Tables tables) {
        this.fields = fields;
        this.tables = tables;
        this.functions = new Functions(tables);
    }

    /** Names for a rule on documents of a type: {@code doc} and {@code day}. */
    static Scope scope(String struct) {
        Scope scope = new Scope();
        scope.name("doc", new Typed(DOCUMENT, Type.object(struct)));
        scope.name("day", new Typed(DAY, Type.DATE));
        return scope;
    }

    /**
     * Compiles an expression.
     *
     * @throws BundleException if it is malformed or does not fit the types
     */
    Typed compile(Object json, Scope scope) {
        try {
            return typed(json, scope);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | java.time.DateTimeException | Undetermined e) {
            throw new BundleException("a rule cannot be read: " + e.getMessage() + " in " + json, e);
        }
    }

    private Typed typed(Object json, Scope scope) {
        if (json instanceof Number number) {
            return new Typed(Expr.Constant.whole(number.longValue()), Type.INT);
        } else if (json instanceof Boolean flag) {
            return new Typed(new Expr.Flag(flag), Type.BOOL);
        } else if (json instanceof String text) {
            return new Typed(Expr.Constant.text(text), Type.STRING);
        } else if (json instanceof List<?> list) {
            return node(list, scope);
        }
        throw new IllegalArgumentException("no expression");
    }

    private Typed node(List<?> json, Scope scope) {
        String word = text(json, 0);
        return switch (word) {
            case "v" -> scope.name(text(json, 1));
            case "ref" -> scope.name(reference(text(json, 1)));
            case "hasref" -> found(scope.name(reference(text(json, 1))));
            case "param" -> scope.parameter(text(json, 1));
            case "limit" -> tables.limit(text(json, 1));
            case "D" -> decimal(text(json, 1));
            case "T" ->
                new Typed(Expr.Constant.whole(LocalDate.parse(text(json, 1)).toEpochDay()), Type.DATE);
            case "." -> select(json, scope);
            case "has" -> {
                Path path = path(json, scope);
                yield new Typed((Expr.Test) path::has, Type.BOOL);
            }
            case "[]" -> list(json, scope);
            case "&&" -> new Typed(Logic.and(test(json, 1, scope), test(json, 2, scope)), Type.BOOL);
            case "||" -> new Typed(Logic.or(test(json, 1, scope), test(json, 2, scope)), Type.BOOL);
            case "!" -> new Typed(Logic.not(test(json, 1, scope)), Type.BOOL);
            case "?" -> {
                Typed yes = typed(json.get(2), scope);
                Typed no = typed(json.get(3), scope);
                yield new Typed(
                        Logic.choose(test(json, 1, scope), yes.expr(), no.expr()), common(yes.type(), no.type()));
            }
            case "all", "exists", "exists_one", "filter", "map" -> macro(word, json, scope);
            default -> call(word, json, scope);
        };
    }

    /** The name of a reference among the names of a scope. */
    static String reference(String name) {
        return "refs." + name;
    }

    private static Typed found(Typed reference) {
        if (reference.expr() instanceof Variable variable) {
            return new Typed((Expr.Test) variable::isThere, Type.BOOL);
        }
        throw new IllegalArgumentException("no reference");
    }

    static Typed decimal(String text) {
        return new Typed(Expr.Constant.decimal(text), Type.DECIMAL);
    }

    private Expr.Test test(List<?> json, int at, Scope scope) {
        return typed(json.get(at), scope).test();
    }

    private static Type common(Type a, Type b) {
        return a.is(Kind.LIST) && a.items().is(Kind.NOTHING) ? b : a;
    }

    private Typed select(List<?> json, Scope scope) {
        Path path = path(json, scope);
        return new Typed(path.expr(), path.type());
    }

    /** Fuses a chain of selections. */
    private Path path(List<?> json, Scope scope) {
        List<Fields.Field> chain = new ArrayList<>();
        Object at = json;
        String name = "";
        while (at instanceof List<?> step && (step == json || step.get(0).equals("."))) {
            chain.add(fields.field(text(step, 2), text(step, 3)));
            at = step.get(1);
        }
        if (at instanceof List<?> start && start.size() == 2) {
            name = (start.get(0).equals("ref") ? "refs." : "") + start.get(1);
        }
        Collections.reverse(chain);
        Typed base = typed(at, scope);
        if (!base.type().is(Kind.OBJECT)) {
            throw new IllegalArgumentException("fields of " + base.type());
        }
        return new Path(base.expr() == DOCUMENT ? null : base.expr(), name, chain);
    }

    private Typed list(List<?> json, Scope scope) {
        List<Typed> items = new ArrayList<>();
        for (Object item : json.subList(1, json.size())) {
            items.add(typed(item, scope));
        }
        Expr[] values = items.stream().map(Typed::expr).toArray(Expr[]::new);
        Type type = Type.list(items.isEmpty() ? Type.NOTHING : items.get(0).type());
        Expr list = Lists.literal(values);
        boolean constant = items.stream().allMatch(item -> item.expr() instanceof Expr.Constant);
        if (constant) {
            Frame f = new Frame();
            list.eval(f);
            return new Typed(new Expr.Constant(0, f.side), type);
        }
        return new Typed(list, type);
    }

    private Typed macro(String word, List<?> json, Scope scope) {
        Typed range = typed(json.get(2), scope);
        Type item = range.type().items();
        int variable = scope.claim();
        Typed body = typed(json.get(3), scope.with(text(json, 1), new Typed(Variable.of(variable, item), item)));
        Macros macros = new Macros(new Range(range.expr(), item, variable));
        return switch (word) {
            case "all" -> new Typed(macros.all(body.test()), Type.BOOL);
            case "exists" -> new Typed(macros.exists(body.test()), Type.BOOL);
            case "exists_one" -> new Typed(macros.existsOne(body.test()), Type.BOOL);
            case "filter" -> new Typed(macros.filter(body.test()), range.type());
            default -> new Typed(macros.map(body.expr(), body.type()), Type.list(body.type()));
        };
    }

    private Typed call(String id, List<?> json, Scope scope) {
        Function function = Functions.byId(id);
        if (function == null) {
            throw new IllegalArgumentException("unknown function: " + id);
        }
        List<Typed> arguments = new ArrayList<>();
        for (Object argument : json.subList(1, json.size())) {
            arguments.add(typed(argument, scope));
        }
        return functions.call(function, arguments);
    }

    private static String text(List<?> json, int at) {
        if (json.get(at) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a word is expected at " + at);
    }
}
