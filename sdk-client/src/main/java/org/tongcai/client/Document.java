package org.tongcai.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongcai.Standard;
import org.tongcai.binding.Model;

/**
 * A document to be sent: a typed model, or bytes in JSON or XML, which are sent exactly as they are. Immutable where what it was made of is
 * not changed any more.
 */
public final class Document {
    private final @Nullable Model model;
    private final byte @Nullable [] bytes;
    private final @Nullable Path file;
    private final @Nullable String idempotencyKey;

    private Document(
            @Nullable Model model, byte @Nullable [] bytes, @Nullable Path file, @Nullable String idempotencyKey) {
        this.model = model;
        this.bytes = bytes;
        this.file = file;
        this.idempotencyKey = idempotencyKey;
    }

    /** A typed model; it is written as JSON when it is sent. */
    public static Document of(Model model) {
        return new Document(model, null, null, null);
    }

    /** JSON or XML in UTF-8; its first character tells which. Not copied: it must not be changed before the call has ended. */
    public static Document of(byte[] bytes) {
        return new Document(null, bytes, null, null);
    }

    /** JSON or XML as text. */
    public static Document of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file with one document in JSON or XML; read when it is sent. */
    public static Document of(Path file) {
        return new Document(null, null, file, null);
    }

    /**
     * The same under a key of the caller's, who keeps it and sends the document again under it after a crash. Not needed for safety: a
     * platform takes the same document once, whatever the key.
     *
     * @param key 1 to 128 of {@code A-Za-z0-9._:-}
     */
    public Document withIdempotencyKey(String key) {
        if (!key.matches("[A-Za-z0-9._:-]{1,128}")) {
            throw new IllegalArgumentException("an idempotency key is 1 to 128 of A-Z a-z 0-9 . _ : -");
        }
        return new Document(model, bytes, file, key);
    }

    @Nullable
    String idempotencyKey() {
        return idempotencyKey;
    }

    /**
     * The bytes, at most one more than the bound.
     *
     * @throws org.tongcai.DocumentException if a model holds what cannot be written
     * @throws UncheckedIOException if the file cannot be read
     */
    byte[] bytes(Supplier<Standard> standard, int most) {
        if (model != null) {
            return standard.get().json().write(model);
        }
        if (bytes != null) {
            return bytes;
        }
        try (InputStream in = Files.newInputStream(java.util.Objects.requireNonNull(file))) {
            return in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
