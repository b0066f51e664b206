package org.tongcai.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys: written, read, rotated, and never shown. */
class KeysTest {
    private static final byte[] DATA = "通采".getBytes(UTF_8);
    private static final Algorithms JDK = Algorithms.jdk();

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa-p256-sha256"})
    void pairsAsPemAndJwk(String algorithm) throws Exception {
        NewKey key = Keys.generate(algorithm, "k-1", JDK);
        for (String secret : List.of(key.privatePem(), key.privateJwk())) {
            byte[] signature = Keys.readSigning("k-1", secret, JDK).sign(DATA);
            for (String open : List.of(key.publicPem(), key.publicJwk())) {
                assertTrue(Keys.readVerifying("k-1", open, JDK).verify(DATA, signature));
            }
        }
        assertEquals("k-1", Keys.readVerifying(null, key.publicJwk(), JDK).keyId());
        assertFalse(key.publicJwk().contains("\"d\""));
        assertEquals(key.fingerprint(), Keys.fingerprint(key.publicPem(), JDK));
        assertEquals(key.fingerprint(), Keys.fingerprint(key.publicJwk(), JDK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa-p256-sha256", "hmac-sha256"})
    void textsSayFromWhenToWhen(String algorithm) throws Exception {
        NewKey key = Keys.generate(algorithm, "k-1", JDK);
        assertEquals(KeyValidity.UNBOUNDED, Keys.readValidity(key.privateJwk()));
        Instant from = Instant.parse("2026-11-21T16:00:00Z");
        Instant until = Instant.parse("2028-11-21T16:00:00.999Z");
        KeyValidity validity = new KeyValidity(from, until);
        NewKey bounded = key.withValidity(validity);
        assertEquals(key.fingerprint(), bounded.fingerprint());
        List<String> texts = algorithm.startsWith("hmac")
                ? List.of(bounded.privateJwk())
                : List.of(bounded.privateJwk(), bounded.publicJwk(), bounded.privatePem(), bounded.publicPem());
        byte[] signature = key.signing().sign(DATA);
        for (String text : texts) {
            assertEquals(validity, Keys.readValidity(text), text);
            if (text.contains("PRIVATE") || text.contains("\"d\"")) {
                assertTrue(key.verifying()
                        .verify(DATA, Keys.readSigning("k-1", text, JDK).sign(DATA)));
            } else {
                assertTrue(Keys.readVerifying("k-1", text, JDK).verify(DATA, signature));
            }
        }
        assertFalse(validity.isValidAt(from.minusSeconds(1)));
        assertTrue(validity.isValidAt(from) && validity.isValidAt(from.plusSeconds(1)));
        assertFalse(validity.isValidAt(Instant.parse("2028-11-21T16:00:00Z")), "the end is not within");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Valid-Until: tomorrow\n",
                "Valid-Until:\n",
                "valid-until: some day, 2027-01-01T00:00:00+08:00\n",
                "Valid-From: 2027-01-01\n",
                "Valid-From: 2027-01-01T00:00:00+08:00\nValid-From: 2026-01-01T00:00:00+08:00\n",
                "Valid-From: 2027-01-01T00:00:00+08:00\nValid-Until: 2026-01-01T00:00:00+08:00\n",
                "{\"kty\":\"oct\",\"exp\":\"1800000000\"}",
                "{\"kty\":\"oct\",\"exp\":1.5}",
                "{\"kty\":\"oct\",\"exp\":null}",
                "{\"kty\":\"oct\",\"exp\":99999999999999999}",
                "{\"kty\":\"oct\",\"nbf\":2,\"exp\":1}"
            })
    void aBoundThatCannotBeReadIsNotTakenForNone(String text) {
        assertThrows(KeyFormatException.class, () -> Keys.readValidity(text));
    }

    @Test
    void sharedSecretsAsJwk() throws Exception {
        NewKey key = Keys.generate("hmac-sha256", "k-1", JDK);
        byte[] signature = key.signing().sign(DATA);
        assertTrue(Keys.readVerifying(null, key.privateJwk(), JDK).verify(DATA, signature));
        assertArrayEquals(
                signature, Keys.readSigning("k-2", key.privateJwk(), JDK).sign(DATA));
        assertThrows(IllegalStateException.class, key::publicPem);
        assertThrows(IllegalArgumentException.class, () -> Keys.hmacSha256("k", new byte[31]));
    }

    /** RFC 8037 appendix A.1 and A.2: the public key of the published private one, under the name that others use for the algorithm. */
    @Test
    void readsWhatOthersWrite() throws Exception {
        String jwk = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"alg\":\"EdDSA\",\"key_ops\":[\"sign\"],"
                + "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\","
                + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";
        SigningKey signing = Keys.readSigning("rfc8037", jwk, JDK);
        assertTrue(Keys.readVerifying("rfc8037", jwk, JDK).verify(DATA, signing.sign(DATA)));
    }

    @Test
    void keysOfTheJdk() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair p256 = generator.generateKeyPair();
        byte[] signature = Keys.ecdsaP256("k", p256.getPrivate()).sign(DATA);
        assertEquals(64, signature.length);
        assertTrue(Keys.ecdsaP256("k", p256.getPublic()).verify(DATA, signature));
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        KeyPair p384 = generator.generateKeyPair();
        assertThrows(IllegalArgumentException.class, () -> Keys.ecdsaP256("k", p384.getPrivate()));
        assertThrows(IllegalArgumentException.class, () -> Keys.ed25519("k", p256.getPublic()));
        KeyPair edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertTrue(Keys.ed25519("k", edwards.getPublic())
                .verify(DATA, Keys.ed25519("k", edwards.getPrivate()).sign(DATA)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{",
                "[]",
                "{\"kty\":\"oct\"}",
                "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
                "{\"kty\":\"oct\",\"k\":\"*\"}",
                "{\"kty\":\"RSA\",\"n\":\"AAAA\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}",
                "{\"kty\":\"OKP\",\"kty\":\"OKP\",\"crv\":\"Ed25519\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"} {}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"y\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE\"}",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\n*\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nMAA=\n",
                "-----BEGIN EC PRIVATE KEY-----\nMAA=\n-----END EC PRIVATE KEY-----",
            })
    void whatIsNoKeyIsRefused(String text) {
        assertThrows(KeyFormatException.class, () -> Keys.readVerifying("k", text, JDK));
    }

    @Test
    void damagedKeysAreRefusedAndNeverAnotherException() throws Exception {
        NewKey key = Keys.generate("ecdsa-p256-sha256", "k", JDK);
        byte[] open = Base64.getMimeDecoder().decode(key.publicPem().replaceAll("-----.*-----", ""));
        byte[] secret = Base64.getMimeDecoder().decode(key.privatePem().replaceAll("-----.*-----", ""));
        for (int i = 0; i < open.length; i++) {
            byte[] altered = open.clone();
            altered[i] ^= 0x55;
            assertThrows(
                    KeyFormatException.class,
                    () -> Keys.readVerifying("k", KeyText.pem("PUBLIC KEY", altered), JDK),
                    "byte " + i);
        }
        for (int i = 0; i < secret.length; i++) {
            byte[] altered = secret.clone();
            altered[i] ^= 0x55;
            try {
                Keys.readSigning("k", KeyText.pem("PRIVATE KEY", altered), JDK);
            } catch (KeyFormatException e) {
                assertFalse(e.text().zh().isEmpty());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "中", "a\"", "a\n", "a/b"})
    void idsAreShortAndPlain(String id) {
        assertThrows(IllegalArgumentException.class, () -> Keys.hmacSha256(id, new byte[32]));
        assertThrows(IllegalArgumentException.class, () -> Keys.hmacSha256("a".repeat(129), new byte[32]));
    }

    @Test
    void secretsAreNeverShown() throws Exception {
        for (String algorithm : JDK.keyNames()) {
            NewKey key = Keys.generate(algorithm, "k-1", JDK);
            String secret = key.privateJwk().replaceAll("(?s).*\"[dk]\": \"([^\"]*)\".*", "$1");
            assertEquals(43, secret.length());
            for (Object each : List.of(
                    key,
                    key.signing(),
                    key.verifying(),
                    MessageSigner.of(key.signing()),
                    KeyRing.of(key.verifying()),
                    new TrustedKey(key.verifying()))) {
                assertFalse(each.toString().contains(secret), each.getClass() + " shows its secret");
            }
        }
        WebhookSecret secret = WebhookSecret.generate();
        assertFalse(secret.toString().contains(secret.text().substring(6)));
        assertThrows(KeyFormatException.class, () -> WebhookSecret.parse("whsec_AAAA"));
        assertThrows(
                KeyFormatException.class,
                () -> WebhookSecret.parse(secret.text().substring(1)));
    }

    @Test
    void rotation() {
        Instant now = Instant.parse("2026-11-22T08:00:00Z");
        KeyRing ring = KeyRing.of(Keys.hmacSha256("old", new byte[32]));
        assertThrows(
                IllegalArgumentException.class, () -> ring.add(new TrustedKey(Keys.hmacSha256("old", new byte[33]))));
        ring.add(new TrustedKey(Keys.hmacSha256("new", new byte[32]), now, null));
        ring.retire("old", now.plus(Duration.ofHours(24)));
        assertTrue(ring.find("old").orElseThrow().isValidAt(now));
        assertFalse(ring.find("old").orElseThrow().isValidAt(now.plus(Duration.ofHours(24))));
        assertFalse(ring.find("new").orElseThrow().isValidAt(now.minusSeconds(1)));
        ring.remove("old");
        assertEquals(Optional.empty(), ring.find("old"));
    }

    @Test
    void aesGcm() throws Exception {
        byte[] key = new byte[32];
        byte[] nonce = new byte[AeadCipher.NONCE_BYTES];
        AeadCipher cipher =
                assertInstanceOf(AeadCipher.class, JDK.cipher("A256GCM").orElseThrow());
        byte[] sealed = cipher.seal(key, nonce, DATA, DATA);
        assertEquals(DATA.length + AeadCipher.TAG_BYTES, sealed.length);
        assertArrayEquals(DATA, cipher.open(key, nonce, DATA, sealed));
        sealed[0] ^= 1;
        assertThrows(java.security.GeneralSecurityException.class, () -> cipher.open(key, nonce, DATA, sealed));
    }
}
