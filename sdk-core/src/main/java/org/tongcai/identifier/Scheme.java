package org.tongcai.identifier;

import org.jspecify.annotations.Nullable;
import org.tongcai.identifier.IdentifierProblem.Reason;

/**
 * How one kind of identifier is judged, explained, normalised and masked. Stateless.
 *
 * <p>{@link #scan} is the only place where a kind is judged: {@link #isValid(char[], int, int)} runs it on the caller's
 * buffer, {@link #check} on a copy of at most {@code max} characters, so a text of a megabyte is refused by its length.
 */
abstract class Scheme {

    private final String id;
    private final int min;
    private final int max;

    Scheme(String id, int min, int max) {
        this.id = id;
        this.min = min;
        this.max = max;
    }

    /** Judges a text whose length lies between the bounds. Allocates nothing, throws nothing. Returns a fault or 0. */
    abstract int scan(char[] text, int offset, int length);

    /** The words for a fault of this scheme that the base class cannot explain, or for one of its special lengths. */
    abstract Words explain(int fault, char[] text);

    /** The right length in words, such as "应为 18 位". */
    abstract Words lengths();

    /** What may stand at the position of a {@link Reason#CHARACTER} fault. */
    abstract Words allowed(int fault);

    String normalise(String text) {
        return Normal.upper(Normal.trimmed(Normal.halfWidth(text)));
    }

    /** The identity for kinds that are not personal. */
    String mask(String text) {
        return text;
    }

    final String id() {
        return id;
    }

    final boolean isValid(char[] text, int offset, int length) {
        return length >= min && length <= max && scan(text, offset, length) == Fault.NONE;
    }

    final boolean isValid(CharSequence text) {
        int length = text.length();
        return length >= min && length <= max && scan(copy(text), 0, length) == Fault.NONE;
    }

    final @Nullable IdentifierProblem check(CharSequence text) {
        int length = text.length();
        if (length < min || length > max) {
            return problem(Fault.LENGTH, wrongLength(lengths(), length));
        }
        char[] copy = copy(text);
        int fault = scan(copy, 0, length);
        return fault == Fault.NONE ? null : problem(fault, words(fault, copy));
    }

    final String require(String text) {
        IdentifierProblem problem = check(text);
        if (problem != null) {
            throw new IdentifierException(problem);
        }
        return text;
    }

    private Words words(int fault, char[] text) {
        int position = Fault.position(fault);
        return switch (Fault.reason(fault)) {
            case LENGTH -> Fault.detail(fault) == 0 ? wrongLength(lengths(), text.length) : explain(fault, text);
            case CHARACTER -> wrongCharacter(fault, text);
            case CHECK_DIGIT -> wrongCheck(position, Fault.expected(fault), text[position]);
            default -> explain(fault, text);
        };
    }

    private IdentifierProblem problem(int fault, Words words) {
        char expected = Fault.expected(fault);
        return new IdentifierProblem(
                id,
                Fault.reason(fault),
                Fault.position(fault),
                words.zh(),
                words.en(),
                expected == '\0' ? null : String.valueOf(expected));
    }

    private Words wrongCharacter(int fault, char[] text) {
        int position = Fault.position(fault);
        int place = position + 1;
        String shown = Normal.visible(text, position);
        boolean lower = text[position] < 0x80;
        char folded = Normal.halfWidth(text[position]);
        if (!wouldPass(folded, position, text)) {
            folded = Normal.upper(folded);
        }
        if (wouldPass(folded, position, text)) {
            return new Words(
                    "第" + place + "位应为" + (lower ? "大写" : "半角") + "“" + folded + "”，实为" + (lower ? "小写" : "全角") + shown,
                    "character " + place + " should be " + (lower ? "upper-case “" : "half-width “") + folded
                            + "” but is " + shown);
        }
        Words allowed = allowed(fault);
        return new Words(
                "第" + place + "位应为" + allowed.zh() + "，实为" + shown,
                "character " + place + " should be " + allowed.en() + " but is " + shown);
    }

    private boolean wouldPass(char replacement, int position, char[] text) {
        char[] changed = text.clone();
        changed[position] = replacement;
        int fault = scan(changed, 0, changed.length);
        return fault == Fault.NONE || Fault.reason(fault) != Reason.CHARACTER || Fault.position(fault) != position;
    }

    private static Words wrongCheck(int position, char expected, char actual) {
        int place = position + 1;
        return new Words(
                "第" + place + "位校验码应为 " + expected + "，实为 " + actual,
                "check character " + place + " should be " + expected + " but is " + actual);
    }

    static Words wrongLength(Words lengths, int actual) {
        return new Words("长度" + lengths.zh() + "，实为 " + actual + " 位", "length " + lengths.en() + " but is " + actual);
    }

    private static char[] copy(CharSequence text) {
        int length = text.length();
        char[] copy = new char[length];
        for (int i = 0; i < length; i++) {
            copy[i] = text.charAt(i);
        }
        return copy;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Index relative to {@code offset} of the first character in {@code [from, to)} that is no digit; -1 if none. */
    static int firstNonDigit(char[] text, int offset, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text[offset + i])) {
                return i;
            }
        }
        return -1;
    }

    static boolean isAllZero(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] != '0') {
                return false;
            }
        }
        return true;
    }

    static final Words DIGIT = new Words("数字 0-9", "a digit 0-9");

    static final Words ALL_ZERO = new Words("全为 0，属占位值，不是实际号码", "all zeros is a placeholder, not a real number");
}
