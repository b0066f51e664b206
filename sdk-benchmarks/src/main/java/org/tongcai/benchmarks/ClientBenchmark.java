package org.tongcai.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.tongcai.client.Credentials;
import org.tongcai.client.DocumentSource;
import org.tongcai.client.ProcurementClient;
import org.tongcai.client.PushOptions;
import org.tongcai.client.PushReport;

/** A batch of 100 new products to a platform on this machine: by OkHttp alone, and by the client. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ClientBenchmark {
    static final int DOCUMENTS = 100;

    private static final String URL = System.getProperty("sandbox.url", "");
    private static final String CLIENT = System.getProperty("sandbox.client", "");
    private static final String SECRET = System.getProperty("sandbox.secret", "");

    /** Products that nobody has seen before. */
    @State(Scope.Benchmark)
    public static class Catalogue {
        private String[] parts = {};
        private int made;

        /** Reads the product. */
        @Setup
        public void load() throws IOException {
            String product = new String(Documents.bytes("product"), StandardCharsets.UTF_8).strip();
            String id = product.replaceFirst("(?s).*?\"documentId\" ?: ?\"([^\"]+)\".*", "$1");
            parts = product.replace("\n", "").split(java.util.regex.Pattern.quote(id), -1);
        }

        List<byte[]> next() {
            List<byte[]> documents = new ArrayList<>(DOCUMENTS);
            for (int i = 0; i < DOCUMENTS; i++) {
                documents.add(String.join("B-" + made++, parts).getBytes(StandardCharsets.UTF_8));
            }
            return documents;
        }
    }

    /** OkHttp with a token. */
    @State(Scope.Benchmark)
    public static class Raw {
        private static final MediaType LINES = MediaType.get("application/x-ndjson");
        private final OkHttpClient http = new OkHttpClient();
        private String token = "";

        /** Gets a token. */
        @Setup
        public void authenticate() throws IOException {
            Request request = new Request.Builder()
                    .url(URL + "/v1/token")
                    .header("Authorization", okhttp3.Credentials.basic(CLIENT, SECRET))
                    .post(new FormBody.Builder()
                            .add("grant_type", "client_credentials")
                            .build())
                    .build();
            try (Response response = http.newCall(request).execute()) {
                token = response.body().string().replaceFirst("(?s).*\"access_token\" ?: ?\"([^\"]+)\".*", "$1");
            }
        }

        byte[] post(byte[] body) throws IOException {
            Request request = new Request.Builder()
                    .url(URL + "/v1/batches")
                    .header("Authorization", "Bearer " + token)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .post(RequestBody.create(body, LINES))
                    .build();
            try (Response response = http.newCall(request).execute()) {
                byte[] answer = response.body().bytes();
                if (response.code() != 200) {
                    throw new IllegalStateException(new String(answer, StandardCharsets.UTF_8));
                }
                return answer;
            }
        }

        /** Lets the threads end. */
        @TearDown
        public void close() {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }

    /** The client that validates. */
    @State(Scope.Benchmark)
    public static class Validating {
        final ProcurementClient client = client(true);

        /** Lets the threads end. */
        @TearDown
        public void close() {
            client.close();
        }
    }

    /** The client that sends what it is given. */
    @State(Scope.Benchmark)
    public static class Trusting {
        final ProcurementClient client = client(false);

        /** Lets the threads end. */
        @TearDown
        public void close() {
            client.close();
        }
    }

    private static ProcurementClient client(boolean validating) {
        return ProcurementClient.builder()
                .endpoint(URL)
                .credentials(Credentials.clientSecret(CLIENT, SECRET))
                .validateBeforeSending(validating)
                .build();
    }

    private static PushReport push(ProcurementClient client, Catalogue catalogue) {
        PushReport report = client.products()
                .push(
                        DocumentSource.ofBytes(catalogue.next().iterator()),
                        PushOptions.DEFAULT.batches(DOCUMENTS, 4 << 20).withoutAsking());
        if (report.accepted() != DOCUMENTS) {
            throw new IllegalStateException(report.toString());
        }
        return report;
    }

    /** OkHttp alone: lines joined, posted, the answer read to its end. */
    @Benchmark
    public byte[] okHttp(Catalogue catalogue, Raw raw) throws IOException {
        List<byte[]> documents = catalogue.next();
        int length =
                documents.stream().mapToInt(document -> document.length + 1).sum();
        byte[] body = new byte[length];
        int at = 0;
        for (byte[] document : documents) {
            System.arraycopy(document, 0, body, at, document.length);
            at += document.length;
            body[at++] = '\n';
        }
        return raw.post(body);
    }

    /** The client: every document validated, batched, posted, every line of the answer read. */
    @Benchmark
    public PushReport client(Catalogue catalogue, Validating state) {
        return push(state.client, catalogue);
    }

    /** The client without validating. */
    @Benchmark
    public PushReport clientWithoutValidating(Catalogue catalogue, Trusting state) {
        return push(state.client, catalogue);
    }
}
