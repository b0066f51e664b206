package org.tongcai.compiler.models;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Node;

/**
 * How a text of the wire appears in Java.
 *
 * <p>The field always keeps the text as it was read: {@code 1.50} stays {@code 1.50}, {@code +08:00} stays {@code +08:00}, on every mapper and on
 * JAXB, without a module for {@code java.time}; a text that is no date is reported by the validation, not by an exception while binding. Only
 * the accessors speak the Java type.
 */
enum Form {
    /** A plain string. */
    PLAIN(String.class, "", ""),
    /** Full-date of RFC 3339. */
    DATE(LocalDate.class, "LocalDate.parse(%s)", "%s.toString()"),
    /** Date-time of RFC 3339. The text of {@code OffsetDateTime.toString} lacks the seconds where they are zero, hence the formatter. */
    DATE_TIME(
            OffsetDateTime.class,
            "OffsetDateTime.parse(%s)",
            "java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(%s)"),
    /** Year and month. */
    YEAR_MONTH(YearMonth.class, "YearMonth.parse(%s)", "%s.toString()"),
    /** A decimal. {@code toPlainString}, because the standard knows no exponents. */
    DECIMAL(BigDecimal.class, "new BigDecimal(%s)", "%s.toPlainString()");

    /** Type of the accessors. */
    final Class<?> javaType;

    private final String parse;
    private final String format;

    Form(Class<?> javaType, String parse, String format) {
        this.javaType = javaType;
        this.parse = parse;
        this.format = format;
    }

    /** The form of the leaves of {@code node}: its own, or that of its items. */
    static Form of(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return of(sequence.items());
        }
        return node instanceof Node.Text text && text.codeList() == null ? of(text.format()) : PLAIN;
    }

    private static Form of(@Nullable String format) {
        if (format == null) {
            return PLAIN;
        }
        return switch (format) {
            case "date" -> DATE;
            case "date-time" -> DATE_TIME;
            case "year-month" -> YEAR_MONTH;
            case "decimal" -> DECIMAL;
            case "uri" -> PLAIN;
            default -> throw new ModelException("No Java form for the format " + format);
        };
    }

    /** Java expression that reads the text in {@code variable}. */
    String parse(String variable) {
        return parse.formatted(variable);
    }

    /** Java expression that writes the value in {@code variable} as text. */
    String format(String variable) {
        return format.formatted(variable);
    }
}
