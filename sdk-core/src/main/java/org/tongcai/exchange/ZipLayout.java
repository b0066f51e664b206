package org.tongcai.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The one way in which a package is laid out as a zip archive (APPNOTE 6.3.10): stored entries, sizes in the local headers, no
 * descriptors, no extra fields, no comments, the first moment of MS-DOS, records one behind the other. So every byte that is not content
 * follows from names, sizes and checksums, and a reader writes each record again and compares. Stateless.
 */
final class ZipLayout {
    static final int LOCAL = 30;
    static final int CENTRAL = 46;
    static final int END = 22;
    /** Beyond, sizes need other records; what is larger travels as a folder. */
    static final long MOST_BYTES = 0xFFFF_FFFEL;

    static final int MOST_ENTRIES = 0xFFFE;

    private static final int VERSION = 20;
    /** 1 January 1980. */
    private static final int DATE = 0x21;

    private ZipLayout() {}

    /** An entry: what the records say of it. */
    record Entry(String name, long size, int checksum, long offset) {
        byte[] local() {
            byte[] text = name.getBytes(StandardCharsets.US_ASCII);
            return common(buffer(LOCAL + text.length).putInt(0x04034b50), text)
                    .put(text)
                    .array();
        }

        byte[] central() {
            byte[] text = name.getBytes(StandardCharsets.US_ASCII);
            ByteBuffer out = buffer(CENTRAL + text.length).putInt(0x02014b50).putShort((short) VERSION);
            // No comment, first disk, no attributes.
            common(out, text)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0);
            return out.putInt((int) offset).put(text).array();
        }

        private ByteBuffer common(ByteBuffer out, byte[] text) {
            out.putShort((short) VERSION).putShort((short) 0).putShort((short) 0);
            out.putShort((short) 0).putShort((short) DATE).putInt(checksum);
            return out.putInt((int) size)
                    .putInt((int) size)
                    .putShort((short) text.length)
                    .putShort((short) 0);
        }
    }

    static byte[] end(int entries, long size, long offset) {
        ByteBuffer out = buffer(END).putInt(0x06054b50).putInt(0);
        out.putShort((short) entries).putShort((short) entries);
        return out.putInt((int) size).putInt((int) offset).putShort((short) 0).array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
