package org.tongcai.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.JsonTree.Members;
import org.tongcai.bundle.LayoutDefinition.Block;
import org.tongcai.bundle.LayoutDefinition.Choice;
import org.tongcai.bundle.LayoutDefinition.Numbering;
import org.tongcai.bundle.LayoutDefinition.Test;

/** Makes the records of a layout from its JSON: the bundle holds layouts in the language of the standard itself. */
final class LayoutParts {
    private LayoutParts() {}

    static LayoutDefinition layout(Members json) throws IOException {
        Map<String, List<Choice>> texts = new LinkedHashMap<>();
        if (json.has("texts")) {
            for (Map.Entry<?, ?> text : json.members("texts").map().entrySet()) {
                texts.put((String) text.getKey(), choices(text.getValue()));
            }
        }
        Map<String, List<Block>> parts = new LinkedHashMap<>();
        if (json.has("parts")) {
            for (Map.Entry<?, ?> part : json.members("parts").map().entrySet()) {
                parts.put((String) part.getKey(), blocks(JsonTree.list(part.getValue())));
            }
        }
        return new LayoutDefinition(json.text("documentType"), blocks(json.items("body")), texts, parts);
    }

    private static List<Choice> choices(Object json) throws IOException {
        if (json instanceof String text) {
            return List.of(new Choice(null, LayoutTemplate.parse(text)));
        }
        List<Choice> choices = new ArrayList<>();
        for (Object item : JsonTree.list(json)) {
            Members choice = Members.of(item);
            choices.add(new Choice(test(choice, "when"), LayoutTemplate.parse(choice.text("text"))));
        }
        return choices;
    }

    private static List<Block> blocks(List<?> items) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Object item : items) {
            blocks.add(block(Members.of(item)));
        }
        return blocks;
    }

    private static Block block(Members json) throws IOException {
        Test when = test(json, "when");
        if (json.has("title")) {
            return new LayoutDefinition.Title(when, template(json, "title"));
        }
        if (json.has("paragraph")) {
            return new LayoutDefinition.Paragraph(when, template(json, "paragraph"));
        }
        if (json.has("field")) {
            return new LayoutDefinition.Field(when, json.text("field"), template(json, "value"));
        }
        if (json.has("section")) {
            return new LayoutDefinition.Section(
                    when, template(json, "section"), numbering(json), blocks(json.items("body")));
        }
        if (json.has("each")) {
            return new LayoutDefinition.Each(when, path(json, "each"), test(json, "where"), blocks(json.items("body")));
        }
        if (json.has("use")) {
            return new LayoutDefinition.Use(when, json.text("use"), path(json, "with"));
        }
        if (json.has("table")) {
            return table(when, json);
        }
        List<LayoutTemplate> lines = new ArrayList<>();
        for (String line : json.texts("signature")) {
            lines.add(LayoutTemplate.parse(line));
        }
        if (lines.isEmpty()) {
            throw new IOException("not a block of a layout: " + json.map().keySet());
        }
        return new LayoutDefinition.Signature(when, lines);
    }

    private static Block table(@Nullable Test when, Members json) throws IOException {
        List<LayoutDefinition.Column> columns = new ArrayList<>();
        for (Object item : json.items("columns")) {
            Members column = Members.of(item);
            columns.add(new LayoutDefinition.Column(
                    test(column, "when"),
                    column.text("head"),
                    template(column, "cell"),
                    column.text("align", "center").equals("left")));
        }
        return new LayoutDefinition.Table(
                when,
                path(json, "table"),
                test(json, "where"),
                json.textOrNull("caption"),
                columns,
                json.has("empty") ? template(json, "empty") : null);
    }

    private static @Nullable Numbering numbering(Members json) throws IOException {
        String sign = json.textOrNull("number");
        if (sign == null) {
            return null;
        }
        for (Numbering numbering : Numbering.values()) {
            if (numbering.sign().equals(sign)) {
                return numbering;
            }
        }
        throw new IOException("not a numbering: " + sign);
    }

    private static LayoutTemplate template(Members json, String name) throws IOException {
        return LayoutTemplate.parse(json.text(name));
    }

    private static LayoutPath path(Members json, String name) throws IOException {
        return LayoutPath.parse(json.text(name));
    }

    private static @Nullable Test test(Members json, String name) throws IOException {
        return json.has(name) ? test(json.map().get(name)) : null;
    }

    private static Test test(@Nullable Object json) throws IOException {
        if (json instanceof String path) {
            return new LayoutDefinition.Present(LayoutPath.parse(path));
        }
        Members test = Members.of(json);
        if (test.has("value")) {
            return new LayoutDefinition.In(path(test, "value"), test.texts("in"));
        }
        if (test.has("many")) {
            return new LayoutDefinition.Many(path(test, "many"));
        }
        if (test.has("not")) {
            return new LayoutDefinition.Not(test(test.map().get("not")));
        }
        if (test.has("all")) {
            return new LayoutDefinition.All(tests(test.items("all")));
        }
        if (test.has("any")) {
            return new LayoutDefinition.Any(tests(test.items("any")));
        }
        throw new IOException("not a condition: " + test.map().keySet());
    }

    private static List<Test> tests(List<?> items) throws IOException {
        List<Test> tests = new ArrayList<>();
        for (Object item : items) {
            tests.add(test(item));
        }
        return tests;
    }
}
