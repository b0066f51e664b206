package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tongcai.signature.WebhookSecret;
import org.tongcai.signature.WebhookSignature;

/** A receiver of events on this machine that answers what a test wants. */
public final class EventReceiver implements AutoCloseable {
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private volatile int status = 204;

    /** What arrived. */
    public record Event(Map<String, List<String>> headers, byte[] body) {
        String id() {
            return headers.get("webhook-id").get(0);
        }

        boolean signedWith(String secret, Clock clock) throws Exception {
            return WebhookSignature.verify(List.of(WebhookSecret.parse(secret)), headers::get, body, clock)
                    == WebhookSignature.Result.VALID;
        }
    }

    public EventReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        byte[] body = exchange.getRequestBody().readAllBytes();
        events.add(new Event(headers, body));
        if (status / 100 == 3) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** Answers with this status from now on. */
    public void answers(int code) {
        status = code;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    /** The next event; it may be on its way. */
    public Event next() throws InterruptedException {
        Event event = events.poll(20, TimeUnit.SECONDS);
        assertNotNull(event, "no event came");
        return event;
    }

    /** How many came that nobody took. */
    public int waiting() {
        return events.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
