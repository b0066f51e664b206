package org.tongcai.compiler.spec;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.tongcai.bundle.LayoutTemplate;

/**
 * A layout: {@code business/layouts/<documentType>.json}, or {@code shared.json} with the texts and parts that all may use. Immutable.
 *
 * @param name of the file, without its ending
 * @param source its JSON
 */
public record SpecLayout(String name, Json.Obj source) {
    /** Name of the file with shared texts and parts. */
    public static final String SHARED = "shared";

    /** The layout with those shared texts and parts that it needs, so that it can be read alone. */
    public Json.Obj standingAlone(SpecLayout shared) {
        Map<String, Json> members = new LinkedHashMap<>(source.members());
        Map<String, Json> texts = new LinkedHashMap<>(source.obj("texts").members());
        Map<String, Json> parts = new LinkedHashMap<>(source.obj("parts").members());
        Deque<Json> open = new ArrayDeque<>();
        open.add(source);
        while (!open.isEmpty()) {
            TreeSet<String> neededTexts = new TreeSet<>();
            TreeSet<String> neededParts = new TreeSet<>();
            needs(open.remove(), neededTexts, neededParts);
            add(neededTexts, shared.source().obj("texts"), texts, open);
            add(neededParts, shared.source().obj("parts"), parts, open);
        }
        put(members, "texts", texts);
        put(members, "parts", parts);
        return new Json.Obj(source.place(), members, source.names());
    }

    private static void add(TreeSet<String> needed, Json.Obj shared, Map<String, Json> own, Deque<Json> open) {
        for (String name : needed) {
            Json found = shared.get(name);
            if (found != null && own.putIfAbsent(name, found) == null) {
                open.add(found);
            }
        }
    }

    private void put(Map<String, Json> members, String name, Map<String, Json> values) {
        if (!values.isEmpty()) {
            members.put(name, new Json.Obj(source.place(), values, Map.of()));
        }
    }

    private static void needs(Json json, TreeSet<String> texts, TreeSet<String> parts) {
        if (json instanceof Json.Obj object) {
            String use = object.text("use");
            if (use != null) {
                parts.add(use);
            }
            object.members().values().forEach(member -> needs(member, texts, parts));
        } else if (json instanceof Json.Arr array) {
            array.items().forEach(item -> needs(item, texts, parts));
        } else if (json instanceof Json.Text text && text.value().contains("|text:")) {
            for (LayoutTemplate.Part part : template(text.value()).parts()) {
                if (part instanceof LayoutTemplate.Slot slot && slot.format().equals("text")) {
                    texts.add(slot.argument());
                }
            }
        }
    }

    private static LayoutTemplate template(String text) {
        try {
            return LayoutTemplate.parse(text);
        } catch (IllegalArgumentException e) {
            return new LayoutTemplate(java.util.List.of()); // the linter says so
        }
    }
}
