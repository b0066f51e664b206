package org.tongcai.gm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.KeyFormatException;
import org.tongcai.signature.Keys;
import org.tongcai.signature.NewKey;
import org.tongcai.signature.SigningKey;
import org.tongcai.signature.VerifyingKey;

/** SM2 keys as PEM and JWK, and what is refused. */
class Sm2KeysTest {
    private static final Algorithms ALGORITHMS = Algorithms.jdk().with(new GmAlgorithms());
    private static final byte[] DATA = "通采".getBytes(UTF_8);

    @Test
    void everyTextGivesTheSameKey() throws Exception {
        NewKey key = Keys.generate("sm2-sm3", "k1", ALGORITHMS);
        for (String secret : List.of(key.privatePem(), key.privateJwk())) {
            for (String open : List.of(key.publicPem(), key.publicJwk())) {
                SigningKey signing = Keys.readSigning("k1", secret, ALGORITHMS);
                VerifyingKey verifying = Keys.readVerifying("k1", open, ALGORITHMS);
                byte[] signature = signing.sign(DATA);
                assertEquals(64, signature.length);
                assertTrue(verifying.verify(DATA, signature));
                assertFalse(
                        Keys.generate("sm2-sm3", "k1", ALGORITHMS).verifying().verify(DATA, signature));
            }
        }
        assertFalse(key.toString().contains("PRIVATE"));
    }

    @Test
    void isFoundOnTheClassPath() {
        assertTrue(Algorithms.installed().keyNames().contains("sm2-sm3"));
        assertTrue(Algorithms.installed().digest("sm3").isPresent());
        assertTrue(Algorithms.installed().cipher("SM4GCM").isPresent());
        assertFalse(Algorithms.jdk().keyNames().contains("sm2-sm3"));
    }

    @Test
    void keysOfOtherCurvesAndPointsBesideTheCurveAreRefused() {
        String p256 = Keys.generate("ecdsa-p256-sha256", "k1", ALGORITHMS).publicPem();
        byte[] encoded = Base64.getMimeDecoder().decode(p256.replaceAll("-----.*-----", ""));
        assertEquals(
                "this is no key for SM2",
                assertThrows(KeyFormatException.class, () -> Sm2.ALGORITHM.verifying("k1", encoded))
                        .getMessage());
        String beside =
                Keys.generate("sm2-sm3", "k1", ALGORITHMS).publicJwk().replaceAll("\"x\": \"....", "\"x\": \"AAAA");
        assertThrows(KeyFormatException.class, () -> Keys.readVerifying("k1", beside, ALGORITHMS));
        assertThrows(KeyFormatException.class, () -> Sm2.ALGORITHM.verifying("k1", new byte[] {1, 2, 3}));
        assertThrows(KeyFormatException.class, () -> Sm2.ALGORITHM.signing("k1", new byte[] {1, 2, 3}));
    }

    @Test
    void signaturesThatAreNoneAreRefused() {
        NewKey key = Keys.generate("sm2-sm3", "k1", ALGORITHMS);
        byte[] signature = key.signing().sign(DATA);
        VerifyingKey verifying = key.verifying();
        for (int i = 0; i < signature.length; i++) {
            byte[] altered = signature.clone();
            altered[i] ^= (byte) (1 << i % 8);
            assertFalse(verifying.verify(DATA, altered), "byte " + i);
        }
        assertFalse(key.verifying().verify(DATA, new byte[64]));
        assertFalse(key.verifying().verify(DATA, new byte[0]));
        assertFalse(key.verifying().verify(DATA, Sm2.toDer(signature)));
        assertThrows(IllegalArgumentException.class, () -> Sm2.toDer(new byte[3]));
        assertThrows(IllegalArgumentException.class, () -> Sm2.fromDer(new byte[] {0x30, 0}));
    }
}
