package org.tongcai.client;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/** One logical call that holds up no thread: OkHttp's dispatcher sends, a timer waits. */
final class AsyncCall<T> implements Callback {
    private final Transport transport;
    private final Exchange<T> exchange;
    private final CallFuture<T> future;

    AsyncCall(Transport transport, Exchange<T> exchange, CallFuture<T> future) {
        this.transport = transport;
        this.exchange = exchange;
        this.future = future;
    }

    /** Sends the next attempt after a while. */
    void begin(long delayNanos) {
        try {
            transport.requireOpen();
            long wait = delayNanos + transport.settings().gate().reserve();
            boolean blocks = transport.settings().authenticator().mayBlock();
            if (wait > 0) {
                Future<?> waiting = transport
                        .timer()
                        .schedule(
                                () -> {
                                    if (blocks) {
                                        dispatch();
                                    } else {
                                        send();
                                    }
                                },
                                wait,
                                TimeUnit.NANOSECONDS);
                future.onCancel(() -> waiting.cancel(false));
            } else if (blocks) {
                dispatch();
            } else {
                send();
            }
        } catch (RejectedExecutionException | IllegalStateException e) {
            future.completeExceptionally(new IllegalStateException("the client is closed", e));
        }
    }

    private void dispatch() {
        try {
            transport.executor().execute(this::send);
        } catch (RejectedExecutionException e) {
            future.completeExceptionally(new IllegalStateException("the client is closed", e));
        }
    }

    private void send() {
        if (future.isDone()) {
            return;
        }
        try {
            Call call = transport.newCall(exchange, exchange.next());
            future.onCancel(call::cancel);
            call.enqueue(this);
        } catch (IOException e) {
            step(exchange.failed(e));
        } catch (RuntimeException e) {
            future.completeExceptionally(e);
        }
    }

    @Override
    public void onResponse(Call call, Response response) {
        try (response) {
            step(exchange.answered(response));
        } catch (RuntimeException e) {
            future.completeExceptionally(e);
        }
    }

    @Override
    public void onFailure(Call call, IOException e) {
        step(exchange.failed(e));
    }

    private void step(Exchange.Step<T> step) {
        if (future.isDone()) {
            return;
        }
        if (step.failure() != null) {
            future.completeExceptionally(step.failure());
        } else if (step.again()) {
            begin(step.delayNanos());
        } else {
            future.complete(step.value());
        }
    }
}
