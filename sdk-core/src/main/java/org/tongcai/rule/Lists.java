package org.tongcai.rule;

import org.jspecify.annotations.Nullable;

/** Lists. */
final class Lists {
    /** From this size on places are looked up in a table. */
    private static final int MANY = 24;

    private Lists() {}

    static Items items(@Nullable Object side) {
        if (side instanceof Items items) {
            return items;
        }
        throw new IllegalStateException("a list without its items");
    }

    /** A copy that is not taken back by the pool. */
    static Items kept(Items items) {
        Items copy = new Items();
        copy.addAll(items);
        return copy;
    }

    static Expr size(Expr list) {
        if (list instanceof Path.Sequence sequence) {
            return f -> {
                long header = sequence.path().cell(f);
                return f.source.size((int) header);
            };
        }
        return f -> {
            list.eval(f);
            return items(f.side).size();
        };
    }

    static Expr index(Expr list, Expr place, boolean flag) {
        Expr item = f -> {
            list.eval(f);
            Items items = items(f.side);
            long at = place.eval(f);
            if (at < 0 || at >= items.size()) {
                throw Undetermined.NO_SUCH_ITEM;
            }
            f.side = items.side((int) at);
            return items.cell((int) at);
        };
        return flag ? (Expr.Test) f -> item.eval(f) != 0 : item;
    }

    static Expr.Test in(Expr value, Expr list, Type type) {
        if (list instanceof Expr.Constant constant && type.is(Type.Kind.STRING)) {
            return among(value, items(constant.constantSide()));
        }
        Equality equality = Equality.of(type);
        return f -> {
            long x = value.eval(f);
            Object xs = f.side;
            list.eval(f);
            return has(items(f.side), items(f.side).size(), x, xs, equality);
        };
    }

    /** Whether a text is one of some that are known when the rule is loaded. */
    private static Expr.Test among(Expr value, Items texts) {
        if (value instanceof Path.Text field) {
            return f -> {
                long x = field.eval(f);
                return among(x, f.side, texts);
            };
        }
        return f -> {
            long x = value.eval(f);
            return among(x, f.side, texts);
        };
    }

    private static boolean among(long x, @Nullable Object xs, Items texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (Texts.same(x, xs, texts.cell(i), texts.side(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Items items, int size, long x, @Nullable Object xs, Equality equality) {
        for (int i = 0; i < size; i++) {
            if (equality.same(items.cell(i), items.side(i), x, xs)) {
                return true;
            }
        }
        return false;
    }

    static Expr join(Expr a, Expr b) {
        return f -> {
            a.eval(f);
            Items first = items(f.side);
            b.eval(f);
            Items second = items(f.side);
            Items both = f.claim();
            both.addAll(first);
            both.addAll(second);
            f.side = both;
            return 0;
        };
    }

    static Expr literal(Expr[] values) {
        return f -> {
            Items items = f.claim();
            for (Expr value : values) {
                long cell = value.eval(f);
                items.add(cell, f.side);
            }
            f.side = items;
            return 0;
        };
    }

    static Expr.Test distinct(Expr list, Type type) {
        Equality equality = Equality.of(type);
        return f -> {
            list.eval(f);
            Items items = items(f.side);
            if (items.size() >= MANY) {
                return new Places(items, type, equality).distinct;
            }
            for (int i = 1; i < items.size(); i++) {
                if (has(items, i, items.cell(i), items.side(i), equality)) {
                    return false;
                }
            }
            return true;
        };
    }

    static Expr.Test subset(Expr part, Expr whole, Type type) {
        Equality equality = Equality.of(type);
        return f -> {
            part.eval(f);
            Items some = items(f.side);
            whole.eval(f);
            Items all = items(f.side);
            Places places = all.size() >= MANY && some.size() >= MANY ? new Places(all, type, equality) : null;
            for (int i = 0; i < some.size(); i++) {
                long x = some.cell(i);
                Object xs = some.side(i);
                if (!(places == null ? has(all, all.size(), x, xs, equality) : places.has(x, xs))) {
                    return false;
                }
            }
            return true;
        };
    }

    /** A hash table over the items of a long list: a document may have many, and must not cost their square. */
    private static final class Places {
        private final Items items;
        private final Type type;
        private final Equality equality;
        private final int[] table;
        private final boolean distinct;

        Places(Items items, Type type, Equality equality) {
            this.items = items;
            this.type = type;
            this.equality = equality;
            this.table = new int[Integer.highestOneBit(items.size() * 4)];
            boolean once = true;
            for (int i = 0; i < items.size(); i++) {
                int slot = slot(items.cell(i), items.side(i));
                if (table[slot] == 0) {
                    table[slot] = i + 1;
                } else {
                    once = false;
                }
            }
            this.distinct = once;
        }

        boolean has(long x, @Nullable Object xs) {
            return table[slot(x, xs)] != 0;
        }

        /** Where the value stands, or would. */
        private int slot(long x, @Nullable Object xs) {
            int hash = Equality.hash(type, x, xs) * 0x9E3779B9;
            int mask = table.length - 1;
            int slot = (hash ^ hash >>> 15) & mask;
            while (table[slot] != 0) {
                int known = table[slot] - 1;
                if (equality.same(items.cell(known), items.side(known), x, xs)) {
                    break;
                }
                slot = slot + 1 & mask;
            }
            return slot;
        }
    }
}
