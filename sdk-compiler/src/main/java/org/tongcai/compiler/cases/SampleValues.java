package org.tongcai.compiler.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.Term;
import org.tongcai.bundle.TypeDefinition.Property;

/** A valid value for every text: the standard's own example where there is one, else one made from the constraints. */
final class SampleValues {
    /** The day on which all sample documents are issued. */
    static final LocalDate DAY = LocalDate.of(2026, 10, 15);

    private static final String MOMENT = "2026-10-15T09:30:00+08:00";

    /** Fictitious, with computed check digits; the resident id is the specimen printed in GB 11643-1999. */
    private static final Map<String, String> IDENTIFIERS = Map.ofEntries(
            Map.entry("creditCode", "91530102MA0TC0017D"),
            Map.entry("organizationCode", "MA0TC0017"),
            Map.entry("residentId", "11010519491231002X"),
            Map.entry("transactionCode", "F01-91530102MA0TC0017D-20261015-000001-X"),
            Map.entry("regionCode", "530102"),
            Map.entry("catalogueCode", "A02010105"),
            Map.entry("email", "contact@example.org"),
            Map.entry("phone", "0871-60000000"),
            Map.entry("postCode", "650000"),
            Map.entry("bankAccount", "1000000000000001"),
            Map.entry("invoiceNumber", "26530000000000000001"));

    /** Each wrong in exactly one way. */
    private static final Map<String, List<String>> WRONG_IDENTIFIERS = Map.ofEntries(
            Map.entry("creditCode", List.of("91530102MA0TC00170")),
            Map.entry("organizationCode", List.of("MA0TC0010", "MA0TC001-0")),
            Map.entry("residentId", List.of("110105194912310021")),
            Map.entry("transactionCode", List.of("F01-91530102MA0TC0017D-20261015-000001-0")),
            Map.entry("regionCode", List.of("53A102", "5301")),
            Map.entry("catalogueCode", List.of("D02010105", "A0201")),
            Map.entry("email", List.of("contact.example.org")),
            Map.entry("phone", List.of("12345")),
            Map.entry("postCode", List.of("6500", "65000A")),
            Map.entry("bankAccount", List.of("12", "ABC")),
            Map.entry("invoiceNumber", List.of("123")));

    private final Bundle bundle;
    private final Map<String, JsonNode> examples = new HashMap<>();

    SampleValues(Bundle bundle) {
        this.bundle = bundle;
        ObjectMapper mapper = new ObjectMapper();
        for (Term term : bundle.terms()) {
            if (!term.examples().isEmpty()) {
                try {
                    examples.put(term.path(), mapper.readTree(term.examples().get(0)));
                } catch (JsonProcessingException e) {
                    throw new IllegalArgumentException("example of " + term.path(), e);
                }
            }
        }
    }

    /** A valid text for a property, or for an item of it. */
    String text(String type, Property property, Node.Text node) {
        if (node.constant() != null) {
            return node.constant();
        }
        if (property.name().equals("standardVersion")) {
            return bundle.manifest().edition();
        }
        if (node.codeList() != null) {
            return code(type, property, node.codeList());
        }
        JsonNode example = example(type, property);
        if (example != null && example.isTextual()) {
            return example.asText();
        }
        if (node.identifier() != null) {
            return IDENTIFIERS.getOrDefault(node.identifier(), "");
        }
        if (node.pattern() != null) {
            return PatternSample.of(node.pattern());
        }
        if (node.format() != null) {
            return format(node);
        }
        return prose(property.title().zh(), node);
    }

    /** As many different valid texts for the items of a list; null where that many do not exist or cannot be made. */
    @Nullable
    List<String> distinct(String type, Property property, Node.Text node, int count) {
        Set<String> texts = new LinkedHashSet<>();
        JsonNode example = examples.get(type + "." + property.name());
        if (example != null && example.isArray()) {
            example.forEach(item -> texts.add(item.asText()));
        }
        String first = text(type, property, node);
        texts.add(first);
        if (node.codeList() != null) {
            for (CodeList.Entry entry : bundle.codeList(node.codeList()).entries()) {
                if (entry.inForce(DAY)) {
                    texts.add(entry.code());
                }
            }
            for (int i = 0; node.binding() == Node.Binding.EXTENSIBLE && i < count; i++) {
                texts.add("x-" + i);
            }
        } else if (node.constant() == null) {
            for (int i = 0; i < 2 * count; i++) {
                variant(node, first, i).ifPresent(texts::add);
            }
        }
        return texts.size() < count ? null : texts.stream().limit(count).toList();
    }

    /** The text with a number at or in place of its end, where the constraints allow that. */
    private static Optional<String> variant(Node.Text node, String text, int i) {
        String number = Integer.toString(i);
        if ("uri".equals(node.format())) {
            return Optional.of(text + "/" + number);
        }
        if ("phone".equals(node.identifier())) {
            return Optional.of(String.format("0871-6%07d", i));
        }
        if (node.identifier() != null || node.format() != null) {
            return Optional.empty();
        }
        int room = node.maxLength() < 0 ? text.length() + number.length() : node.maxLength();
        int kept = Math.min(text.length(), room - number.length());
        for (String variant : List.of(text.substring(0, Math.max(0, kept)) + number, number)) {
            boolean fits = variant.length() <= room && variant.length() >= node.minLength();
            if (fits && (node.pattern() == null || variant.matches(node.pattern()))) {
                return Optional.of(variant);
            }
        }
        return Optional.empty();
    }

    /** A valid number for a property. */
    long whole(String type, Property property, Node.Whole node) {
        JsonNode example = example(type, property);
        return example != null && example.isIntegralNumber()
                ? example.asLong()
                : Math.max(node.minimum(), Math.min(node.maximum(), 1));
    }

    /** Values that this identifier must refuse. */
    static List<String> wrong(String identifier) {
        return WRONG_IDENTIFIERS.getOrDefault(identifier, List.of());
    }

    /** A code of the list that is not in force on {@link #DAY}; null if all are. */
    @Nullable
    String expiredCode(String list) {
        CodeList codes = bundle.codeList(list);
        return codes.entries().stream()
                .map(CodeList.Entry::code)
                .distinct()
                .filter(code -> codes.entries().stream()
                        .filter(e -> e.code().equals(code))
                        .noneMatch(e -> e.inForce(DAY)))
                .findFirst()
                .orElse(null);
    }

    /** Whether the list has never had this code. */
    boolean unknown(String list, String code) {
        return bundle.codeList(list).entries().stream().noneMatch(e -> e.code().equals(code));
    }

    /** Another code in force than the given one; null if there is none. */
    @Nullable
    String otherCode(String list, List<String> not) {
        return bundle.codeList(list).entries().stream()
                .filter(e -> e.inForce(DAY) && !not.contains(e.code()))
                .map(CodeList.Entry::code)
                .findFirst()
                .orElse(null);
    }

    /** The example of a flag; without one {@code usual}. */
    boolean flag(String type, Property property, boolean usual) {
        JsonNode example = example(type, property);
        return example == null ? usual : example.asBoolean(usual);
    }

    private @Nullable JsonNode example(String type, Property property) {
        JsonNode example = examples.get(type + "." + property.name());
        return example != null && example.isArray() ? example.get(0) : example;
    }

    private String code(String type, Property property, String list) {
        CodeList codes = bundle.codeList(list);
        JsonNode example = example(type, property);
        if (example != null && example.isTextual()) {
            return example.asText();
        }
        if (list.equals("region")) {
            return "530102";
        }
        CodeList.Entry last = null;
        for (CodeList.Entry entry : codes.entries()) {
            if (entry.inForce(DAY)) {
                if (codes.entries().size() < 300) {
                    return entry.code();
                }
                last = entry; // of a big hierarchy the last entry is a leaf
            }
        }
        if (last == null) {
            throw new IllegalStateException("no code of " + list + " is in force on " + DAY);
        }
        return last.code();
    }

    private static String format(Node.Text node) {
        return switch (String.valueOf(node.format())) {
            case "date" -> DAY.toString();
            case "date-time" -> MOMENT;
            case "year-month" -> "2026-10";
            case "uri" -> "https://example.org/documents/1";
            case "decimal" -> node.decimal() != null && node.decimal().fraction() > 0 ? "12.5" : "12";
            default -> throw new IllegalStateException("format " + node.format());
        };
    }

    private static String prose(String title, Node.Text node) {
        String text = title;
        while (text.codePointCount(0, text.length()) < node.minLength()) {
            text += title;
        }
        return node.maxLength() > 0 && text.length() > node.maxLength() ? text.substring(0, node.maxLength()) : text;
    }
}
