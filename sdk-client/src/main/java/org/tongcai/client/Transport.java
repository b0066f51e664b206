package org.tongcai.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Drives calls: in the thread of the caller, or without holding up any thread. Safe for threads. */
final class Transport {
    private final OkHttpClient http;
    private final TransportSettings settings;
    private final ScheduledExecutorService timer;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final Set<CallFuture<?>> underWay = ConcurrentHashMap.newKeySet();

    Transport(OkHttpClient http, TransportSettings settings, ScheduledExecutorService timer) {
        this.http = http;
        this.settings = settings;
        this.timer = timer;
    }

    TransportSettings settings() {
        return settings;
    }

    /** Where work goes that must not hold up the caller of something asynchronous. */
    Executor executor() {
        return http.dispatcher().executorService();
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    /** A call in the thread of the caller. */
    <T> T call(Operation<T> operation) {
        Exchange<T> exchange = new Exchange<>(settings, operation);
        long delay = 0;
        while (true) {
            Exchange.Step<T> step = attempt(exchange, delay);
            if (step.failure() != null) {
                throw step.failure();
            }
            if (!step.again()) {
                return step.value();
            }
            delay = step.delayNanos();
        }
    }

    private <T> Exchange.Step<T> attempt(Exchange<T> exchange, long delay) {
        requireOpen();
        try {
            sleep(delay);
            sleep(settings.gate().reserve());
            return execute(exchange, newCall(exchange, exchange.next()));
        } catch (IOException e) {
            return exchange.failed(e);
        }
    }

    private <T> Exchange.Step<T> execute(Exchange<T> exchange, Call call) throws IOException {
        calls.add(call);
        try {
            if (settings.closed().getAsBoolean()) {
                // Closed since it was asked; whoever closed may have looked before this call was there.
                call.cancel();
            }
            try (Response response = call.execute()) {
                return exchange.answered(response);
            }
        } finally {
            calls.remove(call);
        }
    }

    private static void sleep(long nanos) throws InterruptedIOException {
        if (nanos > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(nanos);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
    }

    /** A call that goes on by itself. Cancelling the future ends it. */
    <T> CallFuture<T> callAsync(Operation<T> operation) {
        CallFuture<T> future = new CallFuture<>();
        start(operation, future);
        return future;
    }

    <T> void start(Operation<T> operation, CallFuture<T> future) {
        underWay.add(future);
        future.whenComplete((value, thrown) -> underWay.remove(future));
        new AsyncCall<>(this, new Exchange<>(settings, operation), future).begin(0);
    }

    /** Ends what is under way, in the background and in threads of callers. */
    void cancelAll() {
        calls.forEach(Call::cancel);
        underWay.forEach(future -> future.cancel(true));
    }

    void requireOpen() {
        if (settings.closed().getAsBoolean()) {
            throw new IllegalStateException("the client is closed");
        }
    }

    <T> Call newCall(Exchange<T> exchange, Request request) {
        return client(exchange.operation().patience).newCall(request);
    }

    /** The client for answers that may take longer; it shares pool and threads. */
    OkHttpClient client(Duration patience) {
        if (patience.isZero()) {
            return http;
        }
        return http.newBuilder()
                .readTimeout(longer(http.readTimeoutMillis(), patience))
                .callTimeout(longer(http.callTimeoutMillis(), patience))
                .build();
    }

    private static Duration longer(int millis, Duration more) {
        return millis == 0 ? Duration.ZERO : Duration.ofMillis(millis).plus(more);
    }
}
