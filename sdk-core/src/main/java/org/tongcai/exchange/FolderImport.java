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
import org.tongcai.input.Slice;

/**
 * Puts what packages bring into a folder: {@code <sender>/<package id>/} with {@code accepted/}, {@code rejected/}, {@code deferred/} (could
 * not be judged), {@code attachments/} and {@code receipt.json}. A package appears under its name whole or not at all. Where it comes again
 * and deferred documents are judged anew, these appear the same way in {@code <package id>~2/}, and so on. Not thread-safe.
 */
public final class FolderImport implements ImportHandler, Closeable {
    private final Path root;
    private @Nullable Path partial;
    private int round = 1;
    private @Nullable Path openPath;
    private @Nullable OutputStream open;

    /** A handler that puts packages into this folder, which is made where it is not there. */
    public FolderImport(Path root) throws IOException {
        this.root = Files.createDirectories(root);
    }

    /** Where a round of a package is put; the first is 1. */
    public Path place(PackageInfo info, int round) {
        // No package id holds a tilde.
        return root.resolve(info.sender()).resolve(info.packageId() + (round > 1 ? "~" + round : ""));
    }

    @Override
    public boolean isCommitted(PackageInfo info, int round) {
        return Files.isDirectory(place(info, round));
    }

    @Override
    public void begin(PackageInfo info, int round) throws IOException {
        close();
        this.round = round;
        Files.createDirectories(root.resolve(info.sender()));
        Path folder = root.resolve(info.sender()).resolve("." + info.packageId() + ".partial");
        Durable.delete(folder);
        partial = Files.createDirectory(folder);
    }

    @Override
    public void document(ManifestEntry entry, Slice document, DocumentReport report) throws IOException {
        String kind = switch (report.verdict()) {
            case ACCEPTED -> "accepted";
            case REJECTED -> "rejected";
            case UNDETERMINED -> "deferred";
        };
        Path named = Path.of(entry.path()).getFileName();
        String name = String.valueOf(named);
        Path path = partial().resolve(kind).resolve(entry.compressed() ? name.substring(0, name.length() - 3) : name);
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
        Path path = partial().resolve("attachments").resolve(file.getFileName());
        Files.createDirectories(path.getParent());
        Files.copy(file, path);
    }

    @Override
    public void commit(PackageInfo info, byte[] receipt) throws IOException {
        close();
        Files.write(partial().resolve("receipt.json"), receipt);
        Durable.syncTree(partial());
        Durable.move(partial(), place(info, round));
        partial = null;
    }

    private Path partial() {
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
