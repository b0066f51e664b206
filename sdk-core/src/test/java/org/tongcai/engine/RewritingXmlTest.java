package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tongcai.DocumentException;
import org.tongcai.Finding;
import org.tongcai.Standard;

/** XML of any spelling written as JSON, and the XML that is not. */
class RewritingXmlTest {
    private static final Standard STANDARD = Standard.of(new TestBundle());
    private static final String INSTANCE = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    private static final String HEADER = "<header><documentType>awardNotice</documentType></header>";

    private static String award(String content) {
        return "<awardNotice xmlns=\"https://tongcai.org/ns/0.1\" " + INSTANCE + ">" + HEADER + content
                + "</awardNotice>";
    }

    private static String json(String content) {
        return "{\"header\":{\"documentType\":\"awardNotice\"}" + (content.isEmpty() ? "" : "," + content) + "}";
    }

    private static String write(String document) {
        return new String(STANDARD.json().rewrite(Documents.bytes(document)), StandardCharsets.UTF_8);
    }

    private static Finding refused(String document) {
        DocumentException refused = assertThrows(DocumentException.class, () -> write(document), document);
        return refused.report().findings().get(0);
    }

    @Test
    void allSpellingsOfXmlAreOneJson() {
        String expected = json("\"projectName\":\"a<b&c\\r\\n]]> \",\"experts\":[\"甲\",\"\"],\"jointBid\":true");
        assertEquals(
                expected,
                write(
                        award(
                                "<projectName>a&lt;b&amp;c&#13;\n]]&gt; </projectName><experts>甲</experts><experts/><jointBid>true</jointBid>")));
        assertEquals(expected, write("""
                        <?xml version='1.0' encoding='utf-8'?>
                        <!-- a notice -->
                        <t:awardNotice xmlns:t="https://tongcai.org/ns/0.1"
                            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b">
                          <t:header><t:documentType><![CDATA[awardNotice]]></t:documentType></t:header>
                          <t:projectName><![CDATA[a<b&c]]>&#xD;&#10;<![CDATA[]]]]><![CDATA[> ]]></t:projectName>
                          <?ignore this?>
                          <t:experts>&#x7532;</t:experts>
                          <t:experts></t:experts>
                          <t:jointBid> true </t:jointBid>
                        </t:awardNotice>
                        """));
    }

    @Test
    void unionsAndWholeNumbersFromXml() {
        assertEquals(
                json(
                        "\"lots\":[{\"price\":{\"kind\":\"total\",\"amount\":{\"amount\":\"1\"}},\"items\":[{\"quantity\":5}]},"
                                + "{\"price\":{\"kind\":\"discountRate\"}}]"),
                write(
                        award(
                                "<lots><price xsi:type=\"TotalPrice\"><amount><amount>1</amount></amount></price>"
                                        + "<items><quantity> 5\n</quantity></items></lots><lots><price xsi:type=\"DiscountRate\"/></lots>")));
        assertEquals(
                json("\"lots\":[{\"items\":[{\"quantity\":-123456789012345678901}]}]"),
                write(award("<lots><items><quantity> -123456789012345678901 </quantity></items></lots>")));
    }

    /** Nothing is lost where only the order is wrong: JSON has none. */
    @Test
    void elementsOutOfOrderAreBroughtIntoOrder() {
        assertEquals(
                json("\"projectNumber\":\"1\",\"projectName\":\"x\",\"lots\":[{\"lotNumber\":\"1\",\"title\":\"t\"}]"),
                write(award("<projectName>x</projectName><lots><title>t</title><lotNumber>1</lotNumber></lots>"
                        + "<projectNumber>1</projectNumber>")));
    }

    @Test
    void whatWouldBeLostIsRefusedAndSaidWhere() {
        Object[][] refusals = {
            {award("<remarks>"), "syntax.xml", "/remarks"},
            {"<!DOCTYPE awardNotice>" + award(""), "syntax.dtd", ""},
            {award("text"), "syntax.xml", ""},
            {award("") + award(""), "syntax.xml", ""},
            {"\uFEFF" + award(""), "syntax.encoding", ""},
            {award("").replace("ns/0.1", "ns/9.9"), "structure.namespace", ""},
            {
                award("").replace("<awardNotice ", "<wideNotice ").replace("</awardNotice", "</wideNotice"),
                "structure.root-element",
                ""
            },
            {award("").replace(HEADER, ""), "structure.document-type", ""},
            {award("<remarks id=\"1\">x</remarks>"), "structure.unknown-field", "/remarks/@id"},
            {award("<remark>x</remark>"), "structure.unknown-field", "/remark"},
            {award("<remarks>x</remarks><remarks>y</remarks>"), "syntax.duplicate-key", "/remarks"},
            {award("<experts>甲</experts><remarks>x</remarks><experts>乙</experts>"), "syntax.duplicate-key", "/experts"},
            {award("<remarks xsi:nil=\"true\"/>"), "structure.null", "/remarks"},
            {award("<jointBid>1</jointBid>"), "structure.type", "/jointBid"},
            {award("<remarks>\u0085</remarks>"), "syntax.control-character", "/remarks"},
            {award("<remarks>&#1;</remarks>"), "syntax.control-character", "/remarks"},
            {award("<lots><price/></lots>"), "structure.required", "/lots/0/price"},
            {award("<lots><price xsi:type=\"Money\"/></lots>"), "structure.union", "/lots/0/price/kind"},
            {
                award("<lots><price xsi:type=\"TotalPrice\"><kind>total</kind></price></lots>"),
                "structure.unknown-field",
                "/lots/0/price/kind"
            },
            {award("<lots><items><quantity>1.5</quantity></items></lots>"), "structure.type", "/lots/0/items/0/quantity"
            },
        };
        for (Object[] each : refusals) {
            Finding finding = refused((String) each[0]);
            assertEquals(each[1], finding.ruleId(), (String) each[0]);
            assertEquals(each[2], finding.pointer(), (String) each[0]);
            assertNotNull(finding.xpath(), (String) each[0]);
        }
    }
}
