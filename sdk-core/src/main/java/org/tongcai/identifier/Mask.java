package org.tongcai.identifier;

/** Hiding personal identifiers in logs and findings. Also works on texts that are not valid, which are personal too. */
final class Mask {

    static final String HIDDEN = "***";

    /** Longer texts are masked to fewer stars: the length of a novel in the wrong field need not be kept. */
    private static final int MAX_STARS = 32;

    private Mask() {}

    /**
     * Keeps the first {@code head} and last {@code tail} characters where they are digits, "X", "+" or "-", and hides
     * everything else. A name typed into a telephone field is hidden as well. Texts shorter than {@code least} are
     * hidden whole.
     */
    static String ends(String text, int head, int tail, int least) {
        int length = text.length();
        if (length < least) {
            return "*".repeat(length);
        }
        int stars = Math.min(length - head - tail, MAX_STARS);
        StringBuilder masked = new StringBuilder(head + stars + tail);
        append(masked, text, 0, head);
        masked.append("*".repeat(stars));
        append(masked, text, length - tail, length);
        return masked.toString();
    }

    private static void append(StringBuilder masked, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean shown = Scheme.isDigit(c) || c == 'X' || c == '+' || c == '-';
            masked.append(shown ? c : '*');
        }
    }
}
