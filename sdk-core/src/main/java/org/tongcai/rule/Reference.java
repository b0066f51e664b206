package org.tongcai.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.rule.Type.Kind;

/** Other documents that a rule reads, looked up into a variable. Immutable. */
final class Reference {
    private final RuleDefinition.Reference definition;
    private final Identity identity;
    private final int variable;
    private final Bilingual title;
    /** Of {@code to}: the reference, or a list of them. */
    private final @Nullable Typed target;

    private final @Nullable Place place;
    private final int typeSlot;
    private final int idSlot;
    private final int platformSlot;
    /** Of {@code from}: the document referred to; null for the one that is judged. */
    private final @Nullable Expr of;
    /** Of {@code where}. */
    private final List<Typed> values;

    private final List<List<String>> paths;
    /** How the fields are read of the document that is judged, where it is of the type looked for. */
    private final List<FieldWalk> walks;

    /** Raised where a document is not there; carries the reason. */
    private static final class NotThere extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Bilingual reason;

        NotThere(Bilingual reason) {
            super(null, null, false, false);
            this.reason = reason;
        }
    }

    Reference(
            RuleDefinition.Reference definition,
            Expressions expressions,
            Fields fields,
            Identity identity,
            Scope scope,
            Map<String, Place.Element> elements,
            Bilingual title) {
        this.definition = definition;
        this.identity = identity;
        this.title = title;
        boolean from = definition.kind() == RuleDefinition.ReferenceKind.FROM;
        this.walks = (from
                        ? List.of(definition.path())
                        : definition.fields().stream()
                                .map(RuleDefinition.Match::path)
                                .toList())
                .stream()
                        .map(path -> new FieldWalk(fields, identity.struct(definition.type()), path, from))
                        .toList();
        Object expr = definition.expr();
        this.target = expr == null ? null : expressions.compile(expr, scope);
        this.place = expr == null ? null : Place.of(expr, elements);
        this.of = definition.of() == null
                ? null
                : expressions.compile(definition.of(), scope).expr();
        this.values = definition.fields().stream()
                .map(match -> expressions.compile(match.expr(), scope))
                .toList();
        this.paths =
                definition.fields().stream().map(RuleDefinition.Match::path).toList();
        String struct = target == null ? null : struct(target.type());
        this.typeSlot = slot(fields, struct, "documentType");
        this.idSlot = slot(fields, struct, "documentId");
        this.platformSlot = slot(fields, struct, "platformCode");
        if (target != null && (typeSlot < 0 || idSlot < 0)) {
            throw new IllegalArgumentException("the reference " + definition.name() + " is not noted");
        }
        this.variable = scope.claim();
        Type one = Type.object(identity.struct(definition.type()));
        Type type = definition.many() ? Type.list(one) : one;
        scope.name(Expressions.reference(definition.name()), new Typed(Variable.of(variable, type), type));
    }

    private static @Nullable String struct(Type type) {
        return type.is(Kind.LIST) ? type.items().struct() : type.struct();
    }

    private static int slot(Fields fields, @Nullable String struct, String name) {
        Fields.Field field = struct == null ? null : fields.find(struct, name);
        return field == null ? -1 : field.slot();
    }

    /** Looks the documents up; the reason where one that is needed is not there, else null. */
    @Nullable
    Bilingual look(Judgement judgement, Resolver resolver, Sink sink) {
        Frame f = judgement.frame;
        f.cells[variable] = 0;
        f.sides[variable] = null;
        try {
            Object found = switch (definition.kind()) {
                case TO -> to(judgement, resolver, sink);
                case FROM -> from(judgement, resolver);
                case WHERE -> where(judgement, resolver);
            };
            if (definition.many()) {
                Items items = f.lasting();
                for (Facts facts : many(found)) {
                    items.add(0, facts);
                }
                f.sides[variable] = items;
            } else {
                f.sides[variable] = found;
            }
            return null;
        } catch (NotThere e) {
            return definition.optional() ? null : e.reason;
        }
    }

    private static List<Facts> many(Object found) {
        List<Facts> all = new ArrayList<>();
        for (Object one : (List<?>) found) {
            all.add((Facts) one);
        }
        return all;
    }

    private Object to(Judgement judgement, Resolver resolver, Sink sink) throws NotThere {
        Typed reference = java.util.Objects.requireNonNull(target);
        Frame f = judgement.frame;
        boolean list = reference.type().is(Kind.LIST);
        long cell;
        Object side;
        try {
            cell = reference.expr().eval(f);
            side = f.side;
        } catch (Undetermined e) {
            if (list) {
                return List.of();
            }
            throw new NotThere(e.reason());
        }
        if (!list) {
            Facts found = one((Facts) java.util.Objects.requireNonNull(side), (int) cell, judgement, resolver, sink);
            if (found == null) {
                throw new NotThere(
                        new Bilingual("引用的不是“" + title.zh() + "”", "the reference is to no “" + title.en() + "”"));
            }
            return definition.many() ? List.of(found) : found;
        }
        List<Facts> all = new ArrayList<>();
        Items items = Lists.items(side);
        NotThere missing = null;
        for (int i = 0; i < items.size(); i++) {
            try {
                Facts found = one(
                        (Facts) java.util.Objects.requireNonNull(items.side(i)),
                        (int) items.cell(i),
                        judgement,
                        resolver,
                        sink);
                if (found != null) {
                    all.add(found);
                }
            } catch (NotThere e) {
                missing = e;
            }
        }
        if (missing != null) {
            throw missing;
        }
        return all;
    }

    /** The document of one reference; null where it is to another type. */
    private @Nullable Facts one(Facts facts, int frame, Judgement judgement, Resolver resolver, Sink sink)
            throws NotThere {
        String type = text(facts, frame, typeSlot);
        String id = text(facts, frame, idSlot);
        if (!definition.type().equals(type) || id == null) {
            return null;
        }
        String platform = platformSlot < 0 ? null : text(facts, frame, platformSlot);
        List<Object> key = java.util.Arrays.asList(type, id, platform);
        Object known = judgement.found.get(key);
        if (known == null) {
            Facts found = resolver.find(type, id, platform);
            known = found == null ? Boolean.FALSE : found;
            judgement.found.put(key, known);
        }
        if (known instanceof Facts there) {
            return there;
        }
        if (judgement.missing() == Judgement.Missing.REPORT && judgement.missed.add(key)) {
            sink.notFound(place == null ? "" : place.pointer(judgement.frame), type, id, platform);
        }
        String shown = Printed.clean(id);
        throw new NotThere(
                new Bilingual("没有找到“" + title.zh() + "”" + shown, "“" + title.en() + "” " + shown + " was not found"));
    }

    private static @Nullable String text(Facts facts, int frame, int slot) {
        long cell = facts.get(frame, slot);
        return cell <= Facts.FAULTY ? null : facts.string(cell);
    }

    private Object from(Judgement judgement, Resolver resolver) {
        Frame f = judgement.frame;
        Facts named = f.document;
        if (of != null) {
            of.eval(f);
            named = (Facts) java.util.Objects.requireNonNull(f.side);
        }
        String type = named.documentType();
        String id = identity.header(type).documentId(named);
        List<Object> key = List.of(definition.type(), definition.path(), type, id);
        return judgement.found.computeIfAbsent(
                key,
                k -> withSelf(
                        resolver.from(definition.type(), definition.path(), type, id),
                        f.document,
                        List.of(FieldWalk.reference(type, id))));
    }

    /** The document that is judged is among those that match, and takes the place of what is kept of it. */
    private List<Facts> withSelf(List<Facts> found, Facts self, List<String> keys) {
        if (!self.documentType().equals(definition.type())) {
            return found;
        }
        Identity.Header header = identity.header(definition.type());
        String id = header.documentId(self);
        String platform = header.platform(self);
        List<Facts> all = new ArrayList<>(found.size() + 1);
        for (Facts other : found) {
            if (!header.documentId(other).equals(id) || !java.util.Objects.equals(header.platform(other), platform)) {
                all.add(other);
            }
        }
        boolean matches = true;
        for (int i = 0; i < walks.size(); i++) {
            matches &= walks.get(i).values(self).contains(keys.get(i));
        }
        if (matches) {
            all.add(self);
        }
        return all;
    }

    private Object where(Judgement judgement, Resolver resolver) {
        Frame f = judgement.frame;
        List<String> texts = new ArrayList<>();
        for (Typed value : values) {
            long cell = value.expr().eval(f);
            texts.add(Keys.of(value.type(), cell, f.side));
        }
        List<Object> key = List.of(definition.type(), paths, texts);
        return judgement.found.computeIfAbsent(
                key, k -> withSelf(resolver.where(definition.type(), paths, texts), f.document, texts));
    }
}
