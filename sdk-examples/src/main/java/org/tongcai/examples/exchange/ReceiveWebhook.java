package org.tongcai.examples.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tongcai.client.WebhookEvent;
import org.tongcai.client.WebhookTestSigner;
import org.tongcai.client.WebhookVerifier;
import org.tongcai.client.WebhookVerifier.Delivery;
import org.tongcai.signature.WebhookSecret;

/** Receive events of a platform with the JDK's own HTTP server: verified, each dealt with once. Behind a proxy that does TLS. */
public final class ReceiveWebhook implements AutoCloseable {
    private final HttpServer server;
    private final WebhookVerifier verifier;
    /** In a real host a table, written in the transaction that deals with the event. */
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private ReceiveWebhook(WebhookSecret secret, int port) throws IOException {
        verifier = WebhookVerifier.of(secret).withSeen(seen::contains);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/events", this::receive);
        server.start();
    }

    /** No arguments: receives what a test signer sends. */
    public static void main(String[] args) throws IOException {
        WebhookSecret secret = WebhookSecret.generate();
        try (ReceiveWebhook receiver = new ReceiveWebhook(secret, 0)) {
            byte[] event = """
                    {"specversion": "1.0", "id": "EV-1", "type": "org.tongcai.test.v1",
                     "source": "https://platform.example/tongcai", "subject": "test", "data": {}}
                    """.getBytes(StandardCharsets.UTF_8);
            Map<String, String> signed = new WebhookTestSigner(secret).sign("EV-1", event);
            System.out.println(receiver.deliver(signed, event));
            System.out.println(receiver.deliver(signed, event));
            event[event.length - 3] = ' ';
            System.out.println(receiver.deliver(signed, event));
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readNBytes(WebhookVerifier.MOST_BYTES + 1);
            Delivery delivery =
                    verifier.verify(name -> exchange.getRequestHeaders().get(name), body);
            int status = 204;
            if (delivery instanceof Delivery.Received received) {
                handle(received.event());
                seen.add(received.event().deliveryId());
            } else if (delivery instanceof Delivery.Repeated repeated) {
                System.out.println("again: " + repeated.event().type());
            } else if (delivery instanceof Delivery.Refused refused) {
                System.out.println("refused: " + refused.reason());
                status = 400;
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    /** Events are thin: what they are about is fetched from the platform, best by another thread, for it wants an answer soon. */
    private static void handle(WebhookEvent event) {
        System.out.println("event: " + event.type() + " " + event.subject());
    }

    /** Delivers as a platform would; the status of the answer. */
    private int deliver(Map<String, String> fields, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/events"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        fields.forEach(request::header);
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
