package org.tongcai.gm.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.HttpMessage;
import org.tongcai.signature.KeyRing;
import org.tongcai.signature.MemoryNonceStore;
import org.tongcai.signature.MessageVerifier;
import org.tongcai.signature.Verification;
import org.tongcai.signature.WebhookSecret;
import org.tongcai.signature.WebhookSignature;

/** Runs {@code spec/cases/signatures}: what a verifier must accept and refuse, with all four algorithms. */
class SignatureVectorsTest {
    private static final VectorFile FILES =
            new VectorFile(Path.of(System.getProperty("spec.directory", "../spec"), "cases", "signatures"));

    @TestFactory
    Stream<DynamicTest> messages() throws Exception {
        KeyRing ring = new KeyRing();
        for (VectorFile.Key each : FILES.keys()) {
            ring.add(each.trusted());
        }
        Map<String, Map<String, Object>> all = new HashMap<>();
        List<DynamicTest> tests = new ArrayList<>();
        for (String algorithm : VectorWriter.ALGORITHMS) {
            for (Map<String, Object> each : FILES.cases(algorithm + ".json")) {
                all.put((String) each.get("id"), each);
                tests.add(DynamicTest.dynamicTest((String) each.get("id"), () -> run(each, all, ring)));
            }
        }
        return tests.stream();
    }

    @Test
    void areEnough() throws Exception {
        int count = 0;
        for (String algorithm : VectorWriter.ALGORITHMS) {
            count += FILES.cases(algorithm + ".json").size();
        }
        assertTrue(count >= 100, "cases: " + count);
    }

    /** The worked example of the standard is two of the cases. */
    @Test
    void thePageShowsTheVectors() throws Exception {
        String page = Files.readString(FILES.directory().resolve("../../technical/signatures.md"));
        for (Map<String, Object> each : FILES.cases("ed25519.json")) {
            if (each.get("id").equals("ed25519/request-with-body")
                    || each.get("id").equals("ed25519/response-with-body")) {
                assertTrue(
                        page.contains(String.join("\n", lines(each, "signatureBase"))),
                        each.get("id").toString());
                Object message = each.containsKey("response") ? each.get("response") : each.get("request");
                assertTrue(
                        page.contains(String.join("\n", lines((Map<?, ?>) message, "fields"))),
                        each.get("id").toString());
            }
        }
    }

    private static List<String> lines(Map<?, ?> object, String member) {
        return ((List<?>) object.get(member)).stream().map(String.class::cast).toList();
    }

    private static void run(Map<String, Object> one, Map<String, Map<String, Object>> all, KeyRing ring) {
        Clock clock = clock(one);
        MessageVerifier requests = MessageVerifier.ofRequests(ring, new MemoryNonceStore(clock))
                .withAlgorithms(Algorithms.installed())
                .withClock(clock);
        if (one.get("before") instanceof List<?> before) {
            before.forEach(each -> assertInstanceOf(
                    Verification.Verified.class,
                    requests.verify(request(all.get(each)), body(all.get(each).get("request")))));
        }
        Verification result = one.containsKey("response")
                ? MessageVerifier.ofResponses(ring)
                        .withAlgorithms(Algorithms.installed())
                        .withClock(clock)
                        .verify(response(one), body(one.get("response")))
                : requests.verify(request(one), body(one.get("request")));
        Map<String, String> expect = new HashMap<>();
        if (result instanceof Verification.Verified verified) {
            expect.put("verified", verified.keyId());
        } else if (result instanceof Verification.Refused refused) {
            expect.put("refused", refused.reason().code());
        }
        assertEquals(one.get("expect"), expect, result.toString());
    }

    @TestFactory
    Stream<DynamicTest> webhooks() throws Exception {
        return FILES.cases("webhooks.json").stream()
                .map(each -> DynamicTest.dynamicTest((String) each.get("id"), () -> webhook(each)));
    }

    private static void webhook(Map<String, Object> one) throws Exception {
        List<WebhookSecret> secrets = new ArrayList<>();
        for (Object each : (List<?>) one.get("secrets")) {
            secrets.add(WebhookSecret.parse((String) each));
        }
        Map<String, List<String>> fields = new HashMap<>();
        for (String[] each : fields(one)) {
            fields.put(each[0], List.of(each[1]));
        }
        WebhookSignature.Result result = WebhookSignature.verify(secrets, fields::get, body(one), clock(one));
        assertEquals(((Map<?, ?>) one.get("expect")).get("result"), result.name());
    }

    private static Clock clock(Map<String, Object> one) {
        return Clock.fixed(Instant.parse((String) one.get("now")), ZoneOffset.UTC);
    }

    private static HttpMessage request(Map<String, Object> one) {
        Map<?, ?> request = (Map<?, ?>) one.get("request");
        return with(
                HttpMessage.request(
                        (String) request.get("method"),
                        (String) request.get("scheme"),
                        (String) request.get("authority"),
                        (String) request.get("path"),
                        (String) request.get("query")),
                request);
    }

    private static HttpMessage response(Map<String, Object> one) {
        Map<?, ?> response = (Map<?, ?>) one.get("response");
        return with(HttpMessage.response((Integer) response.get("status"), request(one)), response);
    }

    private static HttpMessage with(HttpMessage.Builder builder, Map<?, ?> message) {
        fields(message).forEach(each -> builder.field(each[0], each[1]));
        return builder.build();
    }

    private static List<String[]> fields(Map<?, ?> message) {
        List<String[]> fields = new ArrayList<>();
        ((List<?>) message.get("fields")).forEach(each -> fields.add(((String) each).split(": ", 2)));
        return fields;
    }

    private static byte[] body(Object message) {
        Object body = ((Map<?, ?>) message).get("body");
        return body == null ? new byte[0] : ((String) body).getBytes(StandardCharsets.UTF_8);
    }
}
