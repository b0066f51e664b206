package org.tongcai.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.RuleDefinition;

/** A rule, ready to judge documents of one type. Immutable and thread-safe. */
final class CompiledRule {
    static final Bilingual NO_RESOLVER = new Bilingual("没有提供其他单据", "no other documents were given");

    final RuleDefinition definition;
    private final Tables tables;
    private final long from;
    private final long to;
    private final Range[] each;
    private final Reference[] references;
    private final @Nullable Expr on;
    private final Expr.@Nullable Test when;
    private final Expr.Test assertion;
    private final Template message;
    private final Template fix;
    private final @Nullable Place target;
    private final int variables;

    CompiledRule(
            RuleDefinition definition,
            Expressions expressions,
            Fields fields,
            Identity identity,
            Tables tables,
            String struct) {
        this.definition = definition;
        this.tables = tables;
        this.from = Tables.day(definition.from(), Long.MIN_VALUE);
        this.to = Tables.day(definition.to(), Long.MAX_VALUE);
        try {
            Scope scope = Expressions.scope(struct);
            definition.parameters().forEach((name, parameter) -> scope.parameter(name, parameter(parameter)));
            Map<String, Place.Element> elements = new HashMap<>();
            this.each = each(expressions, scope, elements);
            this.on = definition.on() == null
                    ? null
                    : expressions.compile(definition.on(), scope).expr();
            this.when = definition.when() == null
                    ? null
                    : expressions.compile(definition.when(), scope).test();
            List<Reference> found = new ArrayList<>();
            for (RuleDefinition.Reference reference : definition.refs()) {
                found.add(new Reference(
                        reference, expressions, fields, identity, scope, elements, tables.title(reference.type())));
            }
            this.references = found.toArray(new Reference[0]);
            lets(expressions, scope);
            this.assertion = expressions.compile(definition.assertion(), scope).test();
            this.message = new Template(definition.message(), scope);
            this.fix = new Template(definition.fix(), scope);
            this.target = Place.of(definition.target(), elements);
            this.variables = scope.variables();
        } catch (IllegalArgumentException | BundleException e) {
            throw new BundleException("rule " + definition.id() + ": " + e.getMessage(), e);
        }
    }

    private static Typed parameter(RuleDefinition.Parameter parameter) {
        return parameter.type().equals("int")
                ? new Typed(Expr.Constant.whole(Long.parseLong(parameter.value())), Type.INT)
                : Expressions.decimal(parameter.value());
    }

    private Range[] each(Expressions expressions, Scope scope, Map<String, Place.Element> elements) {
        List<Range> ranges = new ArrayList<>();
        for (RuleDefinition.Each item : definition.each()) {
            Typed list = expressions.compile(item.range(), scope);
            Type type = list.type().items();
            int variable = scope.claim();
            ranges.add(new Range(list.expr(), type, variable));
            Place.Element element = Place.element(item.range(), expressions, scope, elements, variable);
            if (element != null) {
                elements.put(item.name(), element);
            }
            scope.name(item.name(), new Typed(Variable.of(variable, type), type));
        }
        return ranges.toArray(new Range[0]);
    }

    private void lets(Expressions expressions, Scope scope) {
        int number = 0;
        for (RuleDefinition.Let let : definition.let()) {
            Typed value = expressions.compile(let.expr(), scope);
            String codes = let.codeList();
            Type type = codes == null ? value.type() : value.type().withCodes(codes);
            scope.name(let.name(), Let.of(value, scope.claim(), number++, type));
        }
    }

    int variables() {
        return variables;
    }

    /** Judges the document of the frame by the law of a day, unless the rule itself says of which. */
    void judge(Judgement judgement, long day, Sink sink) {
        boolean ownDay = on != null && !judgement.isDayGiven();
        if (!ownDay && (day < from || day > to)) {
            return;
        }
        judgement.frame.day = day;
        judgement.clearReasons();
        if (each.length == 0) {
            judgeOne(judgement, ownDay, sink);
        } else {
            judgeEach(0, judgement, ownDay, sink);
        }
        if (judgement.undetermined != null) {
            sink.undetermined(definition, judgement.undetermined);
        }
        if (judgement.skipped != null) {
            sink.skipped(definition, judgement.skipped);
        }
    }

    private void judgeEach(int depth, Judgement judgement, boolean ownDay, Sink sink) {
        if (depth == each.length) {
            judgeOne(judgement, ownDay, sink);
            return;
        }
        Frame f = judgement.frame;
        Range range = each[depth];
        int kept = -1;
        try {
            int at = range.openIfThere(f);
            Object list = f.side;
            if (list instanceof Items items) {
                list = Lists.kept(items);
                kept = f.keepTexts();
            }
            for (; at >= 0; at = range.next(list, at)) {
                if (bound(range, list, at, judgement)) {
                    judgeEach(depth + 1, judgement, ownDay, sink);
                }
            }
        } catch (Undetermined e) {
            judgement.undetermined(e.reason());
        } finally {
            if (kept >= 0) {
                f.unkeepTexts(kept);
            }
        }
    }

    private static boolean bound(Range range, @Nullable Object list, int at, Judgement judgement) {
        try {
            range.bind(list, at, judgement.frame);
            return true;
        } catch (Undetermined e) {
            judgement.undetermined(e.reason());
            return false;
        }
    }

    private void judgeOne(Judgement judgement, boolean ownDay, Sink sink) {
        Frame f = judgement.frame;
        f.start();
        try {
            if (ownDay && on != null) {
                f.day = on.eval(f);
                if (f.day < from || f.day > to) {
                    return;
                }
            }
            if (when != null && !when.test(f)) {
                return;
            }
            if (references.length > 0 && !resolved(judgement, sink)) {
                return;
            }
            if (!assertion.test(f)) {
                sink.fails(
                        definition,
                        target == null ? "" : target.pointer(f),
                        message.fill(f, tables),
                        fix.fill(f, tables));
            } else {
                sink.holds(definition);
            }
        } catch (Undetermined e) {
            judgement.undetermined(e.reason());
        } catch (UnansweredException e) {
            judgement.undetermined(e.reason());
        }
    }

    private boolean resolved(Judgement judgement, Sink sink) {
        Resolver resolver = judgement.resolver();
        for (Reference reference : references) {
            Bilingual missing = resolver == null ? NO_RESOLVER : reference.look(judgement, resolver, sink);
            if (missing != null) {
                judgement.skipped(missing);
                return false;
            }
        }
        return true;
    }
}
