package org.tongcai.exchange;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/**
 * A package as a zip archive, read as a stream. Believes nothing: each record must be, byte for byte, the one that {@link ZipLayout} makes
 * of name, size and checksum, so no byte of the archive is left in which something could be altered or hidden. Not thread-safe.
 */
final class ZipContainer implements Container {
    private final InputStream in;
    private final PackageLimits limits;
    private final List<ZipLayout.Entry> entries = new ArrayList<>();
    private final PackagePath.Seen seen = new PackagePath.Seen();
    private long offset;
    private @Nullable String base;
    private @Nullable Content current;

    ZipContainer(InputStream in, PackageLimits limits) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.limits = limits;
    }

    @Override
    public @Nullable String base() {
        return base;
    }

    @Override
    public @Nullable Item next() throws IOException {
        if (current != null) {
            current.finish();
            current = null;
        }
        byte[] head = require(4);
        if (head[2] != 3 || head[3] != 4) {
            end(head);
            return null;
        }
        head = join(head, require(ZipLayout.LOCAL - 4));
        ByteBuffer fields = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        String name = new String(require(fields.getShort(26) & 0xffff), StandardCharsets.ISO_8859_1);
        ZipLayout.Entry entry = new ZipLayout.Entry(name, fields.getInt(22) & 0xFFFF_FFFFL, fields.getInt(14), offset);
        String path = path(name);
        if (!Arrays.equals(join(head, name.getBytes(StandardCharsets.ISO_8859_1)), entry.local())) {
            throw wrong(
                    path,
                    "局部文件头不是规定的写法（不压缩、无附加字段、无描述符、固定时间）",
                    "the local header is not as prescribed (stored, no extra field, no descriptor, fixed time)");
        }
        seen.add(path);
        entries.add(entry);
        if (entries.size() > (long) limits.files() + TagFiles.COUNT || entries.size() > ZipLayout.MOST_ENTRIES) {
            throw new PackageRefusedException(RefusalReason.TOO_MANY_FILES, path);
        }
        if (entry.size() > limits.fileBytes()) {
            throw new PackageRefusedException(RefusalReason.TOO_LARGE, path);
        }
        offset += ZipLayout.LOCAL + name.length() + entry.size();
        current = new Content(path, entry);
        return new Item(path, entry.size(), current);
    }

    /** Names have the id of the package in front, as BagIt has it for serialisations. */
    private String path(String name) throws PackageRefusedException {
        int slash = name.indexOf('/');
        if (slash < 1) {
            throw new PackageRefusedException(
                    RefusalReason.PATH_NOT_ALLOWED,
                    name,
                    new Bilingual("缺少以包编号命名的目录", "no folder named by the package id"));
        }
        PackagePath.require(name.substring(0, slash));
        String path = PackagePath.require(name.substring(slash + 1));
        if (base == null) {
            base = name.substring(0, slash);
        } else if (!name.startsWith(base + "/")) {
            throw new PackageRefusedException(
                    RefusalReason.PATH_NOT_ALLOWED, name, new Bilingual("不在同一目录之下", "not under the one folder"));
        }
        return path;
    }

    private void end(byte[] head) throws IOException {
        byte[] carried = head;
        long size = 0;
        for (ZipLayout.Entry entry : entries) {
            byte[] record = entry.central();
            same(record, carried, entry.name());
            carried = new byte[0];
            size += record.length;
        }
        same(ZipLayout.end(entries.size(), size, offset), carried, "");
        if (in.read() >= 0) {
            throw wrong("", "结尾之后还有内容", "there is something behind the end");
        }
    }

    private void same(byte[] expected, byte[] begun, String place) throws IOException {
        byte[] actual = join(begun, require(expected.length - begun.length));
        if (!Arrays.equals(expected, actual)) {
            throw wrong(
                    place, "目录记录与内容不一致或者不是规定的写法", "the directory differs from the content, or is not as prescribed");
        }
    }

    private byte[] require(int count) throws IOException {
        byte[] bytes;
        try {
            bytes = in.readNBytes(count);
        } catch (EOFException e) {
            throw cutOff();
        }
        if (bytes.length < count) {
            throw cutOff();
        }
        return bytes;
    }

    private static PackageRefusedException cutOff() {
        return new PackageRefusedException(RefusalReason.TRUNCATED, "");
    }

    private static PackageRefusedException wrong(String place, String zh, String en) {
        return new PackageRefusedException(RefusalReason.CONTAINER_WRONG, place, new Bilingual(zh, en));
    }

    private static byte[] join(byte[] some, byte[] more) {
        byte[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The bytes of one entry. */
    private final class Content extends InputStream {
        private final String path;
        private final ZipLayout.Entry entry;
        private final CRC32 checksum = new CRC32();
        private long left;

        Content(String path, ZipLayout.Entry entry) {
            this.path = path;
            this.entry = entry;
            this.left = entry.size();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int start, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(target, start, (int) Math.min(left, length));
            if (read < 0) {
                throw cutOff();
            }
            checksum.update(target, start, read);
            left -= read;
            return read;
        }

        void finish() throws IOException {
            byte[] block = new byte[1 << 13];
            while (left > 0) {
                read(block, 0, block.length);
            }
            if ((int) checksum.getValue() != entry.checksum()) {
                throw wrong(path, "校验和不符", "wrong checksum");
            }
        }
    }
}
