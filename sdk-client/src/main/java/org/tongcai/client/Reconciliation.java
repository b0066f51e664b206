package org.tongcai.client;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.client.json.JsonShapeException;
import org.tongcai.client.json.Members;

/** What a platform received on a day, for comparing both sides. Days are those of China (+08:00). Safe for threads. */
public final class Reconciliation {
    private final Transport transport;

    Reconciliation(Transport transport) {
        this.transport = transport;
    }

    /**
     * The documents of one type.
     *
     * @param documentType the type
     * @param count how many
     * @param digest SHA-256 over the sorted digests in lower-case hexadecimal, each ended by a line feed
     */
    public record Count(String documentType, long count, String digest) {
        static Count of(Members members) throws JsonShapeException {
            return new Count(members.required("documentType"), members.wholeOr("count", 0), members.required("digest"));
        }
    }

    /** How many documents of each type were received; types without any are not listed. */
    public List<Count> counts(LocalDate day, @Nullable String platformCode) {
        return transport.call(countsOf(day, platformCode));
    }

    /** As {@link #counts}. */
    public CompletableFuture<List<Count>> countsAsync(LocalDate day, @Nullable String platformCode) {
        return transport.callAsync(countsOf(day, platformCode));
    }

    private static Operation<List<Count>> countsOf(LocalDate day, @Nullable String platformCode) {
        return Operation.get(
                        "getReconciliation",
                        answer -> List.copyOf(Page.items(answer.json(), "counts", Count::of)),
                        "reconciliation",
                        day.toString())
                .with("platformCode", platformCode);
    }

    /** One page of the documents of a type; the first where the cursor is null. */
    public Page<DocumentEntry> list(
            LocalDate day, String documentType, @Nullable String platformCode, @Nullable String cursor) {
        DocumentQuery query =
                platformCode == null ? DocumentQuery.all() : DocumentQuery.all().platformCode(platformCode);
        return transport.call(StoredDocuments.list(
                "listReconciliation", query, cursor, "reconciliation", day.toString(), documentType));
    }

    /** All documents of a type, page by page as the stream is read; not for threads. */
    public Stream<DocumentEntry> stream(LocalDate day, String documentType, @Nullable String platformCode) {
        return Pages.stream(cursor -> list(day, documentType, platformCode, cursor));
    }
}
