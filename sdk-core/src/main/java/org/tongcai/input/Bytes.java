package org.tongcai.input;

/** What single bytes mean to the slicer. */
final class Bytes {
    /** Nothing to do outside of texts. */
    static final byte PLAIN = 0;

    static final byte QUOTE = 1;
    static final byte OPEN = 2;
    static final byte CLOSE = 3;
    static final byte FEED = 4;
    static final byte COMMA = 5;

    private static final byte[] KINDS = new byte[256];
    /** Outside of texts: quotes, brackets, line feeds. */
    private static final boolean[] STOPS = new boolean[256];
    /** Inside of texts: what may end it (quote, line feed) or hide its end (backslash). */
    private static final boolean[] TEXT_STOPS = new boolean[256];

    static {
        KINDS['"'] = QUOTE;
        KINDS['{'] = OPEN;
        KINDS['['] = OPEN;
        KINDS['}'] = CLOSE;
        KINDS[']'] = CLOSE;
        KINDS['\n'] = FEED;
        KINDS[','] = COMMA;
        for (int i = 0; i < KINDS.length; i++) {
            STOPS[i] = KINDS[i] != PLAIN && KINDS[i] != COMMA;
        }
        TEXT_STOPS['"'] = true;
        TEXT_STOPS['\\'] = true;
        TEXT_STOPS['\n'] = true;
    }

    private Bytes() {}

    static byte kind(byte value) {
        return KINDS[value & 0xff];
    }

    /** First index from {@code from} on that matters to nesting, outside of texts; {@code end} for none. */
    static int skipPlain(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && !STOPS[bytes[i] & 0xff]) {
            i++;
        }
        return i;
    }

    /** First index from {@code from} on that is not ordinary text; {@code end} for none. */
    static int skipText(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && !TEXT_STOPS[bytes[i] & 0xff]) {
            i++;
        }
        return i;
    }

    /** First index from {@code from} on of {@code wanted} or a line feed; {@code end} for none. */
    static int find(byte wanted, byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && bytes[i] != wanted && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    static boolean isBlank(byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    /** Characters (code points) of UTF-8: all bytes but the continuations. */
    static int countCharacters(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += bytes[i] > (byte) 0xbf ? 1 : 0;
        }
        return count;
    }

    static boolean startsWithUtf8Mark(byte[] head, int length) {
        return length >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf;
    }

    /** Whether a source that begins so is UTF-16 or UTF-32, with or without a byte order mark. */
    static boolean looksWide(byte[] head, int length) {
        if (length < 2) {
            return false;
        }
        boolean mark =
                head[0] == (byte) 0xfe && head[1] == (byte) 0xff || head[0] == (byte) 0xff && head[1] == (byte) 0xfe;
        return mark || head[0] == 0 || head[1] == 0;
    }
}
