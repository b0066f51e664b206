package org.tongcai.gm.vectors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;
import org.tongcai.signature.SigningKey;

/**
 * A message in the making. It builds the signature base by itself, so that the vectors do not only repeat what the code under test believes.
 */
final class Draft {
    static final long CREATED = 1_795_334_400L;

    String method = "";
    String authority = "platform.example";
    String path = "";
    String query;
    int status;
    List<String[]> fields = new ArrayList<>();
    String body = "";
    Draft request;
    String base = "";

    static Draft post() {
        Draft draft = new Draft();
        draft.method = "POST";
        draft.path = "/tongcai/v1/documents";
        draft.add("Content-Type", "application/json").add("Idempotency-Key", "9f1c2a7e-0001");
        draft.body = "{\"header\":{\"documentType\":\"order\",\"documentId\":\"DD-2026-0001\"}}";
        return draft;
    }

    static Draft get() {
        Draft draft = new Draft();
        draft.method = "GET";
        draft.path = "/tongcai/v1/feed";
        draft.query = "limit=100&documentType=order";
        return draft;
    }

    static Draft answer(Draft request, int status, String body) {
        Draft draft = new Draft();
        draft.status = status;
        draft.request = request;
        draft.body = body;
        if (!body.isEmpty()) {
            draft.add("Content-Type", "application/json");
        }
        return draft;
    }

    Draft copy() {
        Draft copy = new Draft();
        copy.method = method;
        copy.authority = authority;
        copy.path = path;
        copy.query = query;
        copy.status = status;
        fields.forEach(each -> copy.fields.add(each.clone()));
        copy.body = body;
        copy.request = request == null ? null : request.copy();
        copy.base = base;
        return copy;
    }

    Draft add(String name, String value) {
        fields.add(new String[] {name, value});
        return this;
    }

    Draft drop(String name) {
        fields.removeIf(each -> each[0].equalsIgnoreCase(name));
        return this;
    }

    String field(String name) {
        StringJoiner all = new StringJoiner(", ");
        fields.stream().filter(each -> each[0].equalsIgnoreCase(name)).forEach(each -> all.add(each[1]));
        return all.toString();
    }

    Draft replace(String name, String from, String to) {
        for (String[] each : fields) {
            if (each[0].equalsIgnoreCase(name)) {
                if (!each[1].contains(from)) {
                    throw new IllegalStateException(name + " has no " + from);
                }
                each[1] = each[1].replace(from, to);
            }
        }
        return this;
    }

    /** What the standard wants to be covered. */
    String components() {
        StringJoiner all = new StringJoiner(" ");
        if (request == null) {
            all.add("\"@method\"").add("\"@authority\"").add("\"@path\"").add("\"@query\"");
            if (!field("idempotency-key").isEmpty()) {
                all.add("\"idempotency-key\"");
            }
        } else {
            all.add("\"@status\"").add("\"signature\";req;key=\"tongcai\"");
        }
        if (!body.isEmpty()) {
            all.add("\"content-type\"").add("\"content-digest\"");
        }
        for (String each : request == null ? List.<String>of() : List.of("etag", "location", "upload-offset")) {
            if (!field(each).isEmpty()) {
                all.add('"' + each + '"');
            }
        }
        return all.toString();
    }

    Draft digest(String algorithm, byte[] digest) {
        return add("Content-Digest", algorithm + "=:" + Base64.getEncoder().encodeToString(digest) + ":");
    }

    /** Signs under our label. */
    Draft sign(SigningKey key, String components, String params) {
        return sign("tongcai", key, components, params);
    }

    Draft sign(String label, SigningKey key, String components, String params) {
        StringBuilder lines = new StringBuilder();
        for (String each : components.isEmpty() ? new String[0] : components.split(" ")) {
            lines.append(each).append(": ").append(value(each)).append('\n');
        }
        String input = "(" + components + ")" + params;
        base = lines + "\"@signature-params\": " + input;
        byte[] signature = key.sign(base.getBytes(StandardCharsets.US_ASCII));
        add("Signature-Input", label + "=" + input);
        add("Signature", label + "=:" + Base64.getEncoder().encodeToString(signature) + ":");
        return this;
    }

    private String value(String component) {
        return switch (component) {
            case "\"@method\"" -> method;
            case "\"@authority\"" ->
                authority.toLowerCase(java.util.Locale.ROOT).replaceAll(":443$", "");
            case "\"@path\"" -> path;
            case "\"@query\"" -> "?" + (query == null ? "" : query);
            case "\"@status\"" -> Integer.toString(status);
            case "\"signature\";req;key=\"tongcai\"" ->
                request.field("Signature").replaceAll(".*tongcai=(:[^:]*:).*", "$1");
            default -> {
                String name = component.replaceAll("\"([^\"]*)\".*", "$1");
                yield field(name);
            }
        };
    }
}
