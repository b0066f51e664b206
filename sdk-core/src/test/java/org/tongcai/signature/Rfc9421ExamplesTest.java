package org.tongcai.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published examples: RFC 9421 appendix B.2 with the test keys of B.1, RFC 9530 appendix B and section 2.2 of the former. */
class Rfc9421ExamplesTest {
    private static final HttpMessage REQUEST = HttpMessage.request(
                    "POST", URI.create("https://example.com/foo?param=Value&Pet=dog"))
            .field("Host", "example.com")
            .field("Date", "Tue, 20 Apr 2021 02:07:55 GMT")
            .field("Content-Type", "application/json")
            .field(
                    "Content-Digest",
                    "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:")
            .field("Content-Length", "18")
            .build();

    private static final HttpMessage RESPONSE = HttpMessage.response(200)
            .field("Date", "Tue, 20 Apr 2021 02:07:56 GMT")
            .field("Content-Type", "application/json")
            .field(
                    "Content-Digest",
                    "sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:")
            .field("Content-Length", "23")
            .build();

    private static final String RSA_PSS = """
            -----BEGIN PUBLIC KEY-----
            MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAr4tmm3r20Wd/PbqvP1s2
            +QEtvpuRaV8Yq40gjUR8y2Rjxa6dpG2GXHbPfvMs8ct+Lh1GH45x28Rw3Ry53mm+
            oAXjyQ86OnDkZ5N8lYbggD4O3w6M6pAvLkhk95AndTrifbIFPNU8PPMO7OyrFAHq
            gDsznjPFmTOtCEcN2Z1FpWgchwuYLPL+Wokqltd11nqqzi+bJ9cvSKADYdUAAN5W
            Utzdpiy6LbTgSxP7ociU4Tn0g5I6aDZJ7A8Lzo0KSyZYoA485mqcO0GVAdVw9lq4
            aOT9v6d+nb4bnNkQVklLQ3fVAvJm+xdDOp9LCNCN48V2pnDOkFV6+U9nV5oyc6XI
            2wIDAQAB
            -----END PUBLIC KEY-----
            """;

    private static final String ECC_P256 = """
            -----BEGIN PUBLIC KEY-----
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqIVYZVLCrPZHGHjP17CTW0/+D9Lf
            w0EkjqF7xB4FivAxzic30tMM4GF+hR6Dxh71Z50VGGdldkkDXZCnTNnoXQ==
            -----END PUBLIC KEY-----
            """;

    private static final String ED25519_PRIVATE = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
            -----END PRIVATE KEY-----
            """;

    private static final String ED25519_JWK =
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"test-key-ed25519\",\"x\":\"JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs\"}";

    private static final byte[] SECRET = Base64.getDecoder()
            .decode("uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==");

    @Test
    void minimalWithRsaPss() throws Exception {
        assertExample(
                REQUEST,
                "();created=1618884473;keyid=\"test-key-rsa-pss\";nonce=\"b3k2pp5k7z-50gnwp.yemd\"",
                "d2pmTvmbncD3xQm8E9ZV2828BjQWGgiwAaw5bAkgibUopemLJcWDy/lkbbHAve4cRAtx31Iq786U7it++wgGxbtRxf8Udx7zFZsckzXaJMkA"
                        + "7ChG52eSkFxykJeNqsrWH5S+oxNFlD4dzVuwe8DhTSja8xxbR/Z2cOGdCbzR72rgFWhzx2VjBqJzsPLMIQKhO4DGezXehhWwE56Y"
                        + "CE+O6c0mKZsfxVrogUvA4HELjVKWmAvtl6UnCh8jYzuVG5WSb/QEVPnP5TmcAnLH1g+s++v6d4s8m0gCw1fV5/SITLq9mhho8K3+"
                        + "7EPYTU8IU1bLhdxO5Nyt8C8ssinQ98Xw9Q==",
                new RsaPss());
    }

    @Test
    void selectiveWithRsaPss() throws Exception {
        assertExample(
                REQUEST,
                "(\"@authority\" \"content-digest\" \"@query-param\";name=\"Pet\");created=1618884473;keyid=\"test-key-rsa-pss\";tag=\"header-example\"",
                "LjbtqUbfmvjj5C5kr1Ugj4PmLYvx9wVjZvD9GsTT4F7GrcQEdJzgI9qHxICagShLRiLMlAJjtq6N4CDfKtjvuJyE5qH7KT8UCMkSowOB4+EC"
                        + "xCmT8rtAmj/0PIXxi0A0nxKyB09RNrCQibbUjsLS/2YyFYXEu4TRJQzRw1rLEuEfY17SARYhpTlaqwZVtR8NV7+4UKkjqpcAoFqW"
                        + "FQh62s7Cl+H2fjBSpqfZUJcsIk4N6wiKYd4je2U/lankenQ99PZfB4jY3I5rSV2DSBVkSFsURIjYErOs0tFTQosMTAoxk//0RoKU"
                        + "qiYY8Bh0aaUEb0rQl3/XaVe4bXTugEjHSw==",
                new RsaPss());
    }

    @Test
    void fullWithRsaPss() throws Exception {
        assertExample(
                REQUEST,
                "(\"date\" \"@method\" \"@path\" \"@query\" \"@authority\" \"content-type\" \"content-digest\" \"content-length\");created=1618884473;keyid=\"test-key-rsa-pss\"",
                "bbN8oArOxYoyylQQUU6QYwrTuaxLwjAC9fbY2F6SVWvh0yBiMIRGOnMYwZ/5MR6fb0Kh1rIRASVxFkeGt683+qRpRRU5p2voTp768ZrCUb38"
                        + "K0fUxN0O0iC59DzYx8DFll5GmydPxSmme9v6ULbMFkl+V5B1TP/yPViV7KsLNmvKiLJH1pFkh/aYA2HXXZzNBXmIkoQoLd7YfW91"
                        + "kE9o/CCoC1xMy7JA1ipwvKvfrs65ldmlu9bpG6A9BmzhuzF8Eim5f8ui9eH8LZH896+QIF61ka39VBrohr9iyMUJpvRX2Zbhl5ZJ"
                        + "zSRxpJyoEZAFL2FUo5fTIztsDZKEgM4cUA==",
                new RsaPss());
    }

    @Test
    void responseWithEcdsa() throws Exception {
        assertExample(
                RESPONSE,
                "(\"@status\" \"content-type\" \"content-digest\" \"content-length\");created=1618884473;keyid=\"test-key-ecc-p256\"",
                "wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==",
                Keys.readVerifying("test-key-ecc-p256", ECC_P256, Algorithms.jdk()));
    }

    @Test
    void requestWithHmac() throws Exception {
        String params = "(\"date\" \"@authority\" \"content-type\");created=1618884473;keyid=\"test-shared-secret\"";
        String signature = "pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=";
        SharedKey key = Keys.hmacSha256("test-shared-secret", SECRET);
        assertExample(REQUEST, params, signature, key);
        assertArrayEquals(Base64.getDecoder().decode(signature), key.sign(base(REQUEST, params)));
    }

    @Test
    void requestWithEd25519() throws Exception {
        String params =
                "(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\");created=1618884473;keyid=\"test-key-ed25519\"";
        String signature = "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==";
        assertEquals("""
                "date": Tue, 20 Apr 2021 02:07:55 GMT
                "@method": POST
                "@path": /foo
                "@authority": example.com
                "content-type": application/json
                "content-length": 18
                "@signature-params": %s""".formatted(params), new String(base(REQUEST, params), StandardCharsets.US_ASCII));
        assertExample(REQUEST, params, signature, Keys.readVerifying(null, ED25519_JWK, Algorithms.jdk()));
        // Ed25519 is deterministic: the very bytes that were published.
        SigningKey key = Keys.readSigning("test-key-ed25519", ED25519_PRIVATE, Algorithms.jdk());
        assertArrayEquals(Base64.getDecoder().decode(signature), key.sign(base(REQUEST, params)));
    }

    @Test
    void contentDigests() {
        byte[] body = "{\"hello\": \"world\"}\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:",
                ContentDigest.of(DigestAlgorithm.SHA_256, body));
        assertEquals(
                "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:",
                ContentDigest.of(DigestAlgorithm.SHA_256, new byte[0]));
        assertEquals(
                ContentDigest.Match.MATCHES,
                ContentDigest.check(
                        REQUEST, "{\"hello\": \"world\"}".getBytes(StandardCharsets.UTF_8), Algorithms.jdk()));
    }

    private static void assertExample(HttpMessage message, String params, String signature, VerifyingKey key)
            throws Exception {
        byte[] base = base(message, params);
        byte[] value = Base64.getDecoder().decode(signature);
        assertTrue(key.verify(base, value));
        base[base.length - 1] ^= 1;
        assertFalse(key.verify(base, value));
    }

    private static byte[] base(HttpMessage message, String params) throws Exception {
        Structured.InnerList input = (Structured.InnerList)
                StructuredParser.dictionary("sig=" + params).get("sig");
        assertEquals(params, input.write());
        List<Component> covered = new ArrayList<>();
        for (Structured.Item each : input.items()) {
            covered.add(Component.of(each));
        }
        return SignatureBase.of(message, covered, input);
    }

    /** Not offered to users, and here only to show that keys are open to other algorithms. */
    private record RsaPss() implements VerifyingKey {
        @Override
        public String keyId() {
            return "test-key-rsa-pss";
        }

        @Override
        public String algorithm() {
            return "rsa-pss-sha512";
        }

        @Override
        public boolean verify(byte[] data, byte[] signature) {
            try {
                PublicKey key = KeyFactory.getInstance("RSA")
                        .generatePublic(new X509EncodedKeySpec(KeyText.block(RSA_PSS, "PUBLIC KEY")));
                Signature verifier = Signature.getInstance("RSASSA-PSS");
                verifier.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));
                verifier.initVerify(key);
                verifier.update(data);
                return verifier.verify(signature);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }
}
