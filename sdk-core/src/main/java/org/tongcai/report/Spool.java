package org.tongcai.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Holds back bytes that may only be written after something that comes later: small amounts in memory, the rest in a temporary file of the owner's. */
final class Spool extends OutputStream {
    private final int threshold;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path path;
    private @Nullable FileChannel file;
    private @Nullable OutputStream fileOut;

    /** Keeps up to {@code threshold} bytes in memory. */
    Spool(int threshold) {
        this.threshold = threshold;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (fileOut == null && memory.size() + length > threshold) {
            path = Files.createTempFile("tongcai-report-", ".tmp");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            fileOut = Channels.newOutputStream(file);
            memory.writeTo(fileOut);
            memory.reset();
        }
        if (fileOut == null) {
            memory.write(bytes, offset, length);
        } else {
            fileOut.write(bytes, offset, length);
        }
    }

    /** Writes everything held back, in order. */
    void copyTo(OutputStream out) throws IOException {
        if (file == null) {
            memory.writeTo(out);
        } else {
            file.position(0);
            Channels.newInputStream(file).transferTo(out);
        }
    }

    /** The temporary file; null while everything fits into memory. */
    @Nullable
    Path path() {
        return path;
    }

    /** Forgets the bytes and deletes the temporary file. */
    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
