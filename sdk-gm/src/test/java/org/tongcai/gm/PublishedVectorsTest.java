package org.tongcai.gm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.Keys;
import org.tongcai.signature.SigningKey;
import org.tongcai.signature.VerifyingKey;

/** The examples that the standards print. */
class PublishedVectorsTest {
    private static final HexFormat HEX = HexFormat.of();

    /** GB/T 32905—2016, annex A. */
    @Test
    void sm3() {
        assertEquals(
                "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
                HEX.formatHex(Sm3.ALGORITHM.digest("abc".getBytes(US_ASCII))));
        assertEquals(
                "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
                HEX.formatHex(Sm3.ALGORITHM.digest("abcd".repeat(16).getBytes(US_ASCII))));
    }

    /** GB/T 32918.5—2017, annex A.2. */
    @Test
    void sm2() throws Exception {
        String x = base64("09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020");
        String y = base64("CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13");
        String d = base64("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8");
        String open = "{\"kty\":\"EC\",\"crv\":\"SM2\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"";
        byte[] message = "message digest".getBytes(US_ASCII);
        byte[] signature = HEX.parseHex("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");

        VerifyingKey verifying = Keys.readVerifying("a", open + "}", Algorithms.installed());
        assertEquals("sm2-sm3", verifying.algorithm());
        assertTrue(verifying.verify(message, signature));
        assertFalse(verifying.verify("message digesu".getBytes(US_ASCII), signature));

        SigningKey signing = Keys.readSigning("a", open + ",\"d\":\"" + d + "\"}", Algorithms.installed());
        assertTrue(verifying.verify(message, signing.sign(message)));
        assertArrayEquals(signature, Sm2.fromDer(Sm2.toDer(signature)));
    }

    /** RFC 8998, appendix A.1. */
    @Test
    void sm4Gcm() throws Exception {
        byte[] key = HEX.parseHex("0123456789abcdeffedcba9876543210");
        byte[] nonce = HEX.parseHex("00001234567800000000abcd");
        byte[] aad = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] plain = HEX.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        byte[] sealed = Sm4Gcm.CIPHER.seal(key, nonce, aad, plain);
        assertEquals(
                "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec",
                HEX.formatHex(sealed));
        assertArrayEquals(plain, Sm4Gcm.CIPHER.open(key, nonce, aad, sealed));
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThrows(GeneralSecurityException.class, () -> Sm4Gcm.CIPHER.open(key, nonce, aad, altered));
        }
    }

    private static String base64(String hex) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(HEX.parseHex(hex));
    }
}
