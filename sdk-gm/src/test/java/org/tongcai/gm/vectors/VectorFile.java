package org.tongcai.gm.vectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.Keys;
import org.tongcai.signature.SigningKey;
import org.tongcai.signature.TrustedKey;

/** Reads the files of {@code spec/cases/signatures}. */
record VectorFile(Path directory) {
    record Key(String keyId, SigningKey signing, TrustedKey trusted) {}

    List<Key> keys() throws Exception {
        List<Key> keys = new ArrayList<>();
        for (Object each : (List<?>) object("keys.json").get("keys")) {
            Map<?, ?> key = (Map<?, ?>) each;
            StringBuilder jwk = new StringBuilder("{");
            ((Map<?, ?>) key.get("jwk"))
                    .forEach((name, value) -> jwk.append(jwk.length() > 1 ? "," : "")
                            .append('"')
                            .append(name)
                            .append("\":\"")
                            .append(value)
                            .append('"'));
            String text = jwk.append('}').toString();
            keys.add(new Key(
                    (String) key.get("keyId"),
                    Keys.readSigning(null, text, Algorithms.installed()),
                    new TrustedKey(
                            Keys.readVerifying(null, text, Algorithms.installed()),
                            moment(key.get("validFrom")),
                            moment(key.get("validUntil")))));
        }
        return keys;
    }

    List<Map<String, Object>> cases(String name) throws IOException {
        List<Map<String, Object>> cases = new ArrayList<>();
        for (Object each : (List<?>) object(name).get("cases")) {
            Map<String, Object> one = new LinkedHashMap<>();
            ((Map<?, ?>) each).forEach((member, value) -> one.put((String) member, value));
            cases.add(one);
        }
        return cases;
    }

    private Map<?, ?> object(String name) throws IOException {
        try (JsonParser parser =
                new JsonFactory().createParser(directory.resolve(name).toFile())) {
            parser.nextToken();
            return (Map<?, ?>) value(parser);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                object.put(name, value(parser));
            }
            return object;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? (Object) parser.getIntValue() : parser.getText();
    }

    private static Instant moment(Object text) {
        return text == null ? null : Instant.parse((String) text);
    }
}
