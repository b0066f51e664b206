package org.tongcai.report;

import java.util.List;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Report;
import org.tongcai.Severity;
import org.tongcai.Summary;
import org.tongcai.Verdict;

/** Small invented results that the tests share. */
final class Examples {
    static final String STANDARD = "tongcai-cn 0.1.0";

    static final Finding MISSING = new Finding(
            "structure.required",
            Layer.STRUCTURE,
            Severity.ERROR,
            "/lots/0",
            new Bilingual("中标公告 › 标项 › 中标金额", "Award notice › Lot › Award amount"),
            12,
            5,
            310,
            null,
            new Bilingual("缺少必填字段 amount（中标金额）", "required member amount (award amount) is missing"),
            new Citation("政府采购货物和服务招标投标管理办法", "财政部令第87号", "第十六条"),
            new Bilingual("补充该字段", "add the member"));

    static final Finding ODD_CODE = new Finding(
            "codes.unknown",
            Layer.CODES,
            Severity.WARNING,
            "/procurementMethod",
            new Bilingual("中标公告 › 采购方式", "Award notice › Procurement method"),
            3,
            20,
            0,
            "OPEN_TENDERS",
            new Bilingual("“OPEN_TENDERS”不在代码表“采购方式”中", "\"OPEN_TENDERS\" is not in the code list Procurement method"),
            null,
            null);

    static final Finding UNREADABLE = new Finding(
            "input.unreadable",
            Layer.SYNTAX,
            Severity.ERROR,
            "",
            Bilingual.EMPTY,
            0,
            0,
            -1,
            null,
            new Bilingual("无法读取：没有权限", "cannot be read: permission denied"),
            null,
            null);

    static final List<DocumentReport> DOCUMENTS = List.of(
            new DocumentReport("notices/公告 1.json", 0, "awardNotice", "EX-1", Verdict.ACCEPTED, List.of(), 0),
            new DocumentReport(
                    "notices/公告 2.ndjson", 3, "awardNotice", "EX-2", Verdict.REJECTED, List.of(MISSING, ODD_CODE), 7),
            new DocumentReport("secret.json", 0, null, null, Verdict.UNDETERMINED, List.of(UNREADABLE), 0));

    private Examples() {}

    static Report report() {
        return report(DOCUMENTS);
    }

    static Report report(List<DocumentReport> documents) {
        Summary summary = Summary.NONE;
        for (DocumentReport document : documents) {
            summary = summary.plus(document);
        }
        return new Report(STANDARD, summary.verdict(), summary, documents);
    }

    /** One rejected document whose every text is the given one. */
    static DocumentReport hostile(String text) {
        Bilingual both = new Bilingual(text, text);
        Finding finding = new Finding(
                "structure.unknown-field",
                Layer.STRUCTURE,
                Severity.ERROR,
                "/" + text,
                both,
                1,
                2,
                3,
                text,
                both,
                new Citation(text, text, text),
                both);
        Finding rule = new Finding(
                text,
                Layer.RULES,
                Severity.ERROR,
                "/" + text,
                both,
                1,
                2,
                3,
                text,
                both,
                new Citation(text, text, text),
                both);
        return new DocumentReport(text, 0, text, text, Verdict.REJECTED, List.of(finding, rule), 0);
    }
}
