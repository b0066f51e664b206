package org.tongcai.signature;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The three algorithms that every Java has. */
final class JdkKeys {
    /** Bytes of a shared secret: at least as long as the digest (RFC 2104 section 3). */
    static final int SECRET_BYTES = 32;

    static final KeyAlgorithm HMAC_SHA256 = new Hmac();
    static final KeyAlgorithm ED25519 = new Pair("ed25519", "OKP", "Ed25519", "06032b6570", "Ed25519", "Ed25519");
    static final KeyAlgorithm ECDSA_P256 = new Pair(
            "ecdsa-p256-sha256",
            "EC",
            "P-256",
            "06072a8648ce3d020106082a8648ce3d030107",
            "EC",
            "SHA256withECDSAinP1363Format");
    static final List<KeyAlgorithm> ALL = List.of(HMAC_SHA256, ED25519, ECDSA_P256);

    private JdkKeys() {}

    /** HMAC with SHA-256, RFC 9421 section 3.3.3. */
    private static final class Hmac implements KeyAlgorithm {
        private static final Form FORM = new Form("oct", null, null);

        @Override
        public String name() {
            return "hmac-sha256";
        }

        @Override
        public Form form() {
            return FORM;
        }

        @Override
        public SharedKey signing(String keyId, byte[] secret) throws KeyFormatException {
            if (secret.length < SECRET_BYTES || secret.length > 1024) {
                throw new KeyFormatException("共享密钥应为 32 至 1024 字节", "a shared secret has 32 to 1024 bytes");
            }
            return new HmacKey(KeyIds.check(keyId), new SecretKeySpec(secret, "HmacSHA256"));
        }

        @Override
        public SharedKey verifying(String keyId, byte[] secret) throws KeyFormatException {
            return signing(keyId, secret);
        }

        @Override
        public NewKey generate(String keyId) {
            byte[] secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            return new NewKey(this, keyId, secret, new byte[0]);
        }
    }

    private static final class HmacKey implements SharedKey {
        private final String keyId;
        private final SecretKeySpec secret;

        HmacKey(String keyId, SecretKeySpec secret) {
            this.keyId = keyId;
            this.secret = secret;
        }

        @Override
        public String keyId() {
            return keyId;
        }

        @Override
        public String algorithm() {
            return "hmac-sha256";
        }

        @Override
        public byte[] sign(byte[] data) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(secret);
                return mac.doFinal(data);
            } catch (GeneralSecurityException e) {
                throw new SignatureException("cannot compute hmac-sha256", e);
            }
        }

        @Override
        public boolean verify(byte[] data, byte[] signature) {
            return MessageDigest.isEqual(sign(data), signature);
        }

        @Override
        public String toString() {
            return "hmac-sha256 key " + keyId + " (secret not shown)";
        }
    }

    /** Ed25519 (RFC 8032) and ECDSA over P-256 (FIPS 186-5), RFC 9421 sections 3.3.6 and 3.3.4. */
    private static final class Pair implements KeyAlgorithm {
        private final String name;
        private final Form form;
        private final String family;
        private final String signature;

        Pair(String name, String type, String curve, String identifier, String family, String signature) {
            this.name = name;
            this.form = new Form(type, curve, HexFormat.of().parseHex(identifier));
            this.family = family;
            this.signature = signature;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Form form() {
            return form;
        }

        @Override
        public SigningKey signing(String keyId, byte[] pkcs8) throws KeyFormatException {
            requireIdentifier(KeyEncoding.identifierOfPrivate(pkcs8));
            try {
                return signing(keyId, KeyFactory.getInstance(family).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
            } catch (GeneralSecurityException e) {
                throw unusable();
            }
        }

        SigningKey signing(String keyId, PrivateKey key) {
            return new PrivateHalf(KeyIds.check(keyId), name, signature, key);
        }

        @Override
        public VerifyingKey verifying(String keyId, byte[] spki) throws KeyFormatException {
            requireIdentifier(KeyEncoding.identifierOfPublic(spki));
            try {
                PublicKey key = KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(spki));
                if (key instanceof ECPublicKey point && !onCurve(point)) {
                    throw unusable();
                }
                return verifying(keyId, key);
            } catch (GeneralSecurityException e) {
                throw unusable();
            }
        }

        VerifyingKey verifying(String keyId, PublicKey key) {
            return new PublicHalf(KeyIds.check(keyId), name, signature, key);
        }

        @Override
        public NewKey generate(String keyId) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
                if ("EC".equals(family)) {
                    generator.initialize(new ECGenParameterSpec("secp256r1"));
                }
                KeyPair pair = generator.generateKeyPair();
                byte[] open = pair.getPublic().getEncoded();
                return new NewKey(
                        this, keyId, KeyEncoding.withPublic(pair.getPrivate().getEncoded(), open), open);
            } catch (GeneralSecurityException e) {
                throw new SignatureException("this Java cannot generate " + name + " keys", e);
            }
        }

        private void requireIdentifier(byte[] found) throws KeyFormatException {
            if (!MessageDigest.isEqual(found, form.identifier())) {
                throw new KeyFormatException("这不是 " + name + " 的密钥", "this is no key for " + name);
            }
        }

        private KeyFormatException unusable() {
            return new KeyFormatException(name + " 的密钥已损坏", "the key for " + name + " is damaged");
        }

        /** The JDK's key factory does not ask. */
        private static boolean onCurve(ECPublicKey key) {
            java.security.spec.EllipticCurve curve = key.getParams().getCurve();
            BigInteger p = ((java.security.spec.ECFieldFp) curve.getField()).getP();
            BigInteger x = key.getW().getAffineX();
            BigInteger y = key.getW().getAffineY();
            return x.signum() >= 0
                    && x.compareTo(p) < 0
                    && y.signum() >= 0
                    && y.compareTo(p) < 0
                    && y.multiply(y)
                            .mod(p)
                            .equals(x.pow(3)
                                    .add(curve.getA().multiply(x))
                                    .add(curve.getB())
                                    .mod(p));
        }
    }

    static SigningKey ofPrivate(KeyAlgorithm algorithm, String keyId, PrivateKey key) {
        return ((Pair) algorithm).signing(keyId, key);
    }

    static VerifyingKey ofPublic(KeyAlgorithm algorithm, String keyId, PublicKey key) {
        return ((Pair) algorithm).verifying(keyId, key);
    }

    private record PrivateHalf(String keyId, String algorithm, String signature, PrivateKey key) implements SigningKey {
        @Override
        public byte[] sign(byte[] data) {
            try {
                Signature signer = Signature.getInstance(signature);
                signer.initSign(key);
                signer.update(data);
                return signer.sign();
            } catch (GeneralSecurityException e) {
                throw new SignatureException("cannot sign with " + algorithm + " key " + keyId, e);
            }
        }

        @Override
        public String toString() {
            return algorithm + " private key " + keyId + " (not shown)";
        }
    }

    private record PublicHalf(String keyId, String algorithm, String signature, PublicKey key) implements VerifyingKey {
        @Override
        public boolean verify(byte[] data, byte @Nullable [] given) {
            if (given == null || given.length != 64) {
                return false;
            }
            try {
                Signature verifier = Signature.getInstance(signature);
                verifier.initVerify(key);
                verifier.update(data);
                return verifier.verify(given);
            } catch (java.security.SignatureException e) {
                return false;
            } catch (GeneralSecurityException e) {
                throw new SignatureException("cannot verify with " + algorithm + " key " + keyId, e);
            }
        }

        @Override
        public String toString() {
            return algorithm + " public key " + keyId;
        }
    }
}
