package org.tongcai.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import org.tongcai.Bilingual;

/** Writes the files of a package that is a folder as one zip archive, laid out as {@link ZipLayout} says. Stateless. */
final class ZipPackager {
    private static final int BLOCK = 1 << 16;

    private ZipPackager() {}

    /** Writes the files in this order, each name with the id of the package in front. Does not close the stream. */
    static void write(Path folder, String base, List<String> files, OutputStream out, LongConsumer progress)
            throws IOException {
        List<ZipLayout.Entry> entries = new ArrayList<>();
        byte[] block = new byte[BLOCK];
        long offset = 0;
        if (files.size() > ZipLayout.MOST_ENTRIES) {
            throw tooLarge(base);
        }
        for (String file : files) {
            Path path = folder.resolve(file);
            long size = Files.size(path);
            ZipLayout.Entry entry =
                    new ZipLayout.Entry(base + "/" + file, size, checksum(path, block, progress), offset);
            byte[] head = entry.local();
            out.write(head);
            long copied = copy(path, out, block, progress);
            offset += head.length + size;
            if (copied != size) {
                throw new IOException("the file changed while it was read: " + path);
            }
            if (offset > ZipLayout.MOST_BYTES) {
                throw tooLarge(base);
            }
            entries.add(entry);
        }
        long directory = 0;
        for (ZipLayout.Entry entry : entries) {
            byte[] record = entry.central();
            out.write(record);
            directory += record.length;
        }
        if (offset + directory > ZipLayout.MOST_BYTES) {
            throw tooLarge(base);
        }
        out.write(ZipLayout.end(entries.size(), directory, offset));
    }

    private static PackageRefusedException tooLarge(String base) {
        return new PackageRefusedException(
                RefusalReason.TOO_LARGE,
                base,
                new Bilingual("zip 包须小于 4 GiB，请分包或者以目录传送", "as zip less than 4 GiB; split it, or send it as a folder"));
    }

    private static int checksum(Path path, byte[] block, LongConsumer progress) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = new ObservedStream(Files.newInputStream(path), progress)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                crc.update(block, 0, n);
            }
        }
        return (int) crc.getValue();
    }

    private static long copy(Path path, OutputStream out, byte[] block, LongConsumer progress) throws IOException {
        long copied = 0;
        try (InputStream in = new ObservedStream(Files.newInputStream(path), progress)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                out.write(block, 0, n);
                copied += n;
            }
        }
        return copied;
    }
}
