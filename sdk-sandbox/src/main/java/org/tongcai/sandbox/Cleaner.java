package org.tongcai.sandbox;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcai.sandbox.store.Accounts;
import org.tongcai.sandbox.store.Database;
import org.tongcai.sandbox.store.Uploads;

/** Forgets what has run out: tokens, nonces, keys of idempotency, uploads that nobody finished. */
final class Cleaner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cleaner.class);

    private final Database database;
    private final Accounts accounts;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tongcai-cleaner");
        thread.setDaemon(true);
        return thread;
    });

    Cleaner(Database database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    void start() {
        clock.scheduleWithFixedDelay(this::clean, 60, 60, TimeUnit.SECONDS);
    }

    private void clean() {
        try {
            long now = System.currentTimeMillis();
            accounts.clean(now);
            // A while later than they end, so that whoever comes too late is told so.
            Uploads.clean(database, now - TimeUnit.DAYS.toMillis(7));
        } catch (RuntimeException e) {
            LOG.warn("cleaning failed; it is tried again", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
