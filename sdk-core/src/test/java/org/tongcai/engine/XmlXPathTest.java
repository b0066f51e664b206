package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongcai.Finding;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The XPath of a finding selects the element or attribute at its line and column, for each kind of finding. */
class XmlXPathTest {
    private static final Engine ENGINE = new Engine(new TestBundle());
    private static final String AWARD = Twins.award();

    /** The prefixes of the paths, whatever those of the document are. */
    private static final class Prefixes implements NamespaceContext {
        private static final Map<String, String> ALL = Map.of("tc", Twins.NAMESPACE, "xsi", Twins.XSI);

        @Override
        public String getNamespaceURI(String prefix) {
            return ALL.getOrDefault(prefix, XMLConstants.NULL_NS_URI);
        }

        @Override
        public @Nullable String getPrefix(String uri) {
            return null;
        }

        @Override
        public Iterator<String> getPrefixes(String uri) {
            return List.<String>of().iterator();
        }
    }

    static List<Arguments> mistakes() {
        String large = Twins.large();
        return List.of(
                // document, XPath of its first finding
                Arguments.of(AWARD.replaceFirst("<projectName>.*?</projectName>", ""), "/tc:awardNotice"),
                Arguments.of(AWARD.replaceFirst("<lotNumber>.*?</lotNumber>", ""), "/tc:awardNotice/tc:lots[1]"),
                Arguments.of(
                        AWARD.replace("A02010105", "A"), "/tc:awardNotice/tc:lots[1]/tc:items[1]/tc:catalogueCode"),
                Arguments.of(
                        AWARD.replace("4800.00<", "x<"),
                        "/tc:awardNotice/tc:lots[1]/tc:items[1]/tc:unitPrice/tc:amount"),
                Arguments.of(large.replace("丙专家", "专"), "/tc:awardNotice/tc:experts[3]"),
                Arguments.of(large.replace("丙专家", "甲专家"), "/tc:awardNotice/tc:experts[3]"),
                Arguments.of(
                        large.replaceFirst(
                                "<experts>.*</experts>",
                                "<experts>专家</experts>".repeat(31).replaceFirst("专家", "甲专家")),
                        null),
                Arguments.of(large.replace("86.50", "8650"), "/tc:awardNotice/tc:lots[2]/tc:price/tc:rate"),
                Arguments.of(
                        AWARD.replace("\"TotalPrice\"", "'Total'"), "/tc:awardNotice/tc:lots[1]/tc:price/@xsi:type"),
                Arguments.of(
                        AWARD.replace("\"TotalPrice\"", "'t:x'")
                                .replace("xsi:type", "i:type")
                                .replace("xmlns:xsi", "xmlns:i"),
                        "/tc:awardNotice/tc:lots[1]/tc:price/@xsi:type"),
                Arguments.of(AWARD.replace("<header>", "<header id='1'>"), "/tc:awardNotice/tc:header/@id"),
                Arguments.of(
                        AWARD.replace("<header>", "<header xml:id='a'>"),
                        "/tc:awardNotice/tc:header/@*[name()='xml:id']"),
                Arguments.of(
                        AWARD.replace("<header>", "<header xmlns:x='urn:x' y='1' x:y='2'>")
                                .replace(" y='1'", ""),
                        "/tc:awardNotice/tc:header/@*[name()='x:y']"),
                Arguments.of(
                        AWARD.replace("<projectName>", "<colour/><projectName>"),
                        "/tc:awardNotice/*[3][local-name()='colour']"),
                Arguments.of(
                        AWARD.replace("<projectName>", "<x:y xmlns:x='urn:x'/><projectName>"),
                        "/tc:awardNotice/*[3][local-name()='y']"),
                Arguments.of(
                        AWARD.replace("<projectName>", "<颜色 xmlns=''/><projectName>"),
                        "/tc:awardNotice/*[3][local-name()='颜色']"),
                Arguments.of(
                        AWARD.replaceFirst("(<projectName>.*?</projectName>)", "$1$1"),
                        "/tc:awardNotice/*[4][local-name()='projectName']"),
                Arguments.of(
                        AWARD.replaceFirst(
                                "(<projectNumber>.*?</projectNumber>)(<projectName>.*?</projectName>)", "$2$1"),
                        "/tc:awardNotice/tc:projectNumber"),
                Arguments.of(
                        large.replaceFirst("(<lots>.*</lots>)(<experts>.*</experts>)", "$2$1"),
                        "/tc:awardNotice/tc:lots"),
                Arguments.of(
                        AWARD.replace("<projectName>", "<projectName xsi:nil='1'>"), "/tc:awardNotice/tc:projectName"),
                Arguments.of(large.replace("AGENCY", "SELF"), "/tc:awardNotice/tc:agency"),
                Arguments.of(large.replace("<jointBid>false", "<jointBid>true"), "/tc:awardNotice"),
                Arguments.of(AWARD.replace("ns/0.1", "ns/0.9"), "/*[local-name()='awardNotice']"),
                Arguments.of(AWARD.replace("ns/0.1", "ns/0.9").replace("DOC-1", "?"), null),
                Arguments.of(
                        AWARD.replace("awardNotice x", "notice x")
                                .replace("</awardN", "</n")
                                .replace("</notice", "</notice"),
                        null),
                Arguments.of(AWARD.replace(">awardNotice<", ">other<"), "/tc:awardNotice/tc:header/tc:documentType"),
                Arguments.of(AWARD.replaceFirst("<documentType>.*?</documentType>", ""), "/tc:awardNotice/tc:header"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aPathSelectsWhatThePositionSays(String document, @Nullable String first) throws Exception {
        String lines = document.replaceAll("<(?=[^/])", "\n<").strip();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        List<Finding> findings = Documents.judge(ENGINE, lines).findings();
        for (Finding finding : findings) {
            assertNotNull(finding.xpath());
            int at = new String(
                            Documents.bytes(lines),
                            0,
                            (int) finding.byteOffset(),
                            java.nio.charset.StandardCharsets.UTF_8)
                    .length();
            // The element or attribute is renamed where the position says, and found by that.
            boolean attribute = lines.charAt(at) != '<';
            int open = attribute ? lines.lastIndexOf('<', at) : at;
            int end = open + 1;
            while (" \n>/".indexOf(lines.charAt(end)) < 0) {
                end++;
            }
            String marked = lines.substring(0, end) + " here=''" + lines.substring(end);
            Document dom = factory.newDocumentBuilder().parse(new ByteArrayInputStream(Documents.bytes(marked)));
            Node found = select(dom, finding.xpath());
            assertNotNull(found, finding::xpath);
            if (found instanceof Attr attr) {
                String name = attr.getName();
                assertEquals(name, lines.substring(at, at + name.length()));
                found = attr.getOwnerElement();
            } else {
                assertEquals('<', lines.charAt(at));
            }
            assertNotNull(found.getAttributes().getNamedItem("here"), () -> finding.xpath() + " of " + finding);
        }
        if (first != null) {
            assertEquals(first, findings.get(0).xpath());
        }
    }

    private static @Nullable Node select(Document dom, String path) throws XPathExpressionException {
        XPath xpath = XPathFactory.newDefaultInstance().newXPath();
        xpath.setNamespaceContext(new Prefixes());
        return ((NodeList) xpath.evaluate(path, dom, XPathConstants.NODESET)).item(0);
    }

    @Test
    void otherDocumentsHaveNone() {
        assertNull(Documents.judge(ENGINE, Documents.award().replace("\"OPEN_TENDER\"", "1"))
                .findings()
                .get(0)
                .xpath());
    }

    @Test
    void beforeTheRootThereIsTheDocument() {
        assertEquals(
                "/",
                Documents.judge(ENGINE, "<!DOCTYPE a><a/>").findings().get(0).xpath());
    }
}
