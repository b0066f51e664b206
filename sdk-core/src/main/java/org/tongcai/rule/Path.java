package org.tongcai.rule;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/** A chain of fields, {@code doc.a.b.c}, walked in one go. Immutable. */
final class Path {
    /** Where it starts; null for the document itself. */
    private final @Nullable Expr base;
    /** The variable that it starts at, read without a call; null where it starts elsewhere. */
    private final @Nullable Variable variable;

    private final int[] slots;
    private final Undetermined[] absent;
    private final Undetermined[] faulty;
    private final Type type;

    Path(@Nullable Expr base, String baseName, List<Fields.Field> fields) {
        this.base = base;
        this.variable = base instanceof Variable known ? known : null;
        this.slots = fields.stream().mapToInt(Fields.Field::slot).toArray();
        this.absent = new Undetermined[slots.length];
        this.faulty = new Undetermined[slots.length];
        this.type = fields.get(slots.length - 1).type();
        for (int i = 0; i < slots.length; i++) {
            String name = baseName + "."
                    + fields.subList(0, i + 1).stream().map(Fields.Field::name).collect(Collectors.joining("."));
            Bilingual title = fields.get(i).title();
            absent[i] = Undetermined.absent(title, name);
            faulty[i] = Undetermined.faulty(title, name);
        }
    }

    Type type() {
        return type;
    }

    /** The cell at the end; the facts that it lies in are {@link Frame#source}. */
    long cell(Frame f) {
        return walk(f, slots.length);
    }

    /** Whether the last field is there; an error where one before it is not. */
    boolean has(Frame f) {
        int last = slots.length - 1;
        long object = walk(f, last);
        return f.source.get((int) object, slots[last]) != Facts.ABSENT;
    }

    /** The cell at the end, {@link Facts#ABSENT} where any of the fields is absent. No exception is thrown for that: it is common. */
    long cellOrAbsent(Frame f) {
        long cell = start(f);
        for (int i = 0; i < slots.length && cell != Facts.ABSENT; i++) {
            cell = f.source.get((int) cell, slots[i]);
            if (cell == Facts.FAULTY) {
                throw faulty[i];
            }
        }
        return cell;
    }

    private long start(Frame f) {
        if (base == null) {
            f.source = f.document;
            return 0;
        }
        if (variable != null && f.sides[variable.number()] instanceof Facts facts) {
            f.source = facts;
            return f.cells[variable.number()];
        }
        long cell = base.eval(f);
        f.source = (Facts) f.side;
        return cell;
    }

    private long walk(Frame f, int steps) {
        long cell = start(f);
        Facts facts = f.source;
        for (int i = 0; i < steps; i++) {
            cell = facts.get((int) cell, slots[i]);
            if (cell <= Facts.FAULTY) {
                if (cell == Facts.FAULTY) {
                    throw faulty[i];
                }
                throw absent[i];
            }
        }
        return cell;
    }

    /** The value of the field as an expression. */
    Expr expr() {
        return switch (type.kind()) {
            case BOOL -> new Flag(this);
            case INT, DATE, DATETIME -> this::cell;
            case STRING -> new Text(this);
            case DECIMAL -> new Decimal(this);
            case OBJECT ->
                f -> {
                    long cell = cell(f);
                    f.side = f.source;
                    return cell;
                };
            case LIST -> new Sequence(this);
            case NOTHING -> throw new IllegalStateException("a field without a type");
        };
    }

    private record Flag(Path path) implements Expr.Test {
        @Override
        public boolean test(Frame f) {
            return path.cell(f) != 0;
        }
    }

    /** A text of a document. */
    record Text(Path path) implements Expr {
        @Override
        public long eval(Frame f) {
            long cell = path.cell(f);
            f.side = f.source.chars();
            return cell;
        }
    }

    /** A decimal of a document. */
    record Decimal(Path path) implements Expr {
        @Override
        public long eval(Frame f) {
            long cell = path.cell(f);
            return ((int) cell & Facts.WIDE) == Facts.WIDE ? Decimals.read(cell, f.source, f) : cell;
        }
    }

    /** A list of a document; loops walk it where it lies, everything else copies it. */
    record Sequence(Path path) implements Expr {
        @Override
        public long eval(Frame f) {
            long list = path.cell(f);
            Items items = f.claim();
            copy(f.source, (int) list, path.type.items(), items, f);
            f.side = items;
            return 0;
        }
    }

    private static void copy(Facts facts, int list, Type element, Items into, Frame f) {
        for (int entry = facts.first(list); entry >= 0; entry = facts.next(entry)) {
            long cell = item(facts, facts.value(entry), element, f);
            into.add(cell, f.side);
        }
    }

    /** An item of a list of a document as a value. */
    static long item(Facts facts, long cell, Type element, Frame f) {
        if (cell == Facts.FAULTY) {
            throw Undetermined.FAULTY_ITEM;
        }
        switch (element.kind()) {
            case STRING -> f.side = facts.chars();
            case OBJECT -> f.side = facts;
            case DECIMAL -> {
                return Decimals.read(cell, facts, f);
            }
            case LIST -> {
                // Lists of lists are rare, and what an item refers to must outlive the pool.
                Items items = new Items();
                copy(facts, (int) cell, element.items(), items, f);
                f.side = items;
                return 0;
            }
            default -> f.side = null;
        }
        return cell;
    }
}
