package org.tongcai.signature;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON Web Keys (RFC 7517, 7518, 8037). {@code crv} of SM2 keys is {@code SM2}, which is not registered. {@code alg} is the name of RFC
 * 9421, because one curve may serve several.
 */
final class Jwk {
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    private static final int COORDINATE = 32;
    private static final Set<String> MOMENTS = Set.of("nbf", "exp");

    private final Map<String, String> members;
    private final Map<String, Long> moments;

    private Jwk(Map<String, String> members, Map<String, Long> moments) {
        this.members = members;
        this.moments = moments;
    }

    static String write(
            KeyAlgorithm algorithm, String keyId, byte @Nullable [] secret, byte[] open, KeyValidity validity) {
        KeyAlgorithm.Form form = algorithm.form();
        Map<String, String> members = new LinkedHashMap<>();
        members.put("kty", form.type());
        members.put("kid", keyId);
        members.put("alg", algorithm.name());
        try {
            if (form.shared()) {
                members.put("k", encode(secret == null ? new byte[0] : secret));
            } else {
                members.put("crv", String.valueOf(form.curve()));
                byte[] point = KeyEncoding.pointOf(open);
                if (point.length == COORDINATE) {
                    members.put("x", encode(point));
                } else {
                    members.put("x", encode(Arrays.copyOfRange(point, 1, 1 + COORDINATE)));
                    members.put("y", encode(Arrays.copyOfRange(point, 1 + COORDINATE, point.length)));
                }
                if (secret != null) {
                    members.put("d", encode(KeyEncoding.secretOf(secret)));
                }
            }
        } catch (KeyFormatException e) {
            throw new SignatureException("the key cannot be written", e);
        }
        // All values are base64url or names: nothing in them needs escaping.
        StringBuilder json = new StringBuilder("{");
        members.forEach((name, value) -> json.append(json.length() > 1 ? "," : "")
                .append("\n  \"")
                .append(name)
                .append("\": \"")
                .append(value)
                .append('"'));
        moment(json, "nbf", validity.from());
        moment(json, "exp", validity.until());
        return json.append("\n}\n").toString();
    }

    private static void moment(StringBuilder json, String name, @Nullable Instant moment) {
        if (moment != null) {
            json.append(",\n  \"").append(name).append("\": ").append(moment.getEpochSecond());
        }
    }

    static Jwk parse(String text) throws KeyFormatException {
        Map<String, String> members = new LinkedHashMap<>();
        Map<String, Long> moments = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw notOne();
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (MOMENTS.contains(name)) {
                    if (value != JsonToken.VALUE_NUMBER_INT) {
                        throw new KeyFormatException("JWK 的 " + name + " 应为整秒数", name + " of a JWK is whole seconds");
                    }
                    moments.put(name, parser.getLongValue());
                } else if (value == JsonToken.VALUE_STRING) {
                    members.put(name, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw notOne();
            }
        } catch (IOException e) {
            throw notOne();
        }
        return new Jwk(members, moments);
    }

    @Nullable
    String keyId() {
        return members.get("kid");
    }

    @Nullable
    String algorithm() {
        return members.get("alg");
    }

    KeyValidity validity() throws KeyFormatException {
        return KeyValidity.ofSeconds(moments.get("nbf"), moments.get("exp"));
    }

    /** Whether the key is of that form. */
    boolean is(KeyAlgorithm.Form form) {
        return form.type().equals(members.get("kty"))
                && (form.shared() || String.valueOf(form.curve()).equals(members.get("crv")));
    }

    /** PKCS#8, or the shared secret. */
    byte[] secret(KeyAlgorithm.Form form) throws KeyFormatException {
        if (form.identifier() == null) {
            return decode("k");
        }
        return KeyEncoding.pkcs8(form.identifier(), coordinate("d"), "EC".equals(form.type()) ? point() : null);
    }

    /** SubjectPublicKeyInfo, or the shared secret. */
    byte[] open(KeyAlgorithm.Form form) throws KeyFormatException {
        if (form.identifier() == null) {
            return decode("k");
        }
        return KeyEncoding.spki(form.identifier(), "EC".equals(form.type()) ? point() : coordinate("x"));
    }

    private byte[] point() throws KeyFormatException {
        byte[] point = new byte[1 + 2 * COORDINATE];
        point[0] = 4;
        System.arraycopy(coordinate("x"), 0, point, 1, COORDINATE);
        System.arraycopy(coordinate("y"), 0, point, 1 + COORDINATE, COORDINATE);
        return point;
    }

    private byte[] coordinate(String name) throws KeyFormatException {
        byte[] value = decode(name);
        if (value.length != COORDINATE) {
            throw new KeyFormatException("JWK 的 " + name + " 应为 32 字节", name + " of a JWK has 32 bytes");
        }
        return value;
    }

    private byte[] decode(String name) throws KeyFormatException {
        String value = members.get(name);
        if (value == null) {
            throw new KeyFormatException("JWK 缺少 " + name, "the JWK lacks " + name);
        }
        try {
            return Base64.getUrlDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            throw new KeyFormatException("JWK 的 " + name + " 不是 base64url", name + " of the JWK is not base64url");
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyFormatException notOne() {
        return new KeyFormatException("不是一个 JWK", "this is no JWK");
    }
}
