package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Verdict;

/** What is known to bring XML readers down ends here in a finding, and nothing outside of the document is ever looked at. */
class XmlAttacksTest {
    private static final Engine ENGINE = new Engine(new TestBundle());
    private static final String AWARD = Twins.award();
    /** Where something is put into a document that is read as its type: a remark. */
    private static final String REMARKS = AWARD.replace("</awardNotice>", "<remarks>%s</remarks></awardNotice>");

    static List<Arguments> attacks() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>");
        }
        String many = "<a" + attributes(1_000_000) + "/>";
        return List.of(
                Arguments.of("billion laughs", laughs + "]><a>&l9;</a>", "syntax.dtd"),
                Arguments.of(
                        "external entity",
                        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
                        "syntax.dtd"),
                Arguments.of(
                        "parameter entity",
                        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY % e SYSTEM 'http://localhost:1/'> %e;]><a/>",
                        "syntax.dtd"),
                Arguments.of(
                        "external subset", "<!-- --><!DOCTYPE a SYSTEM 'http://localhost:1/a.dtd'><a/>", "syntax.dtd"),
                Arguments.of("DTD inside", REMARKS.formatted("<!DOCTYPE a>"), "syntax.dtd"),
                Arguments.of("entity without DTD", REMARKS.formatted("&l9;"), "syntax.xml"),
                Arguments.of(
                        "huge attribute",
                        AWARD.replace("<lots>", "<lots a='" + "x".repeat(10 << 20) + "'>"),
                        "limit.string-length"),
                Arguments.of("huge text", REMARKS.formatted("文".repeat(3 << 20)), "limit.string-length"),
                Arguments.of("huge name", "<" + "n".repeat(10 << 20) + "/>", "limit.string-length"),
                Arguments.of("huge reference", "<a>&" + "n".repeat(10 << 20) + ";</a>", "syntax.xml"),
                Arguments.of("huge number of a reference", "<a>&#" + "0".repeat(10 << 20) + ";</a>", "syntax.xml"),
                Arguments.of("a million attributes", many, "syntax.xml"),
                Arguments.of(
                        "half a million namespaces",
                        "<a" + attributes(500_000).replace(" a", " xmlns:a") + "/>",
                        "syntax.xml"),
                Arguments.of("deep nesting", "<a>".repeat(1_000_000), "limit.depth"),
                Arguments.of("deep nesting in a document", REMARKS.formatted("<a>".repeat(1_000_000)), "limit.depth"),
                Arguments.of(
                        "deep nesting of what is known",
                        AWARD.replace(
                                "</awardNotice>",
                                "<extensions><name>a</name>" + "<children><name>a</name>".repeat(100_000)),
                        "limit.depth"),
                Arguments.of("endless comment", AWARD.replace("<lots>", "<!--" + " -".repeat(5_000_000)), "syntax.xml"),
                Arguments.of(
                        "endless instruction", AWARD.replace("<lots>", "<?p " + "? ".repeat(5_000_000)), "syntax.xml"),
                Arguments.of("endless CDATA", REMARKS.formatted("<![CDATA[" + "]] >".repeat(100_000)), "syntax.xml"),
                Arguments.of("endless blanks", AWARD.replace("<lots>", " ".repeat(10 << 20) + "<lot>"), "syntax.xml"),
                Arguments.of("a declaration of GBK", "<?xml version='1.0' encoding='GBK'?>" + AWARD, "syntax.encoding"),
                Arguments.of(
                        "a declaration of UTF-16",
                        "<?xml version='1.0' encoding='UTF-16'?>" + AWARD,
                        "syntax.encoding"),
                Arguments.of("no namespace", AWARD.replace("xmlns=", "xmlns:no="), "structure.namespace"),
                Arguments.of(
                        "mixed namespaces", AWARD.replace("<lots>", "<lots xmlns='urn:other'>"), "structure.required"),
                Arguments.of(
                        "an include",
                        REMARKS.formatted(
                                "<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>"),
                        "structure.type"),
                Arguments.of(
                        "a schema elsewhere",
                        AWARD.replace("<lots>", "<lots xsi:schemaLocation='a http://localhost:1/' x='1'>"),
                        "structure.unknown-field"));
    }

    private static String attributes(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(" a").append(i).append("=''");
        }
        return out.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void endsInAFinding(String name, String document, String ruleId) {
        DocumentReport report = Documents.judge(ENGINE, document);
        assertTrue(
                report.findings().stream().map(Finding::ruleId).anyMatch(ruleId::equals),
                () -> ruleId + " expected: " + report.findings());
        assertEquals(ruleId.startsWith("limit.") ? Verdict.UNDETERMINED : Verdict.REJECTED, report.verdict());
    }

    @Test
    void bytesOfOtherEncodings() {
        for (Charset charset : List.of(
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                Charset.forName("UTF-32LE"),
                Charset.forName("GBK"),
                Charset.forName("Big5"))) {
            DocumentReport report = Documents.judge(ENGINE, AWARD.getBytes(charset));
            assertEquals(
                    "syntax.encoding",
                    report.findings().get(report.findings().size() - 1).ruleId(),
                    charset.name());
        }
        // UTF-7 and EBCDIC are no XML to begin with.
        assertEquals(
                Verdict.REJECTED,
                Documents.judge(ENGINE, AWARD.getBytes(Charset.forName("IBM037")))
                        .verdict());
    }

    /** Comparing each attribute, each prefix with each other would take minutes here. */
    @Test
    void workGrowsWithTheBytesOnly() {
        String attributes = attributes(XmlTag.MAX_ATTRIBUTES);
        StringBuilder document = new StringBuilder(AWARD.substring(0, AWARD.indexOf("<header>")));
        for (int i = 1; i < XmlNamespaces.MAX - 1; i++) {
            document.append("<x xmlns:p").append(i).append("='u").append(i).append("'>");
        }
        assertEquals(
                "syntax.xml",
                last(document + ("<p1:x" + attributes + "/>").repeat(2_000) + "<p1:x/>".repeat(500_000))
                        .ruleId());
        // Many findings, many repetitions.
        assertEquals(
                "structure.required",
                last(AWARD.substring(0, AWARD.indexOf("<lots>")) + "<projectName>x</projectName><y/>".repeat(300_000)
                                + "</awardNotice>")
                        .ruleId()
                        .replace("structure.unknown-field", "structure.required"));
    }

    private static Finding last(String document) {
        List<Finding> findings = Documents.judge(ENGINE, document).findings();
        return findings.get(findings.size() - 1);
    }
}
