package org.tongcai.compiler.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Place;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/** Restricts one type: more members required, others forbidden, values narrower. */
final class TypeOverlay {
    private static final Set<String> MEMBERS = Set.of("required", "forbidden", "properties");

    private final SpecType type;
    private final Json.Obj overlay;
    private final Problems problems;

    TypeOverlay(SpecType type, Json.Obj overlay, Problems problems) {
        this.type = type;
        this.overlay = overlay;
        this.problems = problems;
    }

    /** The type's JSON with the restrictions in it. */
    Json.Obj restricted() {
        overlay.members().keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> problems.weaker(
                        overlay.placeOf(name),
                        "规范只能用 required、forbidden、properties 收紧类型，不能写 " + name,
                        "a profile restricts a type by required, forbidden and properties, not by " + name));
        if (type.isUnion()) {
            problems.form(
                    overlay.place(),
                    "联合类型 " + type.name() + " 须逐个分支收紧",
                    "union " + type.name() + " is restricted branch by branch");
            return type.source();
        }
        Map<String, Json> members = new LinkedHashMap<>(type.source().members());
        Map<String, Json> properties =
                new LinkedHashMap<>(type.source().obj("properties").members());
        List<String> required = new ArrayList<>(type.source().texts("required"));
        List<Json> conditions = new ArrayList<>(type.source().items("allOf"));
        for (Json item : overlay.items("required")) {
            if (item instanceof Json.Text name
                    && known(name.value(), name.place())
                    && !required.contains(name.value())) {
                required.add(name.value());
            }
        }
        for (Json item : overlay.items("forbidden")) {
            if (item instanceof Json.Text name && known(name.value(), name.place())) {
                if (type.source().texts("required").contains(name.value())) {
                    problems.weaker(
                            name.place(),
                            "标准要求填写 " + name.value() + "，规范不能禁止",
                            "the standard requires " + name.value() + "; a profile cannot forbid it");
                } else if (required.remove(name.value())) {
                    problems.form(
                            name.place(), name.value() + " 既必填又禁止", name.value() + " is both required and forbidden");
                }
                conditions.add(forbidden(name));
            }
        }
        Json.Obj narrower = overlay.obj("properties");
        narrower.members().forEach((name, value) -> {
            if (known(name, narrower.placeOf(name))
                    && properties.get(name) instanceof Json.Obj property
                    && value instanceof Json.Obj restriction) {
                properties.put(name, new PropertyOverlay(property, restriction, problems).restricted());
            }
        });
        Place place = type.source().place();
        members.put(
                "properties",
                new Json.Obj(place, properties, type.source().obj("properties").names()));
        if (!required.isEmpty()) {
            members.put("required", texts(place, required));
        }
        if (!conditions.isEmpty()) {
            members.put("allOf", new Json.Arr(place, conditions));
        }
        return new Json.Obj(place, members, type.source().names());
    }

    /** A condition that always holds: the member stays known, for the conditions of the standard speak of it. */
    private Json.Obj forbidden(Json.Text name) {
        Place place = name.place();
        SpecProperty property = Objects.requireNonNull(type.property(name.value()));
        Json.Obj not = object(place, "properties", object(place, name.value(), new Json.Flag(place, false)));
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("title", new Json.Text(place, "地方规范不使用该字段"));
        members.put("x-termId", new Json.Text(place, property.termId()));
        members.put("if", Json.Obj.empty(place));
        members.put("then", not);
        return new Json.Obj(place, members, Map.of());
    }

    private static Json.Obj object(Place place, String name, Json value) {
        return new Json.Obj(place, Map.of(name, value), Map.of(name, place));
    }

    private boolean known(String property, Place place) {
        if (type.property(property) != null) {
            return true;
        }
        problems.namespace(
                place,
                "类型 " + type.name() + " 没有属性 " + property + "；新增内容请用 extensions",
                "type " + type.name() + " has no property " + property + "; additions go into extensions");
        return false;
    }

    static Json.Arr texts(Place place, List<String> values) {
        return new Json.Arr(
                place,
                values.stream().map(value -> (Json) new Json.Text(place, value)).toList());
    }

    static @Nullable Long whole(@Nullable Json value) {
        return value instanceof Json.Num number ? number.whole() : null;
    }
}
