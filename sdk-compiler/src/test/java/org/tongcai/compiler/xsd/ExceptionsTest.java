package org.tongcai.compiler.xsd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where the engine and the JDK's validator with our XSD differ, and why: section 7 of {@code spec/technical/encoding.md}. Documents are the
 * award notice of the examples with something replaced.
 */
class ExceptionsTest {
    private static String notice;

    @BeforeAll
    static void read() throws IOException {
        notice = Published.xml(
                Files.readAllBytes(Published.SPEC.resolve("cases/examples/awardNotice.json")), "awardNotice");
    }

    /** What documents in JSON cannot be: judged alike. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<organizationForm>DECENTRALIZED</organizationForm>|<organizationForm>DECENTRALIZED</organizationForm><organizationForm>DECENTRALIZED</organizationForm>",
                "<evaluatedOn>2026-03-27</evaluatedOn><determinedOn>2026-03-31</determinedOn>|<determinedOn>2026-03-31</determinedOn><evaluatedOn>2026-03-27</evaluatedOn>",
                "awardNotice|contract",
                "https://tongcai.org/ns/0.1|https://tongcai.org/ns/0.2",
                "xmlns=\"https://tongcai.org/ns/0.1\" |",
                "<header>|<header xmlns=\"urn:other\">",
                "<project>|<project>text",
                "<project>|<project note=\"x\">",
                "<project>|<project xml:space=\"preserve\">",
                "<fiscalYear>2026</fiscalYear>|<fiscalYear xsi:nil=\"true\"/>",
                "<fiscalYear>2026</fiscalYear>|<fiscalYear> 2026</fiscalYear>",
                "<fiscalYear>2026</fiscalYear>|<fiscalYear><b/>2026</fiscalYear>",
                "<revision>1<|<revision>+1<",
                "<revision>1<|<revision>01<",
                "<revision>1<|<revision>1.0<",
                "<fixedAssetProject>false|<fixedAssetProject>0",
                "<project>|<project xsi:type=\"Money\">",
                "<title>|<title xsi:type=\"xs:string\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">",
                "xsi:type=\"TotalPrice\"|",
                "xsi:type=\"TotalPrice\"|xsi:type=\"Price\"",
                "xsi:type=\"TotalPrice\"|xsi:type=\"TOTAL\"",
                "xsi:type=\"TotalPrice\"|xsi:type=\"AwardedGoods\"",
                "xsi:type=\"TotalPrice\"|xsi:type=\"xsi:TotalPrice\"",
                "xsi:type=\"TotalPrice\"|xsi:type=\"none:TotalPrice\"",
                "<price xsi:type=\"TotalPrice\">|<price xsi:type=\"TotalPrice\"><kind>TOTAL</kind>",
                "</awardNotice>|",
                "<title>|<title>&unknown;",
                "<title>|<title>&#x1;",
                "<title>|<title>&#x85;",
                "<title>|<title/><title>",
            })
    void faultsOfXmlAreFaultsToBoth(String replacement) {
        judge(replacement, false, false);
    }

    /** What XML leaves open: judged alike. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<project>|<project><!-- a comment -->",
                "<project>|<project><?pi?>",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>|",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>|<?xml version=\"1.1\"?>",
                "<project>|<project xsi:type=\"ProjectReference\">",
                "<title>|<title><!-- a comment --><![CDATA[<]]>",
                "<revision>1<|<revision> 1\n<",
                "<revision>1<|<revision><![CDATA[1]]><",
                "<fixedAssetProject>false|<fixedAssetProject>\tfalse ",
                "<project>|<project>\n  ",
                "<awardNotice |<awardNotice xsi:schemaLocation=\"https://tongcai.org/ns/0.1 awardNotice.xsd\" ",
                "<project>|<project xmlns:other=\"urn:other\">",
                "xsi:type=\"TotalPrice\"|xmlns:t=\"https://tongcai.org/ns/0.1\" xsi:type=\"t:TotalPrice\"",
                "xsi:type=\"TotalPrice\"|xsi:type=\" TotalPrice \"",
            })
    void freedomsOfXmlAreFreedomsToBoth(String replacement) {
        judge(replacement, true, true);
    }

    /**
     * A difference that the standard lists, and that none of its cases meets.
     *
     * @param id the exception
     * @param replacement what is replaced and, behind a bar, by what
     * @param engine whether the engine accepts it
     */
    record Difference(String id, String replacement, boolean engine) {}

    static List<Difference> differences() {
        String matters = "<otherMatters>|<otherMatters>";
        return List.of(
                new Difference("prolog", "<awardNotice |<!DOCTYPE awardNotice><awardNotice ", false),
                new Difference("prolog", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>|\uFEFF", false),
                new Difference("xsi-type", "<title>|<title xsi:type=\"text-1-300\">", false),
                new Difference("nil-false", "<fiscalYear>|<fiscalYear xsi:nil=\"false\">", true),
                new Difference("code-list", "<catalogueCode>A02010105|<catalogueCode>A09990000", false),
                new Difference("long-text", matters + "&#x85;", false),
                new Difference("rare-characters", matters + "\uD842\uDFB7".repeat(19_000), true),
                new Difference(
                        "critical-extension",
                        "</awardNotice>|<extensions><namespace>cn-unknown</namespace><name>weight</name><title>权重</title>"
                                + "<category>SECTOR</category><critical>true</critical><value>1</value></extensions></awardNotice>",
                        false));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void theyDifferAsListed(Difference difference) {
        judge(difference.replacement(), difference.engine(), !difference.engine());
    }

    /** None is listed that does not exist, and none exists that is not listed. */
    @Test
    void eachIsListed() throws IOException {
        Set<String> met = new TreeSet<>(VerdictTest.MET);
        differences().forEach(difference -> met.add(difference.id()));
        assertEquals(ExceptionList.read(Published.SPEC), met);
    }

    /** Where MSV, as Woodstox has it, says something else than the JDK: told on the same page. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENERGY_SAVING_MANDATORY</policyTags> | ENERGY_SAVING_MANDATORY</policyTags><policyTags>ENERGY_SAVING_MANDATORY</policyTags>",
                "<url>https://zfcg.example.org/</url> | <url> https://zfcg.example.org/</url>",
            })
    void msvReadsOverRepetitionsAndBlanksOfUnions(String from, String to) {
        String document = notice.replace(from, to);
        assertNotNull(Published.judges("awardNotice").jdk(document));
        assertNull(Published.judges("awardNotice").msv(document));
    }

    @Test
    void msvCountsRareCharactersInLongTextsToo() {
        assertNull(Published.judges("awardNotice")
                .msv(notice.replace("<otherMatters>", "<otherMatters>" + "\uD842\uDFB7".repeat(19_000))));
    }

    private static void judge(String replacement, boolean engine, boolean schema) {
        int bar = replacement.indexOf('|');
        String document = notice.replace(replacement.substring(0, bar), replacement.substring(bar + 1));
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        assertEquals(engine, Published.errors(bytes).isEmpty(), () -> "engine " + Published.errors(bytes));
        String found = Published.judges("awardNotice").jdk(bytes);
        assertEquals(schema, found == null, () -> "schema " + found);
    }
}
