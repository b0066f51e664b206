package org.tongcai.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Severity;
import org.tongcai.Skipped;
import org.tongcai.Summary;
import org.tongcai.Verdict;

/** Words that more than one report uses. */
final class Words {
    static final Bilingual DOCUMENTS = new Bilingual("文档", "Documents");
    static final Bilingual NOT_JUDGED = new Bilingual("未作判定", "Not judged");
    static final Bilingual WHOLE_DOCUMENT = new Bilingual("整个文档", "whole document");

    private Words() {}

    static Bilingual of(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> new Bilingual("通过", "Accepted");
            case REJECTED -> new Bilingual("不通过", "Rejected");
            case UNDETERMINED -> new Bilingual("无法判定", "Undetermined");
        };
    }

    static Bilingual of(Severity severity) {
        return switch (severity) {
            case ERROR -> new Bilingual("错误", "Error");
            case WARNING -> new Bilingual("警告", "Warning");
            case INFO -> new Bilingual("提示", "Info");
        };
    }

    static Bilingual of(Skipped.Kind kind) {
        return switch (kind) {
            case SKIPPED -> new Bilingual("未检查", "Not checked");
            case UNDETERMINED -> new Bilingual("无法判定", "Undetermined");
        };
    }

    /** What was not judged: the rule with what it demands, or the whole layer. */
    static Bilingual subject(Skipped skipped) {
        String rule = skipped.ruleId();
        if (rule == null) {
            return skipped.layer().title();
        }
        Bilingual id = new Bilingual(rule, rule);
        return skipped.ruleTitle() == null ? id : id.join(" ", skipped.ruleTitle());
    }

    /** The stable name in machine-readable reports: lower case. */
    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The verdict over all documents in a sentence. */
    static Bilingual conclusion(Summary s) {
        if (s.documents() == 0) {
            return new Bilingual("没有文档", "there were no documents");
        }
        return switch (s.verdict()) {
            case ACCEPTED ->
                new Bilingual(
                        "全部 " + number(s.documents()) + " 份文档符合标准",
                        s.documents() == 1
                                ? "the document conforms"
                                : "all " + number(s.documents()) + " documents conform");
            case REJECTED ->
                new Bilingual(
                        number(s.documents()) + " 份文档中有 " + number(s.rejected()) + " 份不符合标准"
                                + (s.undetermined() > 0 ? "，" + number(s.undetermined()) + " 份无法判定" : ""),
                        number(s.rejected()) + " of " + count(s.documents(), "document")
                                + (s.rejected() == 1 ? " does" : " do") + " not conform"
                                + (s.undetermined() > 0
                                        ? ", " + number(s.undetermined()) + " could not be judged"
                                        : ""));
            case UNDETERMINED ->
                new Bilingual(
                        number(s.documents()) + " 份文档中有 " + number(s.undetermined()) + " 份无法判定，其余符合标准",
                        number(s.undetermined()) + " of " + count(s.documents(), "document")
                                + " could not be judged; no other was rejected");
        };
    }

    static String count(long n, String noun) {
        return number(n) + " " + noun + (n == 1 ? "" : "s");
    }

    static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** Source with position, the way compilers write it: {@code file:line:column}; without them where they are unknown. */
    static String place(DocumentReport document, Finding finding) {
        return finding.line() <= 0
                ? document.source()
                : document.source() + ":" + finding.line() + (finding.column() <= 0 ? "" : ":" + finding.column());
    }

    /** The citation for readers of a language; the names of documents are not translated. */
    static String citation(Citation citation, Locale locale) {
        if (!"en".equals(locale.getLanguage())) {
            return citation.toString();
        }
        return List.of(
                        "《" + citation.document() + "》",
                        citation.number() == null ? "" : citation.number(),
                        citation.article() == null ? "" : citation.article())
                .stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
