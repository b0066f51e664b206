package org.tongcai.compiler.rules.oracle;

import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.tongcai.compiler.rules.oracle.PlainTables.Unknown;
import org.tongcai.rule.Function;

/** The functions of the rule language for CEL's runtime, in plain Java that shares nothing with the evaluator. */
final class Bindings {
    private final PlainTables tables;
    private LocalDate day = LocalDate.EPOCH;

    Bindings(PlainTables tables) {
        this.tables = tables;
    }

    /** The day that code lists and bounds are asked for. */
    void on(LocalDate other) {
        day = other;
    }

    /** The day changes between documents, never while one is judged. */
    @SuppressWarnings("Immutable")
    List<CelFunctionBinding> all() {
        List<CelFunctionBinding> bindings = new ArrayList<>();
        for (Function function : Function.values()) {
            if (function != Function.EQ && function != Function.NE) {
                List<Class<?>> types =
                        function.arguments().stream().map(Bindings::type).collect(Collectors.toList());
                bindings.add(CelFunctionBinding.from(function.id(), types, arguments -> apply(function, arguments)));
            }
        }
        return bindings;
    }

    private static Class<?> type(String name) {
        return switch (name) {
            case "bool" -> Boolean.class;
            case "int" -> Long.class;
            case "string" -> String.class;
            case "decimal" -> Dec.class;
            case "date" -> LocalDate.class;
            case "datetime" -> Instantly.class;
            default -> name.startsWith("list(") ? List.class : Object.class;
        };
    }

    private Object apply(Function function, Object[] a) {
        Object result = whole(function, a);
        result = result != null ? result : decimal(function, a);
        result = result != null ? result : text(function, a);
        result = result != null ? result : list(function, a);
        result = result != null ? result : time(function, a);
        result = result != null ? result : field(function, a);
        if (result == null) {
            throw new IllegalStateException("not bound: " + function);
        }
        return result;
    }

    private static long n(Object value) {
        return (Long) value;
    }

    private static BigDecimal d(Object value) {
        return value instanceof Long whole ? BigDecimal.valueOf(whole) : ((Dec) value).value();
    }

    private static String s(Object value) {
        return (String) value;
    }

    private static LocalDate t(Object value) {
        return (LocalDate) value;
    }

    private static Object whole(Function function, Object[] a) {
        return switch (function) {
            case ADD_INT -> Math.addExact(n(a[0]), n(a[1]));
            case SUB_INT -> Math.subtractExact(n(a[0]), n(a[1]));
            case MUL_INT -> Math.multiplyExact(n(a[0]), n(a[1]));
            case DIV_INT ->
                BigDecimal.valueOf(n(a[0]))
                        .toBigInteger()
                        .divide(BigDecimal.valueOf(n(a[1])).toBigInteger())
                        .longValueExact();
            case MOD_INT -> {
                if (n(a[0]) == Long.MIN_VALUE && n(a[1]) == -1) {
                    throw new ArithmeticException();
                }
                yield n(a[0]) % n(a[1]);
            }
            case NEG_INT -> Math.negateExact(n(a[0]));
            case LT_INT -> n(a[0]) < n(a[1]);
            case LE_INT -> n(a[0]) <= n(a[1]);
            case GT_INT -> n(a[0]) > n(a[1]);
            case GE_INT -> n(a[0]) >= n(a[1]);
            case SUM_INT -> items(a[0]).stream().mapToLong(Bindings::n).reduce(0, Math::addExact);
            default -> null;
        };
    }

    private static Object decimal(Function function, Object[] a) {
        return switch (function) {
            case DEC -> {
                if (!s(a[0]).matches("-?[0-9]+([.][0-9]+)?")) {
                    throw new Unknown("no decimal");
                }
                yield new Dec(new BigDecimal(s(a[0])));
            }
            case DEC_INT -> new Dec(d(a[0]));
            case ADD_DEC -> new Dec(d(a[0]).add(d(a[1])));
            case SUB_DEC -> new Dec(d(a[0]).subtract(d(a[1])));
            case MUL_DEC, MUL_DEC_INT, MUL_INT_DEC -> new Dec(d(a[0]).multiply(d(a[1])));
            case DIV_DEC, DIV_DEC_INT -> new Dec(d(a[0]).divide(d(a[1]), MathContext.DECIMAL128));
            case NEG_DEC -> new Dec(d(a[0]).negate());
            case EQ_DEC_INT, EQ_INT_DEC -> d(a[0]).compareTo(d(a[1])) == 0;
            case NE_DEC_INT, NE_INT_DEC -> d(a[0]).compareTo(d(a[1])) != 0;
            case LT_DEC, LT_DEC_INT -> d(a[0]).compareTo(d(a[1])) < 0;
            case LE_DEC, LE_DEC_INT -> d(a[0]).compareTo(d(a[1])) <= 0;
            case GT_DEC, GT_DEC_INT -> d(a[0]).compareTo(d(a[1])) > 0;
            case GE_DEC, GE_DEC_INT -> d(a[0]).compareTo(d(a[1])) >= 0;
            case ABS -> new Dec(d(a[0]).abs());
            case ROUND -> {
                if (Math.abs(n(a[1])) > 100) {
                    throw new ArithmeticException();
                }
                yield new Dec(d(a[0]).setScale((int) n(a[1]), RoundingMode.HALF_UP));
            }
            case MIN_DEC -> new Dec(d(a[0]).min(d(a[1])));
            case MAX_DEC -> new Dec(d(a[0]).max(d(a[1])));
            case SUM -> new Dec(decimals(a[0]).stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            case LOWEST -> new Dec(Collections.min(decimals(a[0])));
            case HIGHEST -> new Dec(Collections.max(decimals(a[0])));
            case MEAN ->
                new Dec(decimals(a[0]).stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(items(a[0]).size()), MathContext.DECIMAL128));
            case MEDIAN -> {
                List<BigDecimal> sorted = decimals(a[0]).stream().sorted().toList();
                int middle = sorted.size() / 2;
                yield new Dec(
                        sorted.size() % 2 == 1
                                ? sorted.get(middle)
                                : sorted.get(middle - 1)
                                        .add(sorted.get(middle))
                                        .divide(BigDecimal.valueOf(2), MathContext.DECIMAL128));
            }
            default -> null;
        };
    }

    private static Object text(Function function, Object[] a) {
        return switch (function) {
            case ADD_STRING -> s(a[0]) + s(a[1]);
            case LT_STRING -> s(a[0]).compareTo(s(a[1])) < 0;
            case LE_STRING -> s(a[0]).compareTo(s(a[1])) <= 0;
            case GT_STRING -> s(a[0]).compareTo(s(a[1])) > 0;
            case GE_STRING -> s(a[0]).compareTo(s(a[1])) >= 0;
            case SIZE_STRING -> s(a[0]).codePoints().count();
            case CONTAINS -> s(a[0]).contains(s(a[1]));
            case STARTS_WITH -> s(a[0]).startsWith(s(a[1]));
            case ENDS_WITH -> s(a[0]).endsWith(s(a[1]));
            default -> null;
        };
    }

    private static Object list(Function function, Object[] a) {
        return switch (function) {
            case SIZE_LIST -> (long) items(a[0]).size();
            case INDEX -> items(a[0]).get(Math.toIntExact(n(a[1])));
            case IN -> items(a[1]).contains(a[0]);
            case ADD_LIST -> {
                List<Object> both = new ArrayList<>(items(a[0]));
                both.addAll(items(a[1]));
                yield both;
            }
            case DISTINCT -> new HashSet<>(items(a[0])).size() == items(a[0]).size();
            case SUBSET -> items(a[1]).containsAll(items(a[0]));
            default -> null;
        };
    }

    private Object time(Function function, Object[] a) {
        return switch (function) {
            case DATE -> LocalDate.parse(s(a[0]));
            case LT_DATE -> t(a[0]).isBefore(t(a[1]));
            case LE_DATE -> !t(a[0]).isAfter(t(a[1]));
            case GT_DATE -> t(a[0]).isAfter(t(a[1]));
            case GE_DATE -> !t(a[0]).isBefore(t(a[1]));
            case DAYS -> java.time.temporal.ChronoUnit.DAYS.between(t(a[0]), t(a[1]));
            case WORKDAYS -> tables.workdays(t(a[0]), t(a[1]));
            case PLUS_DAYS -> t(a[0]).plusDays(n(a[1]));
            case PLUS_DAYS_ROLLED -> {
                if (n(a[1]) < 0) {
                    throw new Unknown("a term of less than nothing");
                }
                yield tables.rolled(t(a[0]).plusDays(n(a[1])));
            }
            case PLUS_WORKDAYS -> tables.plusWorkdays(t(a[0]), n(a[1]));
            case PLUS_MONTHS -> t(a[0]).plusMonths(n(a[1]));
            case PLUS_YEARS -> t(a[0]).plusYears(n(a[1]));
            case YEAR -> (long) t(a[0]).getYear();
            case IS_WORKDAY -> tables.isWorkday(t(a[0]));
            case EARLIEST ->
                items(a[0]).stream().map(Bindings::t).min(LocalDate::compareTo).orElseThrow();
            case LATEST ->
                items(a[0]).stream().map(Bindings::t).max(LocalDate::compareTo).orElseThrow();
            case LT_MOMENT -> ((Instantly) a[0]).compareTo((Instantly) a[1]) < 0;
            case LE_MOMENT -> ((Instantly) a[0]).compareTo((Instantly) a[1]) <= 0;
            case GT_MOMENT -> ((Instantly) a[0]).compareTo((Instantly) a[1]) > 0;
            case GE_MOMENT -> ((Instantly) a[0]).compareTo((Instantly) a[1]) >= 0;
            case DATE_OF -> ((Instantly) a[0]).written().toLocalDate();
            case MINUTES -> (((Instantly) a[1]).millis() - ((Instantly) a[0]).millis()) / 60_000;
            default -> null;
        };
    }

    private Object field(Function function, Object[] a) {
        return switch (function) {
            case IN_LIST -> tables.inList(s(a[0]), s(a[1]), day);
            case IS_LEAF -> tables.isLeaf(s(a[0]), s(a[1]));
            case WITHIN -> tables.within(s(a[0]), s(a[1]), s(a[2]), day);
            case NAME_OF -> tables.nameOf(s(a[0]), s(a[1]), day);
            case CAPITAL_AMOUNT -> PlainTables.capital(d(a[0]));
            case PRICE_SCORE -> {
                if (d(a[1]).signum() <= 0) {
                    throw new Unknown("no price");
                }
                // Exact: a quotient that ends on a half is told from one that comes near it.
                BigDecimal hundredfold = d(a[0]).multiply(d(a[2])).movePointRight(2);
                yield new Dec(
                        hundredfold.divide(d(a[1]), 0, RoundingMode.HALF_UP).movePointLeft(2));
            }
            case REVIEW_PRICE -> {
                BigDecimal sum = decimals(a[1]).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                if (sum.compareTo(BigDecimal.ONE) > 0 || decimals(a[1]).stream().anyMatch(rate -> rate.signum() < 0)) {
                    throw new Unknown("no rates");
                }
                yield new Dec(d(a[0]).subtract(d(a[0]).multiply(sum)));
            }
            case ABNORMALLY_LOW -> {
                List<BigDecimal> all = new ArrayList<>(decimals(a[1]));
                boolean next =
                        !all.isEmpty() && d(a[0]).compareTo(Collections.min(all).multiply(d(a[4]))) < 0;
                all.add(d(a[0]));
                BigDecimal sum = all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                boolean mean = d(a[0]).multiply(BigDecimal.valueOf(all.size())).compareTo(sum.multiply(d(a[3]))) < 0;
                yield next || mean || d(a[0]).compareTo(d(a[2]).multiply(d(a[5]))) < 0;
            }
            case LEAST_EXPERTS -> {
                if (n(a[0]) < 0 || n(a[0]) > Long.MAX_VALUE / 2 - 1) {
                    throw new Unknown("no members");
                }
                yield n(a[0]) - n(a[0]) / 3;
            }
            case ENTERPRISE_SIZE -> tables.enterpriseSize(s(a[0]), n(a[1]), d(a[2]), d(a[3]), day);
            case WORDING -> tables.wording(s(a[0]), s(a[1]));
            default -> null;
        };
    }

    @SuppressWarnings("unchecked")
    private static List<Object> items(Object list) {
        return (List<Object>) list;
    }

    private static List<BigDecimal> decimals(Object list) {
        return items(list).stream().map(Bindings::d).toList();
    }
}
