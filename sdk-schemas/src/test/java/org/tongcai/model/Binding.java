package org.tongcai.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.tongcai.binding.Model;

/** Documents as models of a lenient host: what the standard does not know is dropped, numbers become texts and the other way round. */
final class Binding {
    /** Members that appear twice are refused, as one of them would be lost. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Binding() {}

    /** The document as a model of its type; null where the mapper refuses it. */
    static @Nullable Model read(byte[] json, String documentType) {
        try {
            return (Model) MAPPER.readValue(json, type(documentType));
        } catch (IOException e) {
            return null;
        }
    }

    /** The document that the mapper writes of a model. */
    static byte[] write(Model model) {
        try {
            return MAPPER.writeValueAsBytes(model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(String documentType) {
        try {
            return Class.forName(
                    "org.tongcai.model." + Character.toUpperCase(documentType.charAt(0)) + documentType.substring(1));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
