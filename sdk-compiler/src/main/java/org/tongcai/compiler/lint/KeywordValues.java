package org.tongcai.compiler.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tongcai.compiler.spec.Json;

/** What the value of each keyword must look like on its own. */
final class KeywordValues {
    /** A shape and its words in both languages. */
    record Shape(Predicate<Json> test, String zh, String en) {}

    private static final Shape TEXT = new Shape(KeywordValues::isText, "非空文本", "a text that is not blank");
    private static final Shape FLAG = new Shape(Json.Flag.class::isInstance, "布尔值", "a boolean");
    private static final Shape TRUE = new Shape(v -> v instanceof Json.Flag f && f.value(), "true", "true");
    private static final Shape OBJECT = new Shape(Json.Obj.class::isInstance, "对象", "an object");
    private static final Shape OBJECTS =
            new Shape(v -> isList(v, Json.Obj.class::isInstance), "非空的对象数组", "a non-empty array of objects");
    private static final Shape NAMES = new Shape(
            v -> isList(v, KeywordValues::isName) && isDistinct(v), "不重复的属性名数组", "an array of distinct property names");
    private static final Shape EDITION = matching(Words.EDITION, "版次（主.次）", "an edition (major.minor)");
    private static final Shape TERM = matching(Words.TERM_ID, "术语编号 GP-数字", "a term id, GP-digits");
    private static final Map<String, Shape> SHAPES = shapes();

    private KeywordValues() {}

    static Shape of(String keyword) {
        return SHAPES.getOrDefault(keyword, new Shape(value -> true, "", ""));
    }

    static Set<String> keywords() {
        return SHAPES.keySet();
    }

    private static Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new HashMap<>();
        shapes.put("$schema", oneOf(List.of(Words.DIALECT)));
        shapes.put("title", TEXT);
        shapes.put("description", TEXT);
        shapes.put("$comment", TEXT);
        shapes.put("x-section", TEXT);
        shapes.put("x-refersTo", NAMES);
        shapes.put("x-termId", TERM);
        shapes.put("type", oneOf(List.of("object", "string", "integer", "boolean", "array")));
        shapes.put("properties", OBJECT);
        shapes.put("required", NAMES);
        shapes.put("allOf", OBJECTS);
        shapes.put("oneOf", OBJECTS);
        shapes.put(
                "dependentRequired",
                new Shape(
                        v -> v instanceof Json.Obj o
                                && o.members().values().stream().allMatch(NAMES.test()),
                        "属性名到属性名数组的对象",
                        "an object of arrays of property names"));
        shapes.put(
                "x-documentType",
                closed(
                        Map.of("name", matching(Words.PROPERTY_NAME, "", ""), "domain", oneOf(Words.DOMAINS)),
                        Set.of()));
        shapes.put("x-discriminator", matching(Words.PROPERTY_NAME, "属性名", "a property name"));
        shapes.put(
                "x-source",
                new Shape(
                        v -> isList(v, KeywordValues::isCitation) && isDistinct(v),
                        "“来源”或“来源#条款”的非空数组",
                        "a non-empty array of \"source\" or \"source#article\""));
        shapes.put("x-since", EDITION);
        Shape text = closed(Map.of("zh", TEXT, "en", TEXT), Set.of());
        shapes.put(
                "x-deprecated",
                closed(Map.of("since", EDITION, "replacedBy", TERM, "text", text), Set.of("replacedBy")));
        shapes.put("examples", new Shape(v -> isList(v, item -> true), "非空数组", "a non-empty array"));
        shapes.put("$ref", TEXT);
        shapes.put("items", OBJECT);
        shapes.put("minItems", whole(1, 1_000_000));
        shapes.put("maxItems", whole(1, 1_000_000));
        shapes.put("uniqueItems", TRUE);
        shapes.put("minLength", whole(1, 1_000_000));
        shapes.put("maxLength", whole(1, 1_000_000));
        shapes.put("pattern", TEXT);
        shapes.put("format", oneOf(Words.FORMATS));
        shapes.put(
                "x-decimal",
                closed(Map.of("digits", whole(1, 38), "fraction", whole(0, 38), "signed", FLAG), Set.of("signed")));
        shapes.put("minimum", whole(-Words.LARGEST, Words.LARGEST));
        shapes.put("maximum", whole(-Words.LARGEST, Words.LARGEST));
        shapes.put("const", TEXT);
        shapes.put(
                "x-codeList",
                closed(Map.of("id", matching(Words.LIST_ID, "", ""), "binding", oneOf(Words.BINDINGS)), Set.of()));
        shapes.put("x-identifier", oneOf(Words.IDENTIFIERS));
        shapes.put("x-notation", matching(Words.NOTATION, "表示法", "a notation"));
        shapes.put("x-sensitivity", oneOf(Words.SENSITIVITIES));
        shapes.put("x-unit", matching(Words.UNIT, "计量单位", "a unit of measure"));
        return Map.copyOf(shapes);
    }

    static Shape matching(Pattern pattern, String zh, String en) {
        return new Shape(
                v -> v instanceof Json.Text text
                        && pattern.matcher(text.value()).matches(),
                zh,
                en);
    }

    static Shape oneOf(List<String> words) {
        String list = String.join(", ", words);
        return new Shape(
                v -> v instanceof Json.Text text && words.contains(text.value()), "其中之一：" + list, "one of " + list);
    }

    private static Shape whole(long low, long high) {
        String range = "[" + low + ", " + high + "]";
        return new Shape(
                v -> {
                    Long whole = v instanceof Json.Num number ? number.whole() : null;
                    return whole != null && whole >= low && whole <= high;
                },
                range + " 内的整数",
                "a whole number in " + range);
    }

    /** An object with exactly these members, some of them optional. */
    static Shape closed(Map<String, Shape> members, Set<String> optional) {
        String names = String.join(", ", new java.util.TreeSet<>(members.keySet()));
        Predicate<Json> test = v -> v instanceof Json.Obj object
                && members.keySet().containsAll(object.members().keySet())
                && members.entrySet().stream().allMatch(member -> {
                    Json value = object.get(member.getKey());
                    return value == null
                            ? optional.contains(member.getKey())
                            : member.getValue().test().test(value);
                });
        return new Shape(test, "由 " + names + " 组成的对象，各值合法", "an object of " + names + ", each with a valid value");
    }

    static boolean isText(Json value) {
        return value instanceof Json.Text text && !text.value().isBlank();
    }

    private static boolean isName(Json value) {
        return value instanceof Json.Text text
                && Words.PROPERTY_NAME.matcher(text.value()).matches();
    }

    private static boolean isCitation(Json value) {
        if (!(value instanceof Json.Text text)) {
            return false;
        }
        int hash = text.value().indexOf('#');
        String id = hash < 0 ? text.value() : text.value().substring(0, hash);
        return Words.SOURCE_ID.matcher(id).matches() && hash != text.value().length() - 1;
    }

    private static boolean isList(Json value, Predicate<Json> each) {
        return value instanceof Json.Arr array
                && !array.items().isEmpty()
                && array.items().stream().allMatch(each);
    }

    private static boolean isDistinct(Json value) {
        Set<String> seen = new HashSet<>();
        return value instanceof Json.Arr array
                && array.items().stream().allMatch(item -> item instanceof Json.Text text && seen.add(text.value()));
    }
}
