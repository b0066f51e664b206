package org.tongcai.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Verdict;

/** Structure of SARIF 2.1.0; references are to sections of the OASIS standard. */
class SarifReportTest {
    private static JsonNode run(List<DocumentReport> documents, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Reports.write(Examples.report(documents), Reports.sarif(out, Examples.STANDARD, locale));
        JsonNode log = new ObjectMapper().readTree(out.toByteArray());
        assertEquals("2.1.0", log.get("version").textValue());
        assertEquals(1, log.get("runs").size());
        return log.at("/runs/0");
    }

    @Test
    void resultsPointIntoFileAndDocument() throws IOException {
        JsonNode run = run(Examples.DOCUMENTS, Locale.SIMPLIFIED_CHINESE);
        assertEquals("zh-CN", run.get("language").textValue());
        assertEquals("unicodeCodePoints", run.get("columnKind").textValue());
        assertEquals(3, run.get("results").size());
        JsonNode result = run.at("/results/0");
        assertEquals("structure.required", result.get("ruleId").textValue());
        assertEquals("error", result.get("level").textValue());
        assertEquals("缺少必填字段 amount（中标金额）", result.at("/message/text").textValue());
        JsonNode physical = result.at("/locations/0/physicalLocation");
        assertEquals(
                "notices/%E5%85%AC%E5%91%8A%202.ndjson",
                physical.at("/artifactLocation/uri").textValue());
        assertEquals(12, physical.at("/region/startLine").intValue());
        assertEquals(5, physical.at("/region/startColumn").intValue());
        assertEquals(310, physical.at("/region/byteOffset").intValue());
        assertEquals(
                "/lots/0",
                result.at("/locations/0/logicalLocations/0/fullyQualifiedName").textValue());
        assertEquals(
                "required member amount (award amount) is missing",
                result.at("/properties/message/en").textValue());
        assertEquals("第十六条", result.at("/properties/citation/article").textValue());
        JsonNode unreadable = run.at("/results/2");
        assertTrue(unreadable.at("/locations/0/physicalLocation/region").isMissingNode(), "3.30: no empty region");
        assertFalse(run.at("/invocations/0/executionSuccessful").booleanValue(), "one document was not judged");
    }

    @Test
    void placesInXmlAreTwoLogicalLocations() throws IOException {
        JsonNode run = run(Examples.ENCODINGS, Locale.ENGLISH);
        JsonNode xml = run.at("/results/0/locations/0");
        assertEquals(
                "a.zip%21/%E5%85%AC%E5%91%8A.xml",
                xml.at("/physicalLocation/artifactLocation/uri").textValue());
        assertEquals(new ObjectMapper().readTree("""
                        [{"fullyQualifiedName":"/lots/1/award/@note","kind":"value"},
                        {"fullyQualifiedName":"/tc:awardNotice/tc:lots[2]/tc:award/@note","kind":"attribute"}]"""), xml.get("logicalLocations"));
        JsonNode memory = run.at("/results/1/locations/0");
        assertTrue(memory.at("/physicalLocation/region").isMissingNode(), "3.30: no empty region");
        assertEquals(1, memory.get("logicalLocations").size());
    }

    @Test
    void rulesAreListedOnceAndReferredTo() throws IOException {
        List<DocumentReport> documents = List.of(
                SampleReports.document(6),
                SampleReports.document(7),
                SampleReports.document(9),
                SampleReports.document(12));
        JsonNode run = run(documents, Locale.ENGLISH);
        JsonNode rules = run.at("/tool/driver/rules");
        Set<String> ids = new HashSet<>();
        rules.forEach(rule -> assertTrue(ids.add(rule.get("id").textValue()), "3.19.23: ids are different"));
        assertTrue(run.get("results").size() > rules.size());
        for (JsonNode result : run.get("results")) {
            JsonNode rule = rules.get(result.get("ruleIndex").intValue());
            assertEquals(result.get("ruleId"), rule.get("id"));
            assertFalse(rule.at("/help/text").textValue().isEmpty());
            assertFalse(rule.has("helpUri"));
        }
    }

    @Test
    void rulesHaveHelpAndWhatWasNotJudgedIsNotified() throws IOException {
        JsonNode run = run(Examples.RULES, Locale.SIMPLIFIED_CHINESE);
        JsonNode rule = run.at("/tool/driver/rules/0");
        assertEquals("GP-TENDER-001", rule.get("id").textValue());
        assertEquals("招标文件发出之日起至投标截止之日不少于二十日", rule.at("/shortDescription/text").textValue());
        assertEquals("第三十五条", rule.at("/properties/citation/article").textValue());
        assertTrue(rule.at("/help/text").textValue().contains("第三十五条"));
        JsonNode notifications = run.at("/invocations/0/toolExecutionNotifications");
        assertEquals(2, notifications.size());
        assertEquals("note", notifications.at("/0/level").textValue());
        assertEquals(3, notifications.at("/0/properties/documents").intValue());
        assertEquals("warning", notifications.at("/1/level").textValue());
        assertEquals(
                "无法判定 · GP-NOTICE-002 中标结果在二个工作日内公告 · 没有 2031 年的节假日安排",
                notifications.at("/1/message/text").textValue());
    }

    @Test
    void fingerprintsSurviveMovedLinesAndTellFindingsApart() throws IOException {
        Finding moved = new Finding(
                Examples.MISSING.ruleId(),
                Examples.MISSING.layer(),
                Examples.MISSING.severity(),
                Examples.MISSING.pointer(),
                Examples.MISSING.title(),
                99,
                1,
                9_000,
                "other",
                Examples.MISSING.message(),
                null,
                null);
        String before = fingerprints(Examples.MISSING).get(0).textValue();
        assertEquals(before, fingerprints(moved).get(0).textValue());
        assertNotEquals(before, fingerprints(Examples.ODD_CODE).get(0).textValue());
        List<JsonNode> twins = fingerprints(Examples.MISSING, moved);
        assertEquals(before, twins.get(0).textValue());
        assertNotEquals(twins.get(0), twins.get(1));
    }

    private static List<JsonNode> fingerprints(Finding... findings) throws IOException {
        DocumentReport document =
                new DocumentReport("a.json", 0, "awardNotice", "EX-9", Verdict.REJECTED, List.of(findings), 0);
        return run(List.of(document), Locale.ENGLISH).findValues("tongcaiFinding/v1");
    }

    @Test
    void urisAreReferencesOfRfc3986() {
        assertEquals("a/b.json", SarifText.uri("./a/b.json", '/'));
        assertEquals("-", SarifText.uri("-", '/'));
        assertEquals("a%3Ab%23%3F%25.json", SarifText.uri("a:b#?%.json", '/'));
        assertEquals("file:///data/%E4%B8%AD.json", SarifText.uri("/data/中.json", '/'));
        assertEquals("file:///C:/data/x%20y.json", SarifText.uri("C:\\data\\x y.json", '\\'));
        assertEquals("a%5Cb.json", SarifText.uri("a\\b.json", '/'));
    }

    @Test
    void messagesHoldNoPlaceholdersAndNoLinks() throws IOException {
        DocumentReport document = Examples.hostile("^[0-9]{6}$ [click](https://example.org)");
        JsonNode message = run(List.of(document), Locale.ENGLISH).at("/results/0/message/text");
        assertEquals("^\\[0-9\\]{{6}}$ \\[click\\](https://example.org)", message.textValue());
    }

    @Test
    void nothingToSayIsAValidRun() throws IOException {
        JsonNode run = run(List.of(), Locale.ENGLISH);
        assertEquals(0, run.get("results").size());
        assertEquals("Tongcai", run.at("/tool/driver/name").textValue());
        assertTrue(run.at("/invocations/0/executionSuccessful").booleanValue());
    }
}
