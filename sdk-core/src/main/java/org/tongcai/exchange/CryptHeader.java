package org.tongcai.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.tongcai.Bilingual;
import org.tongcai.signature.AeadCipher;

/**
 * The beginning of an encrypted package: {@code TCX1}, the length of what follows as two bytes, and JSON. All of it is authenticated with
 * every chunk. Immutable.
 */
@SuppressWarnings("ArrayRecordComponent")
record CryptHeader(String cipher, String derivation, int iterations, byte[] salt) {
    static final byte[] MAGIC = "TCX1".getBytes(StandardCharsets.US_ASCII);
    static final int CHUNK = 1 << 16;
    static final int SALT = 32;

    private static final int MOST = 1 << 12;

    static boolean isEncrypted(byte[] head) {
        return head.length >= MAGIC.length && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    byte[] write() {
        byte[] json = Json.object(out -> {
            out.writeStringField("cipher", cipher);
            out.writeNumberField("chunk", CHUNK);
            out.writeStringField("derivation", derivation);
            out.writeNumberField("iterations", iterations);
            out.writeStringField("salt", Base64.getUrlEncoder().withoutPadding().encodeToString(salt));
        });
        return ByteBuffer.allocate(MAGIC.length + 2 + json.length)
                .put(MAGIC)
                .putShort((short) json.length)
                .put(json)
                .array();
    }

    static CryptHeader read(InputStream in) throws IOException {
        byte[] head = in.readNBytes(MAGIC.length + 2);
        if (head.length < MAGIC.length + 2) {
            throw new PackageRefusedException(RefusalReason.TRUNCATED, "");
        }
        int length = ByteBuffer.wrap(head).getShort(MAGIC.length) & 0xffff;
        byte[] json = length > MOST || !isEncrypted(head) ? new byte[0] : in.readNBytes(length);
        CryptHeader header;
        try {
            Map<String, Object> members = Json.read(json);
            header = new CryptHeader(
                    Json.require(members, "cipher"),
                    Json.require(members, "derivation"),
                    Math.toIntExact(Json.number(members, "iterations")),
                    Base64.getUrlDecoder().decode(Json.require(members, "salt")));
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            throw wrong();
        }
        byte[] read = Arrays.copyOf(head, head.length + json.length);
        System.arraycopy(json, 0, read, head.length, json.length);
        if (header.salt.length != SALT
                || header.iterations < 0
                || header.iterations > PackageKey.MOST_ITERATIONS
                || !Arrays.equals(read, header.write())) {
            throw wrong();
        }
        return header;
    }

    private static PackageRefusedException wrong() {
        return new PackageRefusedException(
                RefusalReason.DECRYPTION_FAILED,
                "",
                new Bilingual("加密文件头有误", "the header of the encrypted file is wrong"));
    }

    /**
     * The nonce of a chunk: seven zero bytes, its number, and whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway
     * and Vizár, 2015). The key serves one package only, so that nothing but the number has to differ.
     */
    static byte[] nonce(long number, boolean last) {
        if (number > 0xFFFF_FFFFL) {
            throw new IllegalStateException("more chunks than numbers");
        }
        return ByteBuffer.allocate(AeadCipher.NONCE_BYTES)
                .put(new byte[7])
                .putInt((int) number)
                .put((byte) (last ? 1 : 0))
                .array();
    }
}
