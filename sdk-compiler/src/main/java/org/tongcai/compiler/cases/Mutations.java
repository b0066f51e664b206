package org.tongcai.compiler.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Check;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition.Property;

/** For every constraint of a member, the smallest change that breaks this constraint and no other. */
final class Mutations {
    /**
     * A change.
     *
     * @param name what it breaks, part of the case's id
     * @param operation the change
     * @param check what must be found
     * @param pointer where
     */
    record Mutation(String name, ObjectNode operation, Check check, String pointer) {}

    /** Lists that a case writes out item by item, because they must differ, are not longer. */
    private static final int LONGEST = 10_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SampleValues samples;

    Mutations(SampleValues samples) {
        this.samples = samples;
    }

    /** Changes to a member of the object at the site; empty where the member does not stand there. */
    List<Mutation> of(Site site, Property property) {
        List<Mutation> result = new ArrayList<>();
        JsonNode value = site.object().get(property.name());
        if (value == null) {
            return result;
        }
        String pointer = site.at(property.name());
        if (property.required()) {
            result.add(new Mutation("required", Site.operation("remove", pointer), Check.REQUIRED, site.pointer()));
        }
        add(result, "null", pointer, JSON.nullNode(), Check.NULL);
        value(result, "", property.node(), pointer, value);
        if (property.node() instanceof Node.Sequence list
                && list.unique()
                && list.maxItems() <= LONGEST
                && list.items() instanceof Node.Text text) {
            List<String> many = samples.distinct(site.type().name(), property, text, list.maxItems() + 1);
            if (many != null) {
                ArrayNode array = JSON.arrayNode();
                many.forEach(array::add);
                add(result, "max-items", pointer, array, Check.MAX_ITEMS);
            }
        }
        return result;
    }

    private void value(List<Mutation> result, String prefix, Node node, String pointer, JsonNode value) {
        if (node instanceof Node.Text text) {
            add(result, prefix + "type", pointer, JSON.numberNode(1), Check.TYPE);
            text(result, prefix, text, pointer, value.asText());
        } else if (node instanceof Node.Whole whole) {
            add(result, prefix + "type", pointer, JSON.textNode("1"), Check.TYPE);
            add(result, prefix + "minimum", pointer, JSON.numberNode(whole.minimum() - 1), Check.MINIMUM);
            add(result, prefix + "maximum", pointer, JSON.numberNode(whole.maximum() + 1), Check.MAXIMUM);
        } else if (node instanceof Node.Flag) {
            add(result, prefix + "type", pointer, JSON.textNode("true"), Check.TYPE);
        } else if (node instanceof Node.Reference) {
            add(result, prefix + "type", pointer, JSON.textNode("text"), Check.TYPE);
        } else if (node instanceof Node.Sequence sequence) {
            sequence(result, prefix, sequence, pointer, value);
        }
    }

    private void sequence(List<Mutation> result, String prefix, Node.Sequence node, String pointer, JsonNode value) {
        add(result, prefix + "type", pointer, JSON.textNode("text"), Check.TYPE);
        ArrayNode fewer = JSON.arrayNode();
        for (int i = 0; i < node.minItems() - 1; i++) {
            fewer.add(value.get(i));
        }
        add(result, prefix + "min-items", pointer, fewer, Check.MIN_ITEMS);
        int missing = node.maxItems() + 1 - value.size();
        if (!node.unique()) {
            ObjectNode copy = Site.operation("copy", pointer + "/-")
                    .put("from", pointer + "/0")
                    .put("repeat", missing);
            result.add(new Mutation(prefix + "max-items", copy, Check.MAX_ITEMS, pointer));
        } else {
            ObjectNode copy = Site.operation("add", pointer + "/-").set("value", value.get(0));
            result.add(new Mutation(prefix + "unique-items", copy, Check.UNIQUE, pointer + "/" + value.size()));
        }
        add(result, prefix + "items-null", pointer + "/0", JSON.nullNode(), Check.NULL);
        value(result, prefix + "items-", node.items(), pointer + "/0", value.get(0));
    }

    private void text(List<Mutation> result, String prefix, Node.Text node, String pointer, String value) {
        if (node.constant() != null) {
            add(result, prefix + "const", pointer, JSON.textNode(value + "x"), Check.CONST);
            return;
        }
        if (node.minLength() > 0 && shapeless(node)) {
            add(
                    result,
                    prefix + "min-length",
                    pointer,
                    JSON.textNode("字".repeat(node.minLength() - 1)),
                    Check.MIN_LENGTH);
        }
        if (node.maxLength() > 0 && shapeless(node)) {
            ObjectNode replace = Site.operation("replace", pointer).put("value", "字");
            result.add(new Mutation(
                    prefix + "max-length", replace.put("repeat", node.maxLength() + 1), Check.MAX_LENGTH, pointer));
        }
        if (node.pattern() != null) {
            String wrong = mismatch(node, value);
            if (wrong != null) {
                add(result, prefix + "pattern", pointer, JSON.textNode(wrong), Check.PATTERN);
            }
        }
        if (node.format() != null) {
            format(
                    node,
                    (name, wrong) -> add(
                            result,
                            prefix + name,
                            pointer,
                            JSON.textNode(wrong),
                            node.format().equals("decimal") ? Check.DECIMAL : Check.FORMAT));
        }
        codes(
                node,
                (name, code) -> add(
                        result,
                        prefix + name,
                        pointer,
                        JSON.textNode(code),
                        name.equals("code-expired") ? Check.CODE_NOT_IN_FORCE : Check.CODE_UNKNOWN));
        if (node.identifier() != null && node.codeList() == null) {
            for (String wrong : SampleValues.wrong(node.identifier())) {
                if (structurallyFine(node, wrong)) {
                    add(result, prefix + "identifier", pointer, JSON.textNode(wrong), Check.IDENTIFIER);
                    break;
                }
            }
        }
    }

    private interface Named {
        void accept(String name, String value);
    }

    private void codes(Node.Text node, Named named) {
        if (node.codeList() == null || node.binding() == Node.Binding.PREFERRED) {
            return;
        }
        for (String wrong : List.of("NO_SUCH_CODE", "ZZZ", "999999", "Z", "C99999999")) {
            if (structurallyFine(node, wrong) && samples.unknown(node.codeList(), wrong) && node.identifier() == null) {
                named.accept("code-unknown", wrong);
                break;
            }
        }
        String expired = samples.expiredCode(node.codeList());
        if (expired != null && structurallyFine(node, expired)) {
            named.accept("code-expired", expired);
        }
    }

    private static void format(Node.Text node, Named named) {
        switch (String.valueOf(node.format())) {
            case "date" -> {
                named.accept("format", "2026/10/15");
                named.accept("format-day", "2026-02-30");
            }
            case "date-time" -> {
                named.accept("format", "2026-10-15 09:30:00");
                named.accept("format-offset", "2026-10-15T09:30:00");
            }
            case "year-month" -> named.accept("format", "2026年10月");
            case "uri" -> named.accept("format", "example.org/文件");
            case "decimal" -> decimal(node, named);
            default -> throw new IllegalStateException("format " + node.format());
        }
    }

    private static void decimal(Node.Text node, Named named) {
        Node.DecimalShape shape = node.decimal();
        if (shape == null) {
            throw new IllegalStateException("a decimal without shape");
        }
        named.accept("decimal-digits", "1" + "0".repeat(shape.digits() - shape.fraction()));
        named.accept("decimal-fraction", "0." + "1".repeat(shape.fraction() + 1));
        named.accept("decimal-exponent", "1E+3");
        named.accept("decimal-zeros", "007");
        named.accept("decimal-separator", "1,000");
        if (!shape.signed()) {
            named.accept("decimal-sign", "-1");
        }
    }

    private static void add(List<Mutation> result, String name, String pointer, JsonNode value, Check check) {
        result.add(new Mutation(name, Site.operation("replace", pointer).set("value", value), check, pointer));
    }

    /** Whether only the length bounds the text, so that a wrong length breaks nothing else. */
    private static boolean shapeless(Node.Text node) {
        return node.pattern() == null && node.format() == null;
    }

    private static @Nullable String mismatch(Node.Text node, String value) {
        for (String wrong :
                List.of(value.substring(0, value.length() - 1) + "！", "！" + value.substring(1), value + "！")) {
            if (lengthFits(node, wrong) && !wrong.matches(String.valueOf(node.pattern()))) {
                return wrong;
            }
        }
        return null;
    }

    private static boolean structurallyFine(Node.Text node, String value) {
        return lengthFits(node, value) && (node.pattern() == null || value.matches(node.pattern()));
    }

    private static boolean lengthFits(Node.Text node, String value) {
        int length = value.codePointCount(0, value.length());
        return length >= node.minLength() && (node.maxLength() < 0 || length <= node.maxLength());
    }
}
