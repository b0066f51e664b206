package org.tongcai.compiler.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.Manifest.DocumentType;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Property;

/**
 * Writes a document in JSON, also one that is wrong, as XML by {@code spec/technical/encoding.md}, in normal form; or says why that
 * cannot be done. It shares nothing with the engine but the definitions of the types, so that the one can be held against the other.
 * Thread-safe.
 */
public final class XmlTwin {
    /** What namespaces of the standard begin with; the edition follows. */
    private static final String NAMESPACE = "https://tongcai.org/ns/";

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    /** The limit of parsing on the bytes of a document. */
    private static final int LARGEST = 16 << 20;

    private final Bundle bundle;
    private final String namespace;
    private final Map<String, TypeDefinition> documentTypes = new HashMap<>();
    private final Set<String> withUnions = new HashSet<>();

    /**
     * What became of a document.
     *
     * @param xml the twin; null where there is none
     * @param reason why there is none; null where there is one
     */
    public record Twin(byte @Nullable [] xml, @Nullable Inexpressible reason) {}

    /** A writer for documents of one standard. */
    public XmlTwin(Bundle bundle) {
        this.bundle = bundle;
        this.namespace = NAMESPACE + bundle.manifest().edition();
        for (DocumentType each : bundle.manifest().documentTypes()) {
            documentTypes.put(each.name(), bundle.type(each.type()));
            if (holdsUnion(bundle.type(each.type()), new HashSet<>())) {
                withUnions.add(each.name());
            }
        }
    }

    private boolean holdsUnion(TypeDefinition type, Set<String> seen) {
        if (type.isUnion()) {
            return true;
        }
        for (Property property : type.properties()) {
            Node node = property.node() instanceof Node.Sequence list ? list.items() : property.node();
            if (node instanceof Node.Reference reference
                    && seen.add(reference.type())
                    && holdsUnion(bundle.type(reference.type()), seen)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The twin of a document.
     *
     * @param json the document, any bytes
     * @param documentType the type to take it for where it does not name a known one itself; null for none
     * @throws IllegalArgumentException if it is nested a thousand levels deep
     */
    public Twin of(byte[] json, @Nullable String documentType) {
        JsonTree tree = JsonTree.read(json);
        return tree == null ? new Twin(null, Inexpressible.SYNTAX) : of(tree, documentType, () -> json.length);
    }

    /** Why a document that is at hand as a tree has no twin; null where it has one. */
    @Nullable
    Inexpressible reason(JsonNode json, @Nullable String documentType) {
        try {
            String xml = text(JsonTree.of(json), documentType);
            // Most are so short that no encoding could make them too large.
            return xml.length() <= LARGEST / 3
                    ? null
                    : encoded(xml, () -> json.toString().getBytes(StandardCharsets.UTF_8).length)
                            .reason();
        } catch (Impossible impossible) {
            return impossible.reason;
        }
    }

    private Twin of(JsonTree tree, @Nullable String documentType, IntSupplier size) {
        try {
            return encoded(text(tree, documentType), size);
        } catch (Impossible impossible) {
            return new Twin(null, impossible.reason);
        }
    }

    private static Twin encoded(String xml, IntSupplier size) {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        boolean tooLarge = bytes.length > LARGEST && size.getAsInt() <= LARGEST;
        return tooLarge ? new Twin(null, Inexpressible.DOCUMENT_SIZE) : new Twin(bytes, null);
    }

    private String text(JsonTree tree, @Nullable String documentType) {
        if (!(tree instanceof JsonTree.Members root)) {
            throw new Impossible(Inexpressible.NO_OBJECT);
        }
        String name = stated(root);
        if (!documentTypes.containsKey(name)) {
            name = String.valueOf(documentType);
        }
        TypeDefinition type = documentTypes.get(name);
        if (type == null) {
            throw new Impossible(Inexpressible.UNKNOWN_TYPE);
        }
        Writing writing = new Writing(bundle);
        writing.members(type, root.members(), null);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + name + " xmlns=\"" + namespace + '"'
                + (writing.usesXsi || withUnions.contains(name) ? " xmlns:xsi=\"" + XSI + '"' : "")
                + '>' + writing.out + "</" + name + '>';
    }

    /** What a document says of its type. */
    private static @Nullable String stated(JsonTree.Members root) {
        return root.members().get("header") instanceof JsonTree.Members header
                        && header.members().get("documentType") instanceof JsonTree.Text text
                ? text.text()
                : null;
    }

    /** The document cannot be written. */
    @SuppressWarnings("serial") // never serialised
    private static final class Impossible extends RuntimeException {
        private final Inexpressible reason;

        Impossible(Inexpressible reason) {
            super(reason.id(), null, false, false);
            this.reason = reason;
        }
    }

    /** One document. */
    private static final class Writing {
        /** The limit of parsing on the characters of a number. */
        private static final int LONGEST_NUMBER = 64;

        private static final String NIL = " xsi:nil=\"true\"";

        private final Bundle bundle;
        private final StringBuilder out = new StringBuilder(1 << 13);
        private boolean usesXsi;

        Writing(Bundle bundle) {
            this.bundle = bundle;
        }

        /** Members in the order of the type, then those that the type does not have; one of them may be written already. */
        void members(TypeDefinition type, Map<String, JsonTree> members, @Nullable String written) {
            int known = written != null && members.containsKey(written) ? 1 : 0;
            for (Property property : type.properties()) {
                JsonTree value = property.name().equals(written) ? null : members.get(property.name());
                if (value != null) {
                    known++;
                    member(property.name(), property.node(), value);
                }
            }
            if (known < members.size()) {
                Map<String, JsonTree> rest = new LinkedHashMap<>(members);
                rest.remove(written);
                type.properties().forEach(property -> rest.remove(property.name()));
                unknown(rest);
            }
        }

        private void member(String name, Node node, JsonTree value) {
            if (!(node instanceof Node.Sequence list)) {
                single(name, node, value);
            } else if (value instanceof JsonTree.Null) {
                element(name, value, false);
            } else if (value instanceof JsonTree.Items items) {
                if (!items.items().isEmpty() && items.items().get(0) instanceof JsonTree.Null) {
                    throw new Impossible(Inexpressible.NULL_ITEM);
                }
                for (JsonTree item : items(items)) {
                    single(name, list.items(), item);
                }
            } else {
                throw new Impossible(Inexpressible.VALUE_FOR_LIST);
            }
        }

        /** The items of a list that is to become elements. */
        private static Iterable<JsonTree> items(JsonTree.Items list) {
            if (list.items().isEmpty()) {
                throw new Impossible(Inexpressible.EMPTY_LIST);
            }
            if (list.items().stream().anyMatch(JsonTree.Items.class::isInstance)) {
                throw new Impossible(Inexpressible.LIST_IN_LIST);
            }
            return list.items();
        }

        /** A value that becomes one element. */
        private void single(String name, Node node, JsonTree value) {
            if (value instanceof JsonTree.Items list) {
                items(list);
                throw new Impossible(Inexpressible.LIST_OF_ONE_VALUE);
            }
            Inexpressible reason = ambiguity(node, value);
            if (reason != null) {
                throw new Impossible(reason);
            }
            if (!(node instanceof Node.Reference reference && value instanceof JsonTree.Members members)) {
                element(name, value, node instanceof Node.Whole);
                return;
            }
            TypeDefinition type = bundle.type(reference.type());
            if (type.isUnion()) {
                union(name, type, members);
            } else {
                open(name, "");
                members(type, members.members(), null);
                close(name);
            }
        }

        /** Why the element could be taken for something else than what the value is; null where it could not. */
        private static @Nullable Inexpressible ambiguity(Node node, JsonTree value) {
            if (node instanceof Node.Text) {
                if (value instanceof JsonTree.Figure || value instanceof JsonTree.Flag) {
                    return Inexpressible.NUMBER_OR_BOOLEAN_FOR_TEXT;
                }
                boolean empty = value instanceof JsonTree.Members object
                        && object.members().isEmpty();
                return empty ? Inexpressible.EMPTY_OBJECT_OR_BLANK_TEXT : null;
            }
            if (node instanceof Node.Whole
                    && value instanceof JsonTree.Figure figure
                    && figure.written().matches("-?[0-9]+\\.0+")) {
                return Inexpressible.FRACTION_OF_WHOLE;
            }
            if (value instanceof JsonTree.Text text) {
                String trimmed = XmlNames.trimmed(text.text());
                if (node instanceof Node.Reference && trimmed.isEmpty()) {
                    return Inexpressible.EMPTY_OBJECT_OR_BLANK_TEXT;
                }
                boolean reads = node instanceof Node.Whole && isWhole(trimmed)
                        || node instanceof Node.Flag && (trimmed.equals("true") || trimmed.equals("false"));
                return reads ? Inexpressible.TEXT_FOR_NUMBER_OR_BOOLEAN : null;
            }
            return null;
        }

        private static boolean isWhole(String text) {
            return text.matches("-?(0|[1-9][0-9]*)");
        }

        private void union(String name, TypeDefinition union, JsonTree.Members object) {
            String discriminator = String.valueOf(union.discriminator());
            JsonTree value = object.members().get(discriminator);
            if (value == null) {
                open(name, "");
                unknown(object.members());
                close(name);
                return;
            }
            String kind = value instanceof JsonTree.Text text ? text.text() : "";
            String branch = union.branches().get(kind);
            if (branch == null && (!XmlNames.isNcName(kind) || union.branches().containsValue(kind))) {
                throw new Impossible(Inexpressible.DISCRIMINATOR);
            }
            usesXsi = true;
            open(name, " xsi:type=\"" + (branch == null ? kind : branch) + '"');
            if (branch == null) {
                Map<String, JsonTree> rest = new LinkedHashMap<>(object.members());
                rest.remove(discriminator);
                unknown(rest);
            } else {
                members(bundle.type(branch), object.members(), discriminator);
            }
            close(name);
        }

        /** Members of which nothing is known. */
        private void unknown(Map<String, JsonTree> members) {
            members.forEach((name, value) -> {
                if (!XmlNames.isNcName(name)) {
                    throw new Impossible(Inexpressible.NAME);
                }
                if (value instanceof JsonTree.Items list) {
                    items(list).forEach(item -> element(name, item, false));
                } else {
                    element(name, value, false);
                }
            });
        }

        /** A value that is no list, as an element whose content nobody described. */
        private void element(String name, JsonTree value, boolean whole) {
            if (value instanceof JsonTree.Null) {
                usesXsi = true;
                open(name, NIL);
            } else {
                open(name, "");
            }
            if (value instanceof JsonTree.Members object) {
                unknown(object.members());
            } else if (value instanceof JsonTree.Text text) {
                text(text.text());
            } else if (value instanceof JsonTree.Flag flag) {
                out.append(flag.value());
            } else if (value instanceof JsonTree.Figure figure) {
                if (figure.written().length() > LONGEST_NUMBER && !(whole && isWhole(figure.written()))) {
                    throw new Impossible(Inexpressible.LONG_NUMBER);
                }
                out.append(figure.written());
            }
            close(name);
        }

        private void open(String name, String attribute) {
            out.append('<').append(name).append(attribute).append('>');
        }

        private void close(String name) {
            out.append("</").append(name).append('>');
        }

        /** Characters that XML does not have are written as references all the same: a reader of the standard names them and where they stand. */
        private void text(String text) {
            int from = 0;
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                int next = i + Character.charCount(c);
                String escaped = escaped(c);
                if (escaped != null) {
                    out.append(text, from, i).append(escaped);
                    from = next;
                }
                i = next;
            }
            out.append(text, from, text.length());
        }

        /** What is written for a character; null for itself. */
        private static @Nullable String escaped(int c) {
            return switch (c) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '\r' -> "&#xD;";
                default -> unusual(c);
            };
        }

        private static @Nullable String unusual(int c) {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                throw new Impossible(Inexpressible.LONE_SURROGATE);
            }
            if (XmlNames.isAllowed(c)) {
                return null;
            }
            return "&#x" + Integer.toHexString(c).toUpperCase(Locale.ROOT) + ';';
        }
    }
}
