package org.tongcai.sandbox.submission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.store.DocumentRow;

/**
 * What the platform looks at in a document: its header, what it refers to, the texts of its top level. Any object with
 * {@code documentType} and {@code documentId}, other than the header, is a reference (type {@code DocumentReference}). Immutable.
 */
public final class Scan {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(16 << 20)
                    .build())
            .build();

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:\\-]{1,64}");

    /** More than this many different references are of no use to anybody who asks what refers to a document. */
    private static final int MOST_REFERENCES = 20_000;

    private final Map<String, String> values = new HashMap<>();
    private final Set<Reference> references = new LinkedHashSet<>();
    private final Set<String> products = new LinkedHashSet<>();

    private Scan() {}

    /**
     * A reference.
     *
     * @param path where it stands: names from the document down, without numbers, such as {@code /items/product}
     * @param documentType type
     * @param platformCode platform: that of the document itself where the reference names none
     * @param documentId id
     * @param revision the revision that is meant; 0 where the reference is to the document, whichever revision of it is there
     */
    public record Reference(String path, String documentType, String platformCode, String documentId, long revision) {
        private Reference of(String platform) {
            return new Reference(path, documentType, platform, documentId, revision);
        }

        private Reference of(long number) {
            return new Reference(path, documentType, platformCode, documentId, number);
        }
    }

    /** Looks at a document in JSON; what is broken ends it, and what stood before it is known. */
    public static Scan of(byte[] json, int offset, int length) {
        Scan scan = new Scan();
        try (JsonParser parser = FACTORY.createParser(json, offset, length)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                scan.object(parser, "");
            }
        } catch (IOException e) {
            // The engine says what is wrong with it, and where.
        }
        scan.nameOwnPlatform();
        return scan;
    }

    /** A reference without a platform is to the platform of the document, which may stand behind it. */
    private void nameOwnPlatform() {
        String own = platformCode();
        if (!own.isEmpty() && references.stream().anyMatch(r -> r.platformCode().isEmpty())) {
            List<Reference> all = List.copyOf(references);
            references.clear();
            all.forEach(r -> references.add(r.platformCode().isEmpty() ? r.of(own) : r));
        }
    }

    /** Looks at an object; the reference that it is, null where it is none. */
    private @Nullable Reference object(JsonParser parser, String path) throws IOException {
        String type = "";
        String id = "";
        String platform = "";
        long revision = 0;
        Reference version = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                Reference inner = object(parser, path + "/" + name);
                version = name.equals("document") ? inner : version;
            } else if (token == JsonToken.START_ARRAY) {
                array(parser, path + "/" + name);
            } else if (token.isScalarValue()) {
                switch (name) {
                    case "documentType" -> type = parser.getText();
                    case "documentId" -> id = parser.getText();
                    case "platformCode" -> platform = parser.getText();
                    case "productId" -> product(parser.getText());
                    case "revision" -> revision = number(parser.getText());
                    default -> {}
                }
                note(path, name, parser);
            }
        }
        if (version != null && revision > 0 && references.remove(version)) {
            references.add(version.of(revision)); // type DocumentVersion: a document, and which revision of it
        }
        if (type.isEmpty() || id.isEmpty() || path.equals("/header") || references.size() >= MOST_REFERENCES) {
            return null;
        }
        Reference reference = new Reference(path, type, platform, id, 0);
        references.add(reference);
        return reference;
    }

    private void array(JsonParser parser, String path) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null) {
                return;
            }
            if (token == JsonToken.START_OBJECT) {
                object(parser, path);
            } else if (token == JsonToken.START_ARRAY) {
                array(parser, path);
            }
        }
    }

    /** The header, the top level, and the level below it where that is not in a list. */
    private void note(String path, String name, JsonParser parser) throws IOException {
        if (path.indexOf('/', 1) < 0 || path.equals("/header/platform")) {
            String text = parser.getText();
            if (text.length() <= 200) {
                values.putIfAbsent(path + "/" + name, text);
            }
        }
    }

    private void product(String id) {
        if (products.size() < MOST_REFERENCES) {
            products.add(id);
        }
    }

    /** A value of the top level or the level below it, by its place, such as {@code /status}; "" where there is none. */
    public String value(String place) {
        return values.getOrDefault(place, "");
    }

    /** {@code header.documentType}; "" where there is none. */
    public String documentType() {
        return value("/header/documentType");
    }

    /** {@code header.documentId}; "" where there is none. */
    public String documentId() {
        return value("/header/documentId");
    }

    /** {@code header.platform.code}; "" where there is none. */
    public String platformCode() {
        return value("/header/platform/code");
    }

    /** {@code header.revision}; 0 where there is none. */
    public long revision() {
        return number(value("/header/revision"));
    }

    private static long number(String text) {
        return text.length() <= 9 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Long.parseLong(text)
                : 0;
    }

    /** {@code header.linkId}; null where there is none. */
    public @Nullable String linkId() {
        return values.get("/header/linkId");
    }

    /** Whether a text can be an id; databases are asked for nothing else, for some take no control characters. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** All references. */
    public Set<Reference> references() {
        return references;
    }

    /** Whether the document refers to another. */
    public boolean refersTo(String type, String platform, String id) {
        return references.stream().anyMatch(r -> isTo(r, type, platform, id));
    }

    /** Whether the document refers to another at a place, such as {@code /original/document}. */
    public boolean refersTo(String path, String type, String platform, String id) {
        return references.stream().anyMatch(r -> r.path().equals(path) && isTo(r, type, platform, id));
    }

    private static boolean isTo(Reference r, String type, String platform, String id) {
        return r.documentType().equals(type)
                && r.documentId().equals(id)
                && r.platformCode().equals(platform);
    }

    /** Whether the document names a product by its number. */
    public boolean namesProduct(String productId) {
        return products.contains(productId);
    }

    /** By what the document is found. */
    List<DocumentRow.Link> links() {
        Set<DocumentRow.Link> links = new LinkedHashSet<>();
        references.forEach(r -> links.add(new DocumentRow.Link(r.documentType(), r.platformCode(), r.documentId())));
        products.forEach(id -> links.add(new DocumentRow.Link(DocumentRow.PRODUCT, "", id)));
        String subject = Registers.subject(documentType());
        if (subject != null) {
            link(links, DocumentRow.CREDIT_CODE, value(subject + "/creditCode"));
            link(links, DocumentRow.NAME, value(subject + "/name"));
        }
        return new ArrayList<>(links);
    }

    private static void link(Set<DocumentRow.Link> links, String type, String value) {
        if (!value.isEmpty()) {
            links.add(new DocumentRow.Link(type, "", value));
        }
    }
}
