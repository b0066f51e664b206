package org.tongcai.protection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.Standard;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.identifier.IdentifierKind;

/**
 * Finds the scalars of a document that are personal data or secrets by the schema. What the schema does not know is taken for sensitive;
 * so is what any branch of a union says is. Not thread-safe.
 */
final class SensitiveFields {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Standard standard;
    private final byte[] document;
    private final List<Place> places = new ArrayList<>();

    /** A scalar: where it is, and its bytes from start to end. */
    record Place(String pointer, int start, int end, boolean sensitive) {}

    /** An object or array that is open; nodes null: the schema does not know what belongs here. */
    private static final class Frame {
        private final boolean array;
        private final String pointer;
        private final @Nullable Set<Node> nodes;
        private int index;
        private String name = "";

        Frame(boolean array, String pointer, @Nullable Set<Node> nodes) {
            this.array = array;
            this.pointer = pointer;
            this.nodes = nodes;
        }

        String next() {
            String step =
                    array ? Integer.toString(index) : name.replace("~", "~0").replace("/", "~1");
            return pointer + "/" + step;
        }
    }

    private SensitiveFields(Standard standard, byte[] document) {
        this.standard = standard;
        this.document = document;
    }

    /** All scalars, in the order of the document. */
    static List<Place> of(Standard standard, byte[] document) throws IOException {
        SensitiveFields fields = new SensitiveFields(standard, document);
        fields.walk();
        return fields.places;
    }

    private @Nullable Set<Node> root() throws IOException {
        try (JsonParser json = FACTORY.createParser(document)) {
            Deque<String> names = new ArrayDeque<>();
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                    names.push(String.valueOf(json.currentName()));
                } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                    names.pop();
                } else if (token == JsonToken.VALUE_STRING
                        && names.size() == 2
                        && "header".equals(names.peek())
                        && "documentType".equals(json.currentName())) {
                    String name = json.getText();
                    for (Manifest.DocumentType type : standard.manifest().documentTypes()) {
                        if (type.name().equals(name)) {
                            return Set.of(new Node.Reference(type.type()));
                        }
                    }
                }
            }
        }
        return null;
    }

    private void walk() throws IOException {
        Set<Node> root = root();
        Deque<Frame> open = new ArrayDeque<>();
        try (JsonParser json = FACTORY.createParser(document)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                Frame frame = open.peek();
                if (token == JsonToken.FIELD_NAME && frame != null) {
                    frame.name = json.getText();
                    continue;
                }
                if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                    open.pop();
                    continue;
                }
                Set<Node> nodes = frame == null ? root : expected(frame);
                String pointer = frame == null ? "" : frame.next();
                if (frame != null) {
                    frame.index++;
                }
                if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                    boolean array = token == JsonToken.START_ARRAY;
                    open.push(new Frame(array, pointer, nodes));
                } else {
                    int start = (int) json.currentTokenLocation().getByteOffset();
                    places.add(new Place(pointer, start, end(start), isSensitive(nodes)));
                }
            }
        }
    }

    /** What the schema wants at the place that comes next. */
    private @Nullable Set<Node> expected(Frame frame) {
        if (frame.nodes == null) {
            return null;
        }
        Set<Node> found = new HashSet<>();
        for (Node node : frame.nodes) {
            if (frame.array && node instanceof Node.Sequence sequence) {
                found.add(sequence.items());
            } else if (!frame.array && node instanceof Node.Reference reference) {
                members(standard.bundle().type(reference.type()), frame.name, found, 0);
            }
        }
        return found.isEmpty() ? null : found;
    }

    private void members(TypeDefinition type, String name, Set<Node> found, int depth) {
        type.properties().stream()
                .filter(property -> property.name().equals(name))
                .forEach(property -> found.add(property.node()));
        if (depth < 8) {
            type.branches().values().forEach(branch -> members(standard.bundle().type(branch), name, found, depth + 1));
        }
    }

    private static boolean isSensitive(@Nullable Set<Node> nodes) {
        return nodes == null || nodes.stream().anyMatch(SensitiveFields::isSensitive);
    }

    private static boolean isSensitive(Node node) {
        if (node instanceof Node.Text text) {
            IdentifierKind kind = text.identifier() == null ? null : IdentifierKind.of(text.identifier());
            return text.sensitivity().compareTo(Node.Sensitivity.PERSONAL) >= 0 || kind != null && kind.personal();
        }
        // A scalar where an object or a list belongs is nothing that the schema knows.
        return node instanceof Node.Reference || node instanceof Node.Sequence;
    }

    /** The first byte behind a scalar. */
    private int end(int start) {
        int at = start;
        if (document[at] == '"') {
            at++;
            while (document[at] != '"') {
                at += document[at] == '\\' ? 2 : 1;
            }
            return at + 1;
        }
        while (at < document.length && ",]} \t\r\n".indexOf(document[at]) < 0) {
            at++;
        }
        return at;
    }
}
