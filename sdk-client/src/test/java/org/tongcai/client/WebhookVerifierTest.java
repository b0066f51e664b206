package org.tongcai.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongcai.client.WebhookVerifier.Delivery;
import org.tongcai.signature.WebhookSecret;
import org.tongcai.signature.WebhookSignature;

/** What a receiver of events does with a delivery. */
class WebhookVerifierTest {
    private static final byte[] EVENT =
            ("{\"specversion\":\"1.0\",\"id\":\"E-1\",\"source\":\"https://platform.example/\","
                            + "\"type\":\"org.tongcai.document.created.v1\",\"subject\":\"order/P/D-1/1\","
                            + "\"time\":\"2026-11-22T08:00:00+08:00\",\"datacontenttype\":\"application/json\","
                            + "\"data\":{\"documentType\":\"order\",\"platformCode\":\"P\",\"documentId\":\"D-1\",\"revision\":1}}")
                    .getBytes(StandardCharsets.UTF_8);

    private final WebhookSecret secret = WebhookSecret.generate();
    private final WebhookVerifier verifier = WebhookVerifier.of(secret);

    private static Delivery verify(WebhookVerifier verifier, Map<String, String> fields, byte[] body) {
        return verifier.verify(name -> fields.containsKey(name) ? List.of(fields.get(name)) : List.of(), body);
    }

    private static WebhookSignature.Result refusal(Delivery delivery) {
        return assertInstanceOf(Delivery.Refused.class, delivery).reason();
    }

    @Test
    void whatThePlatformSignedIsReceived() {
        Map<String, String> fields = new WebhookTestSigner(secret).sign("msg_1", EVENT);
        WebhookEvent event = assertInstanceOf(Delivery.Received.class, verify(verifier, fields, EVENT))
                .event();
        assertEquals("msg_1", event.deliveryId());
        assertEquals("D-1", event.document().documentId());
        assertNull(event.status());
    }

    @Test
    void everyAlteredByteIsRefused() {
        Map<String, String> fields = new WebhookTestSigner(secret).sign("msg_1", EVENT);
        for (int i = 0; i < EVENT.length; i++) {
            byte[] altered = EVENT.clone();
            altered[i] ^= 1;
            assertEquals(WebhookSignature.Result.MISMATCH, refusal(verify(verifier, fields, altered)));
        }
    }

    @Test
    void anotherSecretTooLateOrWithoutSignature() {
        assertEquals(
                WebhookSignature.Result.MISMATCH,
                refusal(verify(verifier, new WebhookTestSigner(WebhookSecret.generate()).sign("msg_1", EVENT), EVENT)));
        Clock past = Clock.fixed(Instant.now().minus(Duration.ofMinutes(6)), ZoneOffset.UTC);
        assertEquals(
                WebhookSignature.Result.EXPIRED,
                refusal(verify(verifier, new WebhookTestSigner(secret, past).sign("msg_1", EVENT), EVENT)));
        assertEquals(WebhookSignature.Result.MISSING, refusal(verify(verifier, Map.of(), EVENT)));
    }

    @Test
    void signedButNoEvent() {
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        Map<String, String> fields = new WebhookTestSigner(secret).sign("msg_1", body);
        Delivery.Refused refused = assertInstanceOf(Delivery.Refused.class, verify(verifier, fields, body));
        assertFalse(refused.text().en().isEmpty());
    }

    @Test
    void aSecondDeliveryIsKnownAgain() {
        WebhookVerifier knowing = verifier.withSeen(Set.of("msg_1")::contains);
        WebhookTestSigner signer = new WebhookTestSigner(secret);
        assertInstanceOf(Delivery.Repeated.class, verify(knowing, signer.sign("msg_1", EVENT), EVENT));
        assertInstanceOf(Delivery.Received.class, verify(knowing, signer.sign("msg_2", EVENT), EVENT));
    }

    @Test
    void bothSecretsDuringRotation() {
        WebhookSecret old = WebhookSecret.generate();
        WebhookVerifier both = WebhookVerifier.of(old, secret);
        assertInstanceOf(Delivery.Received.class, verify(both, new WebhookTestSigner(old).sign("m", EVENT), EVENT));
        assertInstanceOf(Delivery.Received.class, verify(both, new WebhookTestSigner(secret).sign("m", EVENT), EVENT));
    }
}
