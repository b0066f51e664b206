package org.tongcai.gm.vectors;

import static org.tongcai.gm.vectors.Draft.CREATED;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.Keys;
import org.tongcai.signature.NewKey;
import org.tongcai.signature.SigningKey;

/**
 * Writes {@code spec/cases/signatures}. Run by hand where a case is added: the signatures of two of the algorithms are random, so every run
 * gives other bytes. Keys that are there stay.
 */
public final class VectorWriter {
    static final List<String> ALGORITHMS = List.of("ed25519", "ecdsa-p256-sha256", "hmac-sha256", "sm2-sm3");
    private static final List<String> OWNERS = List.of("client", "server", "other", "retired", "future");

    private final Path directory;
    private final Map<String, SigningKey> keys = new LinkedHashMap<>();

    private VectorWriter(Path directory) {
        this.directory = directory;
    }

    /** The directory {@code spec/cases/signatures}. */
    public static void main(String[] arguments) throws Exception {
        VectorWriter writer = new VectorWriter(Path.of(arguments[0]));
        writer.keys();
        for (String algorithm : ALGORITHMS) {
            Cases cases = new Cases(algorithm, writer.keys);
            writer.write(algorithm + ".json", algorithm.equals("ed25519") ? cases.full() : cases.essential());
        }
        writer.write("webhooks.json", WebhookCases.all());
    }

    private void keys() throws Exception {
        Algorithms algorithms = Algorithms.installed();
        Path file = directory.resolve("keys.json");
        if (!Files.exists(file)) {
            StringBuilder json =
                    new StringBuilder("{\n\"note\": \"只供测试，不得使用。For tests only; never use them.\",\n\"keys\": [\n");
            for (String owner : OWNERS) {
                for (String algorithm : ALGORITHMS) {
                    NewKey key = Keys.generate(algorithm, owner + "-" + algorithm, algorithms);
                    json.append(json.charAt(json.length() - 1) == '}' ? ",\n" : "");
                    json.append("{\"keyId\": \"").append(key.keyId()).append('"');
                    json.append(owner.equals("retired") ? ", \"validUntil\": \"2026-11-01T00:00:00Z\"" : "");
                    json.append(owner.equals("future") ? ", \"validFrom\": \"2027-01-01T00:00:00Z\"" : "");
                    json.append(owner.equals("client") ? ", \"validUntil\": \"2027-01-01T00:00:00Z\"" : "");
                    json.append(", \"jwk\": ")
                            .append(key.privateJwk().replaceAll("\\s+", " ").strip())
                            .append('}');
                }
            }
            Files.createDirectories(directory);
            Files.writeString(file, json.append("\n]}\n"));
        }
        new VectorFile(directory).keys().forEach(each -> keys.put(each.keyId(), each.signing()));
    }

    private void write(String name, List<Map<String, Object>> cases) throws IOException {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(directory.resolve(name)))) {
            json.setPrettyPrinter(lines);
            json.writeStartObject();
            json.writeFieldName("cases");
            value(json, cases);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> each : map.entrySet()) {
                json.writeFieldName(each.getKey().toString());
                value(json, each.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object each : list) {
                value(json, each);
            }
            json.writeEndArray();
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }

    /** A case of a message. */
    static Map<String, Object> of(
            String id, String zh, String en, long now, List<String> before, Draft message, Map<String, Object> expect) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", id);
        one.put("title", titles(zh, en));
        one.put("now", Instant.ofEpochSecond(now).toString());
        if (!before.isEmpty()) {
            one.put("before", before);
        }
        Draft request = message.request == null ? message : message.request;
        one.put("request", message(request));
        if (message.request != null) {
            one.put("response", message(message));
        }
        one.put("expect", expect);
        if (expect.containsKey("verified")) {
            one.put("signatureBase", List.of(message.base.split("\n")));
        }
        return one;
    }

    static Map<String, Object> titles(String zh, String en) {
        Map<String, Object> title = new LinkedHashMap<>();
        title.put("zh", zh);
        title.put("en", en);
        return title;
    }

    private static Map<String, Object> message(Draft draft) {
        Map<String, Object> one = new LinkedHashMap<>();
        if (draft.request == null) {
            one.put("method", draft.method);
            one.put("scheme", "https");
            one.put("authority", draft.authority);
            one.put("path", draft.path);
            if (draft.query != null) {
                one.put("query", draft.query);
            }
        } else {
            one.put("status", draft.status);
        }
        List<Object> fields = new ArrayList<>();
        for (String[] each : draft.fields) {
            fields.add(each[0] + ": " + each[1]);
        }
        one.put("fields", fields);
        if (!draft.body.isEmpty()) {
            one.put("body", draft.body);
        }
        return one;
    }

    static String params(String keyId, String algorithm, long created, String nonce) {
        return ";created=" + created + (nonce.isEmpty() ? "" : ";nonce=\"" + nonce + "\"") + ";keyid=\"" + keyId
                + "\";alg=\"" + algorithm + "\";tag=\"tongcai-1\"";
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static long now() {
        return CREATED + 7;
    }
}
