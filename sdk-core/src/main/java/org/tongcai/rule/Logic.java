package org.tongcai.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code && || ! ?:}. An operand that decides counts even where another one is in error. */
final class Logic {
    private Logic() {}

    /** Decided by any operand that is false. */
    static Expr.Test and(Expr.Test a, Expr.Test b) {
        return new Chain(false, flat(false, a, b));
    }

    /** Decided by any operand that is true. */
    static Expr.Test or(Expr.Test a, Expr.Test b) {
        return new Chain(true, flat(true, a, b));
    }

    static Expr.Test not(Expr.Test a) {
        return f -> !a.test(f);
    }

    static Expr choose(Expr.Test condition, Expr yes, Expr no) {
        if (yes instanceof Expr.Test a && no instanceof Expr.Test b) {
            return (Expr.Test) f -> condition.test(f) ? a.test(f) : b.test(f);
        }
        return f -> condition.test(f) ? yes.eval(f) : no.eval(f);
    }

    private static Expr.Test[] flat(boolean decides, Expr.Test... operands) {
        List<Expr.Test> all = new ArrayList<>();
        for (Expr.Test operand : operands) {
            if (operand instanceof Chain chain && chain.decides == decides) {
                all.addAll(List.of(chain.operands));
            } else {
                all.add(operand);
            }
        }
        return all.toArray(new Expr.Test[0]);
    }

    private static final class Chain implements Expr.Test {
        private final boolean decides;
        private final Expr.Test[] operands;

        Chain(boolean decides, Expr.Test[] operands) {
            this.decides = decides;
            this.operands = operands;
        }

        @Override
        public boolean test(Frame f) {
            Undetermined error = null;
            for (Expr.Test operand : operands) {
                try {
                    if (operand.test(f) == decides) {
                        return decides;
                    }
                } catch (Undetermined e) {
                    error = first(error, e);
                }
            }
            if (error != null) {
                throw error;
            }
            return !decides;
        }
    }

    static Undetermined first(@Nullable Undetermined known, Undetermined next) {
        return known == null ? next : known;
    }
}
