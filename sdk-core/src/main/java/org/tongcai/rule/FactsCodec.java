package org.tongcai.rule;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Facts as bytes: a mark and a version, the document type, the cells, the characters, a checksum. Numbers are of variable length, seven
 * bits a byte; an absent cell takes one byte.
 */
final class FactsCodec {
    private static final int MARK = 0xFA;
    private static final int VERSION = 1;
    private static final int CHECKSUM = 4;

    private byte[] bytes;
    private int at;

    private FactsCodec(byte[] bytes) {
        this.bytes = bytes;
    }

    static byte[] write(String type, long[] cells, int used, char[] chars, int length) {
        byte[] name = type.getBytes(StandardCharsets.UTF_8);
        FactsCodec out = new FactsCodec(new byte[64 + name.length + used * 2 + length * 2]);
        out.put(MARK);
        out.put(VERSION);
        out.number(name.length);
        for (byte b : name) {
            out.put(b);
        }
        out.number(used);
        for (int i = 0; i < used; i++) {
            long cell = cells[i];
            // Near to zero on both sides is short, and so is the lowest number of all, which is "absent".
            out.number((cell << 1 ^ cell >> 63) + 2);
        }
        out.number(length);
        for (int i = 0; i < length; i++) {
            out.number(chars[i]);
        }
        byte[] result = Arrays.copyOf(out.bytes, out.at + CHECKSUM);
        ByteBuffer.wrap(result).putInt(out.at, checksum(result, out.at));
        return result;
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }

    private void put(int b) {
        if (at == bytes.length) {
            bytes = Arrays.copyOf(bytes, at * 2);
        }
        bytes[at++] = (byte) b;
    }

    private void number(long value) {
        long rest = value;
        while (rest >>> 7 != 0) {
            put((int) rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        put((int) rest);
    }

    /** What was read. */
    record Content(String type, long[] cells, char[] chars) {}

    static Content read(byte[] bytes) {
        int end = bytes.length - CHECKSUM;
        if (end < 2 || (bytes[0] & 0xFF) != MARK) {
            throw new IllegalArgumentException("no facts");
        }
        if (bytes[1] != VERSION) {
            throw new IllegalArgumentException("facts of version " + bytes[1] + ", this is " + VERSION);
        }
        if (ByteBuffer.wrap(bytes).getInt(end) != checksum(bytes, end)) {
            throw new IllegalArgumentException("the facts are damaged");
        }
        try {
            return new FactsCodec(bytes).content(end);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("the facts are damaged", e);
        }
    }

    private Content content(int end) {
        at = 2;
        int name = count(end);
        String type = new String(bytes, at, name, StandardCharsets.UTF_8);
        at += name;
        long[] cells = new long[count(end)];
        for (int i = 0; i < cells.length; i++) {
            long raw = number() - 2;
            cells[i] = raw >>> 1 ^ -(raw & 1);
        }
        char[] chars = new char[count(end)];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) number();
        }
        if (at != end) {
            throw new IllegalArgumentException("the facts are damaged");
        }
        return new Content(type, cells, chars);
    }

    /** A count of things that take a byte at least: it must not make more room than there are bytes. */
    private int count(int end) {
        long count = number();
        if (count < 0 || count > end - at) {
            throw new IndexOutOfBoundsException("count");
        }
        return (int) count;
    }

    private long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte b = bytes[at++];
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("the facts are damaged");
    }
}
