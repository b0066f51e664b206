package org.tongcai.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcai.DocumentReport;

class JsonReportTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static String write(List<DocumentReport> documents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReportWriter writer = Reports.json(out, Examples.STANDARD)) {
            for (DocumentReport document : documents) {
                writer.add(document);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void assertValid(String json) throws IOException {
        String text =
                Files.readString(Path.of(System.getProperty("spec.directory"), "technical", "report.schema.json"));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
        assertEquals(List.of(), schema.validate(json, InputFormat.JSON));
    }

    @Test
    void hasTheDocumentedShape() throws IOException {
        String json = write(Examples.DOCUMENTS);
        assertEquals("""
                {"standard":"tongcai-cn 0.1.0","verdict":"REJECTED","summary":{"documents":3,"accepted":1,"rejected":1,"undetermined":1,\
                "findings":{"error":2,"warning":1,"info":0},"layers":{"syntax":1,"structure":1,"codes":1}},"documents":[
                {"source":"notices/公告 1.json","index":0,"documentType":"awardNotice","id":"EX-1","verdict":"ACCEPTED","findings":[]},
                {"source":"notices/公告 2.ndjson","index":3,"documentType":"awardNotice","id":"EX-2","verdict":"REJECTED","findings":[\
                {"ruleId":"structure.required","layer":"structure","severity":"error","pointer":"/lots/0","line":12,"column":5,"byteOffset":310,\
                "title":{"zh":"中标公告 › 标项 › 中标金额","en":"Award notice › Lot › Award amount"},\
                "message":{"zh":"缺少必填字段 amount（中标金额）","en":"required member amount (award amount) is missing"},\
                "citation":{"document":"政府采购货物和服务招标投标管理办法","number":"财政部令第87号","article":"第十六条"},\
                "fix":{"zh":"补充该字段","en":"add the member"}},\
                {"ruleId":"codes.unknown","layer":"codes","severity":"warning","pointer":"/procurementMethod","line":3,"column":20,"byteOffset":0,\
                "title":{"zh":"中标公告 › 采购方式","en":"Award notice › Procurement method"},\
                "message":{"zh":"“OPEN_TENDERS”不在代码表“采购方式”中","en":"\\"OPEN_TENDERS\\" is not in the code list Procurement method"},\
                "value":"OPEN_TENDERS"}],"suppressed":7},
                {"source":"secret.json","index":0,"verdict":"UNDETERMINED","findings":[\
                {"ruleId":"input.unreadable","layer":"syntax","severity":"error","pointer":"","title":{"zh":"","en":""},\
                "message":{"zh":"无法读取：没有权限","en":"cannot be read: permission denied"}}]}
                ]}
                """, json);
        assertValid(json);
    }

    @Test
    void saysWhatARuleDemandsAndWhatWasNotJudged() throws IOException {
        String json = write(Examples.RULES);
        assertValid(json);
        JsonNode report = MAPPER.readTree(json);
        assertEquals(1, report.at("/summary/layers/rules").intValue());
        assertEquals(
                "招标文件发出之日起至投标截止之日不少于二十日",
                report.at("/documents/0/findings/0/ruleTitle/zh").textValue());
        assertEquals(MAPPER.readTree("""
                [{"kind":"undetermined","layer":"rules","ruleId":"GP-NOTICE-002",\
                "ruleTitle":{"zh":"中标结果在二个工作日内公告","en":"Award published within two working days"},\
                "reason":{"zh":"没有 2031 年的节假日安排","en":"the calendar has no year 2031"}},\
                {"kind":"skipped","layer":"references","reason":{"zh":"没有提供可供查找的其他文件","en":"no other documents were given"}}]
                """), report.at("/documents/1/skipped"));
    }

    @Test
    void tellsXPathsOfXmlAndLeavesOutPlacesThatObjectsInMemoryDoNotHave() throws IOException {
        String json = write(Examples.ENCODINGS);
        assertValid(json);
        JsonNode report = MAPPER.readTree(json);
        JsonNode xml = report.at("/documents/0/findings/0");
        assertEquals("/lots/1/award/@note", xml.get("pointer").textValue());
        assertEquals(
                "/tc:awardNotice/tc:lots[2]/tc:award/@note", xml.get("xpath").textValue());
        JsonNode memory = report.at("/documents/1/findings/0");
        for (String name : List.of("xpath", "line", "column", "byteOffset")) {
            assertFalse(memory.has(name), name);
        }
    }

    @Test
    void isValidForEveryKindOfResult() throws IOException {
        List<DocumentReport> documents = new ArrayList<>();
        for (int n = 0; n < 300; n++) {
            documents.add(SampleReports.document(n));
        }
        documents.add(Examples.hostile("\"\\\u0001\u2028 </script>"));
        assertValid(write(documents));
        assertValid(write(List.of()));
    }

    @Test
    void saysTheSameStreamedOrFromMemory() throws IOException {
        JsonNode streamed = MAPPER.readTree(write(Examples.DOCUMENTS));
        assertEquals(streamed, MAPPER.readTree(ReportJson.toJson(Examples.report())));
    }

    @Test
    void oneDocumentAlone() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportJson.write(Examples.DOCUMENTS.get(1), out);
        JsonNode expected =
                MAPPER.readTree(write(Examples.DOCUMENTS)).get("documents").get(1);
        assertEquals(expected, MAPPER.readTree(out.toByteArray()));
    }

    @Test
    void unpairedSurrogatesDoNotBreakIt() throws IOException {
        // A value cut at 200 characters may end in the middle of 𠮷.
        String json = write(List.of(Examples.hostile("𠮷\uD842")));
        JsonNode finding = MAPPER.readTree(json).at("/documents/0/findings/0");
        assertEquals("𠮷\uFFFD", finding.get("value").textValue());
    }

    @Test
    void whatDoesNotFitIntoMemoryIsSpooledAndTidiedUp() throws IOException {
        Path file;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Spool spool = new Spool(10)) {
            spool.write("0123456789".getBytes(StandardCharsets.US_ASCII));
            assertNull(spool.path(), "fits");
            spool.write('a');
            spool.write("bc".getBytes(StandardCharsets.US_ASCII));
            file = spool.path();
            assertNotNull(file);
            spool.copyTo(out);
        }
        assertEquals("0123456789abc", out.toString(StandardCharsets.US_ASCII));
        assertFalse(Files.exists(file));
    }

    @Test
    void closedIsClosed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportWriter writer = Reports.json(out, Examples.STANDARD);
        writer.close();
        int size = out.size();
        writer.close();
        assertEquals(size, out.size());
        assertThrows(IllegalStateException.class, () -> writer.add(Examples.DOCUMENTS.get(0)));
    }
}
