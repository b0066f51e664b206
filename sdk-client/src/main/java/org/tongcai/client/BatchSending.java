package org.tongcai.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends one batch until every line has its answer: halves it where it is too large for the platform, and sends lines again that the
 * platform could not judge at the time. Holds up no thread.
 */
final class BatchSending {
    private static final Set<String> TOO_LARGE = Set.of("batch-too-large", "document-too-large");
    private static final int ROUNDS = 5;

    /** The answer to a document: a line, or a problem with a batch of it alone. */
    record Answered(@Nullable BatchLine line, @Nullable Problem problem) {}

    private record Reply(
            BatchLine @Nullable [] lines, @Nullable Problem tooLarge) {}

    private final Transport transport;
    private final PushBatch batch;
    private final RetryPolicy retry;
    private final Map<PushBatch.Entry, Answered> answers = new HashMap<>();
    private long requests;
    private volatile @Nullable CompletableFuture<?> current;
    private volatile boolean cancelled;

    BatchSending(Transport transport, PushBatch batch, RetryPolicy retry) {
        this.transport = transport;
        this.batch = batch;
        this.retry = retry;
    }

    CompletableFuture<BatchSending> send(String key) {
        List<PushBatch.Entry> all = batch.sent();
        CompletableFuture<?> done = all.isEmpty() ? CompletableFuture.completedFuture(null) : send(all, key, 1);
        return done.thenApply(ignored -> this);
    }

    /** Ends what is under way. */
    void cancel() {
        cancelled = true;
        CompletableFuture<?> call = current;
        if (call != null) {
            call.cancel(true);
        }
    }

    @Nullable
    Answered answer(PushBatch.Entry entry) {
        return answers.get(entry);
    }

    long requests() {
        return requests;
    }

    private CompletableFuture<?> send(List<PushBatch.Entry> entries, @Nullable String key, int round) {
        Operation<Reply> operation = Operation.<Reply>post(
                        "submitBatch",
                        answer -> answer.problem() == null
                                ? new Reply(BatchLine.of(answer, entries), null)
                                : new Reply(null, answer.problem()),
                        List.of("batches"))
                .body(PushBatch.body(entries), "application/x-ndjson")
                .header("Accept", "application/json, application/problem+json")
                .key(key)
                .retry(retry)
                .taking(problem -> TOO_LARGE.contains(problem.code()));
        if (cancelled) {
            return CompletableFuture.failedFuture(new CancellationException());
        }
        requests++;
        CallFuture<Reply> call = transport.callAsync(operation);
        current = call;
        return call.thenCompose(reply -> take(entries, reply, round));
    }

    private CompletableFuture<?> take(List<PushBatch.Entry> entries, Reply reply, int round) {
        BatchLine[] lines = reply.lines();
        if (lines == null) {
            return tooLarge(entries, reply.tooLarge(), round);
        }
        List<PushBatch.Entry> again = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isTransient() && round < ROUNDS) {
                again.add(entries.get(i));
            } else {
                answers.put(entries.get(i), new Answered(lines[i], null));
            }
        }
        if (again.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> rest = new CompletableFuture<>();
        transport.timer().schedule(() -> rest.complete(null), retry.pause(round + 1), TimeUnit.NANOSECONDS);
        // Another content than that of the first key, hence another key.
        return rest.thenCompose(ignored -> send(again, null, round + 1));
    }

    private CompletableFuture<?> tooLarge(List<PushBatch.Entry> entries, @Nullable Problem problem, int round) {
        if (entries.size() == 1) {
            answers.put(entries.get(0), new Answered(null, problem));
            return CompletableFuture.completedFuture(null);
        }
        int half = entries.size() / 2;
        List<PushBatch.Entry> first = entries.subList(0, half);
        List<PushBatch.Entry> second = entries.subList(half, entries.size());
        return send(first, null, round).thenCompose(ignored -> send(second, null, round));
    }
}
