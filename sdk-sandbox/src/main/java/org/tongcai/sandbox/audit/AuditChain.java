package org.tongcai.sandbox.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.http.Caller;
import org.tongcai.sandbox.submission.Outcome;
import org.tongcai.sandbox.submission.Sha256;

/**
 * The audit trail of one tenant within one transaction: entries get their places as they are committed, one after the other, each with the
 * digest of the one before. Belongs to one thread.
 */
public final class AuditChain {
    /** So many characters of entries are kept in one row at most: databases keep what is short in the row itself. */
    private static final int ROW = 24_000;

    private final Handle handle;
    private final long tenant;

    public AuditChain(Handle handle, long tenant) {
        this.handle = handle;
        this.tenant = tenant;
    }

    /**
     * Where the trail ends.
     *
     * @param sequence number of the last entry; 0 for none
     * @param digest its digest; null for none
     * @param at when it was written, in milliseconds
     */
    record Head(long sequence, @Nullable String digest, long at) {}

    /** Appends entries; whoever appends next waits for the end of this transaction. */
    public void append(Caller caller, List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Head head = lock();
        long at = Math.max(System.currentTimeMillis(), head.at());
        String moment = Outcome.moment(at);
        String digest = head.digest();
        long sequence = head.sequence();
        PreparedBatch rows = handle.prepareBatch(
                "INSERT INTO audit_entries (tenant_id, last_sequence, first_sequence, entries) VALUES (?, ?, ?, ?)");
        StringBuilder row = new StringBuilder();
        long first = sequence + 1;
        for (AuditEntry one : entries) {
            String entry = one.write(++sequence, moment, caller.clientId(), digest);
            digest = Sha256.hex(entry.getBytes(StandardCharsets.UTF_8));
            if (row.length() > 0 && row.length() + entry.length() > ROW) {
                rows.add(tenant, sequence - 1, first, row.toString());
                row.setLength(0);
                first = sequence;
            }
            row.append(row.length() == 0 ? "" : "\n").append(entry);
        }
        rows.add(tenant, sequence, first, row.toString());
        rows.execute();
        handle.execute(
                "UPDATE audit_heads SET sequence = ?, digest = ?, written_at = ? WHERE tenant_id = ?",
                sequence,
                digest,
                at,
                tenant);
    }

    private Head lock() {
        Optional<Head> head = head(" FOR UPDATE");
        if (head.isEmpty()) {
            handle.execute(
                    "INSERT INTO audit_heads (tenant_id, sequence, written_at) VALUES (?, 0, 0) ON CONFLICT DO NOTHING",
                    tenant);
            head = head(" FOR UPDATE");
        }
        return head.orElseThrow();
    }

    private Optional<Head> head(String more) {
        return handle.createQuery("SELECT sequence, digest, written_at FROM audit_heads WHERE tenant_id = :t" + more)
                .bind("t", tenant)
                .map((r, c) -> new Head(r.getLong(1), r.getString(2), r.getLong(3)))
                .findOne();
    }

    /** Number of the last entry that is committed; 0 for none. */
    long last() {
        return head("").map(Head::sequence).orElse(0L);
    }

    /** The entries from one number to another, as they were written. */
    List<String> entries(long from, long to) {
        List<String> found = new ArrayList<>();
        handle.createQuery("SELECT first_sequence, entries FROM audit_entries WHERE tenant_id = :t"
                        + " AND last_sequence >= :f AND last_sequence <= :e ORDER BY tenant_id, last_sequence")
                .bind("t", tenant)
                .bind("f", from)
                .bind("e", to + MOST_IN_ROW)
                .map((r, c) -> new Row(r.getLong(1), r.getString(2)))
                .forEach(row -> {
                    long sequence = row.first();
                    for (String entry : row.entries().split("\n", -1)) {
                        if (sequence >= from && sequence <= to) {
                            found.add(entry);
                        }
                        sequence++;
                    }
                });
        return found;
    }

    /** No entry is shorter than 100 characters, so no row holds more of them. */
    private static final int MOST_IN_ROW = ROW / 100;

    private record Row(long first, String entries) {}
}
