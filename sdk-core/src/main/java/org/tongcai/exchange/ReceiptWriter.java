package org.tongcai.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Standard;
import org.tongcai.Summary;
import org.tongcai.Verdict;

/** Writes {@code exchangeReceipt}s of the standard for packages. Immutable. */
record ReceiptWriter(Standard standard, ReceiverProfile receiver, OffsetDateTime now) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> CHECKS =
            List.of("PATH", "SIGNATURE", "AUTHORITY", "DIGEST", "SEQUENCE", "REPLAY", "MANIFEST");

    /** The receipt for a package that was taken before: the verdict is that of the first receipt, and all else stands there. */
    byte[] duplicate(VerifiedPackage verified, EarlierReceipt first, long confirmed) {
        PackageInfo info = verified.info();
        Summary summary = first.summary();
        return Json.object(json -> {
            head(json, info, verified.senderName());
            Json.digest(json, "receivedDigest", verified.receivedDigest());
            json.writeNumberField("receivedSize", verified.receivedSize());
            passed(json);
            json.writeStringField("standard", standard.name());
            json.writeStringField("verdict", summary.verdict().name());
            json.writeStringField("state", "DUPLICATE");
            json.writeObjectFieldStart("duplicateOf");
            json.writeStringField("documentType", "exchangeReceipt");
            json.writeStringField("documentId", first.id());
            json.writeEndObject();
            summary(json, summary);
            json.writeNumberField("confirmedSequence", confirmed);
            json.writeStringField("confirmedWatermark", "p." + confirmed);
            if (summary.verdict() != Verdict.ACCEPTED) {
                step(
                        json,
                        "CORRECT_AND_RESUBMIT",
                        "按第一次的回执改正，以新版次再报",
                        "Correct as the first receipt says and submit new revisions");
            }
        });
    }

    /** The receipt for a package that was taken. */
    byte[] taken(VerifiedPackage verified, Documents documents, long confirmed) throws IOException {
        Summary summary = documents.summary;
        PackageInfo info = verified.info();
        int size = Math.toIntExact(documents.written + (1 << 13));
        return Json.object(size, (json, out) -> {
            head(json, info, verified.senderName());
            Json.digest(json, "receivedDigest", verified.receivedDigest());
            json.writeNumberField("receivedSize", verified.receivedSize());
            passed(json);
            json.writeStringField("standard", standard.name());
            json.writeStringField("verdict", summary.verdict().name());
            boolean none = summary.documents() > 0 && summary.accepted() == 0;
            json.writeStringField(
                    "state",
                    summary.accepted() == summary.documents()
                            ? "TAKEN"
                            : none ? summary.rejected() > 0 ? "REFUSED" : "DEFERRED" : "PARTLY_TAKEN");
            summary(json, summary);
            if (documents.any) {
                json.writeFieldName("documents");
                json.writeRawValue("[");
                json.flush();
                documents.copy(out);
                json.writeRaw(']');
            }
            if (summary.verdict() == Verdict.UNDETERMINED) {
                Json.bilingual(
                        json,
                        "failure",
                        new Bilingual("有单据无法判定，见各份单据的问题", "Some documents could not be judged; see their findings"));
            }
            json.writeNumberField("confirmedSequence", confirmed);
            json.writeStringField("confirmedWatermark", "p." + confirmed);
            nextSteps(json, info, summary);
        });
    }

    private static void nextSteps(JsonGenerator json, PackageInfo info, Summary summary) throws IOException {
        if (summary.verdict() == Verdict.ACCEPTED && info.part() == info.parts()) {
            return;
        }
        json.writeArrayFieldStart("nextSteps");
        if (summary.rejected() > 0) {
            action(
                    json,
                    "CORRECT_AND_RESUBMIT",
                    "改正不通过的单据，以新版次再报",
                    "Correct the rejected documents and submit new revisions");
        }
        if (summary.undetermined() > 0) {
            action(
                    json,
                    "RESEND_UNCHANGED",
                    "稍后以同一个包重发，无法判定的单据重新判定",
                    "Send the same package again later; what could not be judged is judged anew");
        }
        if (info.part() < info.parts()) {
            action(
                    json,
                    "SEND_MISSING",
                    "还有 " + (info.parts() - info.part()) + " 个分包未到",
                    (info.parts() - info.part()) + " more parts are to come");
        }
        json.writeEndArray();
    }

    /** The receipt for a package that was refused. */
    byte[] refused(PackageInfo info, PackageDigest digest, PackageRefusedException why, long confirmed) {
        RefusalReason reason = why.reason();
        return Json.object(json -> {
            head(json, info, info.sender());
            Json.digest(json, "receivedDigest", digest);
            json.writeArrayFieldStart("integrityChecks");
            json.writeStartObject();
            json.writeStringField("check", reason.check());
            json.writeStringField("outcome", "FAILED");
            Json.bilingual(json, "detail", why.text());
            json.writeEndObject();
            json.writeEndArray();
            json.writeStringField("standard", standard.name());
            json.writeStringField("verdict", "REJECTED");
            json.writeStringField("state", "REFUSED");
            json.writeArrayFieldStart("findings");
            json.writeStartObject();
            json.writeStringField("ruleId", "package." + reason.code());
            json.writeStringField("layer", "syntax");
            json.writeStringField("severity", "error");
            Json.bilingual(json, "title", reason.text());
            Json.bilingual(json, "message", why.text());
            json.writeEndObject();
            json.writeEndArray();
            if (reason == RefusalReason.SEQUENCE_GAP) {
                json.writeArrayFieldStart("gaps");
                json.writeStartObject();
                json.writeNumberField("fromSequence", confirmed + 1);
                json.writeNumberField("toSequence", info.sequence() - 1);
                json.writeEndObject();
                json.writeEndArray();
            }
            json.writeNumberField("confirmedSequence", confirmed);
            switch (reason) {
                case SEQUENCE_GAP, PART_MISSING ->
                    step(json, "SEND_MISSING", "补送缺少的交换包", "Send the packages that are missing");
                case REPLAY, CHAIN_BROKEN, KEY_UNKNOWN, KEY_EXPIRED, KEY_OF_ANOTHER ->
                    step(json, "CONTACT", "联系接收方核对", "Contact the receiver");
                default ->
                    step(json, "RESEND_UNCHANGED", "核对介质后以相同内容重发", "Check the medium and send it again unchanged");
            }
        });
    }

    private static void passed(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("integrityChecks");
        for (String check : CHECKS) {
            json.writeStartObject();
            json.writeStringField("check", check);
            json.writeStringField("outcome", "PASSED");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Where a document stands in its file, from 0. */
    static long index(ManifestEntry entry) {
        return Math.max(0, entry.line() - 1);
    }

    private void head(JsonGenerator json, PackageInfo info, String senderName) throws IOException {
        String moment = ManifestWriter.text(now);
        byte[] random = new byte[4];
        RANDOM.nextBytes(random);
        // The time alone may come twice: clocks are set back.
        String id = String.format(
                Locale.ROOT,
                "R-%s-%d-%s",
                Long.toString(now.toInstant().toEpochMilli(), 36),
                info.sequence(),
                HexFormat.of().formatHex(random));
        json.writeObjectFieldStart("header");
        json.writeStringField("documentType", "exchangeReceipt");
        json.writeStringField("standardVersion", standard.manifest().edition());
        json.writeStringField("documentId", id);
        json.writeNumberField("revision", 1);
        json.writeStringField("issuedAt", moment);
        json.writeObjectFieldStart("platform");
        json.writeStringField("code", receiver.party().code());
        json.writeStringField("name", receiver.party().name());
        json.writeEndObject();
        json.writeStringField("regionCode", receiver.regionCode());
        json.writeEndObject();
        json.writeStringField("receiptId", id);
        json.writeObjectFieldStart("batch");
        json.writeStringField("documentType", "batchManifest");
        json.writeStringField("documentId", info.packageId());
        json.writeStringField("platformCode", info.sender());
        json.writeEndObject();
        json.writeNumberField("sequence", info.sequence());
        json.writeObjectFieldStart("sender");
        json.writeStringField("code", info.sender());
        json.writeStringField("name", senderName);
        json.writeEndObject();
        json.writeStringField("receivedAt", moment);
        json.writeStringField("judgedAt", moment);
    }

    private static void summary(JsonGenerator json, Summary summary) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("documents", summary.documents());
        json.writeNumberField("accepted", summary.accepted());
        json.writeNumberField("rejected", summary.rejected());
        json.writeNumberField("undetermined", summary.undetermined());
        json.writeObjectFieldStart("findings");
        json.writeNumberField("error", summary.errors());
        json.writeNumberField("warning", summary.warnings());
        json.writeNumberField("info", summary.infos());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void step(JsonGenerator json, String action, String zh, String en) throws IOException {
        json.writeArrayFieldStart("nextSteps");
        action(json, action, zh, en);
        json.writeEndArray();
    }

    private static void action(JsonGenerator json, String action, String zh, String en) throws IOException {
        json.writeStartObject();
        json.writeStringField("action", action);
        Json.bilingual(json, "description", new Bilingual(zh, en));
        json.writeEndObject();
    }

    /** The results of the documents, kept on disk until the figures that stand before them are known. Not thread-safe. */
    static final class Documents implements Closeable {
        /** So that the receipt stays within the size of a document. */
        private static final int ROOM = 8 << 20;

        private static final int FINDINGS = 50;

        private final Path file;
        private final OutputStream out;
        private Summary summary;
        private long written;
        private boolean any;

        /** For documents besides those that these counts hold, which are {@link #keep kept}. */
        Documents(Path folder, Summary kept) throws IOException {
            summary = kept;
            file = Files.createTempFile(folder, ".receipt-", ".json");
            out = new BufferedOutputStream(Files.newOutputStream(file));
        }

        void add(ManifestEntry entry, DocumentReport report) throws IOException {
            summary = summary.plus(report);
            // Where room is short, one finding tells that there is something; the sender finds the others by the same
            // standard.
            int most = written > ROOM ? 1 : FINDINGS;
            write(Json.object(json -> document(json, entry, report, most)));
        }

        /** What a receipt before said of a document that was judged then. */
        void keep(byte[] said) throws IOException {
            write(said);
        }

        private void write(byte[] bytes) throws IOException {
            if (any) {
                out.write(',');
                written++;
            }
            any = true;
            out.write(bytes);
            written += bytes.length;
        }

        private static void document(JsonGenerator json, ManifestEntry entry, DocumentReport report, int most)
                throws IOException {
            json.writeStringField("source", entry.path());
            json.writeNumberField("index", index(entry));
            json.writeObjectFieldStart("version");
            entry.writeReference(json, "document");
            json.writeNumberField("revision", entry.revision());
            Json.digest(json, "digest", entry.digest());
            json.writeEndObject();
            json.writeStringField("verdict", report.verdict().name());
            json.writeStringField(
                    "state",
                    switch (report.verdict()) {
                        case ACCEPTED -> "TAKEN";
                        case REJECTED -> "REFUSED";
                        case UNDETERMINED -> "DEFERRED";
                    });
            List<Finding> all = report.findings();
            if (!all.isEmpty()) {
                json.writeArrayFieldStart("findings");
                for (Finding finding : all.subList(0, Math.min(most, all.size()))) {
                    ReceiptFindings.write(json, finding);
                }
                json.writeEndArray();
            }
            long suppressed = report.suppressed() + Math.max(0, all.size() - most);
            if (suppressed > 0) {
                json.writeNumberField("suppressed", suppressed);
            }
        }

        void copy(OutputStream target) throws IOException {
            out.flush();
            Files.copy(file, target);
        }

        @Override
        public void close() throws IOException {
            out.close();
            Files.deleteIfExists(file);
        }
    }
}
