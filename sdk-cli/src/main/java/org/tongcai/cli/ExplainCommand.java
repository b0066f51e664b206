package org.tongcai.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.Citation;
import org.tongcai.Standard;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.Term;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells what the standard says about a field, a type, a check, a rule, a limit, a lifecycle, a code list or a code. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
    private static final int CODES_SHOWN = 40;

    private final Terminal terminal;

    @Mixin
    private StandardOption standardOption = new StandardOption();

    @Parameters(paramLabel = "ID", arity = "1..*", descriptionKey = "ids")
    private List<String> ids = new ArrayList<>();

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Standard standard = standardOption.load();
        boolean first = true;
        for (String id : ids) {
            String text = explain(standard, id);
            terminal.print(first ? text : "\n" + text);
            first = false;
        }
        return Exit.ACCEPTED;
    }

    private String explain(Standard standard, String id) {
        List<Term> terms = standard.bundle().terms();
        String path = path(standard.manifest(), id);
        for (Term term : terms) {
            if (term.id().equalsIgnoreCase(id) || term.path().equals(path)) {
                return term(standard, term);
            }
        }
        for (Check check : Check.values()) {
            if (check.id().equals(id)) {
                return check(check);
            }
        }
        int slash = id.indexOf('/');
        String list = slash < 0 ? id : id.substring(0, slash);
        if (standard.manifest().codeLists().stream().anyMatch(l -> l.id().equals(list))) {
            CodeList found = standard.bundle().codeList(list);
            return slash < 0 ? codeList(found) : code(found, id.substring(slash + 1));
        }
        String rule = new RuleExplanation(terminal, standard).explain(id);
        if (rule != null) {
            return rule;
        }
        String lifecycle = new LifecycleExplanation(terminal, standard).explain(id);
        return lifecycle != null ? lifecycle : titled(standard, id);
    }

    /** By the name that people use: 招标公告 is TenderNotice. */
    private String titled(Standard standard, String title) {
        for (Term term : standard.bundle().terms()) {
            if (!term.path().contains(".") && isTitle(term.title(), title)) {
                return term(standard, term);
            }
        }
        for (Manifest.CodeListEntry list : standard.manifest().codeLists()) {
            if (isTitle(list.title(), title)) {
                return codeList(standard.bundle().codeList(list.id()));
            }
        }
        throw unknown(standard, title);
    }

    private static boolean isTitle(Bilingual title, String text) {
        return title.zh().equals(text) || !text.isEmpty() && title.en().equalsIgnoreCase(text);
    }

    /** {@code awardNotice.lots} is {@code AwardNotice.lots}. */
    private static String path(Manifest manifest, String id) {
        int point = id.indexOf('.');
        String head = point < 0 ? id : id.substring(0, point);
        return manifest.documentTypes().stream()
                        .filter(t -> t.name().equals(head))
                        .map(Manifest.DocumentType::type)
                        .findFirst()
                        .orElse(head)
                + (point < 0 ? "" : id.substring(point));
    }

    private String term(Standard standard, Term term) {
        ExplainPage page = new ExplainPage(terminal, term.path() + "  " + terminal.in(term.title()), term.id());
        page.text(terminal.in(term.description()));
        if (term.deprecated() != null) {
            page.line("已弃用", "deprecated", terminal.in(term.deprecated()));
        }
        page.line("类型", "type", term.type());
        page.line(
                "必填",
                "required",
                term.path().contains(".")
                        ? terminal.in(term.required() ? "是" : "否", term.required() ? "yes" : "no")
                        : null);
        page.line("政府标记", "notation", term.notation());
        page.line("代码表", "code list", term.codeList());
        page.line("标识符", "identifier", term.identifier());
        page.line("计量单位", "unit", term.unit());
        page.line("引用单据", "refers to", term.refersTo().isEmpty() ? null : String.join(", ", term.refersTo()));
        page.line("公告章节", "section of the notice", term.section());
        page.line("敏感级别", "sensitivity", term.sensitivity().equals("public") ? null : term.sensitivity());
        page.line("始于版次", "since", term.since());
        standard.manifest().documentTypes().stream()
                .filter(type -> type.type().equals(term.path()))
                .forEach(type -> {
                    page.line("规则", "rules", new RuleExplanation(terminal, standard).count(type.name()));
                    page.line("生命周期", "lifecycle", new LifecycleExplanation(terminal, standard).of(type.name()));
                });
        term.sources().forEach(s -> page.line("依据", "source", s.toString()));
        term.examples().forEach(e -> page.line("示例", "example", e));
        String prefix = term.path() + ".";
        List<Term> members = standard.bundle().terms().stream()
                .filter(t -> t.path().startsWith(prefix))
                .toList();
        if (!members.isEmpty()) {
            page.text("");
        }
        for (Term member : members) {
            page.text("  " + (member.required() ? "* " : "  ") + member.path().substring(prefix.length()) + "  "
                    + terminal.in(member.title()) + "  " + member.type());
        }
        return page.toString();
    }

    private String check(Check check) {
        ExplainPage page =
                new ExplainPage(terminal, check.id(), terminal.in(check.layer().title()));
        page.text(terminal.in(check.template()).replaceAll("\\{[0-9]}", "…"));
        page.line("建议", "fix", check.fix() == null ? null : terminal.in(check.fix()));
        return page.toString();
    }

    private String codeList(CodeList list) {
        ExplainPage page = new ExplainPage(terminal, list.id() + "  " + terminal.in(list.title()), null);
        page.text(terminal.in(list.description()));
        page.line("名称来源", "names by", list.status());
        page.line("代码来源", "codes by", list.codes());
        page.line("可信度", "confidence", list.confidence());
        page.line("版本", "edition", list.edition());
        for (Citation source : list.sources()) {
            page.line("依据", "source", source.toString());
        }
        page.text("");
        list.entries().stream().limit(CODES_SHOWN).forEach(e -> page.text("  " + entry(e)));
        if (list.entries().size() > CODES_SHOWN) {
            page.text("  … tongcai codes " + list.id());
        }
        return page.toString();
    }

    private String code(CodeList list, String code) {
        List<CodeList.Entry> entries =
                list.entries().stream().filter(e -> e.code().equals(code)).toList();
        if (entries.isEmpty()) {
            List<String> close = Suggestions.of(
                    code, list.entries().stream().map(CodeList.Entry::code).toList());
            throw Failure.usage(
                    "代码表 " + list.id() + " 中没有代码 " + code + Suggestions.zh(close),
                    "the code list " + list.id() + " has no code " + code + Suggestions.en(close));
        }
        ExplainPage page = new ExplainPage(terminal, list.id() + "/" + code, terminal.in(list.title()));
        for (CodeList.Entry e : entries) {
            page.text(entry(e));
            page.line("上级", "parent", e.parent());
            if (e.validFrom() != null || e.validTo() != null) {
                page.line(
                        "有效期",
                        "validity",
                        Objects.toString(e.validFrom(), "") + " – " + Objects.toString(e.validTo(), ""));
            }
            page.line("后继", "replaced by", e.replacedBy().isEmpty() ? null : String.join(", ", e.replacedBy()));
            page.line("说明", "note", e.note());
            page.line("依据", "source", e.source());
        }
        list.sources().forEach(s -> page.line("依据", "source", s.toString()));
        return page.toString();
    }

    private String entry(CodeList.Entry entry) {
        return entry.code() + "  " + terminal.in(entry.name());
    }

    private Failure unknown(Standard standard, String id) {
        List<String> known = new ArrayList<>();
        for (Term term : standard.bundle().terms()) {
            known.add(term.path());
            known.add(term.id());
        }
        // A field's title belongs to many fields, so it is offered rather than explained.
        List<String> titled = standard.bundle().terms().stream()
                .filter(t -> isTitle(t.title(), id))
                .map(Term::path)
                .limit(Suggestions.MOST)
                .toList();
        for (Check check : Check.values()) {
            known.add(check.id());
        }
        standard.manifest().codeLists().forEach(l -> known.add(l.id()));
        standard.manifest().documentTypes().forEach(t -> known.add(t.name()));
        known.addAll(new RuleExplanation(terminal, standard).ids());
        known.addAll(new LifecycleExplanation(terminal, standard).ids());
        List<String> close = titled.isEmpty() ? Suggestions.of(id, known) : titled;
        return Failure.usage(
                "标准中没有 " + id + Suggestions.zh(close),
                "the standard knows nothing called " + id + Suggestions.en(close));
    }
}
