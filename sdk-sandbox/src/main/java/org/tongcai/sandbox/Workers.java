package org.tongcai.sandbox;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcai.sandbox.store.Accounts;
import org.tongcai.sandbox.store.Database;

/** What the platform does by itself: forgets what has run out, delivers events. */
final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final Accounts accounts;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tongcai-cleaner");
        thread.setDaemon(true);
        return thread;
    });

    Workers(SandboxOptions options, Database database, Accounts accounts, Supplier<String> url) {
        this.accounts = accounts;
    }

    void start() {
        clock.scheduleWithFixedDelay(this::clean, 60, 60, TimeUnit.SECONDS);
    }

    private void clean() {
        try {
            accounts.clean(System.currentTimeMillis());
        } catch (RuntimeException e) {
            LOG.warn("cleaning failed; it is tried again", e);
        }
    }

    void wake() {}

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
