package org.tongcai.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.tongcai.Severity;
import org.tongcai.Summary;
import org.tongcai.Verdict;

/**
 * The receipt that a package got before, as the ledger keeps it: what was decided stays, what could not be judged is judged anew. Not
 * thread-safe.
 */
final class EarlierReceipt {
    private final byte[] bytes;
    private final Map<String, Part> parts = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> figures = new HashMap<>();
    private final long[] undetermined = new long[Severity.values().length];

    /** Where a document stands in the receipt. */
    private record Part(int start, int end, boolean judged) {}

    private EarlierReceipt(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a receipt of this importer.
     *
     * @throws IOException if it is none: the ledger is damaged
     */
    static EarlierReceipt read(byte[] bytes) throws IOException {
        EarlierReceipt receipt = new EarlierReceipt(bytes);
        try (JsonParser json = Json.FACTORY.createParser(bytes)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("documents")) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        receipt.document(json);
                    }
                } else if (name.equals("summary")) {
                    receipt.summary(json);
                } else if (value == JsonToken.VALUE_STRING) {
                    receipt.texts.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
        }
        if (receipt.id().isEmpty() || receipt.parts.size() != receipt.figure("documents")) {
            throw new IOException("the receipt in the ledger is damaged");
        }
        return receipt;
    }

    private void summary(JsonParser json) throws IOException {
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == null) {
                return;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_NUMBER_INT) {
                figures.put(json.currentName(), json.getLongValue());
            }
        }
    }

    private void document(JsonParser json) throws IOException {
        int start = (int) json.currentTokenLocation().getByteOffset();
        Map<String, String> values = new HashMap<>();
        long[] severities = new long[undetermined.length];
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("findings")) {
                findings(json, severities);
            } else if (value.isScalarValue()) {
                values.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
        boolean judged = !Verdict.UNDETERMINED.name().equals(values.get("verdict"));
        for (int i = 0; i < severities.length && !judged; i++) {
            undetermined[i] += severities[i];
        }
        int end = (int) json.currentLocation().getByteOffset();
        parts.put(values.get("index") + " " + values.get("source"), new Part(start, end, judged));
    }

    private static void findings(JsonParser json, long[] severities) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean severity = json.currentName().equals("severity");
                json.nextToken();
                for (Severity each : Severity.values()) {
                    if (severity && each.name().equalsIgnoreCase(json.getText())) {
                        severities[each.ordinal()]++;
                    }
                }
                json.skipChildren();
            }
        }
    }

    private long figure(String name) {
        return figures.getOrDefault(name, 0L);
    }

    /** Its number. */
    String id() {
        return texts.getOrDefault("receiptId", "");
    }

    /** Whether every document was judged, so that nothing is left to be done. */
    boolean isFinal() {
        return figure("undetermined") == 0;
    }

    /** Whether that document was accepted or rejected then. */
    boolean isJudged(ManifestEntry entry) throws IOException {
        return part(entry).judged();
    }

    /** What was said of that document then, the bytes of a JSON object. */
    byte[] said(ManifestEntry entry) throws IOException {
        Part part = part(entry);
        return java.util.Arrays.copyOfRange(bytes, part.start(), part.end());
    }

    private Part part(ManifestEntry entry) throws IOException {
        Part part = parts.get(ReceiptWriter.index(entry) + " " + entry.path());
        if (part == null) {
            throw new IOException("the receipt in the ledger is of another package");
        }
        return part;
    }

    /** The counts of all that it judges. */
    Summary summary() {
        return new Summary(
                figure("documents"),
                figure("accepted"),
                figure("rejected"),
                figure("undetermined"),
                figure("error"),
                figure("warning"),
                figure("info"),
                Map.of());
    }

    /** The counts without the documents that could not be judged. */
    Summary judged() {
        return new Summary(
                figure("documents") - figure("undetermined"),
                figure("accepted"),
                figure("rejected"),
                0,
                Math.max(0, figure("error") - undetermined[Severity.ERROR.ordinal()]),
                Math.max(0, figure("warning") - undetermined[Severity.WARNING.ordinal()]),
                Math.max(0, figure("info") - undetermined[Severity.INFO.ordinal()]),
                Map.of());
    }
}
