package org.tongcai.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.HttpMessage;
import org.tongcai.signature.KeyRing;
import org.tongcai.signature.Keys;
import org.tongcai.signature.MemoryNonceStore;
import org.tongcai.signature.MessageSigner;
import org.tongcai.signature.MessageVerifier;
import org.tongcai.signature.NewKey;
import org.tongcai.signature.Verification;

/** Requests are signed anew for each attempt; answers count only where their signature holds. */
class SigningTest {
    private static final byte[] DOCUMENT = "{}".getBytes(StandardCharsets.UTF_8);
    private static final String TAKEN = "{\"receiptId\":\"R-1\",\"verdict\":\"ACCEPTED\",\"state\":\"TAKEN\","
            + "\"digest\":\"00\",\"findings\":[]}";

    private final NewKey mine = Keys.generate("ed25519", "mall-1", Algorithms.jdk());
    private final NewKey platform = Keys.generate("ecdsa-p256-sha256", "platform-1", Algorithms.jdk());
    private final MessageVerifier verifier =
            MessageVerifier.ofRequests(KeyRing.of(mine.verifying()), new MemoryNonceStore(java.time.Clock.systemUTC()));
    private final List<Verification> verdicts = new ArrayList<>();
    private final List<String> signatures = new ArrayList<>();
    private final List<UnaryOperator<MockResponse>> faults = new ArrayList<>();

    @StartStop
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void dispatch() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        HttpMessage.Builder builder = HttpMessage.request(
                request.getMethod(), URI.create("http://" + request.getHeaders().get("Host") + request.getTarget()));
        request.getHeaders().forEach(field -> builder.field(field.getFirst(), field.getSecond()));
        HttpMessage message = builder.build();
        byte[] body =
                request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        verdicts.add(verifier.verify(message, body));
        signatures.add(request.getHeaders().get("Signature"));
        String text = request.getTarget().contains("/documents?") ? "{\"items\":[]}" : TAKEN;
        byte[] reply = text.getBytes(StandardCharsets.UTF_8);
        HttpMessage response = HttpMessage.response(200, message)
                .field("Content-Type", "application/json")
                .build();
        MockResponse.Builder signed =
                new MockResponse.Builder().code(200).setHeader("Content-Type", "application/json");
        Map<String, String> fields = MessageSigner.of(platform.signing()).sign(response, reply);
        fields.forEach(signed::setHeader);
        MockResponse whole = signed.body(text).build();
        return faults.isEmpty() ? whole : faults.remove(0).apply(whole);
    }

    private ProcurementClient client() {
        return MockPlatform.client(server)
                .credentials(Credentials.signing(mine.signing(), KeyRing.of(platform.verifying())))
                .build();
    }

    @Test
    void bothSidesAgree() {
        try (ProcurementClient client = client()) {
            assertTrue(client.documents().submit(DOCUMENT).accepted());
            // Names with blanks and Chinese in the query are covered as they travel.
            assertTrue(client.documents()
                    .list(DocumentQuery.all().linkId("LK 1 & 采购"), null)
                    .items()
                    .isEmpty());
        }
        assertEquals(2, verdicts.size());
        verdicts.forEach(verdict -> assertInstanceOf(Verification.Verified.class, verdict, verdict.toString()));
    }

    @Test
    void anAlteredOrUnsignedAnswerIsRepeatedWithANewSignature() {
        faults.add(r -> r.newBuilder().body(TAKEN.replace("R-1", "R-2")).build());
        faults.add(r -> r.newBuilder().removeHeader("Signature").build());
        faults.add(r -> r.newBuilder().code(201).build());
        try (ProcurementClient client = client()) {
            Submission submission = client.documents().submit(DOCUMENT);
            assertEquals("R-1", submission.receipt().receiptId());
        }
        assertEquals(4, verdicts.size());
        verdicts.forEach(verdict -> assertInstanceOf(Verification.Verified.class, verdict, verdict.toString()));
        assertNotEquals(signatures.get(0), signatures.get(1));
    }

    /** What a client acts upon beside status and content is signed, or the answer counts for nothing. */
    @Test
    void fieldsThatTheClientGoesByAreSigned() {
        for (String field : List.of("ETag", "Location", "Upload-Offset")) {
            faults.add(r -> r.newBuilder().addHeader(field, "7").build());
        }
        try (ProcurementClient client = client()) {
            assertEquals("R-1", client.documents().submit(DOCUMENT).receipt().receiptId());
        }
        assertEquals(4, verdicts.size(), "three answers were not believed");
    }

    @Test
    void anotherPlatformIsNotBelieved() {
        NewKey other = Keys.generate("ed25519", "platform-1", Algorithms.jdk());
        try (ProcurementClient client = MockPlatform.client(server)
                .retry(RetryPolicy.NONE)
                .credentials(Credentials.signing(mine.signing(), KeyRing.of(other.verifying())))
                .build()) {
            assertThrows(ProtocolException.class, () -> client.documents().submit(DOCUMENT));
        }
    }
}
