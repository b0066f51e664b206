package org.tongcai.signature;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/** What came out of verifying a message. */
public sealed interface Verification {
    /**
     * The message is from the holder of the key and as he sent it, as far as it is covered.
     *
     * @param keyId the key
     * @param algorithm its algorithm
     * @param created when it was signed, by the signer's clock
     * @param nonce the nonce; null in responses, which need none
     * @param covered the covered components, as written in the signature base
     */
    record Verified(
            String keyId,
            String algorithm,
            Instant created,
            @Nullable String nonce,
            List<String> covered) implements Verification {}

    /**
     * The message must not be acted upon.
     *
     * @param reason the reason
     * @param text what is wrong, for the other side; holds no values of the message
     */
    record Refused(Reason reason, Bilingual text) implements Verification {}

    /** Reasons of refusal; the codes are those of the catalogue of errors of the service standard. */
    enum Reason {
        /** There is no signature under our label. */
        UNAUTHENTICATED("unauthenticated"),
        /** Something that must be covered is not. */
        MISSING_COMPONENT("signature-missing-component"),
        /** The signature is malformed or does not belong to the message. */
        INVALID("signature-invalid"),
        /** It was signed too long ago, or in the future. */
        EXPIRED("signature-expired"),
        /** The nonce was used before. */
        REPLAYED("nonce-replayed"),
        /** Nobody has the key, or it is not valid at this time. */
        UNKNOWN_KEY("unknown-key"),
        /** The body is not the one that was signed. */
        DIGEST_MISMATCH("digest-mismatch"),
        /** It could not be found out whether the nonce was used; send again later. */
        UNAVAILABLE("unavailable");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The code of the problem. */
        public String code() {
            return code;
        }
    }
}
