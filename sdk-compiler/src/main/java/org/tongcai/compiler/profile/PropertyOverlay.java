package org.tongcai.compiler.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcai.compiler.spec.Json;

/** Restricts the value of one property, or the items of one list. Every keyword is held against the one it replaces. */
final class PropertyOverlay {
    /** Larger is stricter. */
    private static final Set<String> LOWER_BOUNDS = Set.of("minLength", "minimum", "minItems");
    /** Smaller is stricter. */
    private static final Set<String> UPPER_BOUNDS = Set.of("maxLength", "maximum", "maxItems");

    private static final List<String> SENSITIVITIES = List.of("public", "internal", "personal", "secret");
    private static final List<String> BINDINGS = List.of("preferred", "extensible", "required");

    private final Json.Obj property;
    private final Json.Obj restriction;
    private final Problems problems;
    private final Map<String, Json> result;

    PropertyOverlay(Json.Obj property, Json.Obj restriction, Problems problems) {
        this.property = property;
        this.restriction = restriction;
        this.problems = problems;
        this.result = new LinkedHashMap<>(property.members());
    }

    Json.Obj restricted() {
        restriction.members().forEach((keyword, value) -> {
            if (LOWER_BOUNDS.contains(keyword) || UPPER_BOUNDS.contains(keyword)) {
                bound(keyword, value);
                return;
            }
            switch (keyword) {
                case "pattern" -> pattern(value);
                case "x-decimal" -> decimal(value);
                case "x-sensitivity" -> ordered(keyword, value, SENSITIVITIES, property.text(keyword, "public"));
                case "binding" -> binding(value);
                case "items" -> items(value);
                case "x-source" -> source(value);
                default -> weaker(keyword, "规范不能改变 " + keyword, "a profile cannot change " + keyword);
            }
        });
        return new Json.Obj(property.place(), result, property.names());
    }

    private void bound(String keyword, Json value) {
        Long wanted = TypeOverlay.whole(value);
        Long core = TypeOverlay.whole(property.get(keyword));
        boolean lower = LOWER_BOUNDS.contains(keyword);
        if (wanted == null || !goesWith(keyword)) {
            problems.form(restriction.placeOf(keyword), keyword + " 在此处没有意义", keyword + " means nothing here");
        } else if (core != null && (lower ? wanted < core : wanted > core)) {
            weaker(
                    keyword,
                    keyword + " " + wanted + " 宽于标准的 " + core,
                    keyword + " " + wanted + " is laxer than the " + core + " of the standard");
        } else {
            result.put(keyword, value);
        }
    }

    private boolean goesWith(String keyword) {
        String type = property.text("type", "");
        return switch (keyword) {
            case "minLength", "maxLength" -> type.equals("string");
            case "minimum", "maximum" -> type.equals("integer");
            default -> type.equals("array");
        };
    }

    private void pattern(Json value) {
        String core = property.text("pattern");
        if (!(value instanceof Json.Text text) || !property.text("type", "").equals("string")) {
            problems.form(restriction.placeOf("pattern"), "pattern 在此处没有意义", "pattern means nothing here");
            return;
        }
        try {
            if (core != null && !PatternInclusion.isNarrower(text.value(), core)) {
                weaker(
                        "pattern",
                        "格式 " + text.value() + " 允许标准的 " + core + " 不允许的内容",
                        "pattern " + text.value() + " allows what " + core + " of the standard does not");
                return;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            problems.form(
                    restriction.placeOf("pattern"),
                    "格式 " + text.value() + " 写法有误",
                    "pattern " + text.value() + " is malformed");
            return;
        }
        result.put("pattern", value);
    }

    private void decimal(Json value) {
        Json.Obj core = property.obj("x-decimal");
        if (!(value instanceof Json.Obj shape) || !property.has("x-decimal")) {
            problems.form(restriction.placeOf("x-decimal"), "此处不是小数", "this is no decimal");
            return;
        }
        long digits = shape.whole("digits", core.whole("digits", 0));
        long fraction = shape.whole("fraction", core.whole("fraction", 0));
        boolean signed = shape.has("signed") ? shape.flag("signed") : core.flag("signed");
        // The digits before the point are those that the fraction leaves.
        if (digits - fraction > core.whole("digits", 0) - core.whole("fraction", 0)
                || fraction > core.whole("fraction", 0)
                || signed && !core.flag("signed")) {
            weaker("x-decimal", "小数的位数或符号宽于标准", "digits or sign of the decimal are laxer than the standard");
            return;
        }
        Map<String, Json> members = new LinkedHashMap<>(core.members());
        members.putAll(shape.members());
        result.put("x-decimal", new Json.Obj(shape.place(), members, shape.names()));
    }

    private void binding(Json value) {
        Json.Obj core = property.obj("x-codeList");
        if (!property.has("x-codeList")) {
            problems.form(restriction.placeOf("binding"), "此处没有代码表", "there is no code list here");
            return;
        }
        if (ordered("binding", value, BINDINGS, core.text("binding", "required"))) {
            Map<String, Json> members = new LinkedHashMap<>(core.members());
            members.put("binding", value);
            result.remove("binding");
            result.put("x-codeList", new Json.Obj(core.place(), members, core.names()));
        }
    }

    /** A keyword whose values go from lax to strict. */
    private boolean ordered(String keyword, Json value, List<String> order, String core) {
        int wanted = value instanceof Json.Text text ? order.indexOf(text.value()) : -1;
        if (wanted < 0) {
            problems.form(
                    restriction.placeOf(keyword), keyword + " 应为其中之一：" + order, keyword + " should be one of " + order);
            return false;
        }
        if (wanted < order.indexOf(core)) {
            weaker(keyword, keyword + " 弱于标准的 " + core, keyword + " is weaker than the " + core + " of the standard");
            return false;
        }
        result.put(keyword, value);
        return true;
    }

    private void items(Json value) {
        if (value instanceof Json.Obj items && property.get("items") instanceof Json.Obj core) {
            result.put("items", new PropertyOverlay(core, items, problems).restricted());
        } else {
            problems.form(restriction.placeOf("items"), "此处不是列表", "this is no list");
        }
    }

    /** What the profile cites stands first: it is the more specific. */
    private void source(Json value) {
        if (value instanceof Json.Arr own) {
            List<Json> all = new ArrayList<>(own.items());
            all.addAll(property.items("x-source"));
            result.put("x-source", new Json.Arr(own.place(), all));
        }
    }

    private void weaker(String keyword, String zh, String en) {
        problems.weaker(restriction.placeOf(keyword), zh, en);
    }
}
