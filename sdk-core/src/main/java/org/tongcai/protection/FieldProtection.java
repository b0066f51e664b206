package org.tongcai.protection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongcai.Standard;
import org.tongcai.signature.AeadCipher;
import org.tongcai.signature.DigestAlgorithm;

/**
 * Takes personal data out of documents: each value that the schema calls personal or secret is replaced by {@code "***"} and carried
 * encrypted, so that whoever has no key can pass the document on without reading them. Restoring gives the very bytes. JSON only; XML is
 * converted first. Immutable and thread-safe.
 */
public final class FieldProtection {
    /** The format of envelopes. */
    public static final String FORMAT = "https://tongcai.org/exchange/protection/1";

    private static final byte[] MASK = "\"***\"".getBytes(StandardCharsets.US_ASCII);
    /** Stands for the whole document; no JSON Pointer begins like this. */
    private static final String WHOLE = "#";

    private static final JsonFactory JSON = new JsonFactory();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Standard standard;
    private final String keyId;
    private final byte[] key;
    private final AeadCipher cipher;

    /**
     * Protection by a key. A key serves at most 2³² values, because the nonces are random.
     *
     * @param keyId by what the other side finds the key; stands readable in envelopes
     * @param key random bytes, as many as the cipher takes; copied
     * @throws IllegalArgumentException if the key has another length
     */
    public FieldProtection(Standard standard, String keyId, byte[] key, AeadCipher cipher) {
        if (key.length != cipher.keyBytes()) {
            throw new IllegalArgumentException("a key for " + cipher.name() + " has " + cipher.keyBytes() + " bytes");
        }
        this.standard = standard;
        this.keyId = keyId;
        this.key = key.clone();
        this.cipher = cipher;
    }

    /**
     * The envelope of a document.
     *
     * @throws ProtectionException if the document is no well-formed JSON in UTF-8, or names a member twice
     */
    public byte[] protect(byte[] document) throws ProtectionException {
        List<SensitiveFields.Place> places = places(document);
        ByteArrayOutputStream masked = new ByteArrayOutputStream(document.length);
        int from = 0;
        for (SensitiveFields.Place place : places) {
            if (place.sensitive()) {
                masked.write(document, from, place.start() - from);
                masked.writeBytes(MASK);
                from = place.end();
            }
        }
        masked.write(document, from, document.length - from);
        String digest = HexFormat.of().formatHex(DigestAlgorithm.SHA_256.digest(masked.toByteArray()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("cipher", cipher.name());
            json.writeStringField("keyId", keyId);
            json.writeStringField("document", utf8(masked.toByteArray()));
            json.writeFieldName("original");
            sealed(json, digest, WHOLE, DigestAlgorithm.SHA_256.digest(document));
            json.writeArrayFieldStart("fields");
            for (SensitiveFields.Place place : places) {
                if (place.sensitive()) {
                    byte[] value = new byte[place.end() - place.start()];
                    System.arraycopy(document, place.start(), value, 0, value.length);
                    sealed(json, digest, place.pointer(), value);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void sealed(JsonGenerator json, String digest, String pointer, byte[] value) throws IOException {
        byte[] nonce = new byte[AeadCipher.NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] ciphertext = cipher.seal(key, nonce, aad(digest, pointer), value);
        json.writeStartObject();
        json.writeStringField("pointer", pointer);
        json.writeStringField("nonce", Base64.getUrlEncoder().withoutPadding().encodeToString(nonce));
        json.writeStringField("value", Base64.getUrlEncoder().withoutPadding().encodeToString(ciphertext));
        json.writeEndObject();
    }

    /** A value belongs to this key, this masked document and this place. The digest of the original would let its values be guessed. */
    private byte[] aad(String digest, String pointer) {
        return (FORMAT + "\n" + keyId + "\n" + digest + "\n" + pointer).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The document that an envelope was made of, byte for byte.
     *
     * @throws ProtectionException if the envelope was altered, is of another key, or is none
     */
    public byte[] restore(byte[] envelope) throws ProtectionException {
        Envelope read = read(envelope);
        if (!FORMAT.equals(read.texts.get("format"))
                || !cipher.name().equals(read.texts.get("cipher"))
                || !keyId.equals(read.texts.get("keyId"))) {
            throw new ProtectionException("格式、算法或者密钥标识不符", "another format, cipher or key id");
        }
        byte[] masked = read.texts.getOrDefault("document", "").getBytes(StandardCharsets.UTF_8);
        String digest = HexFormat.of().formatHex(DigestAlgorithm.SHA_256.digest(masked));
        ByteArrayOutputStream out = new ByteArrayOutputStream(masked.length);
        int from = 0;
        for (SensitiveFields.Place place : places(masked)) {
            Sealed value = read.values.remove(place.pointer());
            if (value != null) {
                out.write(masked, from, place.start() - from);
                out.writeBytes(open(digest, place.pointer(), value));
                from = place.end();
            }
        }
        out.write(masked, from, masked.length - from);
        Sealed original = read.values.remove(WHOLE);
        byte[] restored = out.toByteArray();
        if (original == null
                || !read.values.isEmpty()
                || !MessageDigest.isEqual(open(digest, WHOLE, original), DigestAlgorithm.SHA_256.digest(restored))) {
            throw altered();
        }
        return restored;
    }

    private byte[] open(String digest, String pointer, Sealed value) throws ProtectionException {
        try {
            return cipher.open(key, value.nonce, aad(digest, pointer), value.ciphertext);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw altered();
        }
    }

    private static ProtectionException altered() {
        return new ProtectionException("密钥不对或者内容被改动", "wrong key or altered content");
    }

    private List<SensitiveFields.Place> places(byte[] document) throws ProtectionException {
        utf8(document);
        try {
            return SensitiveFields.of(standard, document);
        } catch (IOException e) {
            throw new ProtectionException("不是合格的 JSON", "not well-formed JSON");
        }
    }

    private static String utf8(byte[] document) throws ProtectionException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProtectionException("不是 UTF-8", "not UTF-8");
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Sealed(byte[] nonce, byte[] ciphertext) {}

    private record Envelope(Map<String, String> texts, Map<String, Sealed> values) {}

    private static Envelope read(byte[] envelope) throws ProtectionException {
        Envelope read = new Envelope(new LinkedHashMap<>(), new LinkedHashMap<>());
        try (JsonParser json = JSON.createParser(envelope)) {
            int depth = 0;
            Map<String, String> value = new LinkedHashMap<>();
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    depth++;
                } else if (token == JsonToken.END_OBJECT) {
                    if (depth-- > 1) {
                        add(read, value);
                        value = new LinkedHashMap<>();
                    }
                } else if (token == JsonToken.VALUE_STRING && json.currentName() != null) {
                    (depth == 1 ? read.texts : value).put(json.currentName(), json.getText());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ProtectionException("不是保护信封", "no envelope of protected fields");
        }
        return read;
    }

    private static void add(Envelope read, Map<String, String> value) throws ProtectionException {
        Sealed sealed = new Sealed(
                Base64.getUrlDecoder().decode(value.getOrDefault("nonce", "")),
                Base64.getUrlDecoder().decode(value.getOrDefault("value", "")));
        if (sealed.nonce.length != AeadCipher.NONCE_BYTES
                || sealed.ciphertext.length < AeadCipher.TAG_BYTES
                || read.values.put(value.getOrDefault("pointer", ""), sealed) != null) {
            throw altered();
        }
    }
}
