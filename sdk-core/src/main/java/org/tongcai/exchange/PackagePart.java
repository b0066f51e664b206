package org.tongcai.exchange;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.tongcai.input.Slice;
import org.tongcai.signature.DigestAlgorithm;

/** The payload of one package while it grows: a folder on disk and the entries of its manifest. Not thread-safe. */
final class PackagePart implements Closeable {
    private static final String DOCUMENTS = "data/documents/";
    private static final String ATTACHMENTS = "data/attachments/";

    private final Path folder;
    private final DigestAlgorithm algorithm;
    private final String lines;
    private final boolean compressed;
    private final List<ManifestEntry> entries = new ArrayList<>();
    private final List<String> issued = new ArrayList<>();
    private @Nullable OutputStream out;
    private long line;
    private long bytes;

    PackagePart(Path folder, DigestAlgorithm algorithm, boolean compressed) throws IOException {
        this.folder = folder;
        this.algorithm = algorithm;
        this.compressed = compressed;
        this.lines = DOCUMENTS + "documents.ndjson" + (compressed ? ".gz" : "");
        Files.createDirectories(folder.resolve(DOCUMENTS));
    }

    Path folder() {
        return folder;
    }

    /** Bytes of documents and attachments. */
    long bytes() {
        return bytes;
    }

    int size() {
        return entries.size();
    }

    /** In the order of the manifest. */
    List<ManifestEntry> entries() {
        entries.sort(Comparator.comparing(ManifestEntry::path).thenComparing(ManifestEntry::line));
        return entries;
    }

    /** Moments of issue as written. */
    List<String> issued() {
        return issued;
    }

    /** Adds a document with the bytes that it has: a line where it is JSON without line breaks, a file of its own otherwise. */
    void add(DocumentIdentity identity, @Nullable String platform, Slice slice) throws IOException {
        boolean xml = slice.isXml();
        boolean alone = xml || hasBreaks(slice);
        String path = lines;
        if (alone) {
            path = String.format(Locale.ROOT, "%s%06d.%s", DOCUMENTS, entries.size() + 1, xml ? "xml" : "json");
            try (OutputStream file = Files.newOutputStream(folder.resolve(path))) {
                file.write(slice.bytes(), slice.offset(), slice.length());
            }
        } else {
            OutputStream stream = open();
            stream.write(slice.bytes(), slice.offset(), slice.length());
            stream.write('\n');
            line++;
        }
        MessageDigest digest = algorithm.newDigest();
        digest.update(slice.bytes(), slice.offset(), slice.length());
        bytes += slice.length();
        if (identity.issuedAt() != null) {
            issued.add(identity.issuedAt());
        }
        entries.add(new ManifestEntry(
                identity.documentType(),
                identity.documentId(),
                platform,
                identity.revision(),
                null,
                xml ? "application/xml" : "application/json",
                path,
                alone ? 0 : line,
                slice.length(),
                value(digest),
                !alone && compressed));
    }

    /** Adds an attachment of a document. */
    void attach(ManifestEntry of, String attachmentId, Path file, String mediaType, LongConsumer progress)
            throws IOException {
        String name = String.valueOf(file.getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
        String ending = name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "bin";
        String path = String.format(
                Locale.ROOT,
                "%s%06d.%s",
                ATTACHMENTS,
                entries.size() + 1,
                ending.isEmpty() || ending.length() > 10 ? "bin" : ending);
        Files.createDirectories(folder.resolve(ATTACHMENTS));
        MessageDigest digest = algorithm.newDigest();
        byte[] block = new byte[1 << 16];
        long size = 0;
        try (InputStream in = new ObservedStream(Files.newInputStream(file), progress);
                OutputStream copy = Files.newOutputStream(folder.resolve(path))) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
                copy.write(block, 0, n);
                size += n;
            }
        }
        bytes += size;
        entries.add(new ManifestEntry(
                of.documentType(),
                of.documentId(),
                of.platformCode(),
                of.revision(),
                attachmentId,
                mediaType,
                path,
                0,
                size,
                value(digest),
                false));
    }

    private PackageDigest value(MessageDigest digest) {
        return new PackageDigest(algorithm.name(), HexFormat.of().formatHex(digest.digest()));
    }

    private OutputStream open() throws IOException {
        OutputStream stream = out;
        if (stream == null) {
            OutputStream file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(lines)), 1 << 16);
            stream = compressed ? new GZIPOutputStream(file, 1 << 13) : file;
            out = stream;
        }
        return stream;
    }

    private static boolean hasBreaks(Slice slice) {
        for (int i = slice.offset(); i < slice.offset() + slice.length(); i++) {
            if (slice.bytes()[i] == '\n' || slice.bytes()[i] == '\r') {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }
}
