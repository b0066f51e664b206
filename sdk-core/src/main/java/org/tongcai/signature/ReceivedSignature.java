package org.tongcai.signature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The signature that a message carries under our label, read but not yet verified. */
record ReceivedSignature(
        Structured.InnerList input,
        List<Component> covered,
        byte[] value,
        Instant created,
        @Nullable Instant expires,
        @Nullable String nonce,
        String keyId,
        String algorithm,
        String tag) {
    private static final int NONCE_LEAST = 16;
    private static final int NONCE_MOST = 128;

    /** Null where the message has none under our label. */
    static @Nullable ReceivedSignature of(HttpMessage message)
            throws StructuredParser.MalformedException, SignatureBase.BaseException {
        Map<String, Structured.Member> inputs = dictionary(message, "signature-input");
        Map<String, Structured.Member> values = dictionary(message, "signature");
        Structured.Member input = inputs.get(SignatureProfile.LABEL);
        Structured.Member value = values.get(SignatureProfile.LABEL);
        if (input == null && value == null) {
            return null;
        }
        if (!(input instanceof Structured.InnerList list)
                || !(value instanceof Structured.Item item)
                || !(item.value() instanceof Structured.Bytes bytes)) {
            throw new SignatureBase.BaseException(
                    "Signature-Input 与 Signature 不配套", "Signature-Input and Signature do not go together");
        }
        List<Component> covered = new ArrayList<>();
        for (Structured.Item each : list.items()) {
            covered.add(Component.of(each));
        }
        Map<String, Object> params = list.params();
        String keyId = text(params, "keyid", true);
        if (!KeyIds.isValid(keyId)) {
            throw malformed("keyid");
        }
        return new ReceivedSignature(
                list,
                covered,
                bytes.array(),
                moment(params, "created"),
                params.containsKey("expires") ? moment(params, "expires") : null,
                nonce(params),
                keyId,
                text(params, "alg", true),
                text(params, "tag", true));
    }

    private static Map<String, Structured.Member> dictionary(HttpMessage message, String name)
            throws StructuredParser.MalformedException {
        return StructuredParser.dictionary(String.join(", ", message.values(name)));
    }

    private static String text(Map<String, Object> params, String name, boolean required)
            throws SignatureBase.BaseException {
        Object value = params.get(name);
        if (value == null && !required) {
            return "";
        }
        if (!(value instanceof String text) || text.isEmpty()) {
            throw malformed(name);
        }
        return text;
    }

    private static @Nullable String nonce(Map<String, Object> params) throws SignatureBase.BaseException {
        String nonce = text(params, "nonce", false);
        if (nonce.isEmpty()) {
            return null;
        }
        if (nonce.length() < NONCE_LEAST || nonce.length() > NONCE_MOST || !nonce.matches("[A-Za-z0-9._~+/=-]+")) {
            throw malformed("nonce");
        }
        return nonce;
    }

    private static Instant moment(Map<String, Object> params, String name) throws SignatureBase.BaseException {
        Object value = params.get(name);
        if (!(value instanceof Long seconds) || seconds < 0 || seconds > 253_402_300_799L) {
            throw malformed(name);
        }
        return Instant.ofEpochSecond(seconds);
    }

    private static SignatureBase.BaseException malformed(String name) {
        return new SignatureBase.BaseException(
                "签名参数 " + name + " 缺失或不合规", "parameter " + name + " is missing or not as it should be");
    }
}
