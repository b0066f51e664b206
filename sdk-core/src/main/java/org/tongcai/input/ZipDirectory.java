package org.tongcai.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries that were met, to be held against the directory at the end of the archive. Bounded. Not thread-safe. */
final class ZipDirectory {
    static final int MOST_ENTRIES = 100_000;
    /** Of all names together. */
    private static final int MOST_NAME_BYTES = 1 << 24;

    private static final int IN_64 = 0xffff;
    private static final long LONG_IN_64 = 0xffffffffL;

    /** By where they begin. */
    private final Map<Long, Entry> entries = new HashMap<>();

    private int nameBytes;

    private record Entry(String name, int method, long checksum, long compressed, long size) {
        static Entry of(ZipRecord record) {
            return new Entry(
                    new String(record.name(), StandardCharsets.ISO_8859_1),
                    record.method(),
                    record.checksum(),
                    record.compressed(),
                    record.size());
        }
    }

    /** Notes an entry. */
    void add(ZipRecord record) throws ZipDamage {
        nameBytes += record.name().length;
        if (entries.size() == MOST_ENTRIES) {
            throw ZipDamage.ofArchive(
                    "zip 压缩包的条目超过 " + MOST_ENTRIES + " 个，其余未读取",
                    "more than " + MOST_ENTRIES + " entries in the zip archive; the rest was not read");
        }
        if (nameBytes > MOST_NAME_BYTES) {
            throw ZipDamage.ofArchive(
                    "zip 压缩包的条目名称合计超过 " + MOST_NAME_BYTES + " 字节，其余未读取",
                    "the names in the zip archive have more than " + MOST_NAME_BYTES
                            + " bytes together; the rest was not read");
        }
        entries.put(record.offset(), Entry.of(record));
    }

    /** Reads the directory and what follows to the end of the archive. */
    void check(ZipBytes in) throws IOException {
        if (!ZipRecord.isSignature(in.u32(0))) {
            throw damaged();
        }
        long begin = in.offset();
        int found = 0;
        while (in.u32(0) == ZipRecord.DIRECTORY) {
            ZipRecord record = ZipRecord.directory(in);
            Entry entry = entries.remove(record.offset());
            if (!Entry.of(record).equals(entry)) {
                throw disagrees(new ZipName(record).shown());
            }
            found++;
            in.require(4);
        }
        if (!entries.isEmpty()) {
            Entry one = entries.values().iterator().next();
            throw disagrees(shown(one.name));
        }
        long length = in.offset() - begin;
        if (in.u32(0) == ZipRecord.END_64) {
            in.require(56);
            if (in.u64(32) != found || in.u64(40) != length || in.u64(48) != begin) {
                throw disagrees(null);
            }
            in.skip(12 + in.u64(4));
            in.require(4);
            if (in.u32(0) == ZipRecord.LOCATOR_64) {
                in.skip(20);
            }
            in.require(4);
        }
        if (in.u32(0) != ZipRecord.END) {
            throw damaged();
        }
        in.require(22);
        if (!(in.u16(10) == found || in.u16(10) == IN_64)
                || !(in.u32(12) == length || in.u32(12) == LONG_IN_64)
                || !(in.u32(16) == begin || in.u32(16) == LONG_IN_64)) {
            throw disagrees(null);
        }
        in.skip(22L + in.u16(20));
        while (in.ahead(1)) {
            if (in.buffer[in.position++] != 0) {
                throw ZipDamage.ofArchive("zip 压缩包结束之后还有内容", "content behind the end of the zip archive");
            }
        }
    }

    private static ZipDamage damaged() {
        return ZipDamage.ofArchive(
                "zip 压缩包损坏：条目之间有不明数据", "the zip archive is damaged: unknown data between the entries");
    }

    private static String shown(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        return new ZipName(new ZipRecord(bytes, null, 0, 0, 0, 0, 0, 0)).shown();
    }

    private static ZipDamage disagrees(@Nullable String name) {
        return ZipDamage.ofArchive(
                "zip 压缩包的目录与内容不一致" + (name == null ? "" : "：" + name),
                "the directory of the zip archive does not agree with what is in it"
                        + (name == null ? "" : ": " + name));
    }
}
