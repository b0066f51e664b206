package org.tongcai.compiler.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.LayoutDefinition;
import org.tongcai.bundle.LayoutPath;
import org.tongcai.bundle.LayoutTemplate;
import org.tongcai.bundle.LayoutTemplate.Slot;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.lint.LayoutScope.Shape;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Place;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecLayout;
import org.tongcai.compiler.spec.SpecType;

/** Layouts against the language (spec/technical/layouts.md) and against the schemas: every path, format, code and name. */
final class LayoutCheck {
    private static final Map<String, Set<String>> BLOCKS = Map.of(
            "title", Set.of(),
            "paragraph", Set.of(),
            "field", Set.of("value"),
            "section", Set.of("number", "body"),
            "each", Set.of("where", "body"),
            "use", Set.of("with"),
            "table", Set.of("where", "caption", "columns", "empty"),
            "signature", Set.of());
    private static final Set<String> ROOT = Set.of(
            "$schema",
            "documentType",
            "source",
            "confidence",
            "note",
            "notPrinted",
            "body",
            "texts",
            "parts",
            "$comment");

    private final Spec spec;
    private final Findings findings;
    private final Json.Obj shared;
    private final Set<String> sharedUse = new HashSet<>();

    LayoutCheck(Spec spec, Findings findings) {
        this.spec = spec;
        this.findings = findings;
        this.shared = spec.sharedLayout().source();
    }

    void check() {
        for (SpecLayout layout : spec.layouts().values()) {
            new TextCheck(findings).check(layout.source());
            if (!layout.name().equals(SpecLayout.SHARED)) {
                layout(layout);
            }
        }
        LayoutCoverage.unused(findings, shared.obj("texts"), sharedUse);
        LayoutCoverage.unused(findings, shared.obj("parts"), sharedUse);
        for (SpecType type : spec.documentTypes()) {
            if (type.domain().equals("announcements")
                    && !spec.layouts().containsKey(type.documentName())
                    && !spec.layouts().isEmpty()) {
                findings.add(LintCheck.LAYOUT_MISSING, type.source().placeOf("x-documentType"), type.documentName());
            }
        }
    }

    private void layout(SpecLayout layout) {
        Json.Obj source = layout.source();
        for (String member : source.members().keySet()) {
            if (!ROOT.contains(member)) {
                findings.add(LintCheck.LAYOUT_FORM, source.placeOf(member), member);
            }
        }
        for (Json item : source.items("source")) {
            if (item instanceof Json.Text text && spec.citation(text.value()) == null) {
                findings.add(LintCheck.CITATION, text.place(), text.value());
            }
        }
        SpecType document = spec.documentTypes().stream()
                .filter(type -> type.documentName().equals(layout.name()))
                .findFirst()
                .orElse(null);
        if (document == null || !source.text("documentType", "").equals(layout.name())) {
            findings.add(LintCheck.LAYOUT_TYPE, source.placeOf("documentType"), source.text("documentType", ""));
            return;
        }
        One one = new One(source);
        one.blocks(source, "body", LayoutScope.of(document));
        LayoutCoverage.unused(findings, source.obj("texts"), one.used);
        LayoutCoverage.unused(findings, source.obj("parts"), one.used);
        sharedUse.addAll(one.used);
        new LayoutCoverage(spec, findings, source, one.printed).check(document);
    }

    /** The check of one layout. */
    private final class One {
        private final Json.Obj layout;
        private final Set<String> printed = new HashSet<>();
        private final Set<String> used = new HashSet<>();
        private final Deque<String> open = new ArrayDeque<>();

        One(Json.Obj layout) {
            this.layout = layout;
        }

        void blocks(Json.Obj holder, String name, LayoutScope scope) {
            if (!(holder.get(name) instanceof Json.Arr list) || list.items().isEmpty()) {
                findings.add(LintCheck.LAYOUT_FORM, holder.placeOf(name), name);
                return;
            }
            list.items().forEach(block -> block(block, scope));
        }

        private void block(Json json, LayoutScope scope) {
            List<String> kinds = json instanceof Json.Obj object
                    ? object.members().keySet().stream()
                            .filter(BLOCKS::containsKey)
                            .toList()
                    : List.of();
            if (!(json instanceof Json.Obj block) || kinds.size() != 1) {
                findings.add(LintCheck.LAYOUT_FORM, json.place(), "块 block " + kinds);
                return;
            }
            String kind = kinds.get(0);
            for (String member : block.members().keySet()) {
                if (!member.equals(kind)
                        && !member.equals("when")
                        && !BLOCKS.get(kind).contains(member)) {
                    findings.add(LintCheck.LAYOUT_FORM, block.placeOf(member), member);
                }
            }
            test(block, "when", scope);
            switch (kind) {
                case "title", "paragraph" -> template(block, kind, scope);
                case "field" -> {
                    required(block, "field");
                    template(block, "value", scope);
                }
                case "section" -> {
                    template(block, "section", scope);
                    if (block.has("number")
                            && Stream.of(LayoutDefinition.Numbering.values())
                                    .noneMatch(n -> n.sign().equals(block.text("number")))) {
                        findings.add(LintCheck.LAYOUT_FORM, block.placeOf("number"), "number");
                    }
                    if (block.has("body")) {
                        blocks(block, "body", scope);
                    }
                }
                case "each" -> {
                    LayoutScope items = path(block, "each", scope);
                    if (items != null) {
                        test(block, "where", items);
                        blocks(block, "body", items);
                    }
                }
                case "use" -> {
                    LayoutScope with = path(block, "with", scope);
                    if (with != null) {
                        part(block.text("use", ""), block.placeOf("use"), with);
                    }
                }
                case "table" -> table(block, scope);
                default -> signature(block, scope);
            }
        }

        private void signature(Json.Obj block, LayoutScope scope) {
            if (!(block.get("signature") instanceof Json.Arr lines)
                    || lines.items().isEmpty()) {
                findings.add(LintCheck.LAYOUT_FORM, block.placeOf("signature"), "signature");
                return;
            }
            lines.items().forEach(line -> template(line, scope));
        }

        private void table(Json.Obj block, LayoutScope scope) {
            LayoutScope rows = path(block, "table", scope);
            if (rows == null) {
                return;
            }
            test(block, "where", rows);
            if (block.has("empty")) {
                template(block, "empty", scope);
            }
            if (block.items("columns").isEmpty()) {
                findings.add(LintCheck.LAYOUT_FORM, block.placeOf("table"), "columns");
            }
            for (Json item : block.items("columns")) {
                if (item instanceof Json.Obj column) {
                    for (String member : column.members().keySet()) {
                        if (!Set.of("head", "cell", "when", "align").contains(member)) {
                            findings.add(LintCheck.LAYOUT_FORM, column.placeOf(member), member);
                        }
                    }
                    required(column, "head");
                    test(column, "when", scope);
                    template(column, "cell", rows);
                } else {
                    findings.add(LintCheck.LAYOUT_FORM, item.place(), "columns");
                }
            }
        }

        private void part(String name, Place place, LayoutScope scope) {
            Json.Obj holder = layout.obj("parts").has(name) ? layout.obj("parts") : shared.obj("parts");
            if (enter("part " + name, name, holder, place)) {
                blocks(holder, name, scope);
                open.pop();
            }
        }

        private void text(String name, Place place, LayoutScope scope) {
            Json.Obj holder = layout.obj("texts").has(name) ? layout.obj("texts") : shared.obj("texts");
            if (!enter("text " + name, name, holder, place)) {
                return;
            }
            if (holder.get(name) instanceof Json.Arr choices) {
                for (Json item : choices.items()) {
                    if (item instanceof Json.Obj choice) {
                        test(choice, "when", scope);
                        template(choice, "text", scope);
                    } else {
                        findings.add(LintCheck.LAYOUT_FORM, item.place(), name);
                    }
                }
            } else {
                template(holder, name, scope);
            }
            open.pop();
        }

        private boolean enter(String key, String name, Json.Obj holder, Place place) {
            used.add(name);
            if (!holder.has(name) || open.contains(key)) {
                findings.add(LintCheck.LAYOUT_NAME, place, name);
                return false;
            }
            open.push(key);
            return true;
        }

        private void required(Json.Obj holder, String name) {
            if (holder.text(name, "").isEmpty()) {
                findings.add(LintCheck.LAYOUT_FORM, holder.placeOf(name), name);
            }
        }

        private void template(Json.Obj holder, String name, LayoutScope scope) {
            Json json = holder.get(name);
            if (json == null) {
                findings.add(LintCheck.LAYOUT_FORM, holder.place(), name);
            } else {
                template(json, scope);
            }
        }

        private void template(Json json, LayoutScope scope) {
            if (!(json instanceof Json.Text text)) {
                findings.add(LintCheck.LAYOUT_FORM, json.place(), json.kind());
                return;
            }
            try {
                for (LayoutTemplate.Part part :
                        LayoutTemplate.parse(text.value()).parts()) {
                    if (part instanceof Slot slot && slot.path() != null) {
                        slot(slot, slot.path(), text.place(), scope);
                    }
                }
            } catch (IllegalArgumentException e) {
                findings.add(LintCheck.LAYOUT_FORM, text.place(), String.valueOf(e.getMessage()));
            }
        }

        private void slot(Slot slot, LayoutPath path, Place place, LayoutScope scope) {
            LayoutScope found = resolve(path, place, scope);
            if (found == null) {
                return;
            }
            if (slot.format().equals("text")) {
                text(slot.argument(), place, found);
                return;
            }
            for (Shape shape : found.shapes()) {
                printed.add(shape.trail());
                if (shape.node() instanceof Node.Sequence) {
                    findings.add(LintCheck.LAYOUT_PATH, place, shape.trail());
                } else if (!LayoutValues.fits(slot, shape)) {
                    String format = slot.argument().isEmpty() ? slot.format() : slot.format() + ":" + slot.argument();
                    findings.add(LintCheck.LAYOUT_FORMAT, place, format, shape.trail());
                }
                if (shape.property() != null && shape.property().sensitivity() == Node.Sensitivity.SECRET) {
                    findings.add(LintCheck.LAYOUT_SECRET, place, shape.trail());
                }
            }
        }

        private @Nullable LayoutScope path(Json.Obj holder, String name, LayoutScope scope) {
            String text = holder.text(name);
            if (text == null) {
                findings.add(LintCheck.LAYOUT_FORM, holder.place(), name);
                return null;
            }
            return path(text, holder.placeOf(name), scope);
        }

        private @Nullable LayoutScope path(String text, Place place, LayoutScope scope) {
            try {
                return resolve(LayoutPath.parse(text), place, scope);
            } catch (IllegalArgumentException e) {
                findings.add(LintCheck.LAYOUT_FORM, place, String.valueOf(e.getMessage()));
                return null;
            }
        }

        private @Nullable LayoutScope resolve(LayoutPath path, Place place, LayoutScope scope) {
            LayoutScope found = scope.resolve(path, spec);
            if (found == null) {
                findings.add(LintCheck.LAYOUT_PATH, place, path);
            }
            return found;
        }

        private void test(Json.Obj holder, String name, LayoutScope scope) {
            Json json = holder.get(name);
            if (json != null) {
                test(json, scope);
            }
        }

        private void test(Json json, LayoutScope scope) {
            if (json instanceof Json.Text text) {
                path(text.value(), text.place(), scope);
                return;
            }
            Set<String> members =
                    json instanceof Json.Obj object ? object.members().keySet() : Set.of();
            Json.Obj test = json instanceof Json.Obj object ? object : Json.Obj.empty(json.place());
            if (members.equals(Set.of("value", "in"))) {
                LayoutScope found = path(test, "value", scope);
                for (Json value : found == null ? List.<Json>of() : test.items("in")) {
                    if (found.shapes().stream().noneMatch(shape -> LayoutValues.isPossible(shape, value, spec))) {
                        String shown = value instanceof Json.Text text ? text.value() : value.kind();
                        findings.add(LintCheck.LAYOUT_CODE, value.place(), test.text("value", ""), shown);
                    }
                }
            } else if (members.equals(Set.of("many"))) {
                path(test, "many", scope);
            } else if (members.equals(Set.of("not")) && test.get("not") != null) {
                test(test.get("not"), scope);
            } else if (members.equals(Set.of("all")) || members.equals(Set.of("any"))) {
                test.items(members.iterator().next()).forEach(each -> test(each, scope));
            } else {
                findings.add(LintCheck.LAYOUT_FORM, json.place(), "条件 condition");
            }
        }
    }
}
