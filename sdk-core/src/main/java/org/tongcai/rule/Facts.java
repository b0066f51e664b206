package org.tongcai.rule;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The values of one document that rules look at, noted while the document is read: no tree, no object per value. Reused from document to
 * document by {@link #clear}; {@link #copy} makes one to keep. Not thread-safe while being written; safe for readers afterwards.
 *
 * <p>Everything is a cell, a {@code long}. An object is a <em>frame</em>: consecutive cells, one for each field of its type that some rule
 * reads, numbered by {@link Slots}. A list is a header (size, first and last entry) whose entries are chained, because their contents
 * are noted while the list is still open. What a cell means follows from the type of the field:
 *
 * <ul>
 *   <li>text: offset and length in a common array of characters
 *   <li>whole number: itself; flag: 0 or 1; date: days since 1970-01-01
 *   <li>date-time: milliseconds since the epoch, shifted left by 12, plus the offset in minutes plus 2048
 *   <li>decimal: unscaled value shifted left by 5, plus its scale; one that does not fit: its text, with scale {@link #WIDE}
 *   <li>object: the number of its frame; list: the number of its header
 * </ul>
 */
public final class Facts {
    /** The field is not there. */
    public static final long ABSENT = Long.MIN_VALUE;
    /** The field is there, but what it holds is wrong. */
    public static final long FAULTY = Long.MIN_VALUE + 1;

    /** Scale that marks a decimal kept as text. */
    static final int WIDE = 31;

    static final int SCALE_BITS = 5;
    static final int OFFSET_BITS = 12;
    static final int OFFSET_BIAS = 2048;

    /** Largest unscaled value that fits beside its scale. */
    private static final long LARGEST = (1L << (62 - SCALE_BITS)) - 1;

    private static final int KEPT = 1 << 14;

    private String documentType = "";
    private long[] cells = new long[256];
    private int used;
    private char[] chars = new char[512];
    private int length;

    /** Ready for another document of the named type. */
    public void clear(String type) {
        documentType = type;
        used = 0;
        length = 0;
        if (cells.length > KEPT) {
            cells = new long[256];
        }
        if (chars.length > KEPT) {
            chars = new char[512];
        }
    }

    /** The document type; "" before the first document. */
    public String documentType() {
        return documentType;
    }

    /** A copy that uses no more room than it needs. */
    public Facts copy() {
        Facts copy = new Facts();
        copy.documentType = documentType;
        copy.cells = Arrays.copyOf(cells, used);
        copy.used = used;
        copy.chars = Arrays.copyOf(chars, length);
        copy.length = length;
        return copy;
    }

    /**
     * As bytes, for keeping. They mean something only to the bundle whose rules they were noted for: {@link Slots#fingerprint} tells one
     * bundle from another.
     */
    public byte[] toBytes() {
        return FactsCodec.write(documentType, cells, used, chars, length);
    }

    /**
     * What {@link #toBytes} made. Damage is noticed; bytes of another's making must not be trusted.
     *
     * @throws IllegalArgumentException if they are of another version, damaged, or something else
     */
    public static Facts of(byte[] bytes) {
        FactsCodec.Content content = FactsCodec.read(bytes);
        Facts facts = new Facts();
        facts.documentType = content.type();
        facts.cells = content.cells();
        facts.used = content.cells().length;
        facts.chars = content.chars();
        facts.length = content.chars().length;
        return facts;
    }

    // ---- writing

    /** A frame with {@code size} absent cells; the document's own is the first and has number 0. */
    public int object(int size) {
        int frame = claim(size);
        Arrays.fill(cells, frame, frame + size, ABSENT);
        return frame;
    }

    /** An empty list. */
    public int list() {
        int list = claim(3);
        cells[list] = 0;
        cells[list + 1] = -1;
        cells[list + 2] = -1;
        return list;
    }

    /** Adds an entry to a list. */
    public void add(int list, long value) {
        int entry = claim(2);
        cells[entry] = -1;
        cells[entry + 1] = value;
        int last = (int) cells[list + 2];
        if (last < 0) {
            cells[list + 1] = entry;
        } else {
            cells[last] = entry;
        }
        cells[list + 2] = entry;
        cells[list]++;
    }

    /** Sets a cell of a frame. */
    public void set(int frame, int slot, long value) {
        cells[frame + slot] = value;
    }

    /** Takes a text over. */
    public long text(char[] source, int count) {
        int needed = length + count;
        if (needed > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(needed, chars.length * 2));
        }
        System.arraycopy(source, 0, chars, length, count);
        long cell = (long) length << 32 | count;
        length = needed;
        return cell;
    }

    /** Takes a decimal over that was found to be one: digits, perhaps a point and a minus, no exponent. */
    public long decimal(char[] source, int count) {
        long value = 0;
        int scale = -1;
        int at = source[0] == '-' ? 1 : 0;
        for (; at < count; at++) {
            char c = source[at];
            if (c == '.') {
                scale = 0;
                continue;
            }
            if (value > (LARGEST - 9) / 10) {
                return wide(source, count);
            }
            value = value * 10 + (c - '0');
            if (scale >= 0) {
                scale++;
            }
        }
        int digits = Math.max(scale, 0);
        if (digits >= WIDE) {
            return wide(source, count);
        }
        return (source[0] == '-' ? -value : value) << SCALE_BITS | digits;
    }

    private long wide(char[] source, int count) {
        long place = text(source, count);
        return ((place >>> 32) << 24 | (int) place) << SCALE_BITS | WIDE;
    }

    /** Takes a date over that was found to be one: {@code yyyy-mm-dd}. */
    public static long date(char[] t) {
        return epochDay(digits(t, 0, 4), digits(t, 5, 2), digits(t, 8, 2));
    }

    /** Takes a date-time over that was found to be one: RFC 3339 with offset, at most nine fraction digits. */
    public static long moment(char[] t, int count) {
        long seconds = date(t) * 86_400 + digits(t, 11, 2) * 3_600 + digits(t, 14, 2) * 60 + digits(t, 17, 2);
        int at = 19;
        long millis = 0;
        if (t[at] == '.') {
            int weight = 100;
            for (at++; at < count && t[at] >= '0' && t[at] <= '9'; at++) {
                millis += (long) (t[at] - '0') * weight;
                weight /= 10;
            }
        }
        int offset = 0;
        if (t[at] != 'Z') {
            offset = digits(t, at + 1, 2) * 60 + digits(t, at + 4, 2);
            offset = t[at] == '-' ? -offset : offset;
        }
        return ((seconds - offset * 60L) * 1_000 + millis) << OFFSET_BITS | (offset + OFFSET_BIAS);
    }

    // ---- reading

    /** The moment that the cell of a date-time holds, in the offset in which it was written. */
    public static OffsetDateTime moment(long cell) {
        long millis = cell >> OFFSET_BITS;
        int minutes = (int) (cell & (1L << OFFSET_BITS) - 1) - OFFSET_BIAS;
        return OffsetDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    /** The cell of a frame. */
    public long get(int frame, int slot) {
        return cells[frame + slot];
    }

    /** How many entries a list has. */
    public int size(int list) {
        return (int) cells[list];
    }

    /** The first entry of a list; -1 where it is empty. */
    public int first(int list) {
        return (int) cells[list + 1];
    }

    /** The entry after an entry; -1 where it is the last. */
    public int next(int entry) {
        return (int) cells[entry];
    }

    /** What an entry holds. */
    public long value(int entry) {
        return cells[entry + 1];
    }

    /** The text of a cell as a string. */
    public String string(long cell) {
        return new String(chars, (int) (cell >>> 32), (int) cell);
    }

    /** How many UTF-16 units the text of a cell has. */
    public static int length(long cell) {
        return (int) cell;
    }

    /** Whether the text of a cell is exactly {@code expected}. */
    public boolean textIs(long cell, char[] expected) {
        int count = (int) cell;
        if (count != expected.length) {
            return false;
        }
        int from = (int) (cell >>> 32);
        return Arrays.equals(chars, from, from + count, expected, 0, count);
    }

    /** The characters of all texts; the text of a cell starts at {@code (int) (cell >>> 32)}. Not to be changed. */
    char[] chars() {
        return chars;
    }

    /** The text of a wide decimal. */
    String wideText(long cell) {
        long place = cell >>> SCALE_BITS;
        return new String(chars, (int) (place >>> 24), (int) (place & 0xFFFFFF));
    }

    private int claim(int count) {
        int at = used;
        used = at + count;
        if (used > cells.length) {
            cells = Arrays.copyOf(cells, Math.max(used, cells.length * 2));
        }
        return at;
    }

    private static int digits(char[] t, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            value = value * 10 + (t[i] - '0');
        }
        return value;
    }

    /** Days since 1970-01-01 of a date of the Gregorian calendar, years 1000 to 9999. */
    private static long epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = y / 400;
        int ofEra = y - era * 400;
        int ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146_097L + ofEra * 365L + ofEra / 4 - ofEra / 100 + ofYear - 719_468;
    }
}
