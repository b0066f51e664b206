package org.tongcai.sandbox.resource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.http.Exchange;
import org.tongcai.sandbox.http.Json;
import org.tongcai.sandbox.http.ProblemException;
import org.tongcai.sandbox.http.Response;
import org.tongcai.sandbox.store.Documents;
import org.tongcai.sandbox.store.Refusals;
import org.tongcai.sandbox.store.Refusals.Refusal;
import org.tongcai.sandbox.submission.Outcome;

/** Receipts as documents of the standard, made of what is stored when they are asked for. */
final class Receipts {
    private static final String PLATFORM = "TONGCAI-SANDBOX";
    private static final String REGION = "110000";

    private final Platform platform;

    Receipts(Platform platform) {
        this.platform = platform;
    }

    /** The operation getReceipt. */
    Response receipt(Exchange x, Handle h) {
        String id = x.path("receiptId");
        long tenant = x.caller().tenantId();
        Refusal refusal = new Documents(h, tenant)
                .withReceipt(id)
                .map(d -> new Refusal(
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
                        d.findings() == null ? "[]" : d.findings()))
                .or(() -> new Refusals(h, tenant).find(id))
                .orElseThrow(() -> new ProblemException("not-found", "there is no such receipt"));
        return Response.json(200, document(x, refusal));
    }

    private Map<String, Object> document(Exchange x, Refusal r) {
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
                        1,
                        "issuedAt",
                        moment,
                        "platform",
                        Json.object("code", PLATFORM, "name", "通采参考平台"),
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
                Json.object(
                        "code", node(x.caller().clientId()), "name", x.caller().tenantName()),
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
                documents(r, findings),
                "nextSteps",
                r.verdict().equals("REJECTED") ? List.of(nextStep(r.findings())) : null);
    }

    private static @Nullable List<Object> documents(Refusal r, List<Object> findings) {
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
                r.verdict().equals("ACCEPTED") ? "TAKEN" : r.verdict().equals("UNDETERMINED") ? "DEFERRED" : "REFUSED",
                "findings",
                findings.isEmpty() ? null : findings));
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
