package org.tongcai.compiler.lint;

/**
 * A pattern of the shared subset (section 3 of the dialect), which JSON Schema (ECMA-262 with the u flag), java.util.regex and XSD
 * read alike, and which cannot backtrack badly: what repeats without bound is a single class. Immutable.
 *
 * @param minLength code points of the shortest match
 * @param maxLength code points of the longest match; {@link Integer#MAX_VALUE} where unbounded
 * @param digits whether only 0–9 match
 * @param letters whether only A–Z and a–z match
 * @param ascii whether only U+0020–U+007E match
 */
record PatternSubset(int minLength, int maxLength, boolean digits, boolean letters, boolean ascii) {
    /** Why a pattern is not of the subset. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;
        private final String zh;

        Fault(String zh, String en) {
            super(en);
            this.zh = zh;
        }

        String zh() {
            return zh;
        }

        String en() {
            return String.valueOf(getMessage());
        }
    }

    /** Parses an anchored pattern. */
    static PatternSubset parse(String pattern) throws Fault {
        if (!pattern.startsWith("^") || !pattern.endsWith("$") || pattern.endsWith("\\$") || pattern.length() < 2) {
            throw new Fault("须以 ^ 开头、以 $ 结尾", "not anchored with ^ and $");
        }
        Part part = new PatternParser(pattern, 1, pattern.length() - 1).parse();
        return new PatternSubset(
                part.min(), (int) Math.min(part.max(), Integer.MAX_VALUE), part.digits(), part.letters(), part.ascii());
    }

    /** What a piece of a pattern can match, and whether it holds a quantifier other than {@code ?}. */
    record Part(int min, long max, boolean digits, boolean letters, boolean ascii, boolean quantified) {
        static final Part EMPTY = new Part(0, 0, true, true, true, false);

        static Part of(int low, int high) {
            return new Part(
                    1,
                    1,
                    low >= '0' && high <= '9',
                    (low >= 'A' && high <= 'Z') || (low >= 'a' && high <= 'z'),
                    low >= ' ' && high <= '~',
                    false);
        }

        Part then(Part next) {
            return new Part(
                    min + next.min,
                    Math.min(max + next.max, Integer.MAX_VALUE),
                    digits && next.digits,
                    letters && next.letters,
                    ascii && next.ascii,
                    quantified || next.quantified);
        }

        Part or(Part other) {
            return new Part(
                    Math.min(min, other.min),
                    Math.max(max, other.max),
                    digits && other.digits,
                    letters && other.letters,
                    ascii && other.ascii,
                    quantified || other.quantified);
        }

        Part times(int low, long high) {
            return new Part(
                    min * low,
                    Math.min(max * high, Integer.MAX_VALUE),
                    digits,
                    letters,
                    ascii,
                    quantified || low != 0 || high != 1);
        }
    }
}
