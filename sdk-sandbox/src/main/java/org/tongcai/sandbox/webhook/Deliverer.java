package org.tongcai.sandbox.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcai.sandbox.store.Database;
import org.tongcai.sandbox.store.Outbox;
import org.tongcai.sandbox.store.Outbox.Delivery;
import org.tongcai.sandbox.store.Outbox.Subscription;
import org.tongcai.signature.KeyFormatException;
import org.tongcai.signature.WebhookSecret;
import org.tongcai.signature.WebhookSignature;

/**
 * Delivers what lies in the outbox, at least once: a delivery is taken for a while, made, and removed only when the receiver has said
 * yes. What dies in between is due again. One thread of its own; {@link #deliver} may be called by any.
 */
public final class Deliverer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
    /** Seconds to wait after each failure; after the last one the subscription is suspended. */
    private static final long[] RETRY = {5, 60, 300, 1_800, 7_200, 18_000, 36_000};

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long LEASE_MILLIS = 60_000;
    private static final long IDLE_MILLIS = 5_000;
    private static final int MOST = 100;
    private static final int GONE = 410;
    private static final MediaType EVENT = MediaType.get("application/cloudevents+json");

    private final Database database;
    private final Callbacks callbacks;
    private final Clock clock;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .followRedirects(false)
            .followSslRedirects(false)
            // A proxy would look up the name anew, and a kept connection skip the look-up.
            .proxy(Proxy.NO_PROXY)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .retryOnConnectionFailure(false)
            .callTimeout(TIMEOUT)
            .connectTimeout(TIMEOUT)
            .readTimeout(TIMEOUT)
            .writeTimeout(TIMEOUT)
            .build();
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "tongcai-webhooks");
    private volatile boolean over;

    /**
     * @param callbacks where events may go
     * @param clock by which retries and secrets go
     */
    public Deliverer(Database database, Callbacks callbacks, Clock clock) {
        this.database = database;
        this.callbacks = callbacks;
        this.clock = clock;
        thread.setDaemon(true);
    }

    /** Begins to deliver. */
    public void start() {
        thread.start();
    }

    /** There is something to deliver. */
    public void wake() {
        bell.release();
    }

    Callbacks callbacks() {
        return callbacks;
    }

    Clock clock() {
        return clock;
    }

    private void run() {
        while (!over) {
            try {
                int done = round();
                if (done == 0) {
                    boolean rung = bell.tryAcquire(pause(), TimeUnit.MILLISECONDS);
                    if (rung) {
                        bell.drainPermits();
                    }
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!over) {
                    LOG.warn("the outbox cannot be read; it is tried again", e);
                    bell.drainPermits();
                    rest();
                }
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until something is due, though never long: another process may write into the same outbox. */
    private long pause() {
        Optional<Long> next = database.read(Outbox::nextDue);
        long wait = next.map(due -> due - clock.millis()).orElse(IDLE_MILLIS);
        return Math.max(1, Math.min(IDLE_MILLIS, wait));
    }

    /** Delivers what is due, once; how many events that were. */
    public int round() throws InterruptedException {
        long now = clock.millis();
        List<Delivery> due = database.read(h -> Outbox.due(h, now, MOST));
        for (Delivery delivery : due) {
            if (over) {
                return 0;
            }
            boolean mine = database.transaction(h -> Outbox.claim(h, delivery, clock.millis() + LEASE_MILLIS, now));
            if (mine) {
                attempt(delivery);
            }
        }
        return due.size();
    }

    private void attempt(Delivery delivery) throws InterruptedException {
        Subscription subscription =
                database.read(h -> Outbox.find(h, delivery.subscriptionId())).orElse(null);
        if (subscription == null || !subscription.state().equals(Outbox.ACTIVE)) {
            database.change(h -> Outbox.delivered(h, delivery));
            return;
        }
        int status = deliver(subscription, delivery.eventId(), delivery.body());
        database.change(h -> {
            if (status >= 200 && status < 300) {
                Outbox.delivered(h, delivery);
            } else if (status == GONE) {
                Outbox.state(h, subscription.id(), Outbox.UNSUBSCRIBED);
            } else if (delivery.attempts() >= RETRY.length) {
                Outbox.state(h, subscription.id(), Outbox.SUSPENDED);
            } else {
                Outbox.postpone(h, delivery, clock.millis() + RETRY[delivery.attempts()] * 1_000);
            }
        });
        LOG.info("event {} to {}: {}", delivery.eventId(), subscription.id(), status);
    }

    /** Delivers an event once; the status of the answer, 0 where there is none. */
    int deliver(Subscription subscription, String eventId, String body) throws InterruptedException {
        HttpUrl url = HttpUrl.get(subscription.callbackUrl());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("User-Agent", "tongcai-sandbox")
                .header("Connection", "close")
                .post(RequestBody.create(bytes, EVENT));
        WebhookSignature.sign(secrets(subscription), eventId, clock.instant(), bytes)
                .forEach(request::header);
        try {
            // Looked up and judged here, at every delivery, and the connection goes nowhere else.
            List<InetAddress> addresses = callbacks.addresses(url.host());
            OkHttpClient pinned = http.newBuilder().dns(host -> addresses).build();
            // What the receiver writes is of no interest, and is not read.
            try (Response answer = pinned.newCall(request.build()).execute()) {
                return answer.code();
            }
        } catch (IOException e) {
            if (Thread.interrupted() || over) {
                throw new InterruptedException("interrupted while delivering");
            }
            return 0;
        }
    }

    private List<WebhookSecret> secrets(Subscription subscription) {
        List<WebhookSecret> secrets = new ArrayList<>();
        try {
            secrets.add(WebhookSecret.parse(subscription.secret()));
            String old = subscription.oldSecret();
            if (old != null && subscription.oldSecretUntil() > clock.millis()) {
                secrets.add(WebhookSecret.parse(old));
            }
        } catch (KeyFormatException e) {
            throw new IllegalStateException("the secret of " + subscription.id() + " cannot be read", e);
        }
        return secrets;
    }

    @Override
    public void close() {
        over = true;
        thread.interrupt();
        // Reading from a connection is not interrupted; closing it is.
        http.dispatcher().cancelAll();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
