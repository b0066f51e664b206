package org.tongcai.exchange;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.tongcai.Bilingual;
import org.tongcai.signature.KeyResolver;
import org.tongcai.signature.SigningKey;
import org.tongcai.signature.TrustedKey;

/**
 * {@code signature.json}: a detached signature over the bytes of the tag manifest, which hold the digests of the other tag files, of which
 * one holds those of the payload. The file itself is not covered by it; so it has one way to be written. Immutable.
 */
@SuppressWarnings("ArrayRecordComponent")
record Seal(String algorithm, String keyId, byte[] signature, String signed) {
    static Seal of(SigningKey key, String file, byte[] tagManifest) {
        return new Seal(key.algorithm(), key.keyId(), key.sign(tagManifest), file);
    }

    byte[] write() {
        return Json.object(json -> {
            json.writeStringField("algorithm", algorithm);
            json.writeStringField("keyId", keyId);
            json.writeStringField(
                    "signature", Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
            json.writeStringField("signed", signed);
        });
    }

    static Seal read(byte[] bytes) throws PackageRefusedException {
        Seal seal;
        try {
            Map<String, Object> json = Json.read(bytes);
            seal = new Seal(
                    Json.require(json, "algorithm"),
                    Json.require(json, "keyId"),
                    Base64.getUrlDecoder().decode(Json.require(json, "signature")),
                    Json.require(json, "signed"));
        } catch (IOException | IllegalArgumentException e) {
            throw Lines.wrong(TagFiles.SIGNATURE, "不是规定的 JSON", "not the JSON prescribed");
        }
        if (!Arrays.equals(bytes, seal.write())) {
            throw Lines.wrong(
                    TagFiles.SIGNATURE, "各项的次序、空白、写法必须与规定一致", "order, blanks and form must be those prescribed");
        }
        return seal;
    }

    /** Verifies the signature by a key that was valid when the package was made. */
    void verify(String file, byte[] tagManifest, PackageInfo info, KeyResolver keys) throws PackageRefusedException {
        if (!signed.equals(file)) {
            throw Lines.wrong(TagFiles.SIGNATURE, "所签的文件不是 " + file, "it does not sign " + file);
        }
        Optional<TrustedKey> found = keys.find(keyId);
        if (found.isEmpty()) {
            throw refuse(RefusalReason.KEY_UNKNOWN);
        }
        TrustedKey trusted = found.get();
        if (!trusted.key().algorithm().equals(algorithm)) {
            throw new PackageRefusedException(
                    RefusalReason.SIGNATURE_WRONG,
                    TagFiles.SIGNATURE,
                    new Bilingual(
                            "密钥的算法是 " + trusted.key().algorithm(),
                            "the algorithm of the key is " + trusted.key().algorithm()));
        }
        if (!trusted.key().verify(tagManifest, signature)) {
            throw new PackageRefusedException(RefusalReason.SIGNATURE_WRONG, TagFiles.SIGNATURE);
        }
        if (!trusted.isValidAt(info.sealedAt().toInstant())) {
            throw refuse(RefusalReason.KEY_EXPIRED);
        }
    }

    PackageRefusedException refuse(RefusalReason reason) {
        return new PackageRefusedException(reason, TagFiles.SIGNATURE, new Bilingual(keyId, keyId));
    }
}
