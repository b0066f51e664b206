package org.tongcai.sandbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a stored document, without its content. Immutable.
 *
 * @param position position in the feed of the tenant
 * @param documentType its type
 * @param platformCode {@code header.platform.code}
 * @param documentId {@code header.documentId}
 * @param revision {@code header.revision}
 * @param regionCode {@code header.regionCode}
 * @param issuedAt {@code header.issuedAt}, as written
 * @param linkId {@code header.linkId}; null for none
 * @param receivedAt milliseconds since the epoch
 * @param digest SHA-256 over the bytes received, lower-case hexadecimal
 * @param size bytes
 * @param mediaType {@code application/json} or {@code application/xml}
 * @param state {@code CURRENT}, {@code SUPERSEDED} or {@code WITHDRAWN}
 * @param newest whether there is no higher revision
 * @param receiptId id of the receipt
 * @param sequence number of the receipt among those of the tenant
 * @param findings findings of the judgement as a JSON array; null for none
 */
public record StoredDocument(
        long position,
        String documentType,
        String platformCode,
        String documentId,
        long revision,
        String regionCode,
        String issuedAt,
        @Nullable String linkId,
        long receivedAt,
        String digest,
        long size,
        String mediaType,
        String state,
        boolean newest,
        String receiptId,
        long sequence,
        @Nullable String findings) {
    /** In force. */
    public static final String CURRENT = "CURRENT";
    /** There is a higher revision. */
    public static final String SUPERSEDED = "SUPERSEDED";
    /** Withdrawn as a whole. */
    public static final String WITHDRAWN = "WITHDRAWN";

    static final String COLUMNS = columns("");

    static String columns(String alias) {
        return ("@position, @document_type, @platform_code, @document_id, @revision, @region_code, @issued_at, @link_id,"
                        + " @received_at, @digest, @size, @media_type, @state, @newest, @receipt_id, @sequence, @findings")
                .replace("@", alias);
    }

    static StoredDocument map(ResultSet row, StatementContext context) throws SQLException {
        return new StoredDocument(
                row.getLong("position"),
                row.getString("document_type"),
                row.getString("platform_code"),
                row.getString("document_id"),
                row.getLong("revision"),
                row.getString("region_code"),
                row.getString("issued_at"),
                row.getString("link_id"),
                row.getLong("received_at"),
                row.getString("digest"),
                row.getLong("size"),
                row.getString("media_type"),
                row.getString("state"),
                row.getBoolean("newest"),
                row.getString("receipt_id"),
                row.getLong("sequence"),
                row.getString("findings"));
    }

    /** Whether it is XML. */
    public boolean isXml() {
        return mediaType.equals("application/xml");
    }

    /** {@code documentType/platformCode/documentId/revision}, as events name it. */
    public String subject() {
        return documentType + "/" + platformCode + "/" + documentId + "/" + revision;
    }
}
