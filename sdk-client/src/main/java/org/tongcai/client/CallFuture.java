package org.tongcai.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The result of a call under way. Cancelling it ends the call: the request is broken off, no other is sent. */
final class CallFuture<T> extends CompletableFuture<T> {
    private final AtomicReference<@Nullable Runnable> cancel = new AtomicReference<>();

    /** What ends the present stage. Runs at once where the call was cancelled before. */
    void onCancel(Runnable action) {
        cancel.set(action);
        if (isCancelled()) {
            run();
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            run();
        }
        return cancelled;
    }

    private void run() {
        Runnable action = cancel.getAndSet(null);
        if (action != null) {
            action.run();
        }
    }
}
