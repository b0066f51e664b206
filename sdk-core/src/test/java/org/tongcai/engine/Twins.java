package org.tongcai.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;

/** JSON documents of {@link TestBundle} written as XML; members stay in their order. */
final class Twins {
    static final String NAMESPACE = "https://tongcai.org/ns/0.1";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final JsonFactory JACKSON = new JsonFactory();
    private static final Bundle BUNDLE = new TestBundle();

    private Twins() {}

    static String award() {
        return of(Documents.award());
    }

    static String large() {
        return of(Documents.large());
    }

    /** The twin of a document whose type is known. */
    static String of(String json) {
        Object tree = tree(json);
        String type = (String) ((Map<?, ?>) ((Map<?, ?>) tree).get("header")).get("documentType");
        String root = Character.toUpperCase(type.charAt(0)) + type.substring(1);
        StringBuilder out = new StringBuilder();
        out.append('<').append(type).append(" xmlns=\"" + NAMESPACE + "\" xmlns:xsi=\"" + XSI + "\">");
        members(out, (Map<?, ?>) tree, BUNDLE.type(root), null);
        return out.append("</").append(type).append('>').toString();
    }

    private static void members(
            StringBuilder out, Map<?, ?> object, @Nullable TypeDefinition type, @Nullable String discriminator) {
        object.forEach((key, value) -> {
            if (!key.equals(discriminator)) {
                Node node = null;
                for (TypeDefinition.Property property :
                        type == null ? List.<TypeDefinition.Property>of() : type.properties()) {
                    node = property.name().equals(key) ? property.node() : node;
                }
                element(out, (String) key, value, node);
            }
        });
    }

    private static void element(StringBuilder out, String name, @Nullable Object value, @Nullable Node node) {
        if (value instanceof List<?> items) {
            Node each = node instanceof Node.Sequence list ? list.items() : null;
            items.forEach(item -> element(out, name, item, each));
            return;
        }
        TypeDefinition type = null;
        String discriminator = null;
        out.append('<').append(name);
        Node one = node instanceof Node.Sequence list ? list.items() : node;
        if (one instanceof Node.Reference reference) {
            type = BUNDLE.type(reference.type());
            discriminator = type.discriminator();
            if (discriminator != null && value instanceof Map<?, ?> object) {
                Object kind = object.get(discriminator);
                String branch = type.branches().get(kind);
                if (kind != null) {
                    out.append(" xsi:type=\"")
                            .append(branch == null ? kind : branch)
                            .append('"');
                }
                type = branch == null ? null : BUNDLE.type(branch);
            }
        }
        if (value == null) {
            out.append(" xsi:nil=\"true\"/>");
            return;
        }
        out.append('>');
        if (value instanceof Map<?, ?> object) {
            members(out, object, type, discriminator);
        } else {
            text(out, value.toString());
        }
        out.append("</").append(name).append('>');
    }

    private static void text(StringBuilder out, String text) {
        text.chars().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\r' -> out.append("&#13;");
                default -> {
                    if (c < ' ' && c != '\n' && c != '\t') {
                        out.append("&#").append(c).append(';');
                    } else {
                        out.append((char) c);
                    }
                }
            }
        });
    }

    /** JSON as maps, lists and scalars; numbers as they are written. */
    static @Nullable Object tree(String json) {
        try (JsonParser parser = JACKSON.createParser(json)) {
            parser.nextToken();
            return value(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, value(parser));
            }
            return members;
        }
        if (token == JsonToken.START_ARRAY) {
            List<@Nullable Object> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return items;
        }
        return token == JsonToken.VALUE_NULL ? null : parser.getText();
    }
}
