package org.tongcai.compiler.lint;

import org.tongcai.compiler.lint.PatternSubset.Fault;
import org.tongcai.compiler.lint.PatternSubset.Part;

/** Recursive descent over a pattern without its anchors. */
final class PatternParser {
    /** May be escaped anywhere: the syntax characters of ECMA-262 and the slash. */
    private static final String ESCAPABLE = "^$\\.*+?()[]{}|/";
    /** Syntax that must not stand unescaped outside a class. */
    private static final String RESERVED = "^$.*+?)]{}|";

    private static final int LARGEST_COUNT = 10_000;

    private final int[] points;
    private int at;

    PatternParser(String pattern, int from, int to) {
        this.points = pattern.substring(from, to).codePoints().toArray();
    }

    Part parse() throws Fault {
        Part part = sequence();
        if (at < points.length) {
            // An anchor binds tighter than |, so that ^a|b$ means something else than it seems to.
            throw points[at] == '|'
                    ? new Fault("选择须放在括号内", "alternation must stand in a group")
                    : new Fault("多余的“" + text(points[at]) + "”", "stray " + text(points[at]));
        }
        return part;
    }

    private Part alternatives() throws Fault {
        Part part = sequence();
        while (at < points.length && points[at] == '|') {
            at++;
            part = part.or(sequence());
        }
        return part;
    }

    private Part sequence() throws Fault {
        Part part = Part.EMPTY;
        int start = at;
        while (at < points.length && points[at] != '|' && points[at] != ')') {
            part = part.then(quantified());
        }
        if (at == start) {
            throw new Fault("空的分支", "an empty alternative");
        }
        return part;
    }

    private Part quantified() throws Fault {
        int first = points[at];
        Part atom = atom();
        if (at >= points.length || "?*+{".indexOf(points[at]) < 0) {
            return atom;
        }
        Part part = quantifier(first, atom);
        if (at < points.length && "?*+{".indexOf(points[at]) >= 0) {
            throw new Fault("不允许懒惰、独占或连续的量词", "lazy, possessive or repeated quantifiers are not allowed");
        }
        return part;
    }

    private Part quantifier(int first, Part atom) throws Fault {
        int quantifier = points[at++];
        switch (quantifier) {
            case '?' -> {
                return atom.times(0, 1);
            }
            case '*', '+' -> {
                if (first != '[') {
                    throw new Fault("* 和 + 只能跟在字符类之后", "* and + may follow a class only");
                }
                return atom.times(quantifier == '+' ? 1 : 0, Integer.MAX_VALUE);
            }
            default -> {
                if (first == '(' && atom.quantified()) {
                    throw new Fault("量词不得嵌套", "quantifiers must not be nested");
                }
                int low = number();
                int high = low;
                if (at < points.length && points[at] == ',') {
                    at++;
                    high = number();
                }
                if (at >= points.length || points[at] != '}' || high < low || high == 0) {
                    throw new Fault("量词应为 {n} 或 {n,m}", "the quantifier should be {n} or {n,m}");
                }
                at++;
                return atom.times(low, high);
            }
        }
    }

    private int number() throws Fault {
        int start = at;
        int value = 0;
        while (at < points.length && points[at] >= '0' && points[at] <= '9' && value <= LARGEST_COUNT) {
            value = value * 10 + points[at++] - '0';
        }
        if (at == start || value > LARGEST_COUNT) {
            throw new Fault("量词应为 {n} 或 {n,m}", "the quantifier should be {n} or {n,m}");
        }
        return value;
    }

    private Part atom() throws Fault {
        int point = points[at++];
        if (point == '(') {
            if (at < points.length && points[at] == '?') {
                throw new Fault("不允许 (?…)", "(?...) is not allowed");
            }
            Part group = alternatives();
            if (at >= points.length) {
                throw new Fault("括号未闭合", "a group is not closed");
            }
            at++;
            return group;
        }
        if (point == '[') {
            return characterClass();
        }
        if (point == '\\') {
            int escaped = escape(ESCAPABLE);
            return Part.of(escaped, escaped);
        }
        if (RESERVED.indexOf(point) >= 0) {
            throw new Fault("“" + text(point) + "”须转义", text(point) + " must be escaped");
        }
        return Part.of(point, point);
    }

    private Part characterClass() throws Fault {
        boolean negated = at < points.length && points[at] == '^';
        at += negated ? 1 : 0;
        Part part = null;
        int start = at;
        while (at < points.length && points[at] != ']') {
            int low = member(start);
            int high = low;
            if (at + 1 < points.length && points[at] == '-' && points[at + 1] != ']') {
                at++;
                high = member(start);
                if (high < low) {
                    throw new Fault("字符范围颠倒", "a range is reversed");
                }
            }
            Part range = Part.of(low, high);
            part = part == null ? range : part.or(range);
        }
        if (at >= points.length || part == null) {
            throw new Fault("字符类为空或未闭合", "a class is empty or not closed");
        }
        at++;
        return negated ? new Part(1, 1, false, false, false, false) : part;
    }

    /** Java gives {@code [} and {@code &&} inside a class a meaning that others do not; a hyphen in the middle is read differently. */
    private int member(int start) throws Fault {
        int point = points[at++];
        if (point == '\\') {
            return escape(ESCAPABLE + "-");
        }
        boolean hyphenInside = point == '-' && at - 1 != start && at < points.length && points[at] != ']';
        if (point == '[' || point == '^' || point == '&' && at < points.length && points[at] == '&' || hyphenInside) {
            throw new Fault("字符类中的“" + text(point) + "”须转义", text(point) + " in a class must be escaped");
        }
        return point;
    }

    private int escape(String allowed) throws Fault {
        if (at >= points.length || allowed.indexOf(points[at]) < 0) {
            String escaped = at < points.length ? text(points[at]) : "";
            throw new Fault("不允许转义 \\" + escaped, "the escape \\" + escaped + " is not allowed");
        }
        return points[at++];
    }

    private static String text(int point) {
        return Character.toString(point);
    }
}
