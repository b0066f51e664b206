package org.tongcai.sandbox.audit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tongcai.sandbox.http.Ids;
import org.tongcai.sandbox.http.Json;
import org.tongcai.sandbox.store.Accounts;
import org.tongcai.sandbox.store.StoredDocument;
import org.tongcai.sandbox.submission.Sha256;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.KeyFormatException;
import org.tongcai.signature.Keys;
import org.tongcai.signature.SigningKey;

/**
 * The audit trail as documents of the standard, type {@code auditTrail}: a thousand entries each, made of the entries when they are asked
 * for. The last one is still growing: its revision is the number of its entries, so a revision never changes. Sealed by the key of the
 * platform that signs responses, by Ed25519. Thread-safe.
 */
public final class AuditTrails {
    /** Document type. */
    public static final String TYPE = "auditTrail";
    /** How many entries one document has. */
    public static final int ENTRIES = 1_000;

    private static final String ALGORITHM = "ed25519";
    /** Years for which procurement has to be documented (政府采购法第四十二条). */
    private static final int YEARS = 15;

    private final String platformCode;
    private final String platformName;
    private final String regionCode;
    private final String edition;
    private final Accounts accounts;

    /**
     * @param platformCode code of this platform
     * @param regionCode its region
     * @param edition edition of the standard
     */
    public AuditTrails(String platformCode, String platformName, String regionCode, String edition, Accounts accounts) {
        this.platformCode = platformCode;
        this.platformName = platformName;
        this.regionCode = regionCode;
        this.edition = edition;
        this.accounts = accounts;
    }

    /**
     * One document of the trail.
     *
     * @param entry what is known of it; its position is its number, from 1
     * @param content the document
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Trail(StoredDocument entry, byte[] content) {}

    /** How many documents there are. */
    public int count(Handle handle, long tenant) {
        return (int) ((new AuditChain(handle, tenant).last() + ENTRIES - 1) / ENTRIES);
    }

    /** The id of a document. */
    public static String id(long tenant, int number) {
        return "LH-" + tenant + "-" + number;
    }

    /**
     * The document with an id.
     *
     * @param revision 0 for the newest
     */
    public Optional<Trail> find(Handle handle, long tenant, String id, long revision) {
        String prefix = "LH-" + tenant + "-";
        String number = id.startsWith(prefix) ? id.substring(prefix.length()) : "";
        return number.matches("[1-9][0-9]{0,8}")
                ? trail(handle, tenant, Integer.parseInt(number), revision)
                : Optional.empty();
    }

    /**
     * A document of the trail.
     *
     * @param number from 1
     * @param revision 0 for the newest
     */
    public Optional<Trail> trail(Handle handle, long tenant, int number, long revision) {
        AuditChain chain = new AuditChain(handle, tenant);
        long first = (number - 1L) * ENTRIES + 1;
        long there = Math.min(chain.last() - first + 1, ENTRIES);
        if (there < 1 || revision > there) {
            return Optional.empty();
        }
        long last = first + (revision == 0 ? there : revision) - 1;
        return Optional.of(write(tenant, number, first, last, chain.entries(first, last)));
    }

    private Trail write(long tenant, int number, long first, long last, List<String> entries) {
        String id = id(tenant, number);
        String start = occurredAt(entries.get(0));
        String end = occurredAt(entries.get(entries.size() - 1));
        byte[] digest = Sha256.of(entries.get(entries.size() - 1).getBytes(StandardCharsets.UTF_8));
        Map<String, Object> head = Json.object(
                "header",
                Json.object(
                        "documentType", TYPE,
                        "standardVersion", edition,
                        "documentId", id,
                        "revision", entries.size(),
                        "issuedAt", end,
                        "platform", Json.object("code", platformCode, "name", platformName),
                        "regionCode", regionCode),
                "trailId",
                id,
                "period",
                Json.object("startTime", start, "endTime", end),
                "algorithm",
                "sha-256",
                "firstSequence",
                first,
                "lastSequence",
                last,
                "previousTrail",
                number == 1 ? null : Json.object("documentType", TYPE, "documentId", id(tenant, number - 1)));
        Map<String, Object> closing =
                Json.object("algorithm", "sha-256", "value", HexFormat.of().formatHex(digest));
        Map<String, Object> tail = Json.object(
                "closingDigest",
                closing,
                "seals",
                List.of(Json.object(
                        "signer",
                        platformName,
                        "capacity",
                        "平台封存",
                        "signedAt",
                        end,
                        "algorithm",
                        "ED25519",
                        "content",
                        closing,
                        "value",
                        Base64.getEncoder().encodeToString(key().sign(digest)))),
                "retainUntil",
                LocalDate.parse(end.substring(0, 10)).plusYears(YEARS));
        // The entries as they stand: written anew, they might not have their digests any more.
        String before = Json.text(head);
        String text = before.substring(0, before.length() - 1) + ",\"entries\":[\n" + String.join(",\n", entries)
                + "\n]," + Json.text(tail).substring(1);
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return new Trail(
                new StoredDocument(
                        number,
                        TYPE,
                        platformCode,
                        id,
                        entries.size(),
                        regionCode,
                        end,
                        null,
                        OffsetDateTime.parse(end).toInstant().toEpochMilli(),
                        Sha256.hex(content),
                        content.length,
                        "application/json",
                        StoredDocument.CURRENT,
                        true,
                        id,
                        number,
                        null),
                content);
    }

    private static String occurredAt(String entry) {
        String name = "\"occurredAt\":\"";
        int from = entry.indexOf(name) + name.length();
        return entry.substring(from, entry.indexOf('"', from));
    }

    /** The key is the one that signs responses; made now where nobody has needed it yet. */
    private SigningKey key() {
        Algorithms algorithms = Algorithms.installed();
        String jwk = accounts.setting(
                "key-" + ALGORITHM,
                () -> Keys.generate(ALGORITHM, "platform-" + Ids.next(ALGORITHM), algorithms)
                        .privateJwk());
        try {
            return Keys.readSigning(null, jwk, algorithms);
        } catch (KeyFormatException e) {
            throw new IllegalStateException("the key of the platform cannot be read", e);
        }
    }
}
