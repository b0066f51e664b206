package org.tongcai.client;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.tongcai.signature.ContentDigest;
import org.tongcai.signature.DigestAlgorithm;

/** What a request carries: pieces of memory, sent one after the other and never joined. May be sent any number of times. */
final class Content extends RequestBody {
    static final Content NONE = new Content(List.of(), false);

    /** Some bytes of an array; they are not copied, and not changed any more. */
    @SuppressWarnings("ArrayRecordComponent")
    record Piece(byte[] bytes, int offset, int length) {
        static Piece of(byte[] bytes) {
            return new Piece(bytes, 0, bytes.length);
        }
    }

    private final List<Piece> pieces;
    private final boolean lines;
    private final long length;

    private Content(List<Piece> pieces, boolean lines) {
        this.pieces = pieces;
        this.lines = lines;
        long sum = lines ? pieces.size() : 0;
        for (Piece piece : pieces) {
            sum += piece.length();
        }
        this.length = sum;
    }

    static Content of(byte[] bytes) {
        return new Content(List.of(Piece.of(bytes)), false);
    }

    /** Every piece followed by a line feed. */
    static Content ofLines(List<Piece> pieces) {
        return new Content(pieces, true);
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** The value of {@code Content-Digest}. */
    String digest() {
        MessageDigest digest = DigestAlgorithm.SHA_256.newDigest();
        for (Piece piece : pieces) {
            digest.update(piece.bytes(), piece.offset(), piece.length());
            if (lines) {
                digest.update((byte) '\n');
            }
        }
        return ContentDigest.value(DigestAlgorithm.SHA_256, digest.digest());
    }

    /** Told by the field of the request, where no character set is added to it. */
    @Override
    public @Nullable MediaType contentType() {
        return null;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        for (Piece piece : pieces) {
            sink.write(piece.bytes(), piece.offset(), piece.length());
            if (lines) {
                sink.writeByte('\n');
            }
        }
    }
}
