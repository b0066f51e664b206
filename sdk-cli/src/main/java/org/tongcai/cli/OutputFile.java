package org.tongcai.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Where a report goes: standard output, or a file that is there whole or not at all. A file is written under a temporary name beside
 * the wanted one and renamed by {@link #commit}; closing without that removes it.
 */
final class OutputFile implements AutoCloseable {
    private final OutputStream stream;
    private final @Nullable Path target;
    private final @Nullable Path temporary;
    /** Ctrl-C ends the process without closing anything. */
    private final @Nullable Thread sweeper;

    private OutputFile(OutputStream stream, @Nullable Path target, @Nullable Path temporary) {
        this.stream = new BufferedOutputStream(stream, 1 << 16);
        this.target = target;
        this.temporary = temporary;
        this.sweeper = temporary == null ? null : new Thread(() -> delete(temporary));
        if (sweeper != null) {
            Runtime.getRuntime().addShutdownHook(sweeper);
        }
    }

    private static void delete(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The process is ending; nobody is left to do anything about it.
        }
    }

    static OutputFile open(@Nullable Path file, OutputStream standard) {
        if (file == null) {
            return new OutputFile(standard, null, null);
        }
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                // A device or a pipe cannot be replaced; a folder fails here.
                return new OutputFile(Files.newOutputStream(file), file, null);
            }
            // A link stays a link: what it points to is replaced.
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path temporary = target.resolveSibling(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
            return new OutputFile(Files.newOutputStream(temporary), target, temporary);
        } catch (NoSuchFileException e) {
            throw Failure.system("无法写入 " + file + "：没有该文件夹", "cannot write " + file + ": there is no such folder", e);
        } catch (IOException e) {
            throw Failure.unwritable(file, e);
        }
    }

    OutputStream stream() {
        return stream;
    }

    /** Everything has been written. */
    void commit() throws IOException {
        stream.flush();
        if (target != null) {
            stream.close();
        }
        if (temporary == null || target == null) {
            return;
        }
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        if (sweeper != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(sweeper);
            } catch (IllegalStateException e) {
                // The process is ending, and the hook does its work.
            }
        }
        if (temporary != null && Files.exists(temporary)) {
            try {
                stream.close();
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
