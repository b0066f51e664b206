package org.tongcai.sandbox.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.submission.Outcome;

/** Receipts of what was not stored. Belongs to one thread. */
public final class Refusals {
    private final Handle handle;
    private final long tenant;
    private final List<Object[]> unwritten = new ArrayList<>();

    public Refusals(Handle handle, long tenant) {
        this.handle = handle;
        this.tenant = tenant;
    }

    /**
     * The receipt of something that was not stored.
     *
     * @param receiptId id
     * @param sequence number among the receipts of the tenant
     * @param receivedAt milliseconds since the epoch
     * @param documentType type; null where it could not be read, as all that follows
     * @param size bytes
     * @param verdict verdict
     * @param findings findings as a JSON array
     */
    public record Refusal(
            String receiptId,
            long sequence,
            long receivedAt,
            @Nullable String documentType,
            @Nullable String platformCode,
            @Nullable String documentId,
            @Nullable Long revision,
            String digest,
            long size,
            String verdict,
            String findings) {}

    /** Notes a refusal. */
    public void add(Outcome outcome, long applicationId, long sequence, String region, long size) {
        unwritten.add(new Object[] {
            outcome.receiptId(),
            tenant,
            sequence,
            outcome.receivedAt(),
            outcome.document().get("documentType"),
            outcome.document().get("platformCode"),
            outcome.document().get("documentId"),
            outcome.document().get("revision"),
            region.matches("[0-9]{6}") ? region : "",
            outcome.digest(),
            size,
            outcome.verdict().name(),
            outcome.findings(),
            applicationId
        });
    }

    /** Writes what was noted. */
    public void write() {
        if (unwritten.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO refusals (receipt_id, tenant_id, sequence, received_at,"
                + " document_type, platform_code, document_id, revision, region_code, digest, size, verdict, findings,"
                + " application_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        unwritten.forEach(batch::add);
        batch.execute();
        unwritten.clear();
    }

    /** A receipt of an application's own submission. */
    public Optional<Refusal> find(String receiptId, long applicationId) {
        return handle.createQuery(
                        "SELECT * FROM refusals WHERE receipt_id = :r AND tenant_id = :t AND application_id = :a")
                .bind("r", receiptId)
                .bind("t", tenant)
                .bind("a", applicationId)
                .map((r, c) -> new Refusal(
                        r.getString("receipt_id"),
                        r.getLong("sequence"),
                        r.getLong("received_at"),
                        r.getString("document_type"),
                        r.getString("platform_code"),
                        r.getString("document_id"),
                        r.getString("revision") == null ? null : r.getLong("revision"),
                        r.getString("digest"),
                        r.getLong("size"),
                        r.getString("verdict"),
                        r.getString("findings")))
                .findOne();
    }
}
