package org.tongcai.engine;

import java.util.ArrayList;
import java.util.List;
import org.tongcai.bundle.BundleException;

/**
 * Parses the patterns of the dialect (section 3 of {@code dialect.md}): anchored, literals, classes, groups, alternation, {@code ?},
 * {@code {n}}, {@code {n,m}}, and {@code *} and {@code +} on a class. Anything else is a fault of the bundle.
 */
final class PatternSyntax {
    /** What a pattern is made of. */
    sealed interface Part {
        /** One character out of a set. */
        record One(Ranges set) implements Part {}

        /** One after the other. */
        record Chain(List<Part> parts) implements Part {}

        /** One of several. */
        record Choice(List<Part> parts) implements Part {}

        /** The part {@code least} to {@code most} times; {@code most} -1 for no bound. */
        record Times(Part part, int least, int most) implements Part {}
    }

    /** More positions than this after counting out {@code {n,m}} are a mistake in the pattern. */
    private static final int MAX_COUNT = 5000;

    private final String source;
    private final int[] text;
    private int at;

    private PatternSyntax(String source) {
        this.source = source;
        this.text = source.codePoints().toArray();
    }

    static Part parse(String source) {
        PatternSyntax syntax = new PatternSyntax(source);
        syntax.expect('^');
        int end = syntax.text.length - 1;
        if (end < 1 || syntax.text[end] != '$') {
            throw syntax.wrong("must be anchored: ^...$");
        }
        Part part = syntax.choice();
        syntax.expect('$');
        if (syntax.at != syntax.text.length) {
            throw syntax.wrong("unexpected character");
        }
        return part;
    }

    private Part choice() {
        List<Part> parts = new ArrayList<>();
        parts.add(chain());
        while (peek() == '|') {
            at++;
            parts.add(chain());
        }
        return parts.size() == 1 ? parts.get(0) : new Part.Choice(parts);
    }

    private Part chain() {
        List<Part> parts = new ArrayList<>();
        for (int c = peek(); c != -1 && c != '|' && c != ')' && c != '$'; c = peek()) {
            parts.add(counted());
        }
        return parts.size() == 1 ? parts.get(0) : new Part.Chain(parts);
    }

    private Part counted() {
        Part part = atom();
        switch (peek()) {
            case '?':
                at++;
                part = new Part.Times(part, 0, 1);
                break;
            case '*':
                at++;
                part = new Part.Times(part, 0, -1);
                break;
            case '+':
                at++;
                part = new Part.Times(part, 1, -1);
                break;
            case '{':
                at++;
                int least = figure();
                int most = least;
                if (peek() == ',') {
                    at++;
                    most = peek() == '}' ? -1 : figure();
                }
                expect('}');
                if (most >= 0 && most < least) {
                    throw wrong("empty count");
                }
                part = new Part.Times(part, least, most);
                break;
            default:
                return part;
        }
        if ("?*+{".indexOf(peek()) >= 0) {
            throw wrong("lazy, possessive or doubled quantifier");
        }
        return part;
    }

    private Part atom() {
        int c = next();
        switch (c) {
            case '(':
                Part group = choice();
                expect(')');
                return group;
            case '[':
                return new Part.One(set());
            case '\\':
                return new Part.One(Ranges.of(escaped()));
            case '.', '*', '+', '?', '{', '}', ']', '^':
                throw wrong("must be escaped or is not in the subset");
            default:
                return new Part.One(Ranges.of(c));
        }
    }

    private Ranges set() {
        boolean negated = peek() == '^';
        if (negated) {
            at++;
        }
        List<int[]> pairs = new ArrayList<>();
        while (peek() != ']') {
            int low = member();
            int high = low;
            if (peek() == '-' && at + 1 < text.length && text[at + 1] != ']') {
                at++;
                high = member();
                if (high < low) {
                    throw wrong("range in wrong order");
                }
            }
            pairs.add(new int[] {low, high});
        }
        at++;
        if (pairs.isEmpty()) {
            throw wrong("empty class");
        }
        Ranges ranges = Ranges.of(pairs);
        return negated ? ranges.negated() : ranges;
    }

    private int member() {
        int c = next();
        if (c == '[' || c == '&' && peek() == '&') {
            throw wrong("must be escaped in a class");
        }
        return c == '\\' ? escaped() : c;
    }

    private int escaped() {
        int c = next();
        if (c >= 0x80 || c <= ' ' || Character.isLetterOrDigit(c)) {
            throw wrong("only punctuation may be escaped");
        }
        return c;
    }

    private int figure() {
        int value = 0;
        int from = at;
        while (peek() >= '0' && peek() <= '9') {
            value = Math.min(value * 10 + (next() - '0'), MAX_COUNT + 1);
        }
        if (at == from || value > MAX_COUNT) {
            throw wrong("count is missing or too large");
        }
        return value;
    }

    private int peek() {
        return at < text.length ? text[at] : -1;
    }

    private int next() {
        if (at >= text.length) {
            throw wrong("ends too early");
        }
        return text[at++];
    }

    private void expect(int c) {
        if (peek() != c) {
            throw wrong("expected " + Character.toString(c));
        }
        at++;
    }

    private BundleException wrong(String why) {
        return new BundleException("pattern " + source + " at " + at + ": " + why, null);
    }
}
