package org.tongcai.sandbox.resource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.http.Exchange;
import org.tongcai.sandbox.http.Json;
import org.tongcai.sandbox.http.ProblemException;
import org.tongcai.sandbox.http.Response;
import org.tongcai.sandbox.store.Documents;
import org.tongcai.sandbox.store.Presence;
import org.tongcai.sandbox.store.Presence.Wanted;
import org.tongcai.sandbox.store.Refusals;
import org.tongcai.sandbox.store.Refusals.Refusal;
import org.tongcai.sandbox.store.StoredDocument;
import org.tongcai.sandbox.submission.Outcome;
import org.tongcai.sandbox.submission.References;
import org.tongcai.sandbox.submission.Scan;

/** Receipts as documents of the standard, made of what is stored when they are asked for. */
final class Receipts {
    /** Code and name of this platform in the documents that it issues itself, and its region. */
    static final String PLATFORM = "TONGCAI-SANDBOX";

    static final String NAME = "通采参考平台";
    static final String REGION = "110000";
    /** As many as the schema of a receipt lets it list. */
    private static final int MOST_PENDING = 1000;

    private final Platform platform;

    Receipts(Platform platform) {
        this.platform = platform;
    }

    /**
     * The operation getReceipt. Receipts of what was taken are for whoever sent it and whoever may read it; those of what was not, only for
     * whoever sent it.
     */
    Response receipt(Exchange x, Handle h) {
        String id = x.path("receiptId");
        long tenant = x.caller().tenantId();
        Documents documents = new Documents(h, tenant);
        Optional<StoredDocument> stored = documents.withReceipt(id);
        if (stored.isEmpty()) {
            Refusal refusal =
                    new Refusals(h, tenant).find(id, x.caller().applicationId()).orElseThrow(Receipts::unknown);
            return Response.json(200, document(x, x.caller().clientId(), refusal, Progress.NONE));
        }
        StoredDocument d = stored.get();
        Documents.Sender sender = documents.sender(d.position());
        String domain = platform.judge().domains().get(d.documentType());
        if (sender.applicationId() != x.caller().applicationId()
                && (domain == null || !x.caller().may(domain + ":read"))) {
            throw unknown();
        }
        Refusal taken = new Refusal(
                id,
                d.sequence(),
                d.receivedAt(),
                d.documentType(),
                d.platformCode(),
                d.documentId(),
                d.revision(),
                d.digest(),
                d.size(),
                "ACCEPTED",
                d.findings() == null ? "[]" : d.findings());
        return Response.json(200, document(x, sender.clientId(), taken, progress(h, tenant, documents, d)));
    }

    /** Whoever may not know of a receipt is told the same as if there were none. */
    private static ProblemException unknown() {
        return new ProblemException("not-found", "there is no such receipt");
    }

    /**
     * What became of references that had not arrived. It follows from the order in which documents came, so nothing has to be written when
     * one comes, however many wait for it.
     *
     * @param pending those that have not arrived
     * @param completedAt when the last one did that came later than the document; 0 where none did
     */
    private record Progress(List<Wanted> pending, long completedAt) {
        static final Progress NONE = new Progress(List.of(), 0);

        boolean isCompleted() {
            return pending.isEmpty() && completedAt > 0;
        }
    }

    private Progress progress(Handle h, long tenant, Documents documents, StoredDocument d) {
        Scan scan = platform.judge().scan(documents.content(d.position()), d.isXml());
        Set<Wanted> wanted = References.of(scan, platform.judge().domains().keySet());
        Map<Wanted, Presence.Arrival> arrivals = new Presence(h, tenant).arrivals(wanted);
        List<Wanted> pending = new ArrayList<>();
        long completedAt = 0;
        for (Wanted one : wanted) {
            Presence.Arrival arrival = arrivals.get(one);
            if (arrival == null) {
                pending.add(one);
            } else if (arrival.position() > d.position()) {
                completedAt = Math.max(completedAt, arrival.receivedAt());
            }
        }
        return new Progress(pending, completedAt);
    }

    private Map<String, Object> document(Exchange x, String clientId, Refusal r, Progress progress) {
        String moment = Outcome.moment(r.receivedAt());
        List<Object> findings = findings(r.findings());
        boolean taken = r.verdict().equals("ACCEPTED");
        boolean deferred = r.verdict().equals("UNDETERMINED");
        return Json.object(
                "header",
                Json.object(
                        "documentType",
                        "exchangeReceipt",
                        "standardVersion",
                        platform.judge().standard().manifest().edition(),
                        "documentId",
                        r.receiptId(),
                        "revision",
                        progress.isCompleted() ? 2 : 1,
                        "issuedAt",
                        progress.isCompleted() ? Outcome.moment(progress.completedAt()) : moment,
                        "platform",
                        Json.object("code", PLATFORM, "name", NAME),
                        "regionCode",
                        REGION),
                "receiptId",
                r.receiptId(),
                // Online there is no envelope; what was submitted is known by the receipt.
                "messageId",
                r.receiptId(),
                "sequence",
                r.sequence(),
                "sender",
                Json.object("code", node(clientId), "name", x.caller().tenantName()),
                "receivedAt",
                moment,
                "judgedAt",
                moment,
                "receivedDigest",
                Json.object("algorithm", "sha-256", "value", r.digest()),
                "receivedSize",
                r.size(),
                "standard",
                platform.judge().standard().name(),
                "verdict",
                r.verdict(),
                "state",
                taken ? "TAKEN" : deferred ? "DEFERRED" : "REFUSED",
                "failure",
                deferred
                        ? Json.object(
                                "zh", "单据不能判定，或者不属于此处", "en", "The document cannot be judged, or does not belong here")
                        : null,
                "findings",
                findings.isEmpty() ? null : findings,
                "documents",
                documents(r, findings, progress.pending()),
                "nextSteps",
                r.verdict().equals("REJECTED") ? List.of(nextStep(r.findings())) : null);
    }

    private static @Nullable List<Object> documents(Refusal r, List<Object> findings, List<Wanted> pending) {
        if (r.documentType() == null || r.documentId() == null || r.revision() == null) {
            return null;
        }
        return List.of(Json.object(
                "source",
                "-",
                "index",
                0,
                "version",
                Json.object(
                        "document",
                                Json.object(
                                        "documentType", r.documentType(),
                                        "documentId", r.documentId(),
                                        "platformCode", r.platformCode()),
                        "revision", r.revision(),
                        "digest", Json.object("algorithm", "sha-256", "value", r.digest())),
                "verdict",
                r.verdict(),
                "state",
                state(r, pending),
                "pendingReferences",
                pending.isEmpty() ? null : references(pending, r.platformCode()),
                "findings",
                findings.isEmpty() ? null : findings));
    }

    private static String state(Refusal r, List<Wanted> pending) {
        if (r.verdict().equals("ACCEPTED")) {
            return pending.isEmpty() ? "TAKEN" : "TAKEN_PENDING";
        }
        return r.verdict().equals("UNDETERMINED") ? "DEFERRED" : "REFUSED";
    }

    private static List<Object> references(List<Wanted> pending, @Nullable String own) {
        Set<Object> all = new LinkedHashSet<>();
        for (Wanted one : pending) {
            Presence.Key key = one.key();
            all.add(Json.object(
                    "documentType", key.documentType(),
                    "documentId", key.documentId(),
                    "platformCode", key.platformCode().equals(own) ? null : key.platformCode()));
        }
        return all.stream().limit(MOST_PENDING).toList();
    }

    private static Map<String, Object> nextStep(String findings) {
        return findings.contains("\"ruleId\":\"service.")
                ? Json.object(
                        "action",
                        "RESOLVE_CONFLICT",
                        "description",
                        Json.object("zh", "与已经收下的单据核对", "en", "Compare with what is stored"))
                : Json.object(
                        "action",
                        "CORRECT_AND_RESUBMIT",
                        "description",
                        Json.object("zh", "按所列问题改正后重新提交", "en", "Correct what is listed and send it anew"));
    }

    private static String node(String clientId) {
        return clientId.replaceAll("[^A-Za-z0-9._-]", "-");
    }

    /** Findings as a receipt has them: what a report knows beyond that is left out. */
    private static List<Object> findings(String report) {
        List<Object> findings = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(report)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Map<String, Object> finding = new LinkedHashMap<>();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    JsonToken token = json.nextToken();
                    if (token == JsonToken.START_OBJECT) {
                        Map<String, Object> texts = texts(json);
                        boolean speaks =
                                !String.valueOf(texts.getOrDefault("en", "x")).isEmpty();
                        if (!name.equals("ruleTitle") && speaks) {
                            finding.put(name, texts);
                        } else if (name.equals("title")) {
                            // What is no document has no title; a receipt must have one.
                            finding.put(name, Json.object("zh", "单据", "en", "Document"));
                        }
                    } else if (token.isNumeric()) {
                        finding.put(name, json.getLongValue());
                    } else if (!name.equals("xpath") && !json.getText().isEmpty()) {
                        finding.put(name, json.getText());
                    }
                }
                findings.add(finding);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings.size() > 1_000 ? findings.subList(0, 1_000) : findings;
    }

    private static Map<String, Object> texts(JsonParser json) throws IOException {
        Map<String, Object> texts = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            texts.put(name, json.getText());
        }
        return texts;
    }
}
