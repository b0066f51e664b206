package org.tongcai.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text of a layout with places for values: {@code 预算金额：{budget/amount|yuan}元}. Immutable.
 *
 * @param parts literals and slots in order
 */
public record LayoutTemplate(List<Part> parts) {
    /** What stands for the position in a repetition. */
    public static final String POSITION = "#";

    /** All formats, in the order of spec/technical/layouts.md. */
    public static final Set<String> FORMATS = Set.of(
            "plain", "code", "date", "month", "moment", "flag", "number", "percent", "yuan", "wan", "capital",
            "chinese", "link", "text");

    public LayoutTemplate {
        parts = List.copyOf(parts);
    }

    /** A piece of a template. */
    public sealed interface Part {}

    /** Text that is printed as it is. */
    public record Literal(String text) implements Part {}

    /**
     * A place for a value.
     *
     * @param path where the value is; null for the position in the repetition
     * @param format one of {@link #FORMATS}
     * @param argument what stands after the format's colon; empty for none
     * @param separator what stands between several values
     * @param otherwise what is printed where there is no value; null for a blank
     */
    public record Slot(
            @Nullable LayoutPath path,
            String format,
            String argument,
            String separator,
            @Nullable String otherwise) implements Part {}

    /**
     * Reads a template as written.
     *
     * @throws IllegalArgumentException if it is malformed
     */
    public static LayoutTemplate parse(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if ((c == '{' || c == '}') && i + 1 < text.length() && text.charAt(i + 1) == c) {
                literal.append(c);
                i += 2;
            } else if (c == '{') {
                int end = text.indexOf('}', i);
                if (end < 0) {
                    throw new IllegalArgumentException("{ without }: " + text);
                }
                if (!literal.isEmpty()) {
                    parts.add(new Literal(literal.toString()));
                    literal.setLength(0);
                }
                parts.add(slot(text.substring(i + 1, end)));
                i = end + 1;
            } else if (c == '}') {
                throw new IllegalArgumentException("} without {: " + text);
            } else {
                literal.append(c);
                i++;
            }
        }
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
        }
        return new LayoutTemplate(parts);
    }

    private static Slot slot(String text) {
        String[] pieces = text.split("\\|", -1);
        LayoutPath path = pieces[0].equals(POSITION) ? null : LayoutPath.parse(pieces[0]);
        String format = "plain";
        String argument = "";
        String separator = "、";
        String otherwise = null;
        int stage = 0; // format, then join, then or: one order, so that a slot reads one way
        for (int i = 1; i < pieces.length; i++) {
            int colon = pieces[i].indexOf(':');
            String name = colon < 0 ? pieces[i] : pieces[i].substring(0, colon);
            String value = colon < 0 ? "" : pieces[i].substring(colon + 1);
            if (name.equals("join") && stage < 2) {
                separator = value;
                stage = 2;
            } else if (name.equals("or") && stage < 3) {
                otherwise = value;
                stage = 3;
            } else if (FORMATS.contains(name) && stage < 1) {
                format = name;
                argument = value;
                stage = 1;
            } else {
                throw new IllegalArgumentException("not a format: " + pieces[i] + " in {" + text + "}");
            }
        }
        return new Slot(path, format, argument, separator, otherwise);
    }
}
