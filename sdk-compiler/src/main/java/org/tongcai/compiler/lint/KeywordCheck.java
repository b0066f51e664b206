package org.tongcai.compiler.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.SpecType;

/** Which keywords may and must stand where, and the shape of their values: what the metaschema says, said again in code. */
final class KeywordCheck {
    private static final Set<String> TYPE_MUST =
            Set.of("$schema", "title", "description", "x-termId", "type", "properties");
    private static final Set<String> TYPE_MAY = Set.of(
            "required",
            "allOf",
            "dependentRequired",
            "x-documentType",
            "x-source",
            "x-since",
            "x-deprecated",
            "examples",
            "$comment");
    private static final Set<String> UNION_MUST =
            Set.of("$schema", "title", "description", "x-termId", "oneOf", "x-discriminator");
    private static final Set<String> UNION_MAY = Set.of("x-source", "x-since", "x-deprecated", "examples", "$comment");
    private static final Set<String> PROPERTY_MUST =
            Set.of("title", "description", "x-termId", "x-notation", "x-source");
    private static final Set<String> PROPERTY_MAY = Set.of(
            "x-sensitivity", "x-section", "x-unit", "x-refersTo", "x-since", "x-deprecated", "examples", "$comment");
    private static final Set<String> ITEMS_MAY = Set.of("$comment");
    private static final Map<String, Set<String>> KIND_MUST = Map.of(
            "$ref", Set.of("$ref"),
            "string", Set.of("type"),
            "integer", Set.of("type", "minimum", "maximum"),
            "boolean", Set.of("type"),
            "array", Set.of("type", "items", "maxItems"));
    private static final Map<String, Set<String>> KIND_MAY = Map.of(
            "$ref", Set.of(),
            "string",
                    Set.of(
                            "minLength",
                            "maxLength",
                            "pattern",
                            "format",
                            "x-decimal",
                            "const",
                            "x-codeList",
                            "x-identifier"),
            "integer", Set.of(),
            "boolean", Set.of(),
            "array", Set.of("minItems", "uniqueItems"));
    private static final Set<String> CONDITION_MUST = Set.of("title", "x-termId", "if");
    private static final Set<String> CONDITION_MAY = Set.of("x-source", "then", "else", "$comment");

    private final Findings findings;

    KeywordCheck(Findings findings) {
        this.findings = findings;
    }

    void check(SpecType type) {
        Json.Obj source = type.source();
        if (source.members().isEmpty()) {
            return; // the reader has said why
        }
        if (source.has("oneOf") || source.has("x-discriminator")) {
            keywords(source, UNION_MUST, UNION_MAY);
            union(source);
            return;
        }
        keywords(source, TYPE_MUST, TYPE_MAY);
        if (source.has("type") && !"object".equals(source.text("type"))) {
            value(source, "type", "object", "object");
        }
        Json.Obj properties = source.obj("properties");
        if (source.has("properties") && properties.members().isEmpty()) {
            value(source, "properties", "至少一个属性", "at least one property");
        }
        properties.members().forEach((name, value) -> {
            if (!Words.PROPERTY_NAME.matcher(name).matches()) {
                findings.add(
                        LintCheck.KEYWORD_VALUE, properties.placeOf(name), name, "小驼峰属性名", "a lower camel case name");
            }
            if (value instanceof Json.Obj property) {
                node(property, PROPERTY_MUST, PROPERTY_MAY);
            } else {
                value(properties, name, "对象", "an object");
            }
        });
        source.items("allOf").forEach(item -> {
            if (item instanceof Json.Obj condition) {
                condition(condition);
            }
        });
    }

    private void union(Json.Obj source) {
        List<Json> branches = source.items("oneOf");
        if (branches.size() < 2) {
            value(source, "oneOf", "至少两个分支", "at least two branches");
        }
        for (Json branch : branches) {
            if (branch instanceof Json.Obj object) {
                keywords(object, Set.of("$ref"), Set.of());
                reference(object);
            }
        }
    }

    private void node(Json.Obj node, Set<String> must, Set<String> may) {
        String kind = node.has("$ref") ? "$ref" : node.text("type", "");
        if (!KIND_MUST.containsKey(kind)) {
            if (node.has("type")) {
                value(node, "type", "string、integer、boolean、array 之一", "one of string, integer, boolean, array");
            } else {
                findings.add(LintCheck.KEYWORD_MISSING, node.place(), "type / $ref");
            }
            return;
        }
        keywords(node, union(must, KIND_MUST.get(kind)), union(may, KIND_MAY.get(kind)));
        switch (kind) {
            case "$ref" -> reference(node);
            case "string" -> string(node);
            case "integer" -> ordered(node, "minimum", "maximum");
            case "array" -> array(node);
            default -> {}
        }
        boolean number = kind.equals("integer") || "decimal".equals(node.text("format"));
        if (node.has("x-unit") && !number) {
            findings.add(LintCheck.KEYWORD_UNKNOWN, node.placeOf("x-unit"), "x-unit");
        }
    }

    private void string(Json.Obj node) {
        boolean free =
                Stream.of("format", "x-codeList", "const", "x-identifier").noneMatch(node::has);
        if (free && !(node.has("maxLength") && (node.has("minLength") || node.has("pattern")))) {
            findings.add(LintCheck.KEYWORD_BOUND, node.place());
        }
        if (node.has("x-decimal") != "decimal".equals(node.text("format"))) {
            findings.add(LintCheck.KEYWORD_PAIR, node.place(), "x-decimal", "format: decimal");
        }
        ordered(node, "minLength", "maxLength");
        Json.Obj decimal = node.obj("x-decimal");
        if (decimal.whole("fraction", 0) > decimal.whole("digits", 38)) {
            findings.add(LintCheck.KEYWORD_RANGE, decimal.placeOf("fraction"), "fraction", "digits");
        }
    }

    private void array(Json.Obj node) {
        ordered(node, "minItems", "maxItems");
        Json.Obj items = node.obj("items");
        // A list of lists has no counterpart in XML and in the models.
        if ("array".equals(items.text("type"))) {
            value(items, "type", "string、integer、boolean 之一或 $ref", "one of string, integer, boolean, or $ref");
        } else if (node.get("items") instanceof Json.Obj) {
            node(items, Set.of(), ITEMS_MAY);
        }
        if (node.flag("uniqueItems") && !"string".equals(items.text("type"))) {
            findings.add(LintCheck.ITEMS_STRING, node.placeOf("uniqueItems"));
        }
    }

    private void condition(Json.Obj condition) {
        keywords(condition, CONDITION_MUST, CONDITION_MAY);
        if (!condition.has("then") && !condition.has("else")) {
            findings.add(LintCheck.KEYWORD_MISSING, condition.place(), "then / else");
        }
        object(condition, "if");
        Json.Obj test = condition.obj("if");
        keywords(test, Set.of("required"), Set.of("properties"));
        Json.Obj tested = test.obj("properties");
        tested.members().forEach((name, value) -> test(tested, name, value));
        for (String branch : List.of("then", "else")) {
            object(condition, branch);
            Json.Obj obligation = condition.obj(branch);
            keywords(obligation, Set.of(), Set.of("required", "properties"));
            if (condition.has(branch) && obligation.members().isEmpty()) {
                value(condition, branch, "required 或 properties", "required or properties");
            }
            Json.Obj forbidden = obligation.obj("properties");
            forbidden.members().forEach((name, value) -> {
                if (!(value instanceof Json.Flag flag) || flag.value()) {
                    value(forbidden, name, "false", "false");
                }
            });
        }
    }

    private void test(Json.Obj tested, String name, Json value) {
        boolean valid = value instanceof Json.Obj object
                && object.members().size() == 1
                && (object.has("const")
                        ? scalar(object.get("const"))
                        : object.get("enum") instanceof Json.Arr array
                                && !array.items().isEmpty()
                                && array.items().stream().allMatch(KeywordCheck::scalar));
        if (!valid) {
            value(tested, name, "const 或 enum（文本或布尔值）", "const or enum of strings or booleans");
        }
    }

    private static boolean scalar(@Nullable Json value) {
        return value instanceof Json.Text || value instanceof Json.Flag;
    }

    private void object(Json.Obj owner, String keyword) {
        if (owner.has(keyword) && !(owner.get(keyword) instanceof Json.Obj)) {
            value(owner, keyword, "对象", "an object");
        }
    }

    private void reference(Json.Obj node) {
        String reference = node.text("$ref", "");
        if (!Words.REFERENCE.matcher(reference).matches()) {
            findings.add(LintCheck.REF_FORM, node.placeOf("$ref"), reference);
        }
    }

    private void ordered(Json.Obj node, String low, String high) {
        if (node.whole(low, Long.MIN_VALUE) > node.whole(high, Long.MAX_VALUE)) {
            findings.add(LintCheck.KEYWORD_RANGE, node.placeOf(low), low, high);
        }
    }

    private void keywords(Json.Obj object, Set<String> must, Set<String> may) {
        for (String keyword : must.stream().sorted().toList()) {
            if (!object.has(keyword)) {
                findings.add(LintCheck.KEYWORD_MISSING, object.place(), keyword);
            }
        }
        object.members().forEach((keyword, value) -> {
            if (!must.contains(keyword) && !may.contains(keyword)) {
                findings.add(LintCheck.KEYWORD_UNKNOWN, object.placeOf(keyword), keyword);
                return;
            }
            KeywordValues.Shape shape = KeywordValues.of(keyword);
            if (!shape.test().test(value)) {
                findings.add(LintCheck.KEYWORD_VALUE, object.placeOf(keyword), keyword, shape.zh(), shape.en());
            }
        });
    }

    private void value(Json.Obj object, String keyword, String zh, String en) {
        findings.add(LintCheck.KEYWORD_VALUE, object.placeOf(keyword), keyword, zh, en);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
