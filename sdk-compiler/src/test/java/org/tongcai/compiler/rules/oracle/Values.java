package org.tongcai.compiler.rules.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongcai.compiler.rules.CheckedTrees;
import org.tongcai.rule.Probe;

/** Documents as CEL's runtime sees them, and when two values are the same. */
final class Values {
    private final CheckedTrees trees;
    private final Map<String, Map<String, String>> fields = new HashMap<>();

    Values(CheckedTrees trees) {
        this.trees = trees;
    }

    /** A value of a type. */
    Object of(JsonNode node, String type) {
        return switch (type) {
            case "bool" -> node.booleanValue();
            case "int" -> node.bigIntegerValue().longValueExact();
            case "string" -> node.textValue();
            case "decimal" -> new Dec(new BigDecimal(node.textValue()));
            case "date" -> LocalDate.parse(node.textValue());
            case "datetime" -> new Instantly(OffsetDateTime.parse(node.textValue()));
            default -> {
                if (type.startsWith("list(")) {
                    List<Object> items = new ArrayList<>();
                    String item = type.substring(5, type.length() - 1);
                    node.forEach(one -> items.add(of(one, item)));
                    yield items;
                }
                yield object(node, type);
            }
        };
    }

    private Map<String, Object> object(JsonNode node, String type) {
        Map<String, String> known = fields.computeIfAbsent(type, trees::fields);
        Map<String, Object> object = new HashMap<>();
        node.fields().forEachRemaining(member -> {
            String field = known.get(member.getKey());
            if (field != null) {
                object.put(member.getKey(), of(member.getValue(), field));
            }
        });
        return object;
    }

    /** Whether a value of the evaluator and one of CEL's runtime are the same. */
    static boolean same(Object ours, Object theirs) {
        if (ours instanceof BigDecimal decimal) {
            return theirs instanceof Dec dec && decimal.compareTo(dec.value()) == 0;
        } else if (ours instanceof Probe.Moment moment) {
            return theirs instanceof Instantly instant
                    && moment.millis() == instant.millis()
                    && moment.offset() == instant.written().getOffset().getTotalSeconds() / 60;
        } else if (ours instanceof Probe.Thing) {
            return theirs instanceof Map;
        } else if (ours instanceof List<?> list) {
            if (!(theirs instanceof List<?> other) || list.size() != other.size()) {
                return false;
            }
            for (int i = 0; i < list.size(); i++) {
                if (!same(list.get(i), other.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return ours.equals(theirs);
    }
}
