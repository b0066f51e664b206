package org.tongcai.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;

/**
 * Random documents of a document type as JSON text: members in any order or missing, blanks and escapes anywhere, texts of the characters
 * that encodings are apt to get wrong. They have the shape of their type and next to nothing else of it.
 */
final class AnyDocument {
    private static final int DEEPEST = 6;
    private static final List<String> PIECES = List.of(
            "a",
            "Zz09",
            " ",
            "  ",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "]]>",
            "<",
            ">",
            "&",
            "&amp;",
            "&#13;",
            "\"",
            "'",
            "\\",
            "/",
            "--",
            "<!--",
            "\u00a0",
            "é",
            "ß",
            "\u07ff",
            "\u0800",
            "采购",
            "通采",
            "\u2028",
            "\u3000",
            "\ufffd",
            "\ue000",
            "𠮷",
            "😀",
            "\udbff\udffd",
            "{",
            "}",
            "[",
            ",",
            ":",
            "null");

    private final Bundle bundle;
    private final Random random;

    AnyDocument(Bundle bundle, Random random) {
        this.bundle = bundle;
        this.random = random;
    }

    String of(String documentType, String type) {
        StringBuilder out = new StringBuilder();
        object(bundle.type(type), out, 0, documentType);
        return out.toString();
    }

    /** The document says of which type it is; objects below the header need not. */
    private void object(TypeDefinition type, StringBuilder out, int depth, String documentType) {
        if (type.isUnion()) {
            union(type, out, depth, documentType);
            return;
        }
        List<String> members = new ArrayList<>();
        for (TypeDefinition.Property property : type.properties()) {
            boolean saysType =
                    property.name().equals("header") || property.name().equals("documentType");
            if (saysType || depth < DEEPEST && random.nextInt(3) > 0) {
                StringBuilder member = new StringBuilder();
                blanks(member);
                name(property.name(), member);
                blanks(member).append(':');
                blanks(member);
                if (property.name().equals("documentType")) {
                    literal(documentType, member);
                } else {
                    value(property.node(), member, depth + 1, documentType);
                }
                blanks(member);
                members.add(member.toString());
            }
        }
        close(members, out);
    }

    private void close(List<String> members, StringBuilder out) {
        if (random.nextBoolean()) {
            Collections.shuffle(members, random);
        }
        out.append('{').append(String.join(",", members)).append('}');
    }

    private void union(TypeDefinition type, StringBuilder out, int depth, String documentType) {
        List<Map.Entry<String, String>> branches =
                new ArrayList<>(type.branches().entrySet());
        Map.Entry<String, String> branch = branches.get(random.nextInt(branches.size()));
        List<String> members = new ArrayList<>();
        for (TypeDefinition.Property property : bundle.type(branch.getValue()).properties()) {
            StringBuilder member = new StringBuilder();
            name(property.name(), member);
            member.append(':');
            if (property.name().equals(type.discriminator())) {
                literal(branch.getKey(), member);
            } else if (random.nextBoolean()) {
                value(property.node(), member, depth + 1, documentType);
            } else {
                continue;
            }
            members.add(member.toString());
        }
        close(members, out);
    }

    private void value(Node node, StringBuilder out, int depth, String documentType) {
        if (node instanceof Node.Reference reference) {
            object(bundle.type(reference.type()), out, depth, documentType);
        } else if (node instanceof Node.Sequence sequence) {
            out.append('[');
            int items = 1 + random.nextInt(3);
            for (int i = 0; i < items; i++) {
                out.append(i == 0 ? "" : ",");
                value(sequence.items(), out, depth, documentType);
                blanks(out);
            }
            out.append(']');
        } else if (node instanceof Node.Whole) {
            out.append(random.nextBoolean() ? random.nextInt() : random.nextLong() / 10)
                    .append(random.nextInt(4) == 0 ? ".00" : "");
        } else if (node instanceof Node.Flag) {
            out.append(random.nextBoolean());
        } else {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            literal(text.toString(), out);
        }
    }

    private void name(String name, StringBuilder out) {
        out.append('"')
                .append(random.nextInt(20) == 0 ? escaped(name.charAt(0)) : name.substring(0, 1))
                .append(name, 1, name.length())
                .append('"');
    }

    private void literal(String text, StringBuilder out) {
        out.append('"');
        text.codePoints().forEach(c -> {
            boolean escape = c < 0x20 || c == '"' || c == '\\' || random.nextInt(8) == 0;
            for (char unit : Character.toChars(c)) {
                out.append(escape ? escaped(unit) : String.valueOf(unit));
            }
        });
        out.append('"');
    }

    private String escaped(char c) {
        return String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) c);
    }

    private StringBuilder blanks(StringBuilder out) {
        return random.nextInt(4) == 0 ? out.append(" \n\t\r", 0, 1 + random.nextInt(4)) : out;
    }
}
