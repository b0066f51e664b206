package org.tongcai.report;

import java.util.List;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Report;
import org.tongcai.Severity;
import org.tongcai.Skipped;
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

    /** In a document that is XML. */
    static final Finding IN_XML = new Finding(
            "structure.unknown-field",
            Layer.STRUCTURE,
            Severity.ERROR,
            "/lots/1/award/@note",
            new Bilingual("中标公告 › 标项 › 第 2 项 › 中标结果", "Award notice › Lots › item 2 › Award"),
            14,
            20,
            512,
            "x",
            new Bilingual("标准中没有属性 note", "the standard has no attribute note here"),
            null,
            null,
            null,
            "/tc:awardNotice/tc:lots[2]/tc:award/@note");

    /** In a document that is an object in memory. */
    static final Finding IN_MEMORY = new Finding(
            "structure.required",
            Layer.STRUCTURE,
            Severity.ERROR,
            "/buyer",
            new Bilingual("中标公告 › 采购人", "Award notice › Buyer"),
            0,
            0,
            -1,
            null,
            new Bilingual("缺少必填字段 name（名称）", "required member name (name) is missing"),
            null,
            null);

    static final List<DocumentReport> ENCODINGS = List.of(
            new DocumentReport("a.zip!/公告.xml", 0, "awardNotice", "EX-3", Verdict.REJECTED, List.of(IN_XML), 0),
            new DocumentReport("-", 0, "awardNotice", "EX-4", Verdict.REJECTED, List.of(IN_MEMORY), 0));

    /** What a business rule found. */
    static final Finding RULE = new Finding(
            "GP-TENDER-001",
            Layer.RULES,
            Severity.ERROR,
            "/submissionDeadline",
            new Bilingual("招标公告 / 投标截止时间", "Tender notice / Submission deadline"),
            20,
            3,
            900,
            "2026-03-16T09:30:00+08:00",
            new Bilingual("自 2026-03-02 发出至 2026-03-16 截止仅 14 日，少于 20 日", "only 14 days from 2026-03-02 to 2026-03-16"),
            new Citation("中华人民共和国政府采购法", "主席令第68号", "第三十五条"),
            new Bilingual("将投标截止时间推迟到 2026-03-22 或以后", "move the deadline to 2026-03-22 or later"),
            new Bilingual("招标文件发出之日起至投标截止之日不少于二十日", "At least twenty days from issue to deadline"));

    static final Skipped NO_RESOLVER = new Skipped(
            Skipped.Kind.SKIPPED,
            Layer.REFERENCES,
            null,
            null,
            new Bilingual("没有提供可供查找的其他文件", "no other documents were given"));

    static final Skipped NO_CALENDAR = new Skipped(
            Skipped.Kind.UNDETERMINED,
            Layer.RULES,
            "GP-NOTICE-002",
            new Bilingual("中标结果在二个工作日内公告", "Award published within two working days"),
            new Bilingual("没有 2031 年的节假日安排", "the calendar has no year 2031"));

    /** A tender notice that breaks a rule, and one that could not be judged to the end. */
    static final List<DocumentReport> RULES = List.of(
            new DocumentReport(
                    "a.json", 0, "tenderNotice", "A", Verdict.REJECTED, List.of(RULE), 0, List.of(NO_RESOLVER)),
            new DocumentReport(
                    "b.json",
                    0,
                    "awardNotice",
                    "B",
                    Verdict.UNDETERMINED,
                    List.of(),
                    0,
                    List.of(NO_CALENDAR, NO_RESOLVER)),
            new DocumentReport("c.json", 0, "awardNotice", "C", Verdict.ACCEPTED, List.of(), 0, List.of(NO_RESOLVER)));

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
                both,
                both,
                text);
        Skipped skipped = new Skipped(Skipped.Kind.UNDETERMINED, Layer.RULES, text, both, both);
        return new DocumentReport(text, 0, text, text, Verdict.REJECTED, List.of(finding, rule), 0, List.of(skipped));
    }
}
