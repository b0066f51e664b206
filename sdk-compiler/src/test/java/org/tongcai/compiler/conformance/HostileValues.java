package org.tongcai.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Node;

/** Values at and beyond the edges of what a member may hold, and values that are wrong in every way that was thought of. */
final class HostileValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** One character each by the count of code points, but for the last: a letter and its accent are two. */
    private static final String[] UNITS = {"a", "0", "中", "😀", "𠮷", "é", "e\u0301"};

    private static final String[] NUMBERS = {
        "0",
        "1",
        "-1",
        "-0",
        "1.0",
        "1.00",
        "-0.0",
        "1.5",
        "1e0",
        "1E2",
        "1e-1",
        "10e-1",
        "9999",
        "10000",
        "9007199254740991",
        "9007199254740992",
        "9007199254740993",
        "-9007199254740991",
        "-9007199254740992",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "18446744073709551617",
        "100000000000000000000000000000000000000000000000000000000001",
        "1.0000000000000000000000000000000000001",
        "0.00000000000000000000000000000000000000000000000000001",
        "123456789012345678.0",
        "1234567890123456789.0"
    };

    private static final String[] OTHERS = {
        "null",
        "true",
        "false",
        "\"\"",
        "\" \"",
        "\"true\"",
        "\"1\"",
        "\"0\"",
        "\"x\"",
        "\"中文\"",
        "[]",
        "{}",
        "[[]]",
        "[{}]",
        "[null]",
        "[\"\"]",
        "[\"x\",\"x\"]",
        "{\"a\":{}}",
        "\"\\u4e2d\\u6587\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\u0000\"",
        "\"a\\u0007b\"",
        "\"\\u0085\"",
        "\"\\uFFFE\"",
        "\"\\n\"",
        "\"\\\"\\\\\\/\"",
        "\"\u2028\"",
        "\"\uFEFF\"",
        "\"\u00A0\"",
        "\"１２３\""
    };

    private static final String[] DATES = {
        "2024-02-29", "2023-02-29", "2000-02-29", "1900-02-29", "2100-02-29", "2400-02-29", "0000-01-01", "0000-02-29",
                "0001-01-01",
        "9999-12-31", "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-31", "2026-01-32", "2026-04-30", "2026-04-31",
                "2026-11-31",
        "2026-1-1", "26-01-01", "+2026-01-01", "-2026-01-01", "2026/01/01", "20260101", "2026-01-01 ", " 2026-01-01",
                "2026-01-01\n",
        "２０２６-01-01", "2026-01-01T00:00:00Z", "2026-01", "2026-W01-1", "2026-001", "12026-01-01", "2026‐01‐01"
    };

    private static final String[] TIMES = {
        "T00:00:00Z",
        "T23:59:59Z",
        "T24:00:00Z",
        "T23:59:60Z",
        "T12:60:00Z",
        "T12:00:00z",
        "t12:00:00Z",
        " 12:00:00Z",
        "T12:00:00",
        "T12:00Z",
        "T12:00:00+08:00",
        "T12:00:00-00:00",
        "T12:00:00+00:00",
        "T12:00:00+14:00",
        "T12:00:00+18:00",
        "T12:00:00+18:01",
        "T12:00:00+23:59",
        "T12:00:00+24:00",
        "T12:00:00+08:60",
        "T12:00:00+0800",
        "T12:00:00+08",
        "T12:00:00+8:00",
        "T12:00:00.Z",
        "T12:00:00.1Z",
        "T12:00:00.123456789Z",
        "T12:00:00.1234567890Z",
        "T12:00:00,1Z",
        "T12:00:00Z\n",
        "T12:00:00.1+08:00",
        "T1:00:00Z",
        "T12:00:00Z[Asia/Shanghai]",
        "T12:00:00+08:00:00",
        "T１2:00:00Z",
        "T12:00:00.1234567891+08:00"
    };

    private static final String[] URIS = {
        "https://example.org",
        "HTTPS://EXAMPLE.ORG/",
        "https://",
        "https:",
        "https",
        "://example.org",
        "//example.org",
        "/a/b",
        "urn:x:y",
        "a:b",
        "a:",
        "1a:b",
        "a+b-c.d:e",
        "https://例子.cn",
        "https://example.org/中",
        "https://example.org/a b",
        "https://example.org/%41",
        "https://example.org/%4",
        "https://example.org/%zz",
        "https://example.org#a",
        "https://example.org#a#b",
        "https://[::1]/a",
        "https://example.org/[a]",
        "https://example.org/{a}",
        "https://example.org\n",
        "https:///a",
        "https://?a",
        "https://#a",
        "a:#",
        "a:?",
        "a:/",
        "a://",
        "a:///",
        "mailto:a@example.org",
        "https://example.org/\\",
        "https://example.org/\"",
        "a:b%",
        "a:%41",
        "a:b[c",
        "a://b]c"
    };

    private static final String[] DECIMALS = {
        "0",
        "-0",
        "+0",
        "00",
        "0.0",
        "-0.0",
        "-0.00",
        "0.",
        ".0",
        ".",
        "-",
        "",
        "1",
        "-1",
        "+1",
        "01",
        "-01",
        "1.",
        "1.0",
        "1.00",
        "1.000",
        "-0.01",
        "-0.001",
        "0.01",
        "1e2",
        "1E2",
        "1,000",
        "1 000",
        " 1",
        "1 ",
        "1\n",
        "１",
        "٣",
        "NaN",
        "Infinity",
        "0x1",
        "1.2.3",
        "--1",
        "−1",
        "1_0",
        "1.0e0",
        "0.10",
        "10",
        "100",
        "100.00",
        "100.01"
    };

    private final Random random;

    HostileValues(Random random) {
        this.random = random;
    }

    /** Any value for a member that is described so, or that nobody described. */
    JsonNode value(@Nullable Node node) {
        int choice = random.nextInt(10);
        if (node instanceof Node.Text text && choice < 8) {
            return JSON.textNode(text(text));
        }
        if (node instanceof Node.Whole whole && choice < 5) {
            long edge = random.nextBoolean() ? whole.minimum() : whole.maximum();
            return raw((edge + random.nextInt(3) - 1) + pick("", ".0", ".5", "e0"));
        }
        if (node instanceof Node.Flag && choice < 4) {
            return JSON.booleanNode(random.nextBoolean());
        }
        if (choice < 9) {
            return raw(pick(random.nextBoolean() ? NUMBERS : OTHERS));
        }
        return JSON.textNode(pick(random.nextBoolean() ? DATES : DECIMALS));
    }

    private String text(Node.Text node) {
        String format = node.format() == null ? "" : node.format();
        if (random.nextInt(4) > 0) {
            switch (format) {
                case "date":
                    return pick(DATES);
                case "date-time":
                    return (random.nextInt(3) > 0 ? "2026-10-15" : pick(DATES)) + pick(TIMES);
                case "year-month":
                    String month = pick(DATES);
                    return month.length() > 7 && random.nextInt(5) > 0 ? month.substring(0, 7) : month;
                case "uri":
                    return uri();
                case "decimal":
                    return decimal(node.decimal());
                default:
                    break;
            }
        }
        int least = Math.max(0, node.minLength());
        int most = node.maxLength() < 0 ? 40 : node.maxLength();
        List<Integer> lengths = new ArrayList<>(List.of(0, 1, least, least + 1, most - 1, most, most, most + 1));
        if (least > 0) {
            lengths.add(least - 1);
        }
        int length = Math.max(0, lengths.get(random.nextInt(lengths.size())));
        return pick(UNITS).repeat(length)
                + (random.nextInt(12) == 0 ? pick("\n", " ", "\r", "\t", "\u0301", "😀") : "");
    }

    private String uri() {
        if (random.nextInt(8) > 0) {
            return pick(URIS);
        }
        String start = "https://example.org/";
        return start + "a".repeat(2_000 - start.length() + random.nextInt(3) - 1);
    }

    private String decimal(Node.@Nullable DecimalShape shape) {
        if (shape == null || random.nextInt(2) == 0) {
            return pick(DECIMALS);
        }
        int before = Math.max(0, shape.digits() - shape.fraction() + random.nextInt(3) - 1);
        int after = Math.max(0, shape.fraction() + random.nextInt(3) - 1);
        String digit = pick("9", "1", "0");
        String whole = before == 0 ? pick("0", "") : pick("9", "1", "0") + digit.repeat(before - 1);
        return pick("", "", "-")
                + whole
                + (after == 0 ? "" : "." + pick("0", "9", "5").repeat(after));
    }

    /** All texts at the edges of a description, none left to chance. */
    static List<String> edges(Node.Text node) {
        List<String> edges = new ArrayList<>();
        switch (node.format() == null ? "" : node.format()) {
            case "date" -> edges.addAll(List.of(DATES));
            case "year-month" -> {
                for (String date : DATES) {
                    edges.add(date.substring(0, Math.min(7, date.length())));
                    edges.add(date);
                }
            }
            case "date-time" -> {
                for (String time : TIMES) {
                    edges.add("2026-10-15" + time);
                }
                for (String date : DATES) {
                    edges.add(date + "T12:00:00+08:00");
                }
            }
            case "uri" -> edges.addAll(List.of(URIS));
            case "decimal" -> edges.addAll(decimals(node.decimal()));
            default -> {
                edges.addAll(List.of(
                        "", " ", "\n", "\t", "a\n", "A1\n", "\u00A0", "\u2028", "1-2", "2026", "GP-1.0", "０１２"));
                int most = node.maxLength() < 0 ? 40 : node.maxLength();
                for (String unit : UNITS) {
                    for (int length : new int[] {1, node.minLength() - 1, node.minLength(), most - 1, most, most + 1}) {
                        edges.add(unit.repeat(Math.max(0, length)));
                    }
                    edges.add(unit.repeat(most / 2) + " ".repeat(most - most / 2) + unit);
                }
            }
        }
        return edges;
    }

    private static List<String> decimals(Node.@Nullable DecimalShape shape) {
        List<String> decimals = new ArrayList<>(List.of(DECIMALS));
        int whole = shape == null ? 1 : shape.digits() - shape.fraction();
        int fraction = shape == null ? 0 : shape.fraction();
        for (String sign : new String[] {"", "-"}) {
            for (int before = whole - 1; before <= whole + 1; before++) {
                for (int after = fraction - 1; after <= fraction + 1; after++) {
                    for (String digit : new String[] {"0", "1", "9"}) {
                        String tail = after < 1 ? "" : "." + digit.repeat(after);
                        decimals.add(sign + "9".repeat(Math.max(0, before)) + tail);
                        decimals.add(sign + "0" + tail);
                    }
                }
            }
        }
        return decimals;
    }

    /** A text slightly changed. */
    String tweaked(String text) {
        int at = random.nextInt(text.length() + 1);
        String rest = text.substring(at);
        return switch (random.nextInt(7)) {
            case 0 -> text + pick("\n", " ", "\u200B", "😀", "e\u0301");
            case 1 ->
                text.substring(0, at)
                        + pick("😀", "𠮷", "\u0301", " ", "０", "-", ".", "\t", "é", "\u0000", "\u007F")
                        + rest;
            case 2 -> text.substring(0, at) + (rest.isEmpty() ? "" : rest.substring(1));
            case 3 -> text.toLowerCase(Locale.ROOT);
            case 4 -> text.toUpperCase(Locale.ROOT);
            case 5 -> text + text;
            default -> text.strip().isEmpty() ? "x" : " " + text;
        };
    }

    /** A member or item as these very characters. */
    static JsonNode raw(String json) {
        return JSON.rawValueNode(new RawValue(json));
    }

    String pick(String... of) {
        return of[random.nextInt(of.length)];
    }
}
