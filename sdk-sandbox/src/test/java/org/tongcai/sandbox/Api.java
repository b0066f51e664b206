package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.contract.OpenApiContract;

/** Calls a sandbox as any client would, over HTTP. */
final class Api {
    static final ObjectMapper JSON = new ObjectMapper();
    static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Every answer in these tests is held against the published description; so is every request that was taken. */
    private static final OpenApiContract CONTRACT = OpenApiContract.load();

    final URI base;
    final String token;

    Api(Sandbox sandbox, Sandbox.Credentials credentials) {
        this(
                sandbox.baseUrl(),
                token(sandbox.baseUrl(), credentials.clientId(), credentials.secret(), "")
                        .json()
                        .get("access_token")
                        .asText());
    }

    Api(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** An answer. */
    record Answer(int status, HttpResponse<byte[]> response) {
        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String code() {
            return json().path("code").asText();
        }

        @Nullable
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    static Answer token(URI base, String id, String secret, String scope) {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        String form = "grant_type=client_credentials" + (scope.isEmpty() ? "" : "&scope=" + scope);
        return send(HttpRequest.newBuilder(URI.create(base + "/v1/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            check(response);
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String path(HttpRequest request) {
        return request.uri().getRawPath().substring("/tongcai".length());
    }

    private static void check(HttpResponse<byte[]> response) {
        HttpRequest request = response.request();
        String path = path(request);
        if (path.equals("/v1/nothing")
                || request.uri().getPath().equals("/tongcai/v1/feed")
                        && !request.method().equals("GET")) {
            return; // asked in order to see that there is nothing
        }
        List<String> wrong = CONTRACT.response(
                request.method(),
                path,
                response.statusCode(),
                response.headers().map(),
                response.body());
        assertEquals(List.of(), wrong, () -> request.toString());
    }

    private static void check(HttpResponse<byte[]> response, byte[] body) {
        HttpRequest request = response.request();
        if (response.statusCode() < 300) {
            List<String> wrong = CONTRACT
                    .request(
                            request.method(),
                            path(request),
                            request.uri().getRawQuery(),
                            request.headers().map(),
                            body)
                    .stream()
                    // Receivers of tests have no TLS; the option localCallbacks allows that.
                    .filter(violation -> !violation.startsWith("body/callbackUrl"))
                    .toList();
            assertEquals(List.of(), wrong, request::toString);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }

    Answer get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        Answer answer = send(request);
        check(answer.response(), new byte[0]);
        return answer;
    }

    Answer post(String path, String mediaType, byte[] body, String key) {
        HttpRequest.Builder request = request(path).header("Idempotency-Key", key);
        if (body.length > 0) {
            request.header("Content-Type", mediaType);
        }
        Answer answer = send(request.POST(BodyPublishers.ofByteArray(body)));
        check(answer.response(), body);
        return answer;
    }

    Answer post(String path, String json) {
        return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8), key());
    }

    Answer batch(String... documents) {
        return post(
                "/v1/batches",
                "application/x-ndjson",
                String.join("\n", documents).getBytes(StandardCharsets.UTF_8),
                key());
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
