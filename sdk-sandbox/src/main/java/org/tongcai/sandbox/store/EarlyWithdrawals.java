package org.tongcai.sandbox.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Withdrawals of documents that have not arrived. Belongs to one thread. */
public final class EarlyWithdrawals {
    private final Handle handle;
    private final long tenant;

    public EarlyWithdrawals(Handle handle, long tenant) {
        this.handle = handle;
        this.tenant = tenant;
    }

    /** Remembers that a revision is withdrawn. */
    public void add(Presence.Key key, long revision) {
        handle.execute(
                "INSERT INTO early_withdrawals (tenant_id, document_id, document_type, platform_code, revision)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                tenant,
                key.documentId(),
                key.documentType(),
                key.platformCode(),
                revision);
    }

    /**
     * Those of documents that were stored now that are withdrawn already. What was remembered of them is forgotten: an older revision
     * cannot come any more.
     */
    public List<StoredDocument> take(Collection<StoredDocument> stored) {
        if (stored.isEmpty() || !any()) {
            return List.of();
        }
        Set<String> remembered = new HashSet<>();
        String values = String.join(",", Collections.nCopies(stored.size(), "(CAST(? AS VARCHAR(64)))"));
        var query =
                handle.createQuery("SELECT e.document_type, e.platform_code, e.document_id, e.revision FROM (VALUES "
                        + values + ") w (id) JOIN early_withdrawals e ON e.tenant_id = ? AND e.document_id = w.id");
        int at = 0;
        for (StoredDocument one : stored) {
            query.bind(at++, one.documentId());
        }
        query.bind(at, tenant)
                .map((r, c) -> r.getString(1) + "/" + r.getString(2) + "/" + r.getString(3) + "/" + r.getLong(4))
                .forEach(remembered::add);
        if (remembered.isEmpty()) {
            return List.of();
        }
        List<StoredDocument> withdrawn = new ArrayList<>();
        for (StoredDocument one : stored) {
            if (remembered.contains(one.subject())) {
                withdrawn.add(one);
            }
            handle.execute(
                    "DELETE FROM early_withdrawals WHERE tenant_id = ? AND document_id = ? AND document_type = ?"
                            + " AND platform_code = ? AND revision <= ?",
                    tenant,
                    one.documentId(),
                    one.documentType(),
                    one.platformCode(),
                    one.revision());
        }
        return withdrawn;
    }

    private boolean any() {
        return handle.createQuery("SELECT 1 FROM early_withdrawals WHERE tenant_id = :t LIMIT 1")
                .bind("t", tenant)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
