package org.tongcai.exchange;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.tongcai.Bilingual;
import org.tongcai.Limits;
import org.tongcai.Standard;
import org.tongcai.input.DocumentReader;
import org.tongcai.input.InputException;
import org.tongcai.input.Slice;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.DigestAlgorithm;

/** The documents and attachments of a package whose files have been verified, held against the batch manifest. Memory holds one. Not thread-safe. */
final class PackageContent {
    private final Path folder;
    private final PackageLimits limits;
    private final Algorithms algorithms;
    private final LongConsumer progress;
    private long inflated;

    PackageContent(Path folder, PackageLimits limits, Algorithms algorithms, LongConsumer progress) {
        this.folder = folder;
        this.limits = limits;
        this.algorithms = algorithms;
        this.progress = progress;
    }

    /** Takes a document as it stands in the package. */
    @FunctionalInterface
    interface Taker {
        void take(ManifestEntry entry, Slice document) throws IOException;
    }

    /** Holds every file of the payload against the entries, and every document against its header. */
    void check(List<ManifestEntry> entries, Standard standard, String sender) throws IOException {
        List<String> listed = new ArrayList<>();
        for (ManifestEntry entry : entries) {
            if (listed.isEmpty() || !listed.get(listed.size() - 1).equals(entry.path())) {
                listed.add(entry.path());
            }
        }
        if (!listed.equals(files())) {
            throw mismatch(
                    BatchManifest.FILE,
                    "所列文件与包内文件不一致，或者没有按路径排序",
                    "the files listed are not those there, sorted by path");
        }
        for (ManifestEntry entry : entries) {
            if (entry.isAttachment()) {
                attachment(entry);
            }
        }
        documents(entries, (entry, slice) -> {
            DocumentIdentity identity = DocumentIdentity.of(slice, standard);
            String platform = entry.platformCode() == null ? sender : entry.platformCode();
            if (identity == null
                    || !identity.documentType().equals(entry.documentType())
                    || !identity.documentId().equals(entry.documentId())
                    || !identity.platformCode().equals(platform)
                    || identity.revision() != entry.revision()) {
                throw mismatch(
                        entry.path(),
                        "单据头与清单不符：" + entry.documentId(),
                        "its header is not as listed: " + entry.documentId());
            }
        });
    }

    /** Hands on the documents, each of the size and digest listed. */
    void documents(List<ManifestEntry> entries, Taker taker) throws IOException {
        int at = 0;
        while (at < entries.size()) {
            ManifestEntry first = entries.get(at);
            int end = at + 1;
            while (end < entries.size() && entries.get(end).path().equals(first.path())) {
                end++;
            }
            if (!first.isAttachment()) {
                file(entries.subList(at, end), taker);
            } else if (end > at + 1) {
                throw mismatch(first.path(), "清单重复列出", "listed twice");
            }
            at = end;
        }
    }

    private void file(List<ManifestEntry> entries, Taker taker) throws IOException {
        ManifestEntry first = entries.get(0);
        Path path = folder.resolve(first.path());
        long bytes = Files.size(path);
        long most = first.compressed()
                ? Math.min(limits.inflatedBytes() - inflated, Math.multiplyExact(Math.max(1, bytes), limits.ratio()))
                : Long.MAX_VALUE;
        Lines taken = new Lines(entries, taker);
        try (InputStream raw = new BufferedInputStream(open(path));
                Counted in = new Counted(first.compressed() ? new GZIPInputStream(raw) : raw, most, first.path())) {
            new DocumentReader(Limits.DEFAULT).read(first.path(), in, taken::slice);
            if (taken.next != entries.size() || taken.offset != in.count || in.read() >= 0) {
                throw mismatch(first.path(), "单据份数或者长度与清单不符", "count or length of the documents are not as listed");
            }
            inflated += first.compressed() ? in.count : 0;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (InputException e) {
            if (e.getCause() instanceof PackageRefusedException refused) {
                throw refused;
            }
            throw mismatch(first.path(), e.reason().zh(), e.reason().en());
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw mismatch(first.path(), "gzip 数据损坏", "the gzip data is damaged");
        }
    }

    /** The documents of one file, as they come. */
    private final class Lines {
        private final List<ManifestEntry> entries;
        private final Taker taker;
        private int next;
        private long offset;

        Lines(List<ManifestEntry> entries, Taker taker) {
            this.entries = entries;
            this.taker = taker;
        }

        void slice(Slice slice) {
            try {
                ManifestEntry entry = next < entries.size() ? entries.get(next) : null;
                boolean lines = entry != null && entry.line() > 0;
                if (entry == null
                        || entry.isAttachment()
                        || (lines ? entry.line() != next + 1L : entries.size() > 1)
                        || entry.compressed() != entries.get(0).compressed()
                        || slice.startByte() != offset
                        || slice.length() != entry.size()) {
                    throw mismatch(
                            slice.source(),
                            "第 " + (next + 1) + " 份单据与清单不符",
                            "document " + (next + 1) + " is not as listed");
                }
                MessageDigest digest = algorithm(entry).newDigest();
                digest.update(slice.bytes(), slice.offset(), slice.length());
                require(entry, digest);
                next++;
                offset += slice.length() + (lines ? 1 : 0);
                taker.take(entry, slice);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void attachment(ManifestEntry entry) throws IOException {
        Path path = folder.resolve(entry.path());
        if (Files.size(path) != entry.size() || entry.compressed() || entry.line() > 0) {
            throw mismatch(entry.path(), "附件大小与清单不符", "the size of the attachment is not as listed");
        }
        MessageDigest digest = algorithm(entry).newDigest();
        byte[] block = new byte[1 << 16];
        try (InputStream in = open(path)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
        }
        require(entry, digest);
    }

    private InputStream open(Path path) throws IOException {
        return new ObservedStream(Files.newInputStream(path), progress);
    }

    private DigestAlgorithm algorithm(ManifestEntry entry) throws PackageRefusedException {
        String name = entry.digest().algorithm();
        return algorithms
                .digest(name)
                .orElseThrow(() -> new PackageRefusedException(
                        RefusalReason.ALGORITHM_UNKNOWN, entry.path(), new Bilingual(name, name)));
    }

    private static void require(ManifestEntry entry, MessageDigest digest) throws PackageRefusedException {
        if (!entry.digest().value().equals(HexFormat.of().formatHex(digest.digest()))) {
            throw new PackageRefusedException(RefusalReason.DIGEST_MISMATCH, entry.path());
        }
    }

    private static PackageRefusedException mismatch(String place, String zh, String en) {
        return new PackageRefusedException(RefusalReason.MANIFEST_MISMATCH, place, new Bilingual(zh, en));
    }

    /** What has been put into the folder, the manifest itself not counted. */
    private List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(folder.relativize(file).toString().replace(java.io.File.separatorChar, '/'));
                return FileVisitResult.CONTINUE;
            }
        });
        files.remove(BatchManifest.FILE);
        files.sort(null);
        return files;
    }

    /** Counts what is decompressed, and refuses when there is too much. */
    private static final class Counted extends FilterInputStream {
        private final long most;
        private final String place;
        private long count;

        Counted(InputStream in, long most, String place) {
            super(in);
            this.most = most;
            this.place = place;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(0, read);
            if (count > most) {
                throw new PackageRefusedException(RefusalReason.RATIO, place);
            }
            return read;
        }
    }
}
