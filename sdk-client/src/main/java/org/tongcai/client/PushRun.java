package org.tongcai.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcai.DocumentReport;
import org.tongcai.binding.Model;
import org.tongcai.client.journal.Counts;
import org.tongcai.client.journal.Journal;
import org.tongcai.client.journal.PlannedBatch;
import org.tongcai.input.Slice;
import org.tongcai.signature.DigestAlgorithm;

/** One push: the source fills batches in the caller's thread; where enough are under way, it waits. */
final class PushRun implements DocumentSource.Sink {
    private static final Logger LOG = LoggerFactory.getLogger(ProcurementClient.class);

    /** Ends the reading of the source from within. */
    static final class StopReading extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StopReading() {
            super("stop", null, false, false);
        }
    }

    private final Transport transport;
    private final Validation validation;
    private final PushOptions options;
    private final @Nullable Set<String> types;
    private final @Nullable Journal journal;
    private final PushTally tally;
    private final int mostDocuments;
    private final int mostBytes;
    private final Semaphore places;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Set<BatchSending> underWay = ConcurrentHashMap.newKeySet();
    private final MessageDigest digests = DigestAlgorithm.SHA_256.newDigest();
    private final Lines lines = new Lines();
    private PushBatch batch = new PushBatch();
    private long index;
    private int batches;
    private int replayed;
    private @Nullable PlannedBatch expected;
    private int matched;

    PushRun(
            Transport transport,
            Validation validation,
            PushOptions options,
            @Nullable Set<String> types,
            @Nullable Journal journal,
            PushTally tally,
            int mostDocuments,
            int mostBytes)
            throws IOException {
        this.transport = transport;
        this.validation = validation;
        this.options = options;
        this.types = types;
        this.journal = journal;
        this.tally = tally;
        this.mostDocuments = mostDocuments;
        this.mostBytes = mostBytes;
        this.places = new Semaphore(options.inFlight());
        this.batches = journal == null ? 0 : journal.size();
        expectNext();
    }

    @Override
    public void take(Slice document) {
        if (document.length() > 0) {
            take(PushLine.of(document, validation, lines));
        }
    }

    @Override
    public void take(Model document) {
        take(PushLine.of(document, validation));
    }

    private void take(PushLine line) {
        if (failure.get() != null) {
            throw new StopReading();
        }
        try {
            byte[] digest = digest(line.piece());
            if (expected != null && replay(line, digest)) {
                return;
            }
            add(line, digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] digest(Content.Piece piece) {
        digests.update(piece.bytes(), piece.offset(), piece.length());
        return digests.digest();
    }

    private void add(PushLine line, byte[] digest) throws IOException {
        DocumentReport report = line.refusal();
        boolean sendable = report == null;
        if (sendable) {
            report = validation.validate(line.slice());
            DocumentReport foreign = PushLine.foreign(report, types);
            sendable = foreign == null && Validation.isSendable(report);
            report = foreign == null ? report : foreign;
        }
        if (sendable) {
            if (batch.bytes() > 0 && (long) batch.bytes() + line.piece().length() + 1 > mostBytes) {
                flush();
            }
            lines.keep(line.piece());
            batch.addSent(index++, digest, line.piece(), report);
        } else if (report != null) {
            batch.addInvalid(index++, digest, report);
            if (options.stopsOnInvalid()) {
                tally.stop();
                throw new StopReading();
            }
        }
        if (batch.size() >= mostDocuments) {
            flush();
        }
    }

    /** Whether the document is the next one of the journal, and thereby dealt with. */
    private boolean replay(PushLine line, byte[] digest) throws IOException {
        PlannedBatch plan = Objects.requireNonNull(expected);
        if (!plan.matches(matched, digest)) {
            LOG.warn("the source differs from the journal from document {} on; the rest is sent anew", index);
            leaveJournal(plan);
            return false;
        }
        Counts settled = settled(plan.number());
        if (settled == null) {
            if (plan.sent()[matched] != 0) {
                lines.keep(line.piece());
                batch.addSent(index, digest, line.piece(), null);
            } else {
                DocumentReport report = line.refusal() != null ? line.refusal() : validation.validate(line.slice());
                batch.addInvalid(index, digest, report == null ? PushReports.unknown() : report);
            }
        }
        index++;
        if (++matched == plan.size()) {
            if (settled == null) {
                send(plan.number(), plan.key());
            } else {
                tally.earlier(settled);
            }
            expectNext();
        }
        return true;
    }

    /** Documents that match a settled batch in part are settled; those of an uncertain one begin a new batch. */
    private void leaveJournal(PlannedBatch plan) {
        if (settled(plan.number()) != null && matched > 0) {
            tally.earlier(matched);
        }
        expected = null;
    }

    private @Nullable Counts settled(int number) {
        return Objects.requireNonNull(journal).result(number);
    }

    private void expectNext() throws IOException {
        matched = 0;
        expected = journal != null && replayed < batches ? journal.batch(replayed++) : null;
    }

    /** The source is at its end, or stopped: sends the rest and waits for everything under way. */
    void finish(boolean sendRest) throws IOException {
        if (expected != null && sendRest) {
            leaveJournal(expected);
        }
        if (sendRest && failure.get() == null) {
            try {
                flush();
            } catch (StopReading e) {
                // What is under way failed meanwhile; told below.
            }
        }
        if (failure.get() != null || !sendRest) {
            underWay.forEach(BatchSending::cancel);
        }
        places.acquireUninterruptibly(options.inFlight());
        Throwable cause = failure.get();
        if (cause != null) {
            throw new PushException(tally.report(), cause);
        }
    }

    private void flush() throws IOException {
        if (batch.size() > 0) {
            String key = UUID.randomUUID().toString();
            acquire();
            int number = batches++;
            try {
                if (journal != null) {
                    journal.begin(batch.plan(number, key));
                }
            } catch (IOException | RuntimeException e) {
                places.release();
                throw e;
            }
            sendNow(number, key);
        }
    }

    private void send(int number, String key) {
        acquire();
        sendNow(number, key);
    }

    private void acquire() {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.compareAndSet(null, e);
            throw new StopReading();
        }
        if (failure.get() != null) {
            places.release();
            throw new StopReading();
        }
    }

    private void sendNow(int number, String key) {
        PushBatch full = batch;
        batch = new PushBatch();
        BatchSending sending = new BatchSending(transport, full, options.retry());
        underWay.add(sending);
        sending.send(key).whenComplete((done, thrown) -> {
            try {
                if (thrown != null) {
                    fail(thrown);
                } else {
                    Counts counts = tally.settle(full, sending);
                    if (journal != null) {
                        journal.end(number, counts);
                    }
                    tally.progress();
                }
            } catch (Throwable e) {
                // Whatever it is, the thread that reads the source must hear of it.
                fail(e);
            } finally {
                underWay.remove(sending);
                places.release();
            }
        });
    }

    private void fail(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        failure.compareAndSet(null, cause);
    }

    /** Ends everything because the source or the host failed. */
    void abort(Throwable cause) {
        failure.compareAndSet(null, cause);
    }
}
