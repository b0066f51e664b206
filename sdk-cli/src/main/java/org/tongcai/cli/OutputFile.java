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

    private OutputFile(OutputStream stream, @Nullable Path target, @Nullable Path temporary, @Nullable Thread sweeper) {
        this.stream = new BufferedOutputStream(stream, 1 << 16);
        this.target = target;
        this.temporary = temporary;
        this.sweeper = sweeper;
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
            return new OutputFile(standard, null, null, null);
        }
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                // A device or a pipe cannot be replaced; a folder fails here.
                return new OutputFile(Files.newOutputStream(file), file, null, null);
            }
            // A link stays a link: what it points to is replaced.
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path temporary = target.resolveSibling(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
            // First the sweeper, then what it sweeps.
            Thread sweeper = new Thread(() -> delete(temporary));
            Runtime.getRuntime().addShutdownHook(sweeper);
            return new OutputFile(Files.newOutputStream(temporary), target, temporary, sweeper);
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
        if (!disarm()) {
            // Whoever wrote to us may have been interrupted, too, and what looks whole is not.
            throw new IOException("interrupted");
        }
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Takes the sweeper away; false where the process is ending, and it does its work. */
    private boolean disarm() {
        if (sweeper == null) {
            return true;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(sweeper);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        disarm();
        if (temporary != null && Files.exists(temporary)) {
            try {
                stream.close();
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
