package org.tongcai.gm;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.tongcai.signature.KeyAlgorithm;
import org.tongcai.signature.KeyFormatException;
import org.tongcai.signature.NewKey;
import org.tongcai.signature.SignatureException;
import org.tongcai.signature.SigningKey;
import org.tongcai.signature.VerifyingKey;

/**
 * SM2 signatures with SM3 (GB/T 32918.2—2016) over the recommended curve (GB/T 32918.5—2017), with the user id
 * {@code 1234567812345678} (GM/T 0009—2012) and signatures as r‖s of 64 bytes.
 */
public final class Sm2 {
    private static final String NAME = "sm2-sm3";
    private static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final ASN1ObjectIdentifier CURVE = GMObjectIdentifiers.sm2p256v1;
    private static final ECNamedDomainParameters DOMAIN = domain();
    private static final int SIGNATURE_BYTES = 64;

    /** The algorithm, named {@code sm2-sm3}; the name is not registered with IANA. */
    public static final KeyAlgorithm ALGORITHM = new Algorithm();

    private Sm2() {}

    /** A signature of r‖s in the DER form that openssl and most devices use. */
    public static byte[] toDer(byte[] raw) {
        try {
            BigInteger[] both = PlainDSAEncoding.INSTANCE.decode(DOMAIN.getN(), raw);
            return StandardDSAEncoding.INSTANCE.encode(DOMAIN.getN(), both[0], both[1]);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not a signature of 64 bytes", e);
        }
    }

    /**
     * A signature in DER as r‖s of 64 bytes.
     *
     * @throws IllegalArgumentException where it is something else
     */
    public static byte[] fromDer(byte[] der) {
        try {
            BigInteger[] both = StandardDSAEncoding.INSTANCE.decode(DOMAIN.getN(), der);
            return PlainDSAEncoding.INSTANCE.encode(DOMAIN.getN(), both[0], both[1]);
        } catch (IOException | IllegalArgumentException | ClassCastException e) {
            throw new IllegalArgumentException("not a signature in DER", e);
        }
    }

    private static ECNamedDomainParameters domain() {
        X9ECParameters parameters = CustomNamedCurves.getByOID(CURVE);
        return new ECNamedDomainParameters(CURVE, parameters);
    }

    private static SM2Signer engine() {
        return new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
    }

    private static final class Algorithm implements KeyAlgorithm {
        private final Form form = new Form("EC", "SM2", identifier());

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Form form() {
            return form;
        }

        @Override
        public SigningKey signing(String keyId, byte[] pkcs8) throws KeyFormatException {
            try {
                PrivateKeyInfo info = PrivateKeyInfo.getInstance(pkcs8);
                requireCurve(info.getPrivateKeyAlgorithm());
                BigInteger d = ECPrivateKey.getInstance(info.parsePrivateKey()).getKey();
                // GB/T 32918.1: 1 to n-2.
                if (d.signum() < 1 || d.compareTo(DOMAIN.getN().subtract(BigInteger.TWO)) > 0) {
                    throw damaged();
                }
                return new PrivateHalf(keyId, new ECPrivateKeyParameters(d, DOMAIN));
            } catch (IOException | RuntimeException e) {
                throw damaged();
            }
        }

        @Override
        public VerifyingKey verifying(String keyId, byte[] spki) throws KeyFormatException {
            try {
                SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(spki);
                requireCurve(info.getAlgorithm());
                // Refuses points that are not on the curve.
                return new PublicHalf(
                        keyId,
                        new ECPublicKeyParameters(
                                DOMAIN.getCurve()
                                        .decodePoint(info.getPublicKeyData().getOctets()),
                                DOMAIN));
            } catch (RuntimeException e) {
                throw damaged();
            }
        }

        @Override
        public NewKey generate(String keyId) {
            ECKeyPairGenerator generator = new ECKeyPairGenerator();
            generator.init(new ECKeyGenerationParameters(DOMAIN, new SecureRandom()));
            AsymmetricCipherKeyPair pair;
            ECPrivateKeyParameters secret;
            do {
                pair = generator.generateKeyPair();
                secret = (ECPrivateKeyParameters) pair.getPrivate();
            } while (secret.getD().compareTo(DOMAIN.getN().subtract(BigInteger.TWO)) > 0);
            byte[] point = ((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false);
            AlgorithmIdentifier curve = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, CURVE);
            try {
                ECPrivateKey inner = new ECPrivateKey(256, secret.getD(), new DERBitString(point), null);
                return new NewKey(
                        this,
                        keyId,
                        new PrivateKeyInfo(curve, inner).getEncoded("DER"),
                        new SubjectPublicKeyInfo(curve, point).getEncoded("DER"));
            } catch (IOException e) {
                throw new SignatureException("an SM2 key cannot be written", e);
            }
        }

        private static void requireCurve(AlgorithmIdentifier found) throws KeyFormatException {
            if (!X9ObjectIdentifiers.id_ecPublicKey.equals(found.getAlgorithm())
                    || found.getParameters() == null
                    || !CURVE.equals(found.getParameters().toASN1Primitive())) {
                throw new KeyFormatException("这不是 SM2 的密钥", "this is no key for SM2");
            }
        }

        private static KeyFormatException damaged() {
            return new KeyFormatException("SM2 的密钥已损坏", "the key for SM2 is damaged");
        }

        /** The content of the AlgorithmIdentifier: its two object identifiers without the frame. */
        private static byte[] identifier() {
            try {
                byte[] first = X9ObjectIdentifiers.id_ecPublicKey.getEncoded("DER");
                byte[] second = CURVE.getEncoded("DER");
                byte[] both = new byte[first.length + second.length];
                System.arraycopy(first, 0, both, 0, first.length);
                System.arraycopy(second, 0, both, first.length, second.length);
                return both;
            } catch (IOException e) {
                throw new SignatureException("the identifier of SM2 cannot be written", e);
            }
        }
    }

    private record PrivateHalf(String keyId, ECPrivateKeyParameters key) implements SigningKey {
        @Override
        public String algorithm() {
            return NAME;
        }

        @Override
        public byte[] sign(byte[] data) {
            SM2Signer signer = engine();
            signer.init(true, new ParametersWithID(key, USER_ID));
            signer.update(data, 0, data.length);
            try {
                return signer.generateSignature();
            } catch (CryptoException e) {
                throw new SignatureException("cannot sign with " + NAME + " key " + keyId, e);
            }
        }

        @Override
        public String toString() {
            return NAME + " private key " + keyId + " (not shown)";
        }
    }

    private record PublicHalf(String keyId, ECPublicKeyParameters key) implements VerifyingKey {
        @Override
        public String algorithm() {
            return NAME;
        }

        @Override
        public boolean verify(byte[] data, byte[] signature) {
            if (signature.length != SIGNATURE_BYTES) {
                return false;
            }
            SM2Signer verifier = engine();
            verifier.init(false, new ParametersWithID(key, USER_ID));
            verifier.update(data, 0, data.length);
            return verifier.verifySignature(signature);
        }

        @Override
        public String toString() {
            return NAME + " public key " + keyId;
        }
    }
}
