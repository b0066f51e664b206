package org.tongcai.rule;

/** A variable: of a macro, of {@code each}, a reference. */
class Variable implements Expr {
    private static final Undetermined NOT_THERE = Undetermined.of("没有找到引用的单据", "the document referred to is not there");

    private final int number;

    private Variable(int number) {
        this.number = number;
    }

    static Variable of(int number, Type type) {
        return switch (type.kind()) {
            case BOOL -> new Flag(number);
            case OBJECT -> new Instance(number);
            default -> new Variable(number);
        };
    }

    int number() {
        return number;
    }

    /** Whether it has an object or list: false for a reference that was not found. */
    boolean isThere(Frame f) {
        return f.sides[number] != null;
    }

    @Override
    public long eval(Frame f) {
        f.side = f.sides[number];
        return f.cells[number];
    }

    private static final class Flag extends Variable implements Expr.Test {
        Flag(int number) {
            super(number);
        }

        @Override
        public boolean test(Frame f) {
            return super.eval(f) != 0;
        }

        @Override
        public long eval(Frame f) {
            return super.eval(f);
        }
    }

    private static final class Instance extends Variable {
        Instance(int number) {
            super(number);
        }

        @Override
        public long eval(Frame f) {
            Object side = f.sides[super.number];
            if (side == null) {
                throw NOT_THERE;
            }
            f.side = side;
            return f.cells[super.number];
        }
    }
}
