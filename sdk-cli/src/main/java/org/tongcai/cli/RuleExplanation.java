package org.tongcai.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.Standard;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.bundle.RuleIndex;
import org.tongcai.bundle.RuleLimit;
import org.tongcai.bundle.WordingGroup;
import org.tongcai.compiler.rules.RuleWords;

/** Explains rules, their subjects, and the limits and wordings that they use. */
final class RuleExplanation {
    static final String LIMIT = "limit:";

    private static final String RULE = "GP-";

    private final Terminal terminal;
    private final Standard standard;
    private final RuleIndex index;

    RuleExplanation(Terminal terminal, Standard standard) {
        this.terminal = terminal;
        this.standard = standard;
        this.index = standard.bundle().ruleIndex();
    }

    /** Ids that it explains, for suggestions. */
    List<String> ids() {
        List<String> ids = new ArrayList<>();
        index.rules().forEach(rule -> ids.add(rule.id()));
        index.subjects().forEach(subject -> ids.add(RULE + subject.id()));
        standard.bundle().limits().forEach(limit -> ids.add(limit.id()));
        standard.bundle().wordings().forEach(group -> ids.add(group.id()));
        return ids;
    }

    /** What the standard says about a rule, a subject, a limit or a group of wordings; null where there is none of that id. */
    @Nullable
    String explain(String id) {
        for (RuleIndex.Entry rule : index.rules()) {
            if (rule.id().equalsIgnoreCase(id)) {
                return rule(rule);
            }
        }
        for (RuleIndex.Subject subject : index.subjects()) {
            if ((RULE + subject.id()).equalsIgnoreCase(id)) {
                return subject(subject);
            }
        }
        String name = id.startsWith(LIMIT) ? id.substring(LIMIT.length()) : id;
        for (RuleLimit limit : standard.bundle().limits()) {
            if (limit.id().equalsIgnoreCase(name)) {
                return limit(limit);
            }
        }
        for (WordingGroup group : standard.bundle().wordings()) {
            if (group.id().equalsIgnoreCase(id)) {
                return wordings(group);
            }
        }
        return null;
    }

    private String rule(RuleIndex.Entry rule) {
        ExplainPage page = new ExplainPage(terminal, rule.id(), terminal.in(subject(rule.subject())));
        page.text(terminal.in(rule.title()));
        page.line("适用单据", "applies to", documents(rule.appliesTo()));
        page.line("层次", "stage", rule.stage().title());
        page.line("严重程度", "severity", RuleWords.severity(rule.severity()));
        page.line("可信度", "confidence", RuleWords.confidence(rule.confidence()));
        rule.citations().forEach(citation -> page.line("依据", "source", citation.toString()));
        page.line("施行", "in force", term(rule.from(), rule.to()));
        page.line("代之以", "replaced by", rule.replacedBy());
        rule.parameters()
                .forEach((name, parameter) -> page.line(
                        "参数 " + name,
                        "parameter " + name,
                        parameter.value()
                                + terminal.in("（", " (")
                                + terminal.in(RuleWords.stricter(parameter.stricter()))
                                + terminal.in("）", ")")));
        for (RuleLimit limit : standard.bundle().limits()) {
            if (rule.limits().contains(limit.id())) {
                page.line("限额 " + limit.id(), "limit " + limit.id(), limit.title());
            }
        }
        references(rule).forEach((name, how) -> page.line("其他单据 " + name, "other document " + name, how));
        page.part("规则原文", "As written");
        RuleWords.expressions(rule).forEach((name, text) -> page.text("  " + name + ": " + text));
        page.part("不符合时", "Where it does not hold");
        page.line("位置", "place", rule.target());
        page.line("信息", "message", rule.message());
        page.line("处理", "fix", rule.fix());
        example(page, rule.example());
        return page.toString();
    }

    private void example(ExplainPage page, RuleDefinition.@Nullable Example example) {
        if (example == null) {
            return;
        }
        page.part("例", "Example");
        String sound = terminal.in("  符合：示例原样", "  holds: the example as it stands");
        if (example.passing().isEmpty()) {
            page.text(sound);
        } else {
            page.text(terminal.in("  符合：示例经以下改动", "  holds: the example with"));
            example.passing().forEach(step -> page.text("    " + RuleWords.operation(step)));
        }
        page.text(terminal.in("  不符合：示例经以下改动", "  fails: the example with"));
        example.failing().forEach(step -> page.text("    " + RuleWords.operation(step)));
        page.line("结果", "finding", (example.pointer() + "  " + Objects.toString(example.message(), "")).strip());
    }

    /** The other documents that it reads: name → how they are found. */
    private Map<String, Bilingual> references(RuleIndex.Entry rule) {
        Map<String, Bilingual> references = new TreeMap<>();
        for (RuleDefinition compiled : standard.bundle().rules(rule.appliesTo().get(0))) {
            if (compiled.id().equals(rule.id())) {
                compiled.refs()
                        .forEach(reference -> references.put(
                                "refs." + reference.name(), RuleWords.reference(reference, title(reference.type()))));
            }
        }
        return references;
    }

    private String subject(RuleIndex.Subject subject) {
        ExplainPage page = new ExplainPage(terminal, RULE + subject.id() + "  " + terminal.in(subject.title()), null);
        index.rules().stream()
                .filter(rule -> rule.subject().equals(subject.id()))
                .forEach(rule -> page.text("  " + rule.id() + "  " + terminal.in(RuleWords.severity(rule.severity()))
                        + "  " + terminal.in(rule.title())));
        return page.toString();
    }

    private String limit(RuleLimit limit) {
        ExplainPage page = new ExplainPage(terminal, LIMIT + limit.id() + "  " + terminal.in(limit.title()), null);
        page.text(terminal.in(limit.description()));
        page.line("计量单位", "unit", limit.unit());
        page.line("地方规范", "profiles", RuleWords.stricter(limit.stricter()));
        for (RuleLimit.Value value : limit.values()) {
            page.text("");
            page.text("  " + value.value() + "  "
                    + (value.region().isEmpty() ? terminal.in("全国", "the whole country") : value.region()) + "  "
                    + Objects.toString(term(value.from(), value.to()), ""));
            page.line("可信度", "confidence", RuleWords.confidence(value.confidence()));
            value.citations().forEach(citation -> page.line("依据", "source", citation.toString()));
        }
        page.text("");
        List<String> users = index.rules().stream()
                .filter(rule -> rule.limits().contains(limit.id()))
                .map(RuleIndex.Entry::id)
                .toList();
        page.line("用于规则", "used by", String.join(", ", users));
        return page.toString();
    }

    private String wordings(WordingGroup group) {
        ExplainPage page = new ExplainPage(terminal, group.id() + "  " + terminal.in(group.title()), null);
        page.line("词句", "wordings", String.join("、", group.words()));
        page.line("例外", "exceptions", String.join("、", group.exceptions()));
        page.line("可信度", "confidence", RuleWords.confidence(group.confidence()));
        for (Citation citation : group.citations()) {
            page.line("依据", "source", citation.toString());
        }
        return page.toString();
    }

    /** How many rules of each subject apply to a document type: {@code GP-CONTRACT 31, GP-POLICY 4}; empty for none. */
    String count(String documentType) {
        Map<String, Integer> counts = new TreeMap<>();
        index.rules().stream()
                .filter(rule -> rule.appliesTo().contains(documentType))
                .forEach(rule -> counts.merge(RULE + rule.subject(), 1, Integer::sum));
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(count -> count.getKey() + " " + count.getValue())
                        .toList());
    }

    private @Nullable String term(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            return to == null ? null : terminal.in("至 " + to, "until " + to);
        }
        return to == null ? terminal.in("自 " + from, "since " + from) : from + " – " + to;
    }

    private String documents(List<String> names) {
        return String.join(
                terminal.in("、", ", "),
                names.stream()
                        .map(name -> terminal.in(title(name)) + " " + name)
                        .toList());
    }

    private Bilingual title(String documentType) {
        return standard.manifest().documentTypes().stream()
                .filter(type -> type.name().equals(documentType))
                .map(Manifest.DocumentType::title)
                .findFirst()
                .orElse(new Bilingual(documentType, ""));
    }

    private Bilingual subject(String id) {
        return index.subjects().stream()
                .filter(subject -> subject.id().equals(id))
                .map(RuleIndex.Subject::title)
                .findFirst()
                .orElse(new Bilingual(id, ""));
    }
}
