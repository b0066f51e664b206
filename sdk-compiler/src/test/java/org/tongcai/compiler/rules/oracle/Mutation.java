package org.tongcai.compiler.rules.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.tongcai.bundle.Bundle;
import org.tongcai.compiler.rules.CheckedTrees;

/**
 * Changes documents at random, so that values stay of their type: left out, repeated, moved in time, made greater and smaller, exchanged
 * for another that the same field has in some example.
 */
final class Mutation {
    private final CheckedTrees trees;
    private final Map<String, Map<String, String>> fields = new HashMap<>();
    private final Map<String, List<JsonNode>> seen = new HashMap<>();
    private final Set<String> fixed = new HashSet<>();

    /** A field of an object, or an item of a list. */
    private record Spot(JsonNode owner, String field, int index, String type, String key) {
        void set(JsonNode value) {
            if (owner instanceof ObjectNode object) {
                object.set(field, value);
            } else {
                ((ArrayNode) owner).set(index, value);
            }
        }

        JsonNode get() {
            return owner instanceof ObjectNode ? owner.get(field) : owner.get(index);
        }

        void remove() {
            if (owner instanceof ObjectNode object) {
                object.remove(field);
            } else {
                ((ArrayNode) owner).remove(index);
            }
        }
    }

    /** With the types of a bundle; what tells the branches of a union apart is left alone, or all of the object would be faulty. */
    Mutation(CheckedTrees trees, Bundle bundle) {
        this.trees = trees;
        fixed.add("documentType");
        for (String type : bundle.manifest().types()) {
            String discriminator = bundle.type(type).discriminator();
            if (discriminator != null) {
                fixed.add(discriminator);
            }
        }
    }

    /** Remembers the values of a document, to be put into others. */
    void learn(JsonNode document, String type) {
        for (Spot spot : spots(document, type)) {
            List<JsonNode> known = seen.computeIfAbsent(spot.key, key -> new ArrayList<>());
            if (known.size() < 40) {
                known.add(spot.get());
            }
        }
    }

    private List<Spot> spots(JsonNode object, String type) {
        List<Spot> spots = new ArrayList<>();
        collect(object, type, spots);
        return spots;
    }

    private void collect(JsonNode node, String type, List<Spot> spots) {
        Map<String, String> known = fields.computeIfAbsent(type, trees::fields);
        node.fields().forEachRemaining(member -> {
            String field = known.get(member.getKey());
            if (field != null && !fixed.contains(member.getKey())) {
                spots.add(new Spot(node, member.getKey(), 0, field, type + "." + member.getKey()));
                inside(member.getValue(), field, type + "." + member.getKey(), spots);
            }
        });
    }

    private void inside(JsonNode value, String type, String key, List<Spot> spots) {
        if (type.startsWith("list(")) {
            String item = type.substring(5, type.length() - 1);
            for (int i = 0; i < value.size(); i++) {
                spots.add(new Spot(value, "", i, item, key + "[]"));
                inside(value.get(i), item, key + "[]", spots);
            }
        } else if (value.isObject()) {
            collect(value, type, spots);
        }
    }

    /** Changes one to five places. */
    void apply(ObjectNode document, String type, Random random) {
        for (int left = 1 + random.nextInt(5); left > 0; left--) {
            List<Spot> spots = spots(document, type);
            if (spots.isEmpty()) {
                return;
            }
            change(spots.get(random.nextInt(spots.size())), random);
        }
    }

    private void change(Spot spot, Random random) {
        int dice = random.nextInt(10);
        if (dice < 2) {
            spot.remove();
        } else if (dice < 5) {
            List<JsonNode> known = seen.getOrDefault(spot.key, List.of());
            if (!known.isEmpty()) {
                spot.set(known.get(random.nextInt(known.size())).deepCopy());
            }
        } else if (spot.get() instanceof ArrayNode list && !list.isEmpty()) {
            list.insert(
                    random.nextInt(list.size() + 1),
                    list.get(random.nextInt(list.size())).deepCopy());
        } else {
            vary(spot, random);
        }
    }

    private static void vary(Spot spot, Random random) {
        String text = spot.get().asText();
        switch (spot.type) {
            case "bool" -> spot.set(BooleanNode.valueOf(!spot.get().asBoolean()));
            case "int" -> spot.set(LongNode.valueOf(Math.max(0, spot.get().asLong() + random.nextInt(7) - 3)));
            case "date" ->
                spot.set(TextNode.valueOf(
                        LocalDate.parse(text).plusDays(random.nextInt(61) - 30).toString()));
            case "datetime" ->
                spot.set(TextNode.valueOf(OffsetDateTime.parse(text)
                        .plusHours(random.nextInt(2001) - 1000)
                        .format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
            case "decimal" -> {
                BigDecimal value = new BigDecimal(text);
                BigDecimal factor = List.of(
                                BigDecimal.ONE,
                                new BigDecimal("0.5"),
                                BigDecimal.TEN,
                                new BigDecimal("0.98"),
                                new BigDecimal("1.1"),
                                BigDecimal.ZERO)
                        .get(random.nextInt(6));
                BigDecimal other = value.multiply(factor).setScale(value.scale(), java.math.RoundingMode.DOWN);
                spot.set(TextNode.valueOf((random.nextBoolean() ? other : other.add(BigDecimal.ONE)).toPlainString()));
            }
            default -> {
                // texts and codes are exchanged, not made up: they have their own forms
            }
        }
    }
}
