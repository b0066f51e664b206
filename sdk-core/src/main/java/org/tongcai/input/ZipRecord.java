package org.tongcai.input;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What an archive says of an entry, in front of its data or in its directory (APPNOTE 4.3.7, 4.3.12). Immutable.
 *
 * @param name the bytes of the name as they stand
 * @param unicodeName the name of the Info-ZIP Unicode Path field (APPNOTE 4.6.9) where there is one that fits; null otherwise
 * @param offset where the entry begins in the archive
 */
@SuppressWarnings("ArrayRecordComponent")
record ZipRecord(
        byte[] name,
        byte @Nullable [] unicodeName,
        int flags,
        int method,
        long checksum,
        long compressed,
        long size,
        long offset) {
    static final long LOCAL = 0x04034b50L;
    static final long DIRECTORY = 0x02014b50L;
    static final long DESCRIPTOR = 0x08074b50L;
    static final long END = 0x06054b50L;
    static final long END_64 = 0x06064b50L;
    static final long LOCATOR_64 = 0x07064b50L;

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int HAS_DESCRIPTOR = 1 << 3;

    private static final int LOCAL_LENGTH = 30;
    private static final int DIRECTORY_LENGTH = 46;
    private static final long IN_64 = 0xffffffffL;
    private static final int FIELD_64 = 1;

    /** Whether something that the archive is made of begins so. */
    static boolean isSignature(long word) {
        return word == LOCAL || word == DIRECTORY || word == END || word == END_64;
    }

    /** Takes the record in front of an entry. */
    static ZipRecord local(ZipBytes in) throws IOException {
        long offset = in.offset();
        in.require(LOCAL_LENGTH);
        return read(in, 6, LOCAL_LENGTH, in.u16(26), in.u16(28), 0, offset);
    }

    /** Takes a record of the directory. */
    static ZipRecord directory(ZipBytes in) throws IOException {
        in.require(DIRECTORY_LENGTH);
        return read(in, 8, DIRECTORY_LENGTH, in.u16(28), in.u16(30), in.u16(32), in.u32(42));
    }

    private static ZipRecord read(
            ZipBytes in, int common, int length, int nameLength, int extraLength, int commentLength, long where)
            throws IOException {
        in.require(length + nameLength + extraLength + commentLength);
        byte[] name = in.copy(length, nameLength);
        long size = in.u32(common + 16);
        long compressed = in.u32(common + 12);
        long offset = where;
        byte[] unicode = null;
        int end = length + nameLength + extraLength;
        for (int field = length + nameLength; field + 4 <= end; field += 4 + in.u16(field + 2)) {
            int fieldEnd = Math.min(end, field + 4 + in.u16(field + 2));
            if (in.u16(field) == FIELD_64) {
                int at = field + 4;
                if (size == IN_64 && at + 8 <= fieldEnd) {
                    size = in.u64(at);
                    at += 8;
                }
                if (compressed == IN_64 && at + 8 <= fieldEnd) {
                    compressed = in.u64(at);
                    at += 8;
                }
                if (common == 8 && offset == IN_64 && at + 8 <= fieldEnd) {
                    offset = in.u64(at);
                }
            } else if (in.u16(field) == ZipName.UNICODE_PATH) {
                unicode = ZipName.unicodePath(name, in.copy(field + 4, fieldEnd - field - 4));
            }
        }
        ZipRecord record = new ZipRecord(
                name, unicode, in.u16(common), in.u16(common + 2), in.u32(common + 8), compressed, size, offset);
        in.position += end + commentLength;
        return record;
    }

    /** The same with what the descriptor behind the data states. */
    ZipRecord with(long checksum, long compressed, long size) {
        return new ZipRecord(name, unicodeName, flags, method, checksum, compressed, size, offset);
    }

    boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    boolean hasDescriptor() {
        return (flags & HAS_DESCRIPTOR) != 0;
    }

    /** Whether the length of the data is known before it is read. */
    boolean isMeasured() {
        return !hasDescriptor() || compressed > 0;
    }
}
