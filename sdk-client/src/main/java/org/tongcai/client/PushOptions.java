package org.tongcai.client;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How documents are pushed. Immutable; start from {@link #DEFAULT}. */
public final class PushOptions {
    /**
     * Batches of up to 500 documents and 4 MiB, or what the platform allows; one under way at a time, so that documents arrive in the order
     * of the source; patient retries; no journal.
     */
    public static final PushOptions DEFAULT = new PushOptions(new Settings());

    private static final class Settings implements Cloneable {
        private int documents = 500;
        private int bytes = 4 << 20;
        private int inFlight = 1;
        private int failures = 100;
        private boolean stopOnInvalid;
        private boolean askPlatform = true;
        private @Nullable Path journal;
        private RetryPolicy retry = RetryPolicy.PATIENT;
        private Consumer<PushResult> results = result -> {};
        private Consumer<PushReport> progress = report -> {};

        @Override
        protected Settings clone() {
            try {
                return (Settings) super.clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Settings settings;

    private PushOptions(Settings settings) {
        this.settings = settings;
    }

    private PushOptions with(Consumer<Settings> change) {
        Settings copy = settings.clone();
        change.accept(copy);
        return new PushOptions(copy);
    }

    /**
     * At most so many documents and bytes a batch; the platform's own bounds hold as well, and a document that is larger than it takes is
     * not sent. One that is larger than a batch goes alone.
     */
    public PushOptions batches(int documents, int bytes) {
        if (documents < 1 || documents > 100_000 || bytes < 1) {
            throw new IllegalArgumentException("a batch has 1 to 100000 documents and at least 1 byte");
        }
        return with(s -> {
            s.documents = documents;
            s.bytes = bytes;
        });
    }

    /** So many batches under way at a time. With more than one, they may arrive in another order than that of the source. */
    public PushOptions inFlight(int batches) {
        if (batches < 1 || batches > 64) {
            throw new IllegalArgumentException("1 to 64 batches under way");
        }
        return with(s -> s.inFlight = batches);
    }

    /**
     * Keeps a journal in that file. After a crash, push again with the same source and journal: what the platform confirmed is passed over,
     * what was under way is sent again under the same key. The file stays; delete it to begin anew.
     */
    public PushOptions journal(Path file) {
        Objects.requireNonNull(file, "file");
        return with(s -> s.journal = file);
    }

    /** Stops at the first document that does not conform; otherwise it is reported and the others go on. */
    public PushOptions stopOnInvalid() {
        return with(s -> s.stopOnInvalid = true);
    }

    /** Keeps the first so many failures in the report. */
    public PushOptions keepFailures(int most) {
        return with(s -> s.failures = most);
    }

    /** How batches are repeated. */
    public PushOptions retry(RetryPolicy policy) {
        Objects.requireNonNull(policy, "policy");
        return with(s -> s.retry = policy);
    }

    /** Hears of every document, never two at a time; those of a batch once it is confirmed. What it throws stops the push. */
    public PushOptions onResult(Consumer<PushResult> handler) {
        Objects.requireNonNull(handler, "handler");
        return with(s -> s.results = handler);
    }

    /** Hears how far it is after each batch. */
    public PushOptions onProgress(Consumer<PushReport> handler) {
        Objects.requireNonNull(handler, "handler");
        return with(s -> s.progress = handler);
    }

    /** Does not ask the platform for its bounds first: batches that are too large are then halved until they are not. */
    public PushOptions withoutAsking() {
        return with(s -> s.askPlatform = false);
    }

    int documents() {
        return settings.documents;
    }

    int bytes() {
        return settings.bytes;
    }

    int inFlight() {
        return settings.inFlight;
    }

    int failures() {
        return settings.failures;
    }

    boolean stopsOnInvalid() {
        return settings.stopOnInvalid;
    }

    boolean asksPlatform() {
        return settings.askPlatform;
    }

    @Nullable
    Path journal() {
        return settings.journal;
    }

    RetryPolicy retry() {
        return settings.retry;
    }

    Consumer<PushResult> results() {
        return settings.results;
    }

    Consumer<PushReport> progress() {
        return settings.progress;
    }
}
