package org.tongcai.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.client.journal.Journal;

/** Pushes documents in batches. Safe for threads: each push has a run of its own. */
final class Pusher {
    private final Submitter submitter;
    private final Service service;

    Pusher(Submitter submitter, Service service) {
        this.submitter = submitter;
        this.service = service;
    }

    PushReport push(DocumentSource source, PushOptions options, @Nullable Set<String> types) {
        submitter.transport().requireOpen();
        PushTally tally = new PushTally(options);
        Validation validation = submitter.validation();
        int documents = options.documents();
        int bytes = options.bytes();
        if (options.asksPlatform()) {
            Capabilities.Limits limits = service.knownCapabilities().limits();
            documents = (int) Math.min(documents, limits.maxBatchDocuments());
            bytes = (int) Math.min(bytes, limits.maxBatchBytes());
            // With the line feed after it, a document must fit into a batch of its own.
            validation = validation.within(Math.min(limits.maxDocumentBytes(), limits.maxBatchBytes() - 1));
        }
        try (Journal journal = open(options.journal())) {
            PushRun run =
                    new PushRun(submitter.transport(), validation, options, types, journal, tally, documents, bytes);
            read(source, run);
            return tally.report();
        } catch (IOException e) {
            throw new PushException(tally.report(), e);
        }
    }

    private static void read(DocumentSource source, PushRun run) throws IOException {
        boolean whole = true;
        try {
            source.read(run);
        } catch (PushRun.StopReading e) {
            // Stopped from within: by a failure, which finish tells, or at a document that does not conform.
        } catch (IOException | RuntimeException e) {
            run.abort(e);
            whole = false;
        } catch (Error e) {
            run.abort(e);
            run.finish(false);
            throw e;
        }
        run.finish(whole);
    }

    private @Nullable Journal open(@Nullable Path file) throws IOException {
        // All entrances lead to the same platform; the first one stands for it.
        return file == null
                ? null
                : Journal.open(
                        file,
                        submitter.transport().settings().endpoints().url(0).toString());
    }
}
