package org.tongcai.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One download into a file beside the one that is wanted, moved to its place at the end. Not safe for threads. */
final class Downloading implements Operation.Sink, AutoCloseable {
    private final Path file;
    private final Path temporary;
    private final FileChannel channel;
    private final TransferProgress progress;
    private final MessageDigest digest;
    private long written;

    Downloading(Path file, TransferProgress progress) {
        this.file = file.toAbsolutePath();
        this.progress = progress;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
            this.temporary = Files.createTempFile(this.file.getParent(), ".download-", ".part");
            this.channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void begin() {
        try {
            channel.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        digest.reset();
        written = 0;
    }

    @Override
    public void write(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        try {
            while (buffer.hasRemaining()) {
                written += channel.write(buffer, written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.at(written, -1);
    }

    void finish(@Nullable String sha256, String requestId) {
        String found = HexFormat.of().formatHex(digest.digest());
        if (sha256 != null && !sha256.equals(found)) {
            throw new ProtocolException(new Failure(
                    "getAttachment",
                    "the attachment is not the one that the digest names",
                    requestId,
                    200,
                    null,
                    1,
                    false,
                    null));
        }
        try {
            channel.force(true);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
