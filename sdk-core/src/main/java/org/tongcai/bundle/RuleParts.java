package org.tongcai.bundle;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Layer;
import org.tongcai.Severity;
import org.tongcai.bundle.JsonTree.Members;
import org.tongcai.bundle.RuleDefinition.ReferenceKind;

/** Makes the records of rules, limits, wordings and size bounds from their JSON. Expressions stay trees; the evaluator reads them. */
final class RuleParts {
    private RuleParts() {}

    static List<RuleDefinition> rules(Members json) throws IOException {
        List<RuleDefinition> rules = new ArrayList<>();
        for (Object item : json.items("rules")) {
            rules.add(rule(Members.of(item)));
        }
        return List.copyOf(rules);
    }

    private static RuleDefinition rule(Members json) throws IOException {
        List<RuleDefinition.Each> each = new ArrayList<>();
        for (Object item : json.items("each")) {
            Members range = Members.of(item);
            each.add(new RuleDefinition.Each(range.text("name"), range.text("type"), range.tree("range")));
        }
        List<RuleDefinition.Reference> refs = new ArrayList<>();
        for (Object item : json.items("refs")) {
            refs.add(reference(Members.of(item)));
        }
        List<RuleDefinition.Let> let = new ArrayList<>();
        for (Object item : json.items("let")) {
            Members value = Members.of(item);
            let.add(new RuleDefinition.Let(
                    value.text("name"), value.text("type"), value.tree("expr"), value.textOrNull("codeList")));
        }
        return new RuleDefinition(
                json.text("id"),
                BundleParts.bilingual(json, "title"),
                layer(json),
                severity(json),
                json.text("confidence"),
                each,
                refs,
                parameters(json),
                json.treeOrNull("on"),
                json.treeOrNull("when"),
                let,
                json.tree("assert"),
                json.texts("target"),
                BundleParts.bilingual(json, "message"),
                BundleParts.bilingual(json, "fix"),
                BundleParts.citations(json, "citations"),
                day(json, "from"),
                day(json, "to"),
                json.textOrNull("replacedBy"),
                example(json));
    }

    private static RuleDefinition.Reference reference(Members json) throws IOException {
        List<RuleDefinition.Match> fields = new ArrayList<>();
        for (Object item : json.items("fields")) {
            Members match = Members.of(item);
            fields.add(new RuleDefinition.Match(match.texts("path"), match.tree("expr")));
        }
        return new RuleDefinition.Reference(
                json.text("name"),
                BundleParts.constant(ReferenceKind.class, json.text("kind")),
                json.text("type"),
                json.flag("many"),
                json.flag("optional"),
                json.treeOrNull("expr"),
                json.texts("path"),
                json.treeOrNull("of"),
                fields);
    }

    private static Map<String, RuleDefinition.Parameter> parameters(Members json) throws IOException {
        Map<String, RuleDefinition.Parameter> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : json.entries("parameters").entrySet()) {
            Members parameter = Members.of(entry.getValue());
            parameters.put(
                    entry.getKey(),
                    new RuleDefinition.Parameter(
                            parameter.text("type"), parameter.text("value"), parameter.text("stricter")));
        }
        return parameters;
    }

    private static RuleDefinition.@Nullable Example example(Members json) throws IOException {
        if (!json.has("example")) {
            return null;
        }
        Members example = json.members("example");
        return new RuleDefinition.Example(
                example.text("pointer"),
                List.<Object>copyOf(example.items("failing")),
                List.<Object>copyOf(example.items("passing")),
                example.textOrNull("message"));
    }

    static RuleIndex index(Members json) throws IOException {
        List<RuleIndex.Subject> subjects = new ArrayList<>();
        for (Object item : json.items("subjects")) {
            Members subject = Members.of(item);
            subjects.add(new RuleIndex.Subject(subject.text("id"), BundleParts.bilingual(subject, "title")));
        }
        List<RuleIndex.Entry> rules = new ArrayList<>();
        for (Object item : json.items("rules")) {
            rules.add(entry(Members.of(item)));
        }
        return new RuleIndex(subjects, rules);
    }

    private static RuleIndex.Entry entry(Members json) throws IOException {
        return new RuleIndex.Entry(
                json.text("id"),
                json.text("subject"),
                BundleParts.bilingual(json, "title"),
                json.texts("appliesTo"),
                layer(json),
                severity(json),
                json.text("confidence"),
                parameters(json),
                texts(json, "each"),
                json.textOrNull("on"),
                json.textOrNull("when"),
                texts(json, "let"),
                json.text("assert"),
                json.text("target"),
                BundleParts.bilingual(json, "message"),
                BundleParts.bilingual(json, "fix"),
                BundleParts.citations(json, "citations"),
                day(json, "from"),
                day(json, "to"),
                json.textOrNull("replacedBy"),
                example(json));
    }

    static Map<String, List<String>> slots(Members json) throws IOException {
        Map<String, List<String>> slots = new LinkedHashMap<>();
        for (Object type : json.map().keySet()) {
            slots.put(String.valueOf(type), List.copyOf(json.texts(String.valueOf(type))));
        }
        return java.util.Collections.unmodifiableMap(slots);
    }

    static List<RuleLimit> limits(Members json) throws IOException {
        List<RuleLimit> limits = new ArrayList<>();
        for (Object item : json.items("limits")) {
            Members limit = Members.of(item);
            List<RuleLimit.Value> values = new ArrayList<>();
            for (Object written : limit.items("values")) {
                Members value = Members.of(written);
                values.add(new RuleLimit.Value(
                        value.text("value"),
                        value.text("region"),
                        day(value, "from"),
                        day(value, "to"),
                        BundleParts.citations(value, "citations"),
                        value.text("confidence")));
            }
            limits.add(new RuleLimit(
                    limit.text("id"),
                    limit.text("type"),
                    limit.textOrNull("unit"),
                    limit.text("stricter"),
                    BundleParts.bilingual(limit, "title"),
                    BundleParts.bilingual(limit, "description"),
                    values));
        }
        return List.copyOf(limits);
    }

    static List<EnterpriseSizeBounds> sizes(Members json) throws IOException {
        List<EnterpriseSizeBounds> sizes = new ArrayList<>();
        for (Object item : json.items("sizes")) {
            Members bounds = Members.of(item);
            sizes.add(new EnterpriseSizeBounds(
                    bounds.text("industry"),
                    bounds.text("size"),
                    wholeOrNull(bounds, "staff"),
                    wholeOrNull(bounds, "revenue"),
                    wholeOrNull(bounds, "assets"),
                    day(bounds, "from"),
                    day(bounds, "to")));
        }
        return List.copyOf(sizes);
    }

    private static @Nullable Long wholeOrNull(Members json, String name) throws IOException {
        return json.has(name) ? json.whole(name) : null;
    }

    static List<WordingGroup> wordings(Members json) throws IOException {
        List<WordingGroup> groups = new ArrayList<>();
        for (Object item : json.items("groups")) {
            Members group = Members.of(item);
            groups.add(new WordingGroup(
                    group.text("id"),
                    BundleParts.bilingual(group, "title"),
                    group.texts("words"),
                    group.texts("exceptions"),
                    BundleParts.citations(group, "citations"),
                    group.text("confidence")));
        }
        return List.copyOf(groups);
    }

    private static Layer layer(Members json) throws IOException {
        return BundleParts.constant(Layer.class, json.text("stage"));
    }

    private static Severity severity(Members json) throws IOException {
        return BundleParts.constant(Severity.class, json.text("severity"));
    }

    private static @Nullable LocalDate day(Members json, String name) throws IOException {
        String day = json.textOrNull(name);
        return day == null ? null : LocalDate.parse(day);
    }

    private static Map<String, String> texts(Members json, String name) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        json.entries(name).forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return texts;
    }
}
