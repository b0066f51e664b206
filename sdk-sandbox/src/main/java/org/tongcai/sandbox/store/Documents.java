package org.tongcai.sandbox.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The documents of one tenant within one transaction. Belongs to one thread. */
public final class Documents {
    private static final String COLUMNS = StoredDocument.COLUMNS;
    /** How many ids one statement names. */
    private static final int MOST = 500;

    private final Handle handle;
    private final long tenant;

    public Documents(Handle handle, long tenant) {
        this.handle = handle;
        this.tenant = tenant;
    }

    /**
     * The counters of a tenant.
     *
     * @param position last position given
     * @param receipts number of the last receipt given
     */
    public record Counters(long position, long receipts) {}

    /** Takes the tenant for writing until the transaction ends; see the tables for why. */
    public Counters lock() {
        return handle.createQuery("SELECT position, receipts FROM tenants WHERE id = :t FOR UPDATE")
                .bind("t", tenant)
                .map((row, c) -> new Counters(row.getLong(1), row.getLong(2)))
                .one();
    }

    /** Writes the counters back. */
    public void advance(Counters to) {
        handle.createUpdate("UPDATE tenants SET position = :p, receipts = :r WHERE id = :t")
                .bind("p", to.position())
                .bind("r", to.receipts())
                .bind("t", tenant)
                .execute();
    }

    /** The last position whose transaction is committed. */
    public long position() {
        return handle.createQuery("SELECT position FROM tenants WHERE id = :t")
                .bind("t", tenant)
                .mapTo(Long.class)
                .one();
    }

    /** All revisions of all documents with these ids, of whatever type and platform. */
    public List<StoredDocument> withIds(Collection<String> ids) {
        List<StoredDocument> found = new ArrayList<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += MOST) {
            found.addAll(withIds(all.subList(from, Math.min(all.size(), from + MOST))));
        }
        return found;
    }

    /** Joined, not by {@code IN}: for that H2 reads every document of the tenant. */
    private List<StoredDocument> withIds(List<String> ids) {
        String values = String.join(",", Collections.nCopies(ids.size(), "(CAST(? AS VARCHAR(64)))"));
        var query = handle.createQuery("SELECT " + StoredDocument.columns("d.") + " FROM (VALUES " + values
                + ") w (id) JOIN documents d ON d.tenant_id = ? AND d.document_id = w.id");
        for (int i = 0; i < ids.size(); i++) {
            query.bind(i, ids.get(i));
        }
        return query.bind(ids.size(), tenant).map(StoredDocument::map).list();
    }

    /** The documents at some positions, in their order. */
    List<StoredDocument> at(List<Long> positions) {
        List<StoredDocument> found = new ArrayList<>();
        for (int from = 0; from < positions.size(); from += MOST) {
            List<Long> some = positions.subList(from, Math.min(positions.size(), from + MOST));
            String values = String.join(",", Collections.nCopies(some.size(), "(CAST(? AS BIGINT))"));
            var query = handle.createQuery("SELECT " + StoredDocument.columns("d.") + " FROM (VALUES " + values
                    + ") w (at) JOIN documents d ON d.tenant_id = ? AND d.position = w.at");
            for (int i = 0; i < some.size(); i++) {
                query.bind(i, some.get(i));
            }
            found.addAll(
                    query.bind(some.size(), tenant).map(StoredDocument::map).list());
        }
        found.sort(java.util.Comparator.comparingLong(StoredDocument::position));
        return found;
    }

    /** One revision of a document; the newest where {@code revision} is 0. */
    public Optional<StoredDocument> find(String type, String platform, String id, long revision) {
        return handle.createQuery("SELECT " + COLUMNS
                        + " FROM documents WHERE tenant_id = :t AND document_type = :y AND platform_code = :p"
                        + " AND document_id = :i AND " + (revision == 0 ? "newest = TRUE" : "revision = " + revision))
                .bind("t", tenant)
                .bind("y", type)
                .bind("p", platform)
                .bind("i", id)
                .map(StoredDocument::map)
                .findOne();
    }

    /** The newest revisions of the documents with a type and an id, of any platform, the platforms in order. */
    public List<StoredDocument> newest(String type, String id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM documents WHERE tenant_id = :t AND document_type = :y"
                        + " AND document_id = :i AND newest = TRUE ORDER BY platform_code")
                .bind("t", tenant)
                .bind("y", type)
                .bind("i", id)
                .map(StoredDocument::map)
                .list();
    }

    /** All revisions of one document, the first one first. */
    public List<StoredDocument> revisions(String type, String platform, String id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM documents WHERE tenant_id = :t AND document_type = :y"
                        + " AND platform_code = :p AND document_id = :i ORDER BY revision")
                .bind("t", tenant)
                .bind("y", type)
                .bind("p", platform)
                .bind("i", id)
                .map(StoredDocument::map)
                .list();
    }

    /** The document with a receipt. */
    public Optional<StoredDocument> withReceipt(String receiptId) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM documents WHERE tenant_id = :t AND receipt_id = :r")
                .bind("t", tenant)
                .bind("r", receiptId)
                .map(StoredDocument::map)
                .findOne();
    }

    /**
     * Who sent a document.
     *
     * @param applicationId id of the application in the database
     * @param clientId its name
     */
    public record Sender(long applicationId, String clientId) {}

    /** Who sent a document first. */
    public Sender sender(long position) {
        return handle.createQuery(
                        "SELECT a.id, a.client_id FROM documents d JOIN applications a ON a.id = d.application_id"
                                + " WHERE d.tenant_id = :t AND d.position = :p")
                .bind("t", tenant)
                .bind("p", position)
                .map((row, c) -> new Sender(row.getLong(1), row.getString(2)))
                .one();
    }

    /** The bytes of a document. */
    public byte[] content(long position) {
        return handle.createQuery("SELECT content FROM documents WHERE tenant_id = :t AND position = :p")
                .bind("t", tenant)
                .bind("p", position)
                .map((row, c) -> row.getBytes(1))
                .one();
    }

    /**
     * What refers to a document, in the order in which it was received: all revisions of each, whatever their state.
     *
     * @param types document types of those wanted; empty for all
     * @param most how many at most
     */
    public List<StoredDocument> referringTo(
            String type, @Nullable String platform, String id, Collection<String> types, int most) {
        // Joined: with IN, H2 reads every document of the tenant.
        var query = handle.createQuery("SELECT " + StoredDocument.columns("d.")
                        + " FROM document_references r JOIN documents d ON d.tenant_id = r.tenant_id AND d.position = r.position"
                        + " WHERE r.tenant_id = :t AND r.target_type = :y AND r.target_id = :i"
                        + (platform == null ? "" : " AND r.target_platform IN ('', :p)")
                        + (types.isEmpty() ? "" : " AND d.document_type IN (<types>)")
                        + " ORDER BY r.position LIMIT " + most)
                .bind("t", tenant)
                .bind("y", type)
                .bind("i", id);
        if (platform != null) {
            query.bind("p", platform);
        }
        if (!types.isEmpty()) {
            query.bindList("types", List.copyOf(types));
        }
        return query.map(StoredDocument::map).stream().distinct().toList();
    }

    /** The newest revision, received last, of the documents of a type that refer to something; at most one, and none that is withdrawn. */
    public List<StoredDocument> newestReferring(String targetType, String targetId, String type) {
        return handle.createQuery("SELECT " + StoredDocument.columns("d.")
                        + " FROM document_references r JOIN documents d ON d.tenant_id = r.tenant_id AND d.position = r.position"
                        + " WHERE r.tenant_id = :t AND r.target_type = :y AND r.target_id = :i AND d.document_type = :d"
                        + " AND d.newest = TRUE AND d.state = 'CURRENT' ORDER BY r.position DESC LIMIT 1")
                .bind("t", tenant)
                .bind("y", targetType)
                .bind("i", targetId)
                .bind("d", type)
                .map(StoredDocument::map)
                .list();
    }

    /** Stores documents; of revised ones the revisions before are marked. */
    public void store(List<DocumentRow> rows) {
        supersede(rows);
        PreparedBatch documents = handle.prepareBatch(
                "INSERT INTO documents (tenant_id, position, document_type, platform_code, document_id, revision,"
                        + " region_code, issued_at, link_id, received_at, digest, size, media_type, state, newest, receipt_id,"
                        + " sequence, findings, application_id, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?)");
        PreparedBatch links = handle.prepareBatch("INSERT INTO document_references (tenant_id, position, target_type,"
                + " target_platform, target_id) VALUES (?, ?, ?, ?, ?)");
        PreparedBatch lookUps = handle.prepareBatch(
                "INSERT INTO look_ups (tenant_id, index_number, look_up, position) VALUES (?, ?, ?, ?)");
        for (DocumentRow row : rows) {
            StoredDocument d = row.entry();
            documents.add(
                    tenant,
                    d.position(),
                    d.documentType(),
                    d.platformCode(),
                    d.documentId(),
                    d.revision(),
                    d.regionCode(),
                    d.issuedAt(),
                    d.linkId(),
                    d.receivedAt(),
                    d.digest(),
                    d.size(),
                    d.mediaType(),
                    d.state(),
                    d.newest(),
                    d.receiptId(),
                    d.sequence(),
                    d.findings(),
                    row.applicationId(),
                    row.content());
            row.links().forEach(link -> links.add(tenant, d.position(), link.type(), link.platform(), link.id()));
            row.lookUps().forEach(lookUp -> lookUps.add(tenant, lookUp.index(), lookUp.value(), d.position()));
        }
        documents.execute();
        if (links.size() > 0) {
            links.execute();
        }
        if (lookUps.size() > 0) {
            lookUps.execute();
        }
    }

    private void supersede(List<DocumentRow> rows) {
        for (DocumentRow row : rows) {
            StoredDocument d = row.entry();
            if (d.revision() > 1) {
                for (StoredDocument old : revisions(d.documentType(), d.platformCode(), d.documentId())) {
                    if (old.newest()) {
                        mark(old, old.state().equals(StoredDocument.CURRENT) ? StoredDocument.SUPERSEDED : old.state());
                        forget(old.position());
                    }
                }
            }
        }
    }

    private void mark(StoredDocument old, String state) {
        handle.execute(
                "UPDATE documents SET newest = FALSE, state = ? WHERE tenant_id = ? AND position = ?",
                state,
                tenant,
                old.position());
    }

    /** Rules do not see it any more. */
    private void forget(long position) {
        handle.execute("DELETE FROM look_ups WHERE tenant_id = ? AND position = ?", tenant, position);
    }

    /** Marks a document as withdrawn, and tells so in the feed. */
    public void withdraw(StoredDocument document, long position) {
        handle.execute(
                "UPDATE documents SET state = ? WHERE tenant_id = ? AND position = ?",
                StoredDocument.WITHDRAWN,
                tenant,
                document.position());
        handle.execute(
                "INSERT INTO changes (tenant_id, position, document_position, document_type, change) VALUES (?, ?, ?, ?, ?)",
                tenant,
                position,
                document.position(),
                document.documentType(),
                StoredDocument.WITHDRAWN);
    }

    /** The newest revisions that rules find by a value, by id and platform; at most {@code most}. */
    public List<StoredDocument> lookedUp(int index, String value, int most) {
        return handle.createQuery("SELECT " + StoredDocument.columns("d.")
                        + " FROM look_ups l JOIN documents d ON d.tenant_id = l.tenant_id AND d.position = l.position"
                        + " WHERE l.tenant_id = :t AND l.index_number = :n AND l.look_up = :v"
                        + " ORDER BY d.document_id, d.platform_code LIMIT " + most)
                .bind("t", tenant)
                .bind("n", index)
                .bind("v", value)
                .map(StoredDocument::map)
                .list();
    }
}
