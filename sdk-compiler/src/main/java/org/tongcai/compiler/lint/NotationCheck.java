package org.tongcai.compiler.lint;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCodeList;
import org.tongcai.compiler.spec.SpecProperty;

/** Holds the government notation of a property against its constraints: both are printed, so both must say the same. */
final class NotationCheck {
    private static final Pattern LENGTH = Pattern.compile("(s|an|a|n)(\\.\\.)?([0-9]+)");
    private static final int URI_LENGTH = 2_000;

    private final Spec spec;
    private final Findings findings;

    NotationCheck(Spec spec, Findings findings) {
        this.spec = spec;
        this.findings = findings;
    }

    void check(SpecProperty property) {
        String notation = property.notation();
        if (notation == null || !Words.NOTATION.matcher(notation).matches()) {
            return; // the keyword check has said so
        }
        Fault fault = fault(notation, property.node());
        if (fault != null) {
            findings.add(LintCheck.NOTATION, property.source().placeOf("x-notation"), notation, fault.zh, fault.en);
        }
    }

    private record Fault(String zh, String en) {
        static Fault expected(String notation) {
            return new Fault("应为 " + notation, "should be " + notation);
        }
    }

    private @Nullable Fault fault(String notation, Node node) {
        if (node instanceof Node.Text text) {
            return text(notation, text);
        } else if (node instanceof Node.Whole whole) {
            return whole(notation, whole);
        } else if (node instanceof Node.Flag) {
            return expect("bool", notation);
        } else if (node instanceof Node.Sequence) {
            return expect("list", notation);
        }
        return expect("object", notation);
    }

    private static @Nullable Fault expect(String expected, String notation) {
        return expected.equals(notation) ? null : Fault.expected(expected);
    }

    /** Digits of the larger bound; a fixed length when both bounds have it. */
    private static @Nullable Fault whole(String notation, Node.Whole whole) {
        int most = Math.max(digits(whole.minimum()), digits(whole.maximum()));
        boolean fixed = whole.minimum() > 0 && digits(whole.minimum()) == most;
        return notation.equals("n.." + most) || (fixed && notation.equals("n" + most))
                ? null
                : Fault.expected("n.." + most);
    }

    private static int digits(long value) {
        return Long.toString(Math.abs(value)).length();
    }

    private @Nullable Fault text(String notation, Node.Text text) {
        Node.DecimalShape decimal = text.decimal();
        if (decimal != null) {
            return expect("D" + decimal.digits() + "," + decimal.fraction(), notation);
        }
        String format = text.format();
        if (format != null && !format.equals("uri")) {
            String expected = switch (format) {
                case "date" -> "YYYY-MM-DD";
                case "year-month" -> "YYYY-MM";
                case "date-time" -> "datetime";
                default -> notation;
            };
            return expect(expected, notation);
        }
        Matcher matcher = LENGTH.matcher(notation);
        if (!matcher.matches()) {
            return new Fault("应为文本表示法，如 s..200、an..50、n6", "should be that of a text, such as s..200, an..50, n6");
        }
        int length = Integer.parseInt(matcher.group(3));
        Shape shape = shape(text);
        if (matcher.group(2) == null && (shape.min != length || shape.max != length)) {
            return shape.max < 0
                    ? null // an identifier's own standard bounds it
                    : new Fault(
                            "长度应固定为 " + length + "，约束允许 " + shape.min + "–" + bound(shape.max),
                            "length is not fixed to " + length + ": " + shape.min + "–" + bound(shape.max)
                                    + " is allowed");
        }
        if (matcher.group(2) != null && shape.exact && shape.max != length) {
            return new Fault("maxLength 为 " + bound(shape.max), "maxLength is " + bound(shape.max));
        }
        if (matcher.group(2) != null && shape.max > length) {
            return new Fault("约束允许 " + bound(shape.max) + " 个字符", bound(shape.max) + " characters are allowed");
        }
        return characters(Objects.requireNonNull(matcher.group(1)), shape);
    }

    private static @Nullable Fault characters(String kind, Shape shape) {
        boolean fits = switch (kind) {
            case "n" -> shape.digits;
            case "a" -> shape.letters;
            default -> true;
        };
        return fits
                ? null
                : new Fault(
                        kind.equals("n") ? "约束没有限定为数字" : "约束没有限定为字母",
                        kind.equals("n")
                                ? "the constraints allow more than digits"
                                : "the constraints allow more than letters");
    }

    private static String bound(int max) {
        return max == Integer.MAX_VALUE ? "∞" : Integer.toString(max);
    }

    /**
     * What the constraints together allow.
     *
     * @param max -1 where only an identifier's standard knows
     * @param exact whether {@code max} is stated, so that the notation has to state the same
     */
    private record Shape(int min, int max, boolean exact, boolean digits, boolean letters) {
        static final Shape UNKNOWN = new Shape(0, -1, false, true, true);
    }

    private Shape shape(Node.Text text) {
        String constant = text.constant();
        if (constant != null) {
            return codes(List.of(constant));
        }
        Shape pattern = pattern(text);
        if (pattern != null) {
            // The notation repeats maxLength where it is stated; a pattern of fixed length says more than maxLength.
            boolean stated = text.maxLength() >= 0 && pattern.min != pattern.max;
            return new Shape(
                    Math.max(text.minLength(), pattern.min),
                    stated ? text.maxLength() : pattern.max,
                    stated,
                    pattern.digits,
                    pattern.letters);
        }
        if (text.maxLength() >= 0) {
            Shape of = identifier(text.identifier());
            return new Shape(text.minLength(), text.maxLength(), true, of.digits, of.letters);
        }
        if (text.identifier() != null) {
            return identifier(text.identifier());
        }
        SpecCodeList list = text.codeList() == null ? null : spec.codeLists().get(text.codeList());
        if (list != null && text.binding() == Node.Binding.REQUIRED) {
            return codes(
                    list.list().entries().stream().map(CodeList.Entry::code).toList());
        }
        return "uri".equals(text.format()) ? new Shape(1, URI_LENGTH, true, false, false) : Shape.UNKNOWN;
    }

    private static @Nullable Shape pattern(Node.Text text) {
        try {
            if (text.pattern() == null) {
                return null;
            }
            PatternSubset subset = PatternSubset.parse(text.pattern());
            return new Shape(subset.minLength(), subset.maxLength(), false, subset.digits(), subset.letters());
        } catch (PatternSubset.Fault e) {
            return null; // the pattern check has said so
        }
    }

    private static Shape identifier(@Nullable String kind) {
        if (kind == null) {
            return new Shape(0, -1, false, false, false);
        }
        return switch (kind) {
            case "creditCode", "residentId" -> new Shape(18, 18, false, false, false);
            case "regionCode", "postCode" -> new Shape(6, 6, false, true, false);
            case "bankAccount", "invoiceNumber" -> new Shape(0, -1, false, true, false);
            default -> new Shape(0, -1, false, false, false);
        };
    }

    private static Shape codes(List<String> codes) {
        int min = codes.stream().mapToInt(String::length).min().orElse(0);
        int max = codes.stream().mapToInt(String::length).max().orElse(0);
        return new Shape(
                min,
                max,
                false,
                codes.stream().allMatch(code -> code.matches("[0-9]+")),
                codes.stream().allMatch(code -> code.matches("[A-Za-z]+")));
    }
}
