package org.tongcai.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Severity;
import org.tongcai.Verdict;

/**
 * Invented results to look at: {@code main(directory, documents)} writes them in every format. Always the same for the same number of documents.
 */
final class SampleReports {
    private static final Citation ORDER_87 = new Citation("政府采购货物和服务招标投标管理办法", "财政部令第87号", "第十六条");
    private static final Citation GB_32100 = new Citation("法人和其他组织统一社会信用代码编码规则", "GB 32100-2015", null);
    private static final Bilingual ADD = new Bilingual("补充该字段", "add the member");

    private static final Bilingual DEMAND =
            new Bilingual("招标文件的提供期限不少于五个工作日", "Tender documents are provided for at least five working days");

    private record Kind(
            String rule,
            Layer layer,
            Severity severity,
            String pointer,
            Bilingual title,
            @Nullable String value,
            Bilingual message,
            @Nullable Citation citation,
            @Nullable Bilingual fix) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "structure.required",
                    Layer.STRUCTURE,
                    Severity.ERROR,
                    "/lots/0/award",
                    new Bilingual("中标结果公告 › 标项 › 中标结果 › 中标金额", "Award notice › Lot › Award › Amount"),
                    null,
                    new Bilingual("缺少必填字段 amount（中标金额）", "required member amount (award amount) is missing"),
                    ORDER_87,
                    ADD),
            new Kind(
                    "structure.required",
                    Layer.STRUCTURE,
                    Severity.ERROR,
                    "",
                    new Bilingual("采购意向公开 › 预计采购时间", "Procurement intention › Expected time"),
                    null,
                    new Bilingual(
                            "缺少必填字段 expectedMonth（预计采购时间）", "required member expectedMonth (expected time) is missing"),
                    new Citation("关于开展政府采购意向公开工作的通知", "财库〔2020〕10号", null),
                    ADD),
            new Kind(
                    "identifiers.invalid",
                    Layer.IDENTIFIERS,
                    Severity.ERROR,
                    "/suppliers/12/organization/identifiers/0/creditCode",
                    new Bilingual("中标结果公告 › 供应商 › 统一社会信用代码", "Award notice › Supplier › Unified social credit code"),
                    "91330106MA2XXXXX0A",
                    new Bilingual(
                            "统一社会信用代码不正确：校验码应为 3，实为 A",
                            "not a valid unified social credit code: the check digit should be 3, is A"),
                    GB_32100,
                    new Bilingual("核对原始证照", "check it against the original certificate")),
            new Kind(
                    "codes.unknown",
                    Layer.CODES,
                    Severity.ERROR,
                    "/procurementMethod",
                    new Bilingual("招标公告 › 采购方式", "Tender notice › Procurement method"),
                    "OPEN_TENDERS",
                    new Bilingual(
                            "“OPEN_TENDERS”不在代码表“采购方式”中，是否为 OPEN_TENDER",
                            "\"OPEN_TENDERS\" is not in the code list Procurement method, did you mean OPEN_TENDER"),
                    null,
                    new Bilingual("用 tongcai codes 查代码", "look the code up with tongcai codes")),
            new Kind(
                    "structure.decimal",
                    Layer.STRUCTURE,
                    Severity.ERROR,
                    "/budget/amount",
                    new Bilingual("招标公告 › 预算金额 › 金额", "Tender notice › Budget › Amount"),
                    "1,250,000.000",
                    new Bilingual(
                            "不是合法的金额或数量：至多 14 位数字，其中小数至多 2 位",
                            "is not a valid decimal: at most 14 digits, of which at most 2 after the point"),
                    null,
                    null),
            new Kind(
                    "structure.unknown-field",
                    Layer.STRUCTURE,
                    Severity.ERROR,
                    "/header/veryLongMemberNameThatNobodyEverWroteInThisStandard",
                    new Bilingual("合同公告 › 文档头", "Contract notice › Header"),
                    "</script><img src=x onerror=alert(1)>",
                    new Bilingual(
                            "标准中没有字段 veryLongMemberNameThatNobodyEverWroteInThisStandard",
                            "the standard has no member veryLongMemberNameThatNobodyEverWroteInThisStandard here"),
                    null,
                    new Bilingual("删除，或放入 extensions", "remove it, or put it into extensions")),
            new Kind(
                    "codes.not-in-force",
                    Layer.CODES,
                    Severity.WARNING,
                    "/items/3/catalogueCode",
                    new Bilingual("招标公告 › 采购标的 › 品目代码", "Tender notice › Item › Catalogue code"),
                    "A0201",
                    new Bilingual(
                            "代码“A0201”（政府采购品目分类目录）在 2026-03-01 不在有效期内：2022-09-01 起由新版替代",
                            "code \"A0201\" (catalogue) is not in force on 2026-03-01: replaced from 2022-09-01"),
                    new Citation("政府采购品目分类目录", "财库〔2022〕31号", null),
                    null),
            new Kind(
                    "GP-NOTICE-014",
                    Layer.RULES,
                    Severity.WARNING,
                    "/documentsObtainable/end",
                    new Bilingual("招标公告 › 获取招标文件 › 结束时间", "Tender notice › Obtaining documents › End"),
                    "2026-03-04",
                    new Bilingual(
                            "提供招标文件的期限为 3 个工作日，不得少于 5 个工作日",
                            "tender documents are provided for 3 working days, must be at least 5"),
                    new Citation("政府采购货物和服务招标投标管理办法", "财政部令第87号", "第十八条"),
                    new Bilingual("延长获取期限", "extend the period")),
            new Kind(
                    "quality.placeholder-text",
                    Layer.QUALITY,
                    Severity.INFO,
                    "/contact/name",
                    new Bilingual("招标公告 › 联系人 › 姓名", "Tender notice › Contact › Name"),
                    "**",
                    new Bilingual("像是占位文字", "looks like a placeholder"),
                    null,
                    null),
            new Kind(
                    "structure.max-length",
                    Layer.STRUCTURE,
                    Severity.ERROR,
                    "/title",
                    new Bilingual("更正公告 › 标题", "Correction notice › Title"),
                    "示例市教育局".repeat(33) + "……",
                    new Bilingual("至多 200 个字符，实为 612 个", "at most 200 characters, has 612"),
                    null,
                    null));

    private static final List<String> TYPES =
            List.of("awardNotice", "tenderNotice", "procurementIntention", "contractNotice", "correctionNotice");

    private SampleReports() {}

    /** The result for document {@code n} of the sample. */
    static DocumentReport document(int n) {
        Random random = new Random(n * 7919L);
        String source = n % 5 == 0
                ? "data/示例市/公告 2026-" + (n % 12 + 1) + ".ndjson"
                : "data/platform-" + n % 7 + "/notices-2026.ndjson";
        if (n % 97 == 13) {
            Finding limit = new Finding(
                    "limit.depth",
                    Layer.SYNTAX,
                    Severity.ERROR,
                    "/a",
                    Bilingual.EMPTY,
                    n + 1,
                    900,
                    88_000L + n,
                    null,
                    new Bilingual("嵌套超过 64 层", "nested deeper than 64 levels"),
                    null,
                    null);
            return new DocumentReport(source, n, null, null, Verdict.UNDETERMINED, List.of(limit), 0);
        }
        boolean xml = n % 6 == 4;
        if (xml) {
            source = "data/platform-" + n % 7 + "/notices.zip!/公告-" + n + ".xml";
        }
        String type = TYPES.get(n % TYPES.size());
        List<Finding> findings = new ArrayList<>();
        int count = random.nextInt(5) < 2 ? 0 : (int) Math.ceil(Math.abs(random.nextGaussian()) * 3);
        boolean rejected = false;
        for (int i = 0; i < count; i++) {
            Kind kind = KINDS.get((int) Math.min(KINDS.size() - 1, Math.abs(random.nextGaussian()) * 4));
            rejected |= kind.severity == Severity.ERROR;
            findings.add(new Finding(
                    kind.rule,
                    kind.layer,
                    kind.severity,
                    kind.pointer,
                    kind.title,
                    n + 1,
                    20 + i * 31,
                    n * 900L + i * 31,
                    kind.value,
                    kind.message,
                    kind.citation,
                    kind.fix,
                    kind.layer == Layer.RULES ? DEMAND : null,
                    xml ? xpath(type, kind.pointer) : null));
        }
        return new DocumentReport(
                source,
                xml ? 0 : n,
                type,
                String.format("EX-2026-%06d", n),
                rejected ? Verdict.REJECTED : Verdict.ACCEPTED,
                findings,
                n % 60 == 7 ? 12 : 0,
                n % 3 == 0 ? List.of(Examples.NO_CALENDAR, Examples.NO_RESOLVER) : List.of(Examples.NO_RESOLVER));
    }

    private static String xpath(String type, String pointer) {
        StringBuilder path = new StringBuilder("/tc:" + type);
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
            path.append(step.matches("[0-9]+") ? "[" + (Integer.parseInt(step) + 1) + "]" : "/tc:" + step);
        }
        return path.toString();
    }

    /** Writes report.txt, report.json, report.sarif and report.html (and the English ones) into a directory. */
    public static void main(String[] args) throws IOException {
        Path directory = Files.createDirectories(Path.of(args[0]));
        int documents = Integer.parseInt(args[1]);
        String standard = "tongcai-cn 0.1.0";
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            String suffix = "." + locale.getLanguage() + ".";
            try (OutputStream json = Files.newOutputStream(directory.resolve("report.json"));
                    OutputStream sarif = Files.newOutputStream(directory.resolve("report" + suffix + "sarif"));
                    OutputStream html = Files.newOutputStream(directory.resolve("report" + suffix + "html"));
                    var text = Files.newBufferedWriter(directory.resolve("report" + suffix + "txt"));
                    ReportWriter writers = all(
                            Reports.json(json, standard),
                            Reports.sarif(sarif, standard, locale),
                            Reports.html(html, standard, HtmlOptions.DEFAULT.withLocale(locale)),
                            Reports.text(text, standard, TextOptions.DEFAULT.withLocale(locale)))) {
                for (int n = 0; n < documents; n++) {
                    writers.add(document(n));
                }
            }
        }
    }

    private static ReportWriter all(ReportWriter... writers) {
        return new ReportWriter() {
            @Override
            public void add(DocumentReport document) throws IOException {
                for (ReportWriter writer : writers) {
                    writer.add(document);
                }
            }

            @Override
            public void close() throws IOException {
                for (ReportWriter writer : writers) {
                    writer.close();
                }
            }
        };
    }
}
