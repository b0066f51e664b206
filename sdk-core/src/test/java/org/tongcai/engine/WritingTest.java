package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tongcai.Codec;
import org.tongcai.DocumentException;
import org.tongcai.Finding;
import org.tongcai.Limits;
import org.tongcai.Standard;
import org.tongcai.Verdict;
import org.tongcai.input.Slice;
import org.w3c.dom.Element;

/** Documents written again: the forms of both encodings, and what is not written at all. */
class WritingTest {
    private static final Standard STANDARD = Standard.of(new TestBundle());
    private static final String HEADER = """
            {"documentType":"wideNotice","standardVersion":"0.1","documentId":"D","issuedAt":"2026-03-02T09:00:00+08:00"}""";

    private static String write(Codec codec, String document) {
        return new String(codec.rewrite(Documents.bytes(document)), StandardCharsets.UTF_8);
    }

    /** A document whose one text is this, written in JSON. */
    private static String wide(String literal) {
        return "{\"header\":" + HEADER + ",\"f1\":" + literal + "}";
    }

    private static Finding refused(Codec codec, String document) {
        DocumentException refused = assertThrows(DocumentException.class, () -> write(codec, document));
        return refused.report().findings().get(0);
    }

    // ---- JSON

    @Test
    void theNormalFormOfJsonHasNoBlanksAndTheOrderOfTheStandard() {
        String document = Documents.large();
        assertEquals(document, write(STANDARD.json(), document));
        assertEquals(
                document, write(STANDARD.json(), document.replace("{", " {\n").replace(",\"", " ,\t\"")));
    }

    @Test
    void thePrettyFormOfJsonIsIndentedByTwoBlanks() {
        String document = """
                {
                  "header": {
                    "documentType": "wideNotice"
                  },
                  "f1": "a",
                  "f129": true
                }
                """;
        assertEquals(document, write(STANDARD.json().pretty(), document));
        String lists = """
                {
                  "header": {
                    "documentType": "awardNotice"
                  },
                  "lots": [
                    {
                      "lotNumber": "1",
                      "items": [
                        {},
                        {
                          "quantity": 5
                        }
                      ]
                    }
                  ],
                  "experts": [
                    "甲",
                    "乙"
                  ],
                  "extensions": []
                }
                """;
        assertEquals(lists, write(STANDARD.json().pretty(), lists));
    }

    @Test
    void membersComeInTheOrderOfTheStandardWhateverTheirsWas() {
        String sorted = "{\"header\":" + HEADER + ","
                + IntStream.range(1, 131).mapToObj(WritingTest::field).collect(Collectors.joining(",")) + "}";
        String shuffled = "{"
                + new Random(7)
                        .ints(1, 131)
                        .distinct()
                        .limit(130)
                        .mapToObj(WritingTest::field)
                        .collect(Collectors.joining(","))
                + ",\"header\":" + HEADER + "}";
        assertEquals(sorted, write(STANDARD.json(), shuffled));
        assertEquals(
                write(STANDARD.xml().pretty(), sorted), write(STANDARD.xml().pretty(), shuffled));
    }

    private static String field(int i) {
        return "\"f" + i + "\":" + (i == 129 ? "true" : "\"v" + i + "\"");
    }

    @Test
    void canonicalJsonIsSortedByName() {
        assertEquals("""
                {"f1":"1","f10":"10","f129":false,"f2":"2",\
                "header":{"documentId":"D","documentType":"wideNotice","standardVersion":"0.1"}}""", write(STANDARD.json().canonical(), """
                        {"header":{"documentType":"wideNotice","documentId":"D","standardVersion":"0.1"},
                        "f1":"1","f2":"2","f10":"10","f129":false}"""));
    }

    @Test
    void jsonEscapesAsFewCharactersAsRfc8785() {
        assertEquals(
                wide("\"\\\" \\\\ / \\t \\n \\r € é 采 😀 <&>\""),
                write(
                        STANDARD.json(),
                        wide(
                                "\"\\u0022 \\u005c \\/ \\u0009 \\u000a \\u000D \\u20AC \\u00e9 \\u91C7 \\ud83d\\ude00 <&>\"")));
    }

    @Test
    void aWholeNumberKeepsItsDigitsAndLosesItsFraction() {
        for (String[] pair : new String[][] {
            {"5", "5"},
            {"5.0", "5"},
            {"-7.000", "-7"},
            {"0", "0"},
            {"-0", "0"},
            {"9007199254740991", "9007199254740991"},
            {"999999999999999999", "999999999999999999"},
            {"-1000000000000000000", "-1000000000000000000"},
            {"123456789012345678901234567890.0", "123456789012345678901234567890"},
        }) {
            String document = Documents.award();
            assertEquals(
                    document.replace("\"quantity\":10", "\"quantity\":" + pair[1]),
                    write(STANDARD.json(), document.replace("\"quantity\":10", "\"quantity\":" + pair[0])));
        }
    }

    // ---- XML

    private static final String WIDE_XML = "<wideNotice xmlns=\"https://tongcai.org/ns/0.1\"><header>"
            + "<documentType>wideNotice</documentType><standardVersion>0.1</standardVersion>"
            + "<documentId>D</documentId><issuedAt>2026-03-02T09:00:00+08:00</issuedAt></header>";

    @Test
    void theNormalFormOfXmlDiffersFromTheCanonicalOneByTheDeclaration() {
        String document =
                "{\"f129\":true,\"f2\":\"\",\"header\":" + HEADER + ",\"f1\":\" 采&购<]]>\\r\\n\\t\\\"'\\u2028😀 \"}";
        String canonical =
                WIDE_XML + "<f1> 采&amp;购&lt;]]&gt;&#xD;\n\t\"'\u2028😀 </f1><f2></f2><f129>true</f129></wideNotice>";
        assertEquals(canonical, write(STANDARD.xml().canonical(), document));
        assertEquals("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + canonical, write(STANDARD.xml(), document));
    }

    @Test
    void listsAreRepeatedAndUnionsSayTheirTypeInXml() {
        String document = """
                {"header":{"documentType":"awardNotice"},"lots":[\
                {"price":{"rate":"86.50","kind":"discountRate"},"items":[{"quantity":3},{}]},\
                {"price":{"kind":"total","amount":{"amount":"1"}}}],"experts":["甲","乙"]}""";
        assertEquals("""
                <?xml version="1.0" encoding="UTF-8"?>
                <awardNotice xmlns="https://tongcai.org/ns/0.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <header>
                    <documentType>awardNotice</documentType>
                  </header>
                  <lots>
                    <price xsi:type="DiscountRate">
                      <rate>86.50</rate>
                    </price>
                    <items>
                      <quantity>3</quantity>
                    </items>
                    <items></items>
                  </lots>
                  <lots>
                    <price xsi:type="TotalPrice">
                      <amount>
                        <amount>1</amount>
                      </amount>
                    </price>
                  </lots>
                  <experts>甲</experts>
                  <experts>乙</experts>
                </awardNotice>
                """, write(STANDARD.xml().pretty(), document));
    }

    /** Everything is there: compared with the text of the tree that the JDK's parser makes. */
    @Test
    void theXmlOfALargeDocumentIsWellFormed() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        byte[] xml = STANDARD.xml().rewrite(Documents.bytes(Documents.large()));
        Element root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
        assertEquals("https://tongcai.org/ns/0.1", root.getNamespaceURI());
        assertEquals("awardNotice", root.getLocalName());
        assertEquals(
                10, root.getElementsByTagNameNS(root.getNamespaceURI(), "items").getLength());
        assertEquals(
                "第 2 包：教学与办公设备及配套安装调试服务",
                root.getElementsByTagName("title").item(1).getTextContent());
    }

    // ---- what is not carried over

    @Test
    void whatWouldBeLostIsRefusedAndSaidWhere() {
        Object[][] refusals = {
            {"{\"header\":", "syntax.json", ""},
            {"", "syntax.empty", ""},
            {"[]", "structure.type", ""},
            {wide("\"x\"") + "{}", "syntax.trailing-content", ""},
            {"\uFEFF" + wide("\"x\""), "syntax.encoding", ""},
            {"{\"f1\":\"x\"}", "structure.document-type", ""},
            {
                wide("\"x\"").replace("\"wideNotice\"", "\"narrowNotice\""),
                "structure.document-type",
                "/header/documentType"
            },
            {wide("null"), "structure.null", "/f1"},
            {wide("5"), "structure.type", "/f1"},
            {wide("{}"), "structure.type", "/f1"},
            {wide("[\"a\"]"), "structure.type", "/f1"},
            {wide("\"\\u0085\""), "syntax.control-character", "/f1"},
            {wide("\"\\ud800\""), "syntax.control-character", "/f1"},
            {wide("\"x\"").replace("f1", "f200"), "structure.unknown-field", "/f200"},
            {wide("\"x\",\"f1\":\"x\""), "syntax.duplicate-key", "/f1"},
            {Documents.award().replace(":10,", ":1.5,"), "structure.type", "/lots/0/items/0/quantity"},
            {Documents.award().replace(":10,", ":1e1,"), "structure.type", "/lots/0/items/0/quantity"},
            {Documents.award().replace(":10,", ":\"10\","), "structure.type", "/lots/0/items/0/quantity"},
            {Documents.award().replace("\"total\"", "\"part\""), "structure.union", "/lots/0/price/kind"},
            {
                Documents.award().replace("\"kind\":\"total\",", "").replace("\"projectName\"", "\"remarks\""),
                "structure.required",
                "/lots/0/price"
            },
            {Documents.award().replace("\"lots\":[", "\"experts\":\"甲\",\"lots\":["), "structure.type", "/experts"},
            {Documents.award().replace("\"lots\":[", "\"experts\":[[\"甲\"]],\"lots\":["), "structure.type", "/experts/0"
            },
        };
        for (Object[] each : refusals) {
            for (Codec codec : new Codec[] {
                STANDARD.json(), STANDARD.xml().pretty(), STANDARD.json().canonical()
            }) {
                Finding finding = refused(codec, (String) each[0]);
                assertEquals(each[1], finding.ruleId(), (String) each[0]);
                assertEquals(each[2], finding.pointer(), (String) each[0]);
                assertTrue(finding.line() == 1 && finding.column() >= 1, finding.toString());
            }
        }
    }

    /** XML repeats an element as often as there are items, so it cannot say that there are none. */
    @Test
    void anEmptyListIsAMistakeThatOnlyJsonCanMake() {
        String document = wide("\"x\"").replace("wideNotice", "awardNotice").replace("\"f1\":\"x\"", "\"experts\":[]");
        assertEquals(document, write(STANDARD.json(), document));
        assertEquals("structure.min-items", refused(STANDARD.xml(), document).ruleId());
    }

    /** Only what stands in the way is listed, not all that is wrong. */
    @Test
    void faultsOfContentAreCarriedOver() {
        String document = Documents.award()
                .replace("\"CNY\"", "\"XYZ\"")
                .replace("\"YN-2026-0001\"", "\"?\"")
                .replace("\"projectName\":\"示例办公设备采购项目\",", "")
                .replace("\"SELF\"", "\"AGENCY\"");
        assertEquals(document, write(STANDARD.json(), document));
        assertTrue(write(STANDARD.xml(), document).contains("<projectNumber>?</projectNumber>"));
        DocumentException refused = assertThrows(
                DocumentException.class,
                () -> write(STANDARD.xml(), document.replace("\"bidOpening\"", "\"bidOpenings\"")));
        assertEquals(1, refused.report().findings().size());
        assertEquals(
                "structure.unknown-field", refused.report().findings().get(0).ruleId());
        assertEquals(Verdict.REJECTED, refused.report().verdict());
        assertTrue(refused.getMessage().contains("/bidOpenings"), refused.getMessage());
    }

    @Test
    void limitsHoldForWhatIsReadAndForWhatIsWritten() {
        Limits limits = Limits.DEFAULT;
        Limits small = new Limits(limits.depth(), 1000, limits.stringLength(), limits.numberLength(), 0, 0, 0);
        String fits = wide("\"" + "x".repeat(800) + "\"");
        assertEquals(fits, write(STANDARD.json().withLimits(small), fits));
        Finding larger = refused(STANDARD.xml().withLimits(small), fits);
        assertEquals("limit.document-size", larger.ruleId());
        assertEquals(
                "limit.document-size",
                refused(STANDARD.json().withLimits(small), wide("\"" + "x".repeat(900) + "\""))
                        .ruleId());
        String deep = "{\"extensions\":[" + "{\"children\":[".repeat(40) + "]}".repeat(40)
                + "],\"header\":{\"documentType\":\"awardNotice\"}}";
        assertEquals("limit.depth", refused(STANDARD.json(), deep).ruleId());
        // Many short items would be long in XML; growing ends at the limit.
        String many =
                "{\"header\":{\"documentType\":\"awardNotice\"},\"experts\":[\"\"" + ",\"\"".repeat(4_000_000) + "]}";
        assertEquals("limit.document-size", refused(STANDARD.xml(), many).ruleId());
    }

    /** Members in the worst order, object in object: each level is moved once, so the effort stays within depth times size. */
    @Test
    void nestedObjectsInTheWrongOrder() {
        String inner = "\"name\":\"leaf\"";
        for (int i = 0; i < 29; i++) {
            inner = "\"children\":[{" + inner + "}],\"value\":\"" + "v".repeat(1000) + "\",\"name\":\"n" + i + "\"";
        }
        String document = "{\"extensions\":[{" + inner + "}],\"header\":" + HEADER.replace("wide", "award") + "}";
        String written = write(STANDARD.json(), document);
        assertTrue(written.startsWith("{\"header\":{\"documentType\":\"awardNotice\""), written.substring(0, 60));
        assertTrue(written.contains("\"extensions\":[{\"name\":\"n28\",\"value\":\"vv"));
        assertEquals(document.length(), written.length());
        assertEquals(written, write(STANDARD.json(), written));
    }

    @Test
    void aRefusedDocumentLeavesNothingInTheStream() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bad = Documents.bytes(Documents.large().replace("\"experts\"", "\"expert\""));
        assertThrows(DocumentException.class, () -> STANDARD.xml().rewrite(Slice.of("x", bad), out));
        assertEquals(0, out.size());
        STANDARD.xml().rewrite(Slice.of("x", Documents.bytes(Documents.large())), out);
        assertTrue(out.toString(StandardCharsets.UTF_8).endsWith("</awardNotice>"));
    }
}
