package org.tongcai.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Severity;
import org.tongcai.Verdict;

class HtmlReportTest {
    private static final HtmlOptions OPTIONS =
            HtmlOptions.DEFAULT.withCreatedAt(OffsetDateTime.parse("2026-03-02T09:08:07+08:00"));

    private static String write(List<DocumentReport> documents, HtmlOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Reports.write(Examples.report(documents), Reports.html(out, Examples.STANDARD, options));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String only(String html, String regex) {
        Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(html);
        assertTrue(matcher.find(), regex);
        return matcher.group(1);
    }

    private static JsonNode data(String html) throws IOException {
        return new ObjectMapper().readTree(only(html, "<script type=\"application/json\" id=\"data\">(.*?)</script>"));
    }

    private static List<DocumentReport> sample(int documents) {
        List<DocumentReport> sample = new ArrayList<>();
        for (int n = 0; n < documents; n++) {
            sample.add(SampleReports.document(n));
        }
        return sample;
    }

    @Test
    void tellsTheOutcomeWithoutScript() throws IOException {
        String html = write(Examples.DOCUMENTS, OPTIONS).replaceAll("(?s)<script.*", "");
        assertTrue(html.contains("3 份文档中有 1 份不符合标准，1 份无法判定"));
        assertTrue(html.contains("1 of 3 documents does not conform, 1 could not be judged"));
        assertTrue(html.contains("2026-03-02 09:08:07 +08:00"));
        assertTrue(html.contains("tongcai-cn 0.1.0"));
        assertTrue(html.contains("缺少必填字段 amount（中标金额）"));
        assertTrue(html.contains("notices/公告 2.ndjson:12:5"));
        assertTrue(html.contains("《政府采购货物和服务招标投标管理办法》（财政部令第87号）第十六条"));
        assertTrue(html.contains("另有 7 条超过单个文档的数量上限"));
        assertFalse(html.contains("{{"), "all places are filled");
    }

    @Test
    void showsTheLawTheFixAndWhatWasNotJudged() throws IOException {
        String html = write(Examples.RULES, OPTIONS);
        JsonNode texts = data(html).get("texts");
        String plain = html.replaceAll("(?s)<script.*", "");
        for (String text :
                List.of("招标文件发出之日起至投标截止之日不少于二十日", "《中华人民共和国政府采购法》（主席令第68号）第三十五条", "将投标截止时间推迟到 2026-03-22 或以后")) {
            assertTrue(plain.contains(text), text);
            assertTrue(texts.toString().contains(text), text);
        }
        assertEquals("没有提供可供查找的其他文件", only(plain, "跨文档引用.*?<td><span class=\"zh\" lang=\"zh-CN\">([^<]*)"));
        assertEquals("3", only(plain, "没有提供可供查找的其他文件.*?<td class=\"count\">([0-9]+)"));
        assertTrue(plain.contains("GP-NOTICE-002") && plain.contains("没有 2031 年的节假日安排"), plain);
        assertFalse(write(Examples.DOCUMENTS, OPTIONS).contains("class=\"card skipped\""), "nothing was left out");
    }

    @Test
    void showsTheXPathOfXmlAndNoLinesOfObjectsInMemory() throws IOException {
        String html = write(Examples.ENCODINGS, OPTIONS);
        assertTrue(data(html).get("texts").toString().contains("/tc:awardNotice/tc:lots[2]/tc:award/@note"));
        String plain = html.replaceAll("(?s)<script.*", "");
        assertTrue(plain.contains("<dd class=\"mono\">/tc:awardNotice/tc:lots[2]/tc:award/@note</dd>"), plain);
        assertTrue(plain.contains("<td class=\"mono\">a.zip!/公告.xml:14:20</td>"), plain);
        assertTrue(plain.contains("<td class=\"mono\">-</td>"), plain);
        assertEquals(1, plain.split("<dt>[^/]*XPath").length - 1, "only where there is one");
    }

    @Test
    void countsAFieldOfAllItemsAsOneField() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (int item = 1; item <= 3; item++) {
            findings.add(new Finding(
                    "structure.decimal",
                    Layer.STRUCTURE,
                    Severity.ERROR,
                    "/items/" + (item - 1) + "/quantity",
                    new Bilingual("合同 / 标的 / 第 " + item + " 项 / 数量", "Contract / Items / item " + item + " / Quantity"),
                    1,
                    1,
                    0,
                    null,
                    new Bilingual("不是数量", "no quantity"),
                    null,
                    null));
        }
        String html = write(
                List.of(new DocumentReport("a.json", 0, "contract", "1", Verdict.REJECTED, findings, 0)), OPTIONS);
        assertTrue(html.contains("data-key=\"合同 / 标的 / 数量\""), html);
        assertFalse(html.contains("data-key=\"合同 / 标的 / 第 1 项 / 数量\""));
    }

    @Test
    void opensInTheLanguageAskedFor() throws IOException {
        assertTrue(write(List.of(), OPTIONS).contains("<html lang=\"zh\" data-lang=\"zh\">"));
        assertTrue(
                write(List.of(), OPTIONS.withLocale(Locale.ENGLISH)).contains("<html lang=\"en\" data-lang=\"en\">"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "</td></style><img src=x onerror=alert(1)>",
                "\" onmouseover=\"alert(1)\" x='",
                "<!--<script>",
                "]]>&lt;b&gt;",
                "{{script}}{{data}}",
                "javascript:alert(1)",
                "\u202Egnp.exe\u2066\u200F",
                "line\u2028separator\u0000\u0008",
            })
    void hostileTextIsInert(String text) throws IOException {
        String clean = write(List.of(Examples.hostile("x")), OPTIONS);
        String html = write(List.of(Examples.hostile(text)), OPTIONS);
        // The page has the same elements and attributes whatever the text is.
        assertEquals(markup(clean), markup(html));
        assertEquals(2, count(html, "<script"));
        assertEquals(2, count(html, "</script"));
        assertFalse(html.contains("<!--"));
        assertFalse(html.matches("(?s).*[\u0000-\u0008\u000B-\u001F\u200E\u200F\u2028-\u202E\u2066-\u2069].*"));
        // Nor does the data change on its way to the script, except for what is spelled out.
        List<String> texts = new ArrayList<>();
        data(html).get("texts").forEach(node -> texts.add(node.textValue()));
        assertTrue(texts.contains(SafeText.visible(text)), texts.toString());
    }

    private static List<String> markup(String html) {
        List<String> tags = new ArrayList<>();
        Matcher matcher = Pattern.compile("<[a-zA-Z/!][^>]*>").matcher(html);
        while (matcher.find()) {
            tags.add(matcher.group().replaceAll("(data-key|width|x|y|height)=\"[^\"]*\"", "$1"));
        }
        return tags;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void onlyItsOwnScriptMayRunAndNothingIsFetched() throws IOException, GeneralSecurityException {
        String html = write(Examples.DOCUMENTS, OPTIONS);
        String script = only(html, "</script>\\s*<script>(.*?)</script>");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
        assertTrue(html.contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'"));
        assertTrue(html.contains("default-src 'none'"));
        assertFalse(
                html.matches("(?s).*(https?://|url\\(|@import|<link|<iframe| src=).*"),
                "no reference to anything outside");
        assertFalse(script.contains("innerHTML"));
    }

    @Test
    void theTableIsBoundedAndSaysSo() throws IOException {
        List<DocumentReport> documents = sample(400);
        long all = Examples.report(documents).findings().size();
        String html = write(documents, OPTIONS.withMaxFindings(40));
        assertEquals(40, data(html).get("rows").size());
        assertTrue(html.contains("共 " + all + " 条，本页列出 40 条"), "all " + all);
        assertTrue(html.contains("Showing 40 of " + all));
        // Charts cover everything.
        assertTrue(html.contains("<dd>" + Examples.report(documents).summary().errors() + "</dd>"));
    }

    @Test
    void nothingFoundIsAFriendlyPage() throws IOException {
        String html = write(Examples.DOCUMENTS.subList(0, 1), OPTIONS);
        assertTrue(html.contains("全部 1 份文档符合标准"));
        assertEquals(0, data(html).get("rows").size());
        assertFalse(html.contains("chart-rule"));
        write(List.of(), OPTIONS);
    }

    @Test
    void aTableOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> HtmlOptions.DEFAULT.withMaxFindings(0));
    }
}
