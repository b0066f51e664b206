package org.tongcai.input;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip archives byte by byte, the odd ones as well, which no library writes. */
final class ZipMaker {
    /** Ways of writing an entry. */
    @SuppressWarnings("ArrayRecordComponent")
    record Entry(
            byte[] name,
            byte[] content,
            int method,
            int flags,
            byte[] extra,
            boolean signature,
            boolean eightBytes,
            boolean listed) {
        static Entry of(String name, String content) {
            return new Entry(
                    name.getBytes(StandardCharsets.UTF_8),
                    content.getBytes(StandardCharsets.UTF_8),
                    8,
                    1 << 11,
                    new byte[0],
                    true,
                    false,
                    true);
        }

        static Entry of(String name, byte[] content) {
            return of(name, "").content(content);
        }

        Entry content(byte[] bytes) {
            return new Entry(name, bytes, method, flags, extra, signature, eightBytes, listed);
        }

        /** With a name in another encoding, which nothing tells. */
        Entry named(byte[] bytes) {
            return new Entry(bytes, content, method, flags & ~(1 << 11), extra, signature, eightBytes, listed);
        }

        Entry renamed(String other) {
            return named(other.getBytes(StandardCharsets.UTF_8));
        }

        Entry extra(byte[] bytes) {
            return new Entry(name, content, method, flags, bytes, signature, eightBytes, listed);
        }

        Entry stored() {
            return method(0);
        }

        Entry method(int other) {
            return new Entry(name, content, other, flags, extra, signature, eightBytes, listed);
        }

        /** With lengths and checksum behind the data only. */
        Entry streamed() {
            return flags(flags | 8);
        }

        Entry encrypted() {
            return flags(flags | 1);
        }

        Entry flags(int other) {
            return new Entry(name, content, method, other, extra, signature, eightBytes, listed);
        }

        /** With a descriptor that has no signature. */
        Entry unsigned() {
            return new Entry(name, content, method, flags, extra, false, eightBytes, listed);
        }

        /** With lengths of eight bytes. */
        Entry wide() {
            return new Entry(name, content, method, flags, extra, signature, true, listed);
        }

        /** Left out of the directory. */
        Entry hidden() {
            return new Entry(name, content, method, flags, extra, signature, eightBytes, false);
        }
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<byte[]> directory = new ArrayList<>();
    /** Where the data of each entry begins. */
    final List<Integer> starts = new ArrayList<>();

    private UnaryOperator<byte[]> lastWord = bytes -> bytes;

    static byte[] of(Entry... entries) {
        ZipMaker maker = new ZipMaker();
        for (Entry entry : entries) {
            maker.add(entry);
        }
        return maker.finish();
    }

    ZipMaker add(Entry e) {
        byte[] data = e.method() == 8 ? deflate(e.content()) : e.content();
        CRC32 crc = new CRC32();
        crc.update(e.content());
        int checksum = (int) crc.getValue();
        boolean streamed = (e.flags() & 8) != 0;
        int offset = out.size();
        byte[] extra = e.eightBytes() && !streamed ? wide(e.content().length, data.length, e.extra()) : e.extra();
        ByteBuffer local = buffer(30 + e.name().length + extra.length);
        local.putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) e.flags())
                .putShort((short) e.method());
        local.putInt(0).putInt(streamed ? 0 : checksum);
        local.putInt(streamed ? 0 : e.eightBytes() ? -1 : data.length);
        local.putInt(streamed ? 0 : e.eightBytes() ? -1 : e.content().length);
        local.putShort((short) e.name().length).putShort((short) extra.length);
        local.put(e.name()).put(extra);
        out.writeBytes(local.array());
        starts.add(out.size());
        out.writeBytes(data);
        if (streamed) {
            ByteBuffer descriptor = buffer((e.signature() ? 4 : 0) + (e.eightBytes() ? 20 : 12));
            if (e.signature()) {
                descriptor.putInt(0x08074b50);
            }
            descriptor.putInt(checksum);
            if (e.eightBytes()) {
                descriptor.putLong(data.length).putLong(e.content().length);
            } else {
                descriptor.putInt(data.length).putInt(e.content().length);
            }
            out.writeBytes(descriptor.array());
        }
        if (e.listed()) {
            byte[] more = e.eightBytes() ? wide(e.content().length, data.length, e.extra()) : e.extra();
            ByteBuffer record = buffer(46 + e.name().length + more.length);
            record.putInt(0x02014b50).putShort((short) 20).putShort((short) 20);
            record.putShort((short) e.flags())
                    .putShort((short) e.method())
                    .putInt(0)
                    .putInt(checksum);
            record.putInt(e.eightBytes() ? -1 : data.length).putInt(e.eightBytes() ? -1 : e.content().length);
            record.putShort((short) e.name().length).putShort((short) more.length);
            record.putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt(offset);
            record.put(e.name()).put(more);
            directory.add(record.array());
        }
        return this;
    }

    /** Bytes that belong to no entry. */
    ZipMaker raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** Changes the record at the very end before it is written. */
    ZipMaker ending(UnaryOperator<byte[]> change) {
        lastWord = change;
        return this;
    }

    byte[] finish() {
        int begin = out.size();
        directory.forEach(out::writeBytes);
        ByteBuffer end = buffer(22);
        int count = Math.min(directory.size(), 0xffff);
        end.putInt(0x06054b50).putInt(0).putShort((short) count).putShort((short) count);
        end.putInt(out.size() - begin).putInt(begin).putShort((short) 0);
        out.writeBytes(lastWord.apply(end.array()));
        return out.toByteArray();
    }

    private static byte[] wide(long size, long compressed, byte[] extra) {
        return buffer(20 + extra.length)
                .putShort((short) 1)
                .putShort((short) 16)
                .putLong(size)
                .putLong(compressed)
                .put(extra)
                .array();
    }

    static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        while (!deflater.finished()) {
            packed.write(some, 0, deflater.deflate(some));
        }
        deflater.end();
        return packed.toByteArray();
    }

    static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
