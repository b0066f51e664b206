package org.tongcai.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.Layer;
import org.tongcai.Severity;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.bundle.Term;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.calendar.WorkCalendar;

/** {@link TestBundle} with rules for award notices, written as the compiler writes them. */
final class RuledBundle implements Bundle {
    static final Citation ARTICLE = new Citation("中华人民共和国政府采购法", "主席令第68号", "第三十五条");
    private static final Object DOC = List.of("v", "doc");

    private final Bundle bundle = new TestBundle();
    private final List<RuleDefinition> rules;

    RuledBundle(RuleDefinition... rules) {
        this.rules = List.of(rules);
    }

    static Object field(Object of, String type, String name) {
        return List.of(".", of, type, name);
    }

    static Object doc(String name) {
        return field(DOC, "AwardNotice", name);
    }

    static Object hasDoc(String name) {
        return List.of("has", DOC, "AwardNotice", name);
    }

    /** No lot has a budget above {@code most}. */
    static RuleDefinition budget(Severity severity, long most) {
        Object amount = field(field(List.of("v", "lot"), "Lot", "budget"), "Money", "amount");
        return new Draft("GP-TEST-001", Layer.RULES, severity)
                .each("lot", "Lot", doc("lots"))
                .let("amount", "decimal", amount)
                .target("lot", "budget", "amount")
                .message("预算 {amount} 元超过 " + most + " 元")
                .holds(List.of("le_dec_int", List.of("v", "amount"), most));
    }

    /** There is an agency. */
    static RuleDefinition agency(Layer layer, Severity severity) {
        return new Draft("GP-TEST-002", layer, severity)
                .target("doc", "agency")
                .message("没有代理机构")
                .holds(hasDoc("agency"));
    }

    /** The purchaser names no contact. */
    static RuleDefinition contact() {
        Object purchaser = doc("purchaser");
        return new Draft("GP-TEST-003", Layer.QUALITY, Severity.WARNING)
                .target("doc", "purchaser", "contact")
                .message("不应有联系人")
                .holds(List.of("!", List.of("has", purchaser, "Party", "contact")));
    }

    /** Never holds, in force for some time. */
    static RuleDefinition ended(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Draft("GP-TEST-004", Layer.RULES, Severity.ERROR)
                .inForce(from, to)
                .message("总是违反")
                .holds(false);
    }

    /** The document that the header names is there: the header looks like a reference to the document itself. */
    static RuleDefinition known() {
        return new Draft("GP-TEST-005", Layer.REFERENCES, Severity.ERROR)
                .to("self", "awardNotice", doc("header"))
                .message("项目名称不一致")
                .holds(List.of("eq", field(List.of("ref", "self"), "AwardNotice", "projectName"), doc("projectName")));
    }

    @Override
    public List<RuleDefinition> rules(String documentType) {
        return documentType.equals("awardNotice") ? rules : List.of();
    }

    @Override
    public Map<String, List<String>> slots() {
        return Map.of(
                "AwardNotice", List.of("agency", "header", "lots", "projectName", "purchaser"),
                "DocumentHeader", List.of("documentId", "documentType", "issuedAt"),
                "Lot", List.of("budget"),
                "Money", List.of("amount"),
                "Party", List.of("contact"));
    }

    @Override
    public Manifest manifest() {
        return bundle.manifest();
    }

    @Override
    public TypeDefinition type(String name) {
        return bundle.type(name);
    }

    @Override
    public CodeList codeList(String id) {
        return bundle.codeList(id);
    }

    @Override
    public List<Term> terms() {
        return bundle.terms();
    }

    @Override
    public WorkCalendar calendar() {
        return bundle.calendar();
    }

    /** A rule in the making. */
    private static final class Draft {
        private final String id;
        private final Layer layer;
        private final Severity severity;
        private List<RuleDefinition.Each> each = List.of();
        private List<RuleDefinition.Let> let = List.of();
        private List<RuleDefinition.Reference> refs = List.of();
        private List<String> target = List.of("doc");
        private String message = "";
        private @Nullable LocalDate from;
        private @Nullable LocalDate to;

        Draft(String id, Layer layer, Severity severity) {
            this.id = id;
            this.layer = layer;
            this.severity = severity;
        }

        Draft each(String name, String type, Object range) {
            each = List.of(new RuleDefinition.Each(name, type, range));
            return this;
        }

        Draft let(String name, String type, Object expr) {
            let = List.of(new RuleDefinition.Let(name, type, expr, null));
            return this;
        }

        Draft to(String name, String type, Object expr) {
            refs = List.of(new RuleDefinition.Reference(
                    name, RuleDefinition.ReferenceKind.TO, type, false, false, expr, List.of(), null, List.of()));
            return this;
        }

        Draft target(String... names) {
            target = List.of(names);
            return this;
        }

        Draft message(String text) {
            message = text;
            return this;
        }

        Draft inForce(@Nullable LocalDate first, @Nullable LocalDate last) {
            from = first;
            to = last;
            return this;
        }

        RuleDefinition holds(Object assertion) {
            return new RuleDefinition(
                    id,
                    new Bilingual("要求 " + id, "demand " + id),
                    layer,
                    severity,
                    "found",
                    each,
                    refs,
                    Map.of(),
                    null,
                    null,
                    let,
                    assertion,
                    target,
                    new Bilingual(message, message),
                    new Bilingual("改正", "correct it"),
                    List.of(ARTICLE),
                    from,
                    to,
                    null,
                    null);
        }
    }
}
