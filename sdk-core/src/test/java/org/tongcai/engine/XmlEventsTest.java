package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Limits;
import org.tongcai.Severity;
import org.tongcai.ValidationOptions;
import org.tongcai.input.Slice;
import org.tongcai.rule.Facts;

/** What only XML has: order, attributes, namespaces, {@code xsi:type}, {@code xsi:nil}, many ways to write one text. */
class XmlEventsTest {
    private static final Engine ENGINE = new Engine(new TestBundle());
    private static final String AWARD = Twins.award();

    /** Ways to write the same document. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // what is changed => into what
                "<title>台式计算机=><title><![CDATA[台式]]>计<!-- c -->算<?p?>机",
                "<title>台式计算机=><title>&#x53F0;&#24335;计算机",
                "<title>=><title >",
                "</title>=></title\n>",
                "<quantity>10=><quantity> \n10\t",
                "<quantity>10=><quantity><![CDATA[1]]>0",
                "<budget>=><budget> <!-- c --> <![CDATA[ ]]>&#32;<?p?>",
                "</budget>=>\n</budget>",
                "<awardNotice =><awardNotice xsi:schemaLocation='a b' xsi:noNamespaceSchemaLocation='c' ",
                "<awardNotice =><awardNotice xsi:type='AwardNotice' ",
                "<awardNotice =><awardNotice xmlns:x='urn:x' ",
                "<lots>=><lots xmlns:x='urn:x' xsi:nil='false'>",
                "<lots>=><lots xmlns='https://tongcai.org/ns/0.1'>",
                "<budget>=><budget xsi:type=' Money '>",
                "<price xsi:type=\"TotalPrice\">=><price xsi:type=' TotalPrice\n' >",
                "<price xsi:type=\"TotalPrice\">=><price xmlns:t='https://tongcai.org/ns/0.1' xsi:type='t:TotalPrice' >",
                "<price xsi:type=\"TotalPrice\">=><price xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='TotalPrice'>",
            })
    void oneDocumentManyWays(String change) {
        String[] parts = change.split("=>", 2);
        assertEquals(
                List.of(),
                judge(AWARD.replaceFirst(
                        java.util.regex.Pattern.quote(parts[0]), java.util.regex.Matcher.quoteReplacement(parts[1]))));
    }

    @Test
    void prefixesAreAsGoodAsADefaultNamespace() {
        String prefixed = AWARD.replaceAll("<(/?)([a-z])", "<$1t:$2")
                .replace("xmlns=", "xmlns:t=")
                .replace("xsi:type=\"", "xsi:type=\"t:");
        assertEquals(List.of(), judge(prefixed));
        // One list, its items written in different ways.
        String mixed = Twins.large()
                .replaceFirst(
                        "<experts>(.*?)</experts>", "<t:experts xmlns:t='" + Twins.NAMESPACE + "'>$1</t:experts>");
        assertEquals(List.of(), judge(mixed));
    }

    @Test
    void blanksBetweenElementsMeanNothingAndInTextsEverything() {
        String pretty = AWARD.replaceAll("<(?=[a-z])", "\r\n  <").strip();
        assertEquals(
                List.of("structure.pattern /lots/0/items/0/catalogueCode"),
                judge(pretty.replace("A02010105", " A0201010")));
        assertEquals(List.of(), judge(pretty));
    }

    @Test
    void lineEndsBecomeLineFeedsButReferencesStay() {
        XmlEvents events = new XmlEvents(null);
        events.open(Slice.of("-", Documents.bytes("<a>1\r2\r\n3\n4&#13;5</a>")), Limits.DEFAULT);
        assertEquals(Events.TEXT, events.value(Wanted.SOME_TEXT));
        assertEquals("1\n2\n3\n4\r5", events.text());
    }

    @Test
    void unionsAreChosenByType() {
        String price = "<price xsi:type=\"TotalPrice\">";
        assertEquals(List.of("structure.required /lots/0/price"), judge(AWARD.replace(price, "<price>")));
        for (String wrong : List.of("total", "Price", "AwardNotice", "xsi:TotalPrice", "none:TotalPrice", ":", "")) {
            assertEquals(
                    List.of("structure.union /lots/0/price/kind"),
                    judge(AWARD.replace(price, "<price xsi:type='" + wrong + "'>")));
        }
        assertEquals(
                List.of("structure.required /lots/0/price"), judge(AWARD.replace(price, "<price><kind>total</kind>")));
        assertEquals(
                List.of("structure.unknown-field /lots/0/price/kind"),
                judge(AWARD.replace(price, price + "<kind>total</kind>")));
        assertEquals(List.of("structure.null /lots/0/price"), judge(AWARD.replace(price, "<price xsi:nil='1'>")));
    }

    @Test
    void theMessageOnUnionsNamesTypes() {
        Finding finding = Documents.judge(ENGINE, AWARD.replace("\"TotalPrice\"", "\"total\""))
                .findings()
                .get(0);
        assertEquals(
                "the kind should be one of TotalPrice, DiscountRate",
                finding.message().en());
        assertEquals("total", finding.value());
    }

    @Test
    void nothingIsSaidByNil() {
        assertEquals(
                List.of("structure.null /projectName"),
                judge(AWARD.replace("<projectName>", "<projectName xsi:nil=' true '>")));
        assertEquals(
                List.of("structure.null /lots"),
                judge(AWARD.replaceFirst("<lots>.*</lots>", "<lots xsi:nil='true'/>")));
        assertEquals(
                List.of("structure.unknown-field /projectName/@xsi:nil"),
                judge(AWARD.replace("<projectName>", "<projectName xsi:nil='yes'>")));
    }

    @Test
    void attributesAreNoFields() {
        assertEquals(
                List.of("structure.unknown-field /lots/0/@id", "structure.unknown-field /lots/0/title/@xml:lang"),
                judge(AWARD.replace("<lots>", "<lots id='1'>").replace("<title>", "<title xml:lang='zh'>")));
        assertEquals(
                List.of("structure.unknown-field /lots/0/budget/@xsi:type"),
                judge(AWARD.replace("<budget>", "<budget xsi:type='Price'>")));
        assertEquals(
                List.of("structure.unknown-field /projectName/@xsi:type"),
                judge(AWARD.replace("<projectName>", "<projectName xsi:type='AwardNotice'>")));
        // Reported once, though the union is read twice; not at all in what nobody judges.
        assertEquals(
                List.of("structure.unknown-field /lots/0/price/@a", "structure.unknown-field /lots/0/price/amount/@b"),
                judge(AWARD.replace("<price ", "<price a='1' ")
                        .replaceFirst("(<price .*?)<amount>", "$1<amount b='1'>")));
        assertEquals(
                List.of("structure.unknown-field /other"),
                judge(AWARD.replace("<header>", "<other a='1'><b c='2'/></other><header>")));
    }

    @Test
    void elementsOfOtherNamespacesAreNoFields() {
        assertEquals(
                List.of("structure.unknown-field /x:more"),
                judge(AWARD.replace("<header>", "<x:more xmlns:x='urn:x'>1</x:more><header>")));
        assertEquals(
                List.of("structure.required ", "structure.unknown-field /projectName"),
                judge(AWARD.replace("<projectName>", "<projectName xmlns='urn:x'>")));
        assertEquals(
                List.of("structure.required ", "structure.unknown-field /projectName"),
                judge(AWARD.replace("<projectName>", "<projectName xmlns=''>")));
    }

    @Test
    void theRootIsNamedAfterTheType() {
        assertEquals(
                List.of("structure.root-element "),
                judge(AWARD.replace("awardNotice xm", "wideNotice xm").replace("</awardNotice>", "</wideNotice>")));
        assertEquals(List.of("structure.namespace "), judge(AWARD.replace("ns/0.1", "ns/0.2")));
        assertEquals(List.of("structure.namespace "), judge(AWARD.replace("xmlns=\"" + Twins.NAMESPACE + "\"", "")));
        assertEquals(
                List.of("structure.namespace ", "structure.document-type /header/documentType"),
                judge(AWARD.replace(">awardNotice<", ">other<").replace("ns/0.1", "ns/0.2")));
    }

    @Test
    void elementsHaveAnOrder() {
        // The first of each object.
        String moved = AWARD.replaceFirst(
                "(<projectNumber>.*?</projectNumber>)(<projectName>.*?</projectName>)(.*)(<bidOpening>.*?</bidOpening>)",
                "$4$2$1$3");
        assertEquals(List.of("structure.order /projectName"), judge(moved));
        assertEquals(
                "element projectName should stand before bidOpening",
                Documents.judge(ENGINE, moved).findings().get(0).message().en());
        String header = AWARD.replaceFirst(
                "(<documentType>.*?</documentType>)(<standardVersion>.*?</standardVersion>)", "$2$1");
        assertEquals(List.of("structure.order /header/documentType"), judge(header));
    }

    @Test
    void whatIsNoListStandsOnce() {
        DocumentReport twice = Documents.judge(ENGINE, AWARD.replaceFirst("(<projectName>.*?</projectName>)", "$1$1"));
        assertEquals(List.of("syntax.duplicate-key /projectName"), lines(twice));
        // A list is one after the other.
        String large =
                Twins.large().replaceFirst("(<experts>.*?</experts>)(.*?</experts>)(.*)(<remarks>)", "$2$3$1$1$4");
        assertEquals(List.of("syntax.duplicate-key /experts"), judge(large));
    }

    @Test
    void mistakesOfOneListAreReportedPerItem() {
        assertEquals(
                List.of("structure.unknown-field /colour"),
                judge(AWARD.replace("<header>", "<colour>1</colour><colour><a/></colour> <colour/><header>")));
    }

    @Test
    void conditionsLookBackToWhereAFieldStands() {
        String xml = Twins.large().replace("AGENCY", "SELF");
        Finding finding = Documents.judge(ENGINE, xml).findings().stream()
                .filter(f -> f.ruleId().equals("structure.condition-forbidden"))
                .findFirst()
                .orElseThrow();
        assertEquals("/agency", finding.pointer());
        assertEquals(xml.indexOf("<agency>"), finding.column() - 1);
    }

    @Test
    void readersAreReused() {
        for (int i = 0; i < 3; i++) {
            // It ends inside of a tag, with namespaces declared.
            assertEquals(
                    "syntax.xml ", judge("<a xmlns:x='u'><x:b xmlns='v' c='").get(1));
            assertEquals(List.of(), judge(AWARD));
        }
    }

    @Test
    void documentsMayStandInsideOfABuffer() {
        byte[] inner = Documents.bytes(AWARD);
        byte[] buffer = new byte[inner.length + 20];
        java.util.Arrays.fill(buffer, (byte) '<');
        System.arraycopy(inner, 0, buffer, 10, inner.length);
        Slice slice = new Slice("-", 3, buffer, 10, inner.length, 10, 1, 11);
        assertEquals(
                List.of(), ENGINE.validate(slice, ValidationOptions.DEFAULT).findings());
    }

    @Test
    void rulesSeeTheSame() {
        Engine ruled = new Engine(new RuledBundle());
        for (String json : List.of(Documents.award(), Documents.large())) {
            Facts expected = ruled.facts(Slice.of("-", Documents.bytes(json)));
            Facts found = ruled.facts(Slice.of("-", Documents.bytes(Twins.of(json))));
            assertNotNull(expected);
            assertNotNull(found);
            assertArrayEquals(expected.toBytes(), found.toBytes());
        }
    }

    @Test
    void whatRulesPointAtIsFoundAgain() {
        Engine ruled = new Engine(new RuledBundle(RuledBundle.budget(Severity.ERROR, 1)));
        String xml = AWARD.replace("<amount>50000", "<!-- c -->\n<amount>50000");
        List<Finding> findings = Documents.judge(ruled, xml).findings();
        assertEquals(1, findings.size(), findings::toString);
        Finding finding = findings.get(0);
        assertEquals("/lots/0/budget/amount", finding.pointer());
        assertEquals("/tc:awardNotice/tc:lots[1]/tc:budget/tc:amount", finding.xpath());
        assertEquals("50000.00", finding.value());
        assertEquals(2, finding.line());
        assertEquals(1, finding.column());
    }

    private static List<String> judge(String document) {
        return lines(Documents.judge(ENGINE, document));
    }

    private static List<String> lines(DocumentReport report) {
        return report.findings().stream()
                .map(f -> f.ruleId() + " " + f.pointer())
                .toList();
    }
}
