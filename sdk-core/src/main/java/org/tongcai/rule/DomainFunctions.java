package org.tongcai.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.amount.ChineseAmount;

/** Functions of the field: code lists, formulas, wordings. */
final class DomainFunctions {
    private static final Undetermined NO_AMOUNT =
            Undetermined.of("不是可以大写的金额", "no amount that can be written in words");
    private static final Undetermined NO_FORMULA =
            Undetermined.of("公式的取值不合理", "the formula makes no sense of the figures");

    private DomainFunctions() {}

    static @Nullable Expr codes(Function function, Expr[] args, Tables tables) {
        return switch (function) {
            case IN_LIST -> {
                Supplier<CodeSet> list = tables.codes(literal(args[1]));
                yield (Expr.Test) f -> {
                    long code = args[0].eval(f);
                    return list.get().has(code, f.side, f.day);
                };
            }
            case IS_LEAF -> {
                Supplier<CodeSet> list = tables.codes(literal(args[1]));
                yield (Expr.Test) f -> {
                    long code = args[0].eval(f);
                    return list.get().isLeaf(code, f.side);
                };
            }
            case WITHIN -> {
                Supplier<CodeSet> list = tables.codes(literal(args[1]));
                yield (Expr.Test) f -> {
                    long code = args[0].eval(f);
                    Object side = f.side;
                    long ancestor = args[2].eval(f);
                    return list.get().within(code, side, ancestor, f.side, f.day);
                };
            }
            case NAME_OF -> {
                Supplier<CodeSet> list = tables.codes(literal(args[1]));
                Undetermined unknown = Undetermined.of("代码表中没有该代码", "the code list does not have the code");
                yield f -> {
                    long code = args[0].eval(f);
                    Bilingual name = list.get().name(code, f.side, f.day);
                    if (name == null) {
                        throw unknown;
                    }
                    return Texts.cell(name.zh(), f);
                };
            }
            case WORDING -> {
                Supplier<Wordings> group = tables.wordings(literal(args[1]));
                yield f -> {
                    long text = args[0].eval(f);
                    return Texts.cell(group.get().first(Texts.chars(f.side), Texts.from(text), Texts.length(text)), f);
                };
            }
            default -> null;
        };
    }

    private static String literal(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            return Texts.string(constant.cell(), constant.constantSide());
        }
        throw new IllegalArgumentException("the id of a list is a literal");
    }

    static @Nullable Expr formulas(Function function, Expr[] args, Tables tables) {
        return switch (function) {
            case CAPITAL_AMOUNT ->
                f -> {
                    long amount = args[0].eval(f);
                    try {
                        return capital(amount, f);
                    } catch (IllegalArgumentException e) {
                        throw NO_AMOUNT;
                    }
                };
            case PRICE_SCORE ->
                sensible(f -> Decimals.cell(
                        Formulas.priceScore(decimal(args[0], f), decimal(args[1], f), decimal(args[2], f)), f));
            case REVIEW_PRICE ->
                sensible(f -> Decimals.cell(Formulas.reviewPrice(decimal(args[0], f), decimals(args[1], f)), f));
            case ABNORMALLY_LOW ->
                (Expr.Test) f -> Formulas.abnormallyLow(
                        decimal(args[0], f),
                        decimals(args[1], f),
                        decimal(args[2], f),
                        decimal(args[3], f),
                        decimal(args[4], f),
                        decimal(args[5], f));
            case LEAST_EXPERTS -> sensible(f -> Formulas.leastExperts(args[0].eval(f)));
            case ENTERPRISE_SIZE ->
                f -> {
                    long industry = args[0].eval(f);
                    String name = Texts.string(industry, f.side);
                    long staff = args[1].eval(f);
                    BigDecimal revenue = decimal(args[2], f);
                    return Texts.cell(tables.sizes().size(name, staff, revenue, decimal(args[3], f), f.day), f);
                };
            default -> null;
        };
    }

    private static long capital(long amount, Frame f) {
        long fen = Decimals.hundredths(amount);
        if (fen == Decimals.NOT_EVEN) {
            return Texts.cell(ChineseAmount.inWords(Decimals.big(amount, f.side)), f);
        }
        int at = f.room(ChineseAmount.LONGEST);
        return Texts.cell(at, ChineseAmount.inWords(fen, Texts.chars(f.side), at) - at);
    }

    private static Expr sensible(Expr expr) {
        return f -> {
            try {
                return expr.eval(f);
            } catch (IllegalArgumentException e) {
                throw NO_FORMULA;
            }
        };
    }

    private static BigDecimal decimal(Expr expr, Frame f) {
        long cell = expr.eval(f);
        return Decimals.big(cell, f.side);
    }

    private static List<BigDecimal> decimals(Expr list, Frame f) {
        list.eval(f);
        Items items = Lists.items(f.side);
        List<BigDecimal> values = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            values.add(Decimals.big(items.cell(i), items.side(i)));
        }
        return values;
    }
}
