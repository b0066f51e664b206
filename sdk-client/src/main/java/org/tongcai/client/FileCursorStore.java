package org.tongcai.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a cursor in a file, replaced atomically. For one reader at a time. */
public final class FileCursorStore implements CursorStore {
    private static final int MOST = 8 << 10;

    private final Path file;

    /** A store in that file, which need not exist; its folder must. */
    public FileCursorStore(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public @Nullable String load() throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        if (Files.size(file) > MOST) {
            throw new IOException("not a cursor: " + file);
        }
        String cursor = Files.readString(file).strip();
        return cursor.isEmpty() ? null : cursor;
    }

    @Override
    public void save(String cursor) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(cursor + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
