package org.tongcai.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.Standard;
import org.tongcai.signature.DigestAlgorithm;

/** Writes the {@code batchManifest} of a package. Immutable. */
record ManifestWriter(
        Standard standard,
        ExchangeParty sender,
        ExchangeParty receiver,
        String regionCode,
        String carrier,
        @Nullable String mediumSerial,
        String signatureAlgorithm,
        boolean full,
        boolean secrecyReviewed,
        DigestAlgorithm algorithm) {
    /** Names of algorithms in the code list {@code signature-algorithm}; a shared secret makes no signature in the sense of the law. */
    private static final Map<String, String> CODES = Map.of(
            "ed25519", "ED25519",
            "ecdsa-p256-sha256", "ECDSA_P256_SHA256",
            "sm2-sm3", "SM2_SM3");

    /** What was sent before; the package and its manifest are digested apart. */
    record Before(String packageId, PackageDigest manifest) {}

    byte[] write(PackageInfo info, @Nullable Before before, PackagePart part, long otherOctets) {
        // The size counts the manifest, which states it: written again until it is true. Sizes only grow, so it comes
        // to an end.
        long octets = otherOctets;
        while (true) {
            byte[] bytes = write(info, before, part.entries(), part.issued(), octets);
            if (bytes.length + otherOctets == octets) {
                return bytes;
            }
            octets = bytes.length + otherOctets;
        }
    }

    private byte[] write(
            PackageInfo info, @Nullable Before before, List<ManifestEntry> entries, List<String> issued, long octets) {
        String sealedAt = text(info.sealedAt());
        return Json.object(json -> {
            json.writeObjectFieldStart("header");
            json.writeStringField("documentType", "batchManifest");
            json.writeStringField("standardVersion", standard.manifest().edition());
            json.writeStringField("documentId", info.packageId());
            json.writeNumberField("revision", 1);
            json.writeStringField("issuedAt", sealedAt);
            party(json, "platform", sender);
            json.writeStringField("regionCode", regionCode);
            json.writeEndObject();
            json.writeStringField("batchId", info.packageId());
            json.writeStringField("mode", full ? "FULL" : "INCREMENTAL");
            party(json, "sender", sender);
            party(json, "receiver", receiver);
            json.writeNumberField("sequence", info.sequence());
            period(json, issued, info.sealedAt());
            if (info.sequence() > 1 && !full) {
                json.writeStringField("fromWatermark", "p." + (info.sequence() - 1));
            }
            json.writeStringField("toWatermark", "p." + info.sequence());
            json.writeBooleanField("last", info.part() == info.parts());
            if (before != null) {
                json.writeStringField("previousBatchId", before.packageId());
                Json.digest(json, "previousDigest", before.manifest());
            }
            List<ManifestEntry> documents =
                    entries.stream().filter(e -> !e.isAttachment()).toList();
            json.writeNumberField("documentCount", documents.size());
            json.writeNumberField(
                    "totalSize", entries.stream().mapToLong(ManifestEntry::size).sum());
            counts(json, documents);
            if (!entries.isEmpty()) {
                json.writeArrayFieldStart("entries");
                for (ManifestEntry entry : entries) {
                    entry.write(json);
                }
                json.writeEndArray();
            }
            offline(json, info, octets);
            json.writeArrayFieldStart("signatures");
            json.writeStartObject();
            json.writeStringField("signer", sender.name());
            json.writeStringField("signedAt", sealedAt);
            Json.text(json, "algorithm", CODES.get(signatureAlgorithm));
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    private void offline(JsonGenerator json, PackageInfo info, long octets) throws IOException {
        json.writeObjectFieldStart("package");
        json.writeStringField("packageId", info.packageId());
        json.writeNumberField("sequence", info.sequence());
        json.writeStringField("carrier", carrier);
        Json.text(json, "mediumSerial", mediumSerial);
        json.writeStringField("format", "BagIt 1.0");
        json.writeNumberField("fileCount", info.files());
        json.writeNumberField("size", octets);
        json.writeStringField("sealedAt", text(info.sealedAt()));
        json.writeBooleanField("secrecyReviewed", secrecyReviewed);
        json.writeEndObject();
    }

    private static void party(JsonGenerator json, String name, ExchangeParty party) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("code", party.code());
        json.writeStringField("name", party.name());
        json.writeEndObject();
    }

    /** From the first document to the sealing. */
    private static void period(JsonGenerator json, List<String> issued, OffsetDateTime sealedAt) throws IOException {
        OffsetDateTime start = sealedAt.minusSeconds(1);
        for (String each : issued) {
            try {
                OffsetDateTime moment = OffsetDateTime.parse(each);
                start = moment.isBefore(start) ? moment : start;
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        json.writeObjectFieldStart("period");
        json.writeStringField("startTime", text(start));
        json.writeStringField("endTime", text(sealedAt));
        json.writeEndObject();
    }

    private void counts(JsonGenerator json, List<ManifestEntry> documents) throws IOException {
        Map<String, List<ManifestEntry>> types = new TreeMap<>();
        documents.forEach(each -> types.computeIfAbsent(each.documentType(), type -> new ArrayList<>())
                .add(each));
        if (types.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("counts");
        for (Map.Entry<String, List<ManifestEntry>> type : types.entrySet()) {
            long fresh = type.getValue().stream().filter(e -> e.revision() == 1).count();
            List<String> digests = new ArrayList<>();
            type.getValue().forEach(e -> digests.add(e.digest().value()));
            Collections.sort(digests);
            byte[] lines = (String.join("\n", digests) + "\n").getBytes(StandardCharsets.US_ASCII);
            json.writeStartObject();
            json.writeStringField("documentType", type.getKey());
            json.writeNumberField("count", type.getValue().size());
            json.writeNumberField("newCount", fresh);
            json.writeNumberField("revisedCount", type.getValue().size() - fresh);
            json.writeNumberField("voidedCount", 0);
            Json.digest(json, "digest", PackageReader.digest(algorithm, lines));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static String text(OffsetDateTime moment) {
        return moment.withNano(0).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
