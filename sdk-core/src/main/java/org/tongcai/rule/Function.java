package org.tongcai.rule;

import java.util.List;

/**
 * The operators and functions of the rule language, each overload by itself. The compiler declares exactly these to the type checker and
 * writes {@link #id} into the compiled rule; the evaluator implements exactly these. What they mean: {@code spec/technical/rules.md}.
 *
 * <p>Types: {@code bool int string decimal date datetime list(T)}; {@code T} stands for any one type.
 */
public enum Function {
    // ---- whole numbers; an overflow or a division by zero is an error
    ADD_INT("_+_", "int", "int", "int"),
    SUB_INT("_-_", "int", "int", "int"),
    MUL_INT("_*_", "int", "int", "int"),
    DIV_INT("_/_", "int", "int", "int"),
    MOD_INT("_%_", "int", "int", "int"),
    NEG_INT("-_", "int", "int"),
    LT_INT("_<_", "bool", "int", "int"),
    LE_INT("_<=_", "bool", "int", "int"),
    GT_INT("_>_", "bool", "int", "int"),
    GE_INT("_>=_", "bool", "int", "int"),

    // ---- equality within one type; decimals by value, moments on the time line
    EQ("_==_", "bool", "T", "T"),
    NE("_!=_", "bool", "T", "T"),
    EQ_DEC_INT("_==_", "bool", "decimal", "int"),
    EQ_INT_DEC("_==_", "bool", "int", "decimal"),
    NE_DEC_INT("_!=_", "bool", "decimal", "int"),
    NE_INT_DEC("_!=_", "bool", "int", "decimal"),

    // ---- text
    ADD_STRING("_+_", "string", "string", "string"),
    LT_STRING("_<_", "bool", "string", "string"),
    LE_STRING("_<=_", "bool", "string", "string"),
    GT_STRING("_>_", "bool", "string", "string"),
    GE_STRING("_>=_", "bool", "string", "string"),
    SIZE_STRING("size", "int", "string"),
    CONTAINS("contains", true, "bool", "string", "string"),
    STARTS_WITH("startsWith", true, "bool", "string", "string"),
    ENDS_WITH("endsWith", true, "bool", "string", "string"),

    // ---- lists
    SIZE_LIST("size", "int", "list(T)"),
    INDEX("_[_]", "T", "list(T)", "int"),
    IN("@in", "bool", "T", "list(T)"),
    ADD_LIST("_+_", "list(T)", "list(T)", "list(T)"),
    DISTINCT("distinct", "bool", "list(T)"),
    SUBSET("subset", "bool", "list(T)", "list(T)"),

    // ---- decimals, exact; division as DECIMAL128, by zero an error
    DEC("dec", "decimal", "string"),
    DEC_INT("dec", "decimal", "int"),
    ADD_DEC("_+_", "decimal", "decimal", "decimal"),
    SUB_DEC("_-_", "decimal", "decimal", "decimal"),
    MUL_DEC("_*_", "decimal", "decimal", "decimal"),
    MUL_DEC_INT("_*_", "decimal", "decimal", "int"),
    MUL_INT_DEC("_*_", "decimal", "int", "decimal"),
    DIV_DEC("_/_", "decimal", "decimal", "decimal"),
    DIV_DEC_INT("_/_", "decimal", "decimal", "int"),
    NEG_DEC("-_", "decimal", "decimal"),
    LT_DEC("_<_", "bool", "decimal", "decimal"),
    LE_DEC("_<=_", "bool", "decimal", "decimal"),
    GT_DEC("_>_", "bool", "decimal", "decimal"),
    GE_DEC("_>=_", "bool", "decimal", "decimal"),
    LT_DEC_INT("_<_", "bool", "decimal", "int"),
    LE_DEC_INT("_<=_", "bool", "decimal", "int"),
    GT_DEC_INT("_>_", "bool", "decimal", "int"),
    GE_DEC_INT("_>=_", "bool", "decimal", "int"),
    ABS("abs", "decimal", "decimal"),
    ROUND("round", "decimal", "decimal", "int"),
    MIN_DEC("min", "decimal", "decimal", "decimal"),
    MAX_DEC("max", "decimal", "decimal", "decimal"),
    SUM("sum", "decimal", "list(decimal)"),
    SUM_INT("sum", "int", "list(int)"),
    LOWEST("lowest", "decimal", "list(decimal)"),
    HIGHEST("highest", "decimal", "list(decimal)"),
    MEAN("mean", "decimal", "list(decimal)"),
    MEDIAN("median", "decimal", "list(decimal)"),

    // ---- days
    DATE("date", "date", "string"),
    LT_DATE("_<_", "bool", "date", "date"),
    LE_DATE("_<=_", "bool", "date", "date"),
    GT_DATE("_>_", "bool", "date", "date"),
    GE_DATE("_>=_", "bool", "date", "date"),
    DAYS("days", "int", "date", "date"),
    WORKDAYS("workdays", "int", "date", "date"),
    PLUS_DAYS("plusDays", "date", "date", "int"),
    PLUS_DAYS_ROLLED("plusDaysRolled", "date", "date", "int"),
    PLUS_WORKDAYS("plusWorkdays", "date", "date", "int"),
    PLUS_MONTHS("plusMonths", "date", "date", "int"),
    PLUS_YEARS("plusYears", "date", "date", "int"),
    YEAR("year", "int", "date"),
    IS_WORKDAY("isWorkday", "bool", "date"),
    EARLIEST("earliest", "date", "list(date)"),
    LATEST("latest", "date", "list(date)"),

    // ---- moments
    LT_MOMENT("_<_", "bool", "datetime", "datetime"),
    LE_MOMENT("_<=_", "bool", "datetime", "datetime"),
    GT_MOMENT("_>_", "bool", "datetime", "datetime"),
    GE_MOMENT("_>=_", "bool", "datetime", "datetime"),
    DATE_OF("date", true, "date", "datetime"),
    MINUTES("minutes", "int", "datetime", "datetime"),

    // ---- code lists: list ids are literals
    IN_LIST("inList", "bool", "string", "string"),
    IS_LEAF("isLeaf", "bool", "string", "string"),
    WITHIN("within", "bool", "string", "string", "string"),
    NAME_OF("nameOf", "string", "string", "string"),

    // ---- formulas of the field
    CAPITAL_AMOUNT("capitalAmount", "string", "decimal"),
    PRICE_SCORE("priceScore", "decimal", "decimal", "decimal", "decimal"),
    REVIEW_PRICE("reviewPrice", "decimal", "decimal", "list(decimal)"),
    ABNORMALLY_LOW("abnormallyLow", "bool", "decimal", "list(decimal)", "decimal", "decimal", "decimal", "decimal"),
    LEAST_EXPERTS("leastExperts", "int", "int"),
    ENTERPRISE_SIZE("enterpriseSize", "string", "string", "int", "decimal", "decimal"),
    WORDING("wording", "string", "string", "string");

    private final String symbol;
    private final boolean member;
    private final String result;
    private final List<String> arguments;

    Function(String symbol, String result, String... arguments) {
        this(symbol, false, result, arguments);
    }

    Function(String symbol, boolean member, String result, String... arguments) {
        this.symbol = symbol;
        this.member = member;
        this.result = result;
        this.arguments = List.of(arguments);
    }

    /** The id in compiled rules: the constant's name in lower case. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The name in the language; operators as CEL calls them ({@code _+_}). */
    public String symbol() {
        return symbol;
    }

    /** Whether it is written behind its first argument ({@code a.contains(b)}). */
    public boolean isMember() {
        return member;
    }

    /** The type of the result. */
    public String result() {
        return result;
    }

    /** The types of the arguments. */
    public List<String> arguments() {
        return arguments;
    }
}
