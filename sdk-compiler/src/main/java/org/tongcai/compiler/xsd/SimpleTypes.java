package org.tongcai.compiler.xsd;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.strict.Shapes;

/**
 * The simple types of one schema. Names are lower case with hyphens, those of the standard's own types are not, so they never meet.
 *
 * <p>Texts keep their blanks, hence {@code xs:string} everywhere. Their lengths are counted by patterns as far as possible: the JDK's validator
 * takes {@code xs:maxLength} for UTF-16 units and would refuse names with rare characters. What may be longer than {@link XmlSchemas#LONG_TEXT}
 * has no pattern, since MSV needs stack for each character that it matches. Not thread-safe.
 */
final class SimpleTypes {
    /** How the type of an element is said: by a name, or by what stands within its {@code xs:simpleType}. */
    record Value(@Nullable String name, @Nullable Consumer<SchemaText> content) {
        static Value named(String name) {
            return new Value(name, null);
        }

        static Value inline(Consumer<SchemaText> content) {
            return new Value(null, content);
        }
    }

    private static final String STRING = "xs:string";
    /** What XML allows and the standard does not. */
    private static final String CHARACTER = "[^\u007F-\u009F]";

    private static final Bilingual BOOLEAN = new Bilingual("是否：true 或 false", "Truth value: true or false");
    private static final Bilingual INTEGER =
            new Bilingual("整数，没有多余的零和加号", "Whole number without leading zeros or plus");
    private static final Bilingual OWN_CODE = new Bilingual(
            "标准代码表中没有合适代码时的自有代码，以 x- 开头", "Own code, beginning with x-, where none of the standard's list fits");

    private final CodeTypes codes;
    private final SortedMap<String, Consumer<SchemaText>> named = new TreeMap<>();

    SimpleTypes(Spec spec, Notes notes) {
        this.codes = new CodeTypes(spec, notes);
    }

    /** Writes the named types that have been asked for. */
    void write(SchemaText out) {
        named.forEach((name, content) -> {
            out.open("simpleType", "name", name);
            content.accept(out);
            out.close();
        });
    }

    /** The type of a value that is no object. */
    Value of(Node node) {
        if (node instanceof Node.Flag) {
            return Value.named(
                    define("boolean", BOOLEAN, new Restriction("xs:boolean").with("pattern", "true|false")::write));
        }
        if (node instanceof Node.Whole whole) {
            String base = define(
                    "integer", INTEGER, new Restriction("xs:integer").with("pattern", "-?(0|[1-9][0-9]*)")::write);
            return Value.inline(new Restriction(base)
                    .with("minInclusive", Long.toString(whole.minimum()))
                    .with("maxInclusive", Long.toString(whole.maximum()))::write);
        }
        return text((Node.Text) node);
    }

    /** The one value that an element may have. */
    static Value constant(String value) {
        return Value.inline(new Restriction(STRING).with("enumeration", value)::write);
    }

    private Value text(Node.Text text) {
        if (text.constant() != null) {
            return constant(text.constant());
        }
        String base = base(text);
        if (base == null) {
            return plain(text);
        }
        if (text.pattern() == null && text.minLength() <= 0 && text.maxLength() < 0) {
            return Value.named(base);
        }
        Restriction narrowed = new Restriction(base).length(text.minLength(), text.maxLength());
        return Value.inline((text.pattern() == null ? narrowed : narrowed.pattern(text.pattern()))::write);
    }

    /** The type that the text has by its code list, format or identifier; null for none. */
    private @Nullable String base(Node.Text text) {
        if (text.codeList() != null) {
            return code(text.codeList(), Objects.requireNonNull(text.binding()));
        }
        Node.DecimalShape shape = text.decimal();
        if (shape != null) {
            return decimal(shape);
        }
        if (text.format() != null) {
            return format(text.format());
        }
        return text.identifier() == null || text.pattern() != null ? null : identifier(text.identifier());
    }

    private Value plain(Node.Text text) {
        String pattern = text.pattern();
        int min = text.minLength();
        int max = text.maxLength();
        if (pattern == null) {
            return Value.named(max < 0 && min <= 0 ? STRING : characters(min, max));
        }
        if (max >= 0 && max <= XmlSchemas.LONG_TEXT) {
            return Value.inline(matching(pattern, min, max)::write);
        }
        return Value.inline(shortOrLong(matching(pattern, min, XmlSchemas.LONG_TEXT), max));
    }

    /** Facets count UTF-16 units in the JDK, which is right for patterns that keep out all but ASCII. */
    private Restriction matching(String pattern, int min, int max) {
        boolean ascii =
                !pattern.contains("[^") && pattern.chars().allMatch(character -> character >= ' ' && character <= '~');
        return (ascii ? new Restriction(STRING).length(min, max) : new Restriction(characters(min, max)))
                .pattern(pattern);
    }

    private static Consumer<SchemaText> shortOrLong(Restriction checked, int max) {
        Restriction unchecked = new Restriction(STRING).length(XmlSchemas.LONG_TEXT + 1, max);
        return out -> {
            out.open("union");
            for (Restriction member : new Restriction[] {checked, unchecked}) {
                out.open("simpleType");
                member.write(out);
                out.close();
            }
            out.close();
        };
    }

    private String characters(int min, int max) {
        String name = max < 0 ? "text-" + min : "text-" + min + "-" + max;
        Restriction restriction = new Restriction(STRING);
        if (max >= 0 && max <= XmlSchemas.LONG_TEXT) {
            restriction.with("pattern", CHARACTER + "{" + min + "," + max + "}");
        } else {
            restriction.length(min, max);
        }
        String zh = max < 0 ? "至少 " + min + " 个字符" : min + " 至 " + max + " 个字符";
        String en = max < 0 ? "at least " + min + " characters" : min + " to " + max + " characters";
        return define(name, new Bilingual("文本，" + zh, "Text of " + en), restriction::write);
    }

    private String decimal(Node.DecimalShape shape) {
        String name = (shape.signed() ? "signed-decimal-" : "decimal-") + shape.digits() + "-" + shape.fraction();
        Bilingual told = new Bilingual(
                "十进制数，至多 " + shape.digits() + " 位，其中小数至多 " + shape.fraction() + " 位" + (shape.signed() ? "，可为负" : ""),
                "Decimal of at most " + shape.digits() + " digits, of these " + shape.fraction() + " after the point"
                        + (shape.signed() ? "; may be negative" : ""));
        return define(name, told, new Restriction(STRING).pattern(Shapes.decimal(shape))::write);
    }

    private String format(String format) {
        return switch (format) {
            case "date" -> shaped(format, Shapes.DATE_PATTERN, "日期，如 2026-03-01", "Date such as 2026-03-01");
            case "date-time" ->
                shaped(
                        format,
                        Shapes.DATE_TIME_PATTERN,
                        "带时区的时间，如 2026-03-01T09:30:00+08:00",
                        "Date and time with offset such as 2026-03-01T09:30:00+08:00");
            case "year-month" ->
                shaped(format, Shapes.YEAR_MONTH_PATTERN, "年月，如 2026-03", "Year and month such as 2026-03");
            case "uri" ->
                define(
                        format,
                        new Bilingual("网址（绝对 URI），至多 2,000 个字符", "Absolute URI of at most 2,000 characters"),
                        shortOrLong(
                                new Restriction(STRING)
                                        .length(0, XmlSchemas.LONG_TEXT)
                                        .pattern(Shapes.URI_PATTERN),
                                Shapes.URI_LENGTH));
            default -> throw new IllegalArgumentException("unknown format " + format);
        };
    }

    private String shaped(String name, String pattern, String zh, String en) {
        return define(name, new Bilingual(zh, en), new Restriction(STRING).pattern(pattern)::write);
    }

    private String identifier(String id) {
        IdentifierType type = IdentifierType.of(id);
        return define(type.name(), type.told(), new Restriction(characters(1, IdentifierType.LONGEST))::write);
    }

    private String code(String list, Node.Binding binding) {
        if (binding == Node.Binding.PREFERRED) {
            return STRING;
        }
        named.computeIfAbsent(list, id -> codes.of(id));
        if (binding == Node.Binding.REQUIRED) {
            return list;
        }
        String own =
                define("own-code", OWN_CODE, new Restriction(STRING).with("pattern", "x-" + CHARACTER + "+")::write);
        String extended = list + "-or-own";
        named.put(extended, out -> {
            codes.annotateExtended(out, list);
            out.empty("union", "memberTypes", list + " " + own);
        });
        return extended;
    }

    private String define(String name, Bilingual told, Consumer<SchemaText> content) {
        named.computeIfAbsent(name, any -> out -> {
            Notes.annotation(out, told, "");
            content.accept(out);
        });
        return name;
    }
}
