package org.tongcai.sandbox.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongcai.Standard;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.identifier.IdentifierKind;

/** Finds what reading a document has to be recorded for: fields that are internal, personal or secret by the schema. Belongs to one thread. */
final class SensitiveContent {
    private static final JsonFactory FACTORY = new JsonFactory();
    /** As many as an entry lists. */
    private static final int MOST = 200;

    private static final int LONGEST = 500;
    private static final int NESTED_UNIONS = 8;

    private final Standard standard;
    private final List<String> pointers = new ArrayList<>();

    private SensitiveContent(Standard standard) {
        this.standard = standard;
    }

    /** JSON pointers of the first such fields of a document; empty where it has none. */
    static List<String> of(Standard standard, String documentType, byte[] json) {
        SensitiveContent content = new SensitiveContent(standard);
        for (Manifest.DocumentType type : standard.manifest().documentTypes()) {
            if (type.name().equals(documentType)) {
                try (JsonParser parser = FACTORY.createParser(json)) {
                    parser.nextToken();
                    content.value(parser, Set.of(new Node.Reference(type.type())), "");
                } catch (IOException e) {
                    throw new UncheckedIOException(e); // cannot happen: the document was accepted
                }
            }
        }
        return content.pointers;
    }

    private void value(JsonParser parser, Set<Node> nodes, String pointer) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                value(
                        parser,
                        members(nodes, name),
                        pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
            }
        } else if (token == JsonToken.START_ARRAY) {
            Set<Node> items = new HashSet<>();
            nodes.forEach(node -> {
                if (node instanceof Node.Sequence sequence) {
                    items.add(sequence.items());
                }
            });
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                value(parser, items, pointer + "/" + i);
            }
        } else if (pointers.size() < MOST
                && pointer.length() <= LONGEST
                && nodes.stream().anyMatch(SensitiveContent::isSensitive)) {
            pointers.add(pointer);
        }
    }

    private Set<Node> members(Set<Node> nodes, String name) {
        Set<Node> found = new HashSet<>();
        for (Node node : nodes) {
            if (node instanceof Node.Reference reference) {
                members(standard.bundle().type(reference.type()), name, found, 0);
            }
        }
        return found;
    }

    private void members(TypeDefinition type, String name, Set<Node> found, int depth) {
        for (TypeDefinition.Property property : type.properties()) {
            if (property.name().equals(name)) {
                found.add(property.node());
            }
        }
        if (depth < NESTED_UNIONS) {
            type.branches().values().forEach(branch -> members(standard.bundle().type(branch), name, found, depth + 1));
        }
    }

    private static boolean isSensitive(Node node) {
        if (!(node instanceof Node.Text text)) {
            return false;
        }
        IdentifierKind kind = text.identifier() == null ? null : IdentifierKind.of(text.identifier());
        return text.sensitivity() != Node.Sensitivity.PUBLIC || kind != null && kind.personal();
    }
}
