package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.sandbox.Api.Answer;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.HttpMessage;
import org.tongcai.signature.KeyFormatException;
import org.tongcai.signature.KeyRing;
import org.tongcai.signature.Keys;
import org.tongcai.signature.MessageSigner;
import org.tongcai.signature.MessageVerifier;
import org.tongcai.signature.NewKey;
import org.tongcai.signature.SigningKey;
import org.tongcai.signature.Verification;
import org.tongcai.signature.VerifyingKey;

/** Requests that are signed, and the signed responses to them. */
class SignedRequestsTest {
    private static final Algorithms ALGORITHMS = Algorithms.installed();
    private static Sandbox sandbox;
    private static int keys;

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.builder().standard(Samples.STANDARD).start();
        sandbox.addTenant("demo", "示例租户");
        sandbox.addApplication(new Application("demo", "signer", null));
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    private static NewKey newKey(String algorithm) {
        NewKey key = Keys.generate(algorithm, "key-" + ++keys, ALGORITHMS);
        boolean shared = algorithm.startsWith("hmac");
        sandbox.addKey("signer", key.keyId(), shared ? key.privateJwk() : key.publicJwk(), null);
        return key;
    }

    private record Sent(HttpMessage message, Answer answer) {
        Verification verify(VerifyingKey key) {
            return verify(key, "", "");
        }

        /** With one field altered on the way. */
        Verification verify(VerifyingKey key, String altered, String to) {
            HttpMessage.Builder response = HttpMessage.response(answer.status(), message);
            answer.response().headers().map().forEach((name, values) -> {
                if (!name.startsWith(":") && !name.equalsIgnoreCase(altered)) {
                    values.forEach(value -> response.field(name, value));
                }
            });
            if (!to.isEmpty()) {
                response.field(altered, to);
            }
            return MessageVerifier.ofResponses(KeyRing.of(key))
                    .withAlgorithms(ALGORITHMS)
                    .verify(response.build(), answer.response().body());
        }
    }

    private static Sent send(
            SigningKey key, Clock clock, String method, String path, String body, Map<String, String> replay) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        URI uri = URI.create(sandbox.baseUrl() + path);
        Map<String, String> fields = new LinkedHashMap<>();
        if (bytes.length > 0) {
            fields.put("Content-Type", "application/json");
            fields.put("Idempotency-Key", Api.key());
        }
        HttpMessage.Builder message = HttpMessage.request(method, uri);
        fields.forEach(message::field);
        Map<String, String> signature =
                replay.isEmpty() ? MessageSigner.of(key).withClock(clock).sign(message.build(), bytes) : replay;
        signature.forEach(message::field);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.ofByteArray(bytes));
        fields.forEach(request::header);
        signature.forEach(request::header);
        return new Sent(message.build(), Api.send(request));
    }

    private static Sent send(NewKey key, String method, String path, String body) {
        return send(key.signing(), Clock.systemUTC(), method, path, body, Map.of());
    }

    private static VerifyingKey responseKey(NewKey key) throws KeyFormatException {
        String algorithm = key.algorithm().name();
        return algorithm.startsWith("hmac")
                ? key.verifying()
                : Keys.readVerifying(null, sandbox.responseKey(algorithm), ALGORITHMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hmac-sha256", "ed25519", "ecdsa-p256-sha256", "sm2-sm3"})
    void aSignedRequestGetsASignedResponse(String algorithm) throws KeyFormatException {
        NewKey key = newKey(algorithm);
        Sent posted = send(key, "POST", "/v1/documents", Samples.product("SP-" + algorithm, 1));
        assertEquals(201, posted.answer().status(), posted.answer().text());
        assertInstanceOf(Verification.Verified.class, posted.verify(responseKey(key)));
        Sent read = send(key, "GET", "/v1/feed?limit=1", "");
        assertEquals(200, read.answer().status(), read.answer().text());
        assertInstanceOf(Verification.Verified.class, read.verify(responseKey(key)));
        Sent missing = send(key, "GET", "/v1/documents/product/X/Y", "");
        assertEquals(404, missing.answer().status());
        assertInstanceOf(Verification.Verified.class, missing.verify(responseKey(key)), "refusals are signed, too");
    }

    /** Section 8.4: what the reader of an answer goes by cannot be altered, dropped or added on the way. */
    @Test
    void fieldsThatAreActedUponAreSigned() throws KeyFormatException {
        NewKey key = newKey("ed25519");
        VerifyingKey platform = responseKey(key);
        Sent taken = send(key, "POST", "/v1/documents", Samples.product("SP-fields", 1));
        Sent read = send(key, "GET", "/v1/documents/product/" + Samples.PLATFORM + "/SP-fields", "");
        Sent upload = send(
                key,
                "POST",
                "/v1/attachments",
                "{\"fileName\":\"a.txt\",\"mediaType\":\"text/plain\",\"size\":9,\"digest\":{\"algorithm\":\"sha-256\","
                        + "\"value\":\"" + "0".repeat(64) + "\"}}");
        Sent state = send(
                key,
                "HEAD",
                "/v1/attachments/" + upload.answer().json().get("attachmentId").asText(),
                "");
        for (Map.Entry<String, Sent> each : Map.of(
                        "Location", taken, "ETag", read, "location", upload, "Upload-Offset", state)
                .entrySet()) {
            String field = each.getKey();
            Sent sent = each.getValue();
            assertTrue(sent.answer().header(field) != null, field);
            assertInstanceOf(Verification.Verified.class, sent.verify(platform), field);
            assertEquals(
                    Verification.Reason.INVALID,
                    assertInstanceOf(Verification.Refused.class, sent.verify(platform, field, "\"x\""))
                            .reason());
            assertInstanceOf(Verification.Refused.class, sent.verify(platform, field, ""), field);
        }
        assertEquals(
                Verification.Reason.MISSING_COMPONENT,
                assertInstanceOf(Verification.Refused.class, taken.verify(platform, "Upload-Offset", "0"))
                        .reason());
    }

    @Test
    void whatIsNotAsItWasSignedIsRefused() {
        NewKey key = newKey("ed25519");
        NewKey stranger = Keys.generate("ed25519", "stranger", ALGORITHMS);
        assertEquals(
                "unknown-key", send(stranger, "GET", "/v1/feed", "").answer().code());
        NewKey impostor = Keys.generate("ed25519", key.keyId(), ALGORITHMS);
        assertEquals(
                "signature-invalid",
                send(impostor, "GET", "/v1/feed", "").answer().code());
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-6));
        assertEquals(
                "signature-expired",
                send(key.signing(), late, "GET", "/v1/feed", "", Map.of())
                        .answer()
                        .code());
    }

    @Test
    void aNonceIsTakenOnce() {
        NewKey key = newKey("hmac-sha256");
        URI uri = URI.create(sandbox.baseUrl() + "/v1/feed");
        Map<String, String> signature = MessageSigner.of(key.signing())
                .sign(HttpMessage.request("GET", uri).build(), new byte[0]);
        assertEquals(
                200,
                send(key.signing(), Clock.systemUTC(), "GET", "/v1/feed", "", signature)
                        .answer()
                        .status());
        Answer again = send(key.signing(), Clock.systemUTC(), "GET", "/v1/feed", "", signature)
                .answer();
        assertEquals(401, again.status());
        assertEquals("nonce-replayed", again.code());
    }

    @Test
    void aKeyEnds() {
        NewKey key = Keys.generate("ed25519", "old-key", ALGORITHMS);
        sandbox.addKey("signer", "old-key", key.publicJwk(), Instant.now().minusSeconds(1));
        assertEquals("unknown-key", send(key, "GET", "/v1/feed", "").answer().code());
        assertTrue(sandbox.responseKey("ed25519").indexOf("\"d\"") < 0, "the private part stays here");
    }
}
