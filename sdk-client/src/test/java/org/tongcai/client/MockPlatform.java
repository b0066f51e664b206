package org.tongcai.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.tongcai.signature.DigestAlgorithm;

/** Answers batches as the service standard says, with faults to order. What it took is known by the digest of each document. */
final class MockPlatform extends Dispatcher {
    static final String CAPABILITIES =
            "{\"standard\":\"tongcai-cn 0.1.0\",\"limits\":{\"maxBatchDocuments\":100,\"maxBatchBytes\":1048576,"
                    + "\"maxChunkBytes\":1000}}";

    /** What happens to the next requests; null lets one through. */
    final Queue<UnaryOperator<@Nullable MockResponse>> faults = new ConcurrentLinkedQueue<>();

    final Map<String, Integer> taken = new LinkedHashMap<>();
    final Map<String, MockResponse> replies = new ConcurrentHashMap<>();
    final List<String> keys = new ArrayList<>();
    final Set<String> rejected = ConcurrentHashMap.newKeySet();
    int batches;

    static ProcurementClient.Builder client(MockWebServer server) {
        return ProcurementClient.builder()
                .endpoint(server.url("/tongcai").toString())
                .validateBeforeSending(false)
                .retry(RetryPolicy.DEFAULT.withBackoff(Duration.ofMillis(1), Duration.ofMillis(2)));
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        if (request.getTarget().endsWith("/v1/capabilities")) {
            return json(200, CAPABILITIES);
        }
        synchronized (this) {
            String key = request.getHeaders().get("Idempotency-Key");
            keys.add(key);
            UnaryOperator<@Nullable MockResponse> fault = faults.poll();
            if (fault != null) {
                MockResponse instead = fault.apply(null);
                if (instead != null) {
                    return instead;
                }
            }
            MockResponse reply =
                    replies.computeIfAbsent(key, k -> batch(request.getBody().utf8()));
            return fault == null ? reply : fault.apply(reply);
        }
    }

    private MockResponse batch(String body) {
        batches++;
        StringBuilder results = new StringBuilder();
        int line = 0;
        for (String document : body.split("\n")) {
            line++;
            String digest = digest(document);
            boolean refused = rejected.contains(document);
            boolean duplicate = !refused && taken.merge(document, 1, (a, b) -> a) != null && seen(document);
            results.append(line == 1 ? "" : ",")
                    .append("{\"line\":")
                    .append(line)
                    .append(",\"receiptId\":\"R-1\",\"verdict\":\"")
                    .append(refused ? "REJECTED" : "ACCEPTED")
                    .append("\",\"state\":\"TAKEN\",\"duplicate\":")
                    .append(duplicate)
                    .append(",\"digest\":\"")
                    .append(digest)
                    .append("\",\"findings\":[]}");
        }
        return json(200, "{\"results\":[" + results + "]}");
    }

    private final Set<String> stored = ConcurrentHashMap.newKeySet();

    private boolean seen(String document) {
        boolean known = !stored.add(document);
        return known;
    }

    /** How many documents were stored for the first time. */
    int stored() {
        return stored.size();
    }

    static String digest(String document) {
        return HexFormat.of().formatHex(DigestAlgorithm.SHA_256.digest(document.getBytes(StandardCharsets.UTF_8)));
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", status < 400 ? "application/json" : "application/problem+json")
                .setHeader("Request-Id", "platform-1")
                .body(body)
                .build();
    }

    static MockResponse problem(int status, String code) {
        return json(status, "{\"code\":\"" + code + "\",\"title\":\"t\",\"status\":" + status + "}");
    }
}
