package org.tongcai.identifier;

import org.tongcai.identifier.IdentifierProblem.Reason;

/**
 * A problem packed into an int, so that judging an identifier allocates nothing: 0 is "valid", otherwise reason,
 * position, a detail that only the scheme understands, and the expected ASCII character.
 */
final class Fault {

    static final int NONE = 0;
    static final int LENGTH = of(Reason.LENGTH, -1);

    private static final Reason[] REASONS = Reason.values();
    private static final int DETAIL_SHIFT = 3;
    private static final int POSITION_SHIFT = 7;
    private static final int EXPECTED_SHIFT = 19;

    private Fault() {}

    static int of(Reason reason, int position) {
        return of(reason, position, 0, '\0');
    }

    static int of(Reason reason, int position, int detail) {
        return of(reason, position, detail, '\0');
    }

    /** The ordinal never leaves the process: {@link #reason} undoes it. {@code detail} is 0..15, {@code position} -1..4094, {@code expected} ASCII or NUL for none. */
    @SuppressWarnings("EnumOrdinal")
    static int of(Reason reason, int position, int detail, char expected) {
        return (reason.ordinal() + 1)
                | detail << DETAIL_SHIFT
                | (position + 1) << POSITION_SHIFT
                | expected << EXPECTED_SHIFT;
    }

    static int checkDigit(int position, char expected) {
        return of(Reason.CHECK_DIGIT, position, 0, expected);
    }

    static Reason reason(int fault) {
        return REASONS[(fault & 0x7) - 1];
    }

    static int detail(int fault) {
        return fault >>> DETAIL_SHIFT & 0xF;
    }

    static int position(int fault) {
        return (fault >>> POSITION_SHIFT & 0xFFF) - 1;
    }

    /** NUL when the fault names no expected character. */
    static char expected(int fault) {
        return (char) (fault >>> EXPECTED_SHIFT & 0x7F);
    }
}
