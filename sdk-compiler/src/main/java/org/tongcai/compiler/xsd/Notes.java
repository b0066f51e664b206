package org.tongcai.compiler.xsd;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.bundle.CodeList;
import org.tongcai.compiler.spec.Deprecation;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCondition;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/** Annotations: what it is in Chinese and English for people, term id and legal basis for programs. */
final class Notes {
    private final Spec spec;

    Notes(Spec spec) {
        this.spec = spec;
    }

    /** Of a type; conditions that no schema of this kind can hold are told. */
    void type(SchemaText out, SpecType type) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (SpecCondition condition : type.conditions()) {
            Bilingual title = spec.title(condition.termId(), condition.title());
            zh.append(zh.isEmpty() ? "另须：" : "；").append(title.zh());
            en.append(en.isEmpty() ? " Also: " : "; ").append(title.en());
        }
        type.dependentRequired().forEach((property, brought) -> {
            String names = String.join(", ", brought);
            zh.append(zh.isEmpty() ? "另须：" : "；")
                    .append("有 ")
                    .append(property)
                    .append(" 就有 ")
                    .append(names);
            en.append(en.isEmpty() ? " Also: " : "; ")
                    .append("where there is ")
                    .append(property)
                    .append(" there is ")
                    .append(names);
        });
        annotation(
                out,
                add(
                        told(
                                spec.title(type.termId(), type.title()),
                                spec.description(type.termId(), type.description()),
                                type.deprecated()),
                        new Bilingual(zh.toString(), en.toString())),
                source(type.termId(), type.basis()));
    }

    /** Of a property. */
    void property(SchemaText out, SpecProperty property) {
        annotation(
                out,
                told(
                        spec.title(property.termId(), property.title()),
                        spec.description(property.termId(), property.description()),
                        property.deprecated()),
                source(property.termId(), property.basis()));
    }

    /** Of a code list. */
    void codeList(SchemaText out, CodeList list, Bilingual more) {
        annotation(out, add(told(list.title(), list.description(), null), more), cited(list.sources()));
    }

    /** Of a code with all its spans of validity. */
    void code(SchemaText out, List<CodeList.Entry> spans) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (CodeList.Entry span : spans) {
            LocalDate from = span.validFrom();
            LocalDate to = span.validTo();
            String name =
                    span.name().en().isEmpty() ? span.name().zh() : span.name().en();
            zh.append(zh.isEmpty() ? "" : "；").append(span.name().zh());
            en.append(en.isEmpty() ? "" : "; ").append(name);
            if (from != null || to != null) {
                String days = " (" + (from == null ? "" : from) + " – " + (to == null ? "" : to) + ")";
                zh.append(days);
                en.append(days);
            }
            if (!span.replacedBy().isEmpty()) {
                zh.append(" → ").append(String.join(", ", span.replacedBy()));
                en.append(" → ").append(String.join(", ", span.replacedBy()));
            }
        }
        annotation(out, new Bilingual(zh.toString(), en.toString()), "");
    }

    /** In both languages; {@code source} may be empty. */
    static void annotation(SchemaText out, Bilingual text, String source) {
        out.open("annotation");
        out.text("documentation", text.zh(), "xml:lang", "zh");
        out.text("documentation", text.en(), "xml:lang", "en");
        if (!source.isEmpty()) {
            out.text("appinfo", source);
        }
        out.close();
    }

    private static Bilingual told(Bilingual title, Bilingual description, @Nullable Deprecation deprecated) {
        String zh = description.zh().isEmpty() ? title.zh() : title.zh() + "：" + description.zh();
        String en = description.en().isEmpty() ? title.en() : title.en() + ": " + description.en();
        if (deprecated == null) {
            return new Bilingual(zh, en);
        }
        String successor = deprecated.replacedBy() == null ? "" : " → " + deprecated.replacedBy();
        return new Bilingual(
                zh + " 自 " + deprecated.since() + " 起不再使用：" + deprecated.text().zh() + successor,
                en + " Deprecated since " + deprecated.since() + ": "
                        + deprecated.text().en() + successor);
    }

    private static Bilingual add(Bilingual text, Bilingual more) {
        return new Bilingual(text.zh() + more.zh(), text.en() + more.en());
    }

    private String source(String termId, List<String> basis) {
        String cited = cited(spec.citations(basis));
        return cited.isEmpty() ? termId : termId + " " + cited;
    }

    private static String cited(List<Citation> citations) {
        return citations.stream().map(Citation::toString).collect(Collectors.joining("; "));
    }
}
