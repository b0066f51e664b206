package org.tongcai.exchange;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.tongcai.DocumentReport;
import org.tongcai.Verdict;
import org.tongcai.input.Slice;

/**
 * Puts what packages bring into a folder: {@code <sender>/<package id>/} with {@code accepted/}, {@code rejected/}, {@code attachments/} and
 * {@code receipt.json}. A package appears under its name whole or not at all. Not thread-safe.
 */
public final class FolderImport implements ImportHandler, Closeable {
    private final Path root;
    private @Nullable Path partial;
    private @Nullable Path openPath;
    private @Nullable OutputStream open;

    /** A handler that puts packages into this folder, which is made where it is not there. */
    public FolderImport(Path root) throws IOException {
        this.root = Files.createDirectories(root);
    }

    /** Where a package is put. */
    public Path place(PackageInfo info) {
        return root.resolve(info.sender()).resolve(info.packageId());
    }

    @Override
    public boolean isCommitted(PackageInfo info) {
        return Files.isDirectory(place(info));
    }

    @Override
    public void begin(PackageInfo info) throws IOException {
        close();
        Files.createDirectories(root.resolve(info.sender()));
        Path folder = root.resolve(info.sender()).resolve("." + info.packageId() + ".partial");
        Durable.delete(folder);
        partial = Files.createDirectory(folder);
    }

    @Override
    public void document(ManifestEntry entry, Slice document, DocumentReport report) throws IOException {
        String kind = report.verdict() == Verdict.ACCEPTED ? "accepted" : "rejected";
        Path named = Path.of(entry.path()).getFileName();
        String name = String.valueOf(named);
        Path path = current().resolve(kind).resolve(entry.compressed() ? name.substring(0, name.length() - 3) : name);
        if (entry.line() == 0) {
            Files.createDirectories(path.getParent());
            try (OutputStream out = Files.newOutputStream(path)) {
                out.write(document.bytes(), document.offset(), document.length());
            }
            return;
        }
        OutputStream out = append(path);
        out.write(document.bytes(), document.offset(), document.length());
        out.write('\n');
    }

    private OutputStream append(Path path) throws IOException {
        OutputStream out = open;
        if (out == null || !path.equals(openPath)) {
            close();
            Files.createDirectories(path.getParent());
            out = new BufferedOutputStream(
                    Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND), 1 << 16);
            open = out;
            openPath = path;
        }
        return out;
    }

    @Override
    public void attachment(ManifestEntry entry, Path file) throws IOException {
        Path path = current().resolve("attachments").resolve(file.getFileName());
        Files.createDirectories(path.getParent());
        Files.copy(file, path);
    }

    @Override
    public void commit(PackageInfo info, byte[] receipt) throws IOException {
        close();
        Files.write(current().resolve("receipt.json"), receipt);
        Durable.syncTree(current());
        Durable.move(current(), place(info));
        partial = null;
    }

    private Path current() {
        if (partial == null) {
            throw new IllegalStateException("not begun");
        }
        return partial;
    }

    /** Closes the file that is open; what was not committed stays, and is removed when the package comes again. */
    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
