package org.tongcai.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.signature.Verification.Reason;
import org.tongcai.signature.Verification.Refused;
import org.tongcai.signature.Verification.Verified;

/** How both sides use it: the client signs its request, the server verifies it and signs its response, the client verifies that. */
class SignedExchangeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final byte[] BODY = "{\"header\":{}}".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"hmac-sha256", "ed25519", "ecdsa-p256-sha256"})
    void requestAndResponse(String algorithm) {
        NewKey client = Keys.generate(algorithm, "client-1", Algorithms.jdk());
        NewKey server = Keys.generate(algorithm, "server-1", Algorithms.jdk());

        HttpMessage request = signed(
                MessageSigner.of(client.signing()).withClock(CLOCK),
                HttpMessage.request("POST", URI.create("https://platform.example/tongcai/v1/documents"))
                        .field("Content-Type", "application/json")
                        .field("Idempotency-Key", "k-1")
                        .build(),
                BODY);
        MessageVerifier requests = MessageVerifier.ofRequests(
                        KeyRing.of(client.verifying()), new MemoryNonceStore(CLOCK))
                .withClock(CLOCK);
        Verified sender = assertInstanceOf(Verified.class, requests.verify(request, BODY));
        assertEquals("client-1", sender.keyId());

        Refused again = assertInstanceOf(Refused.class, requests.verify(request, BODY));
        assertEquals(Reason.REPLAYED, again.reason());

        byte[] answer = "{\"verdict\":\"ACCEPTED\"}".getBytes(StandardCharsets.UTF_8);
        HttpMessage response = signed(
                MessageSigner.of(server.signing()).withClock(CLOCK),
                HttpMessage.response(201, request)
                        .field("Content-Type", "application/json")
                        .build(),
                answer);
        MessageVerifier responses =
                MessageVerifier.ofResponses(KeyRing.of(server.verifying())).withClock(CLOCK);
        assertInstanceOf(Verified.class, responses.verify(response, answer));

        Refused late = assertInstanceOf(
                Refused.class,
                responses
                        .withClock(Clock.offset(CLOCK, Duration.ofSeconds(301)))
                        .verify(response, answer));
        assertEquals("signature-expired", late.reason().code());
    }

    private static HttpMessage signed(MessageSigner signer, HttpMessage message, byte[] body) {
        HttpMessage whole = message;
        for (Map.Entry<String, String> each : signer.sign(message, body).entrySet()) {
            whole = whole.with(each.getKey(), each.getValue());
        }
        return whole;
    }
}
