package org.tongcai.rule;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Operators and functions on days and moments. */
final class DayFunctions {
    private DayFunctions() {}

    static @Nullable Expr days(Function function, Expr[] args, Supplier<Workdays> calendar) {
        Expr a = args[0];
        Expr b = args.length > 1 ? args[1] : a;
        return switch (function) {
            case DATE ->
                f -> {
                    long text = a.eval(f);
                    return Days.parse(Texts.string(text, f.side));
                };
            case LT_DATE -> (Expr.Test) f -> a.eval(f) < b.eval(f);
            case LE_DATE -> (Expr.Test) f -> a.eval(f) <= b.eval(f);
            case GT_DATE -> (Expr.Test) f -> a.eval(f) > b.eval(f);
            case GE_DATE -> (Expr.Test) f -> a.eval(f) >= b.eval(f);
            case DAYS ->
                f -> {
                    long from = a.eval(f);
                    return b.eval(f) - from;
                };
            case WORKDAYS -> f -> calendar.get().between(a.eval(f), b.eval(f));
            case PLUS_DAYS -> f -> Days.plusDays(a.eval(f), b.eval(f));
            case PLUS_DAYS_ROLLED -> f -> Days.plusDaysRolled(calendar.get(), a.eval(f), b.eval(f));
            case PLUS_WORKDAYS -> f -> calendar.get().plus(a.eval(f), b.eval(f));
            case PLUS_MONTHS -> f -> Days.plusMonths(a.eval(f), b.eval(f));
            case PLUS_YEARS -> f -> Days.plusYears(a.eval(f), b.eval(f));
            case YEAR -> f -> Days.year(a.eval(f));
            case IS_WORKDAY -> (Expr.Test) f -> calendar.get().isWorkday(a.eval(f));
            case EARLIEST -> extreme(a, true);
            case LATEST -> extreme(a, false);
            default -> null;
        };
    }

    private static Expr extreme(Expr list, boolean earliest) {
        return f -> {
            list.eval(f);
            Items items = Lists.items(f.side);
            if (items.size() == 0) {
                throw Undetermined.EMPTY_LIST;
            }
            long best = items.cell(0);
            for (int i = 1; i < items.size(); i++) {
                best = earliest ? Math.min(best, items.cell(i)) : Math.max(best, items.cell(i));
            }
            return best;
        };
    }

    static @Nullable Expr moments(Function function, Expr[] args) {
        Expr a = args[0];
        Expr b = args.length > 1 ? args[1] : a;
        return switch (function) {
            case LT_MOMENT -> (Expr.Test) f -> Days.millis(a.eval(f)) < Days.millis(b.eval(f));
            case LE_MOMENT -> (Expr.Test) f -> Days.millis(a.eval(f)) <= Days.millis(b.eval(f));
            case GT_MOMENT -> (Expr.Test) f -> Days.millis(a.eval(f)) > Days.millis(b.eval(f));
            case GE_MOMENT -> (Expr.Test) f -> Days.millis(a.eval(f)) >= Days.millis(b.eval(f));
            case DATE_OF -> f -> Days.dateOf(a.eval(f));
            case MINUTES -> f -> Days.minutes(a.eval(f), b.eval(f));
            default -> null;
        };
    }
}
