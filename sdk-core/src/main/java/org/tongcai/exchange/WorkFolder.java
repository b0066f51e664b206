package org.tongcai.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A folder for what is not finished. It goes when it is closed; what a killed process left behind goes when the next one is made. */
final class WorkFolder implements Closeable {
    static final String PACKING = ".packing-";
    static final String VERIFYING = ".verifying-";

    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel channel;

    /**
     * A new folder.
     *
     * @param purpose what names of such folders begin with
     */
    WorkFolder(Path parent, String purpose) throws IOException {
        Files.createDirectories(parent);
        sweep(parent, purpose);
        folder = Files.createTempDirectory(parent, purpose);
        channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    /** Who lives holds the lock of his folder. */
    private static void sweep(Path parent, String purpose) throws IOException {
        List<Path> dead = new ArrayList<>();
        try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, purpose + "*")) {
            for (Path other : others) {
                if (!Files.exists(other.resolve(LOCK))) {
                    // Being made by another at this moment, or empty: it holds nothing to speak of.
                    continue;
                }
                try (FileChannel its = FileChannel.open(other.resolve(LOCK), StandardOpenOption.WRITE);
                        FileLock lock = its.tryLock()) {
                    if (lock != null) {
                        dead.add(other);
                    }
                } catch (OverlappingFileLockException | NoSuchFileException e) {
                    continue;
                }
            }
        }
        for (Path each : dead) {
            Durable.delete(each);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Durable.delete(folder);
    }
}
