package org.tongcai.engine;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.TransformService;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;

/** What canonical forms are, written down a second time or left to the JDK; slow and simple. */
final class Canonical {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Canonical() {}

    /** RFC 8785 for documents without fractions. */
    static String json(byte[] document) throws IOException {
        return json(MAPPER.readTree(document));
    }

    private static String json(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, String> members = new TreeMap<>();
            node.fields().forEachRemaining(member -> members.put(member.getKey(), json(member.getValue())));
            return members.entrySet().stream()
                    .map(member -> text(member.getKey()) + ":" + member.getValue())
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(Canonical::json)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        if (node.isNumber()) {
            return node.decimalValue().toBigIntegerExact().toString();
        }
        return node.isTextual() ? text(node.textValue()) : node.asText();
    }

    private static String text(String text) {
        return text.chars()
                .mapToObj(c -> switch (c) {
                    case '"' -> "\\\"";
                    case '\\' -> "\\\\";
                    case '\b' -> "\\b";
                    case '\f' -> "\\f";
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    case '\t' -> "\\t";
                    default -> c < 0x20 ? String.format("\\u%04x", c) : String.valueOf((char) c);
                })
                .collect(Collectors.joining("", "\"", "\""));
    }

    /** Canonical XML 1.1 without comments, by the JDK. */
    static String xml(byte[] document) throws IOException, GeneralSecurityException, TransformException {
        TransformService service = TransformService.getInstance("http://www.w3.org/2006/12/xml-c14n11", "DOM");
        service.init((TransformParameterSpec) null);
        OctetStreamData out =
                (OctetStreamData) service.transform(new OctetStreamData(new ByteArrayInputStream(document)), null);
        return new String(out.getOctetStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
