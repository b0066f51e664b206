package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Limits;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.Verdict;
import org.tongcai.input.Slice;

/** XML that is not well-formed is a finding with a place and a reason in both languages, and limits are kept. */
class XmlSyntaxTest {
    private static final Engine ENGINE = new Engine(new TestBundle());

    @Test
    void textWithAnUnpairedSurrogateIsNotMendedOnTheWay() {
        DocumentReport report =
                Standard.of(new TestBundle()).validate(" <a xmlns='https://tongcai.org/ns/0.1'>\ud800</a>");
        assertEquals(
                List.of("syntax.xml"),
                report.findings().stream().map(Finding::ruleId).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // tags
                "<a></b>|4|此处应为 </a>，实为 </b|</a> is expected, found </b",
                "<a></ab>|4|此处应为 </a>，实为 </ab|</a> is expected, found </ab",
                "<a></a b>|8|结束标签应以“>”结束，实为“b”|an end tag should end with '>', found 'b'",
                "<a><b></a>|7|此处应为 </b>，实为 </a|</b> is expected, found </a",
                "<a|3|输入提前结束：标签没有结束|the input ends too early: a tag is not closed",
                "<a>|4|输入提前结束：元素没有结束标签|the input ends too early: an element has no end tag",
                "<a>text|8|输入提前结束：元素没有结束标签|the input ends too early: an element has no end tag",
                "<a></a|7|输入提前结束|the input ends too early",
                "<1a/>|2|此处应为名称，实为“1”|a name is expected, found '1'",
                "< a/>|2|此处应为名称，实为 U+0020|a name is expected, found U+0020",
                "<a×/>|3|此处应为空白、“/>”或“>”，实为“×”|a blank, '/>' or '>' is expected, found '×'",
                "<a/ >|4|此处应为“>”，实为 U+0020|'>' is expected, found U+0020",
                "<a:b:c/>|5|名称中的冒号位置不对|a colon at the wrong place in a name",
                "<:a/>|2|名称中的冒号位置不对|a colon at the wrong place in a name",
                "<p:a/>|2|没有声明前缀 p|the prefix p is not declared",
                // attributes
                "<a x='1'y='2'/>|9|此处应为空白、“/>”或“>”，实为“y”|a blank, '/>' or '>' is expected, found 'y'",
                "<a x/>|5|属性名之后应为等号，实为“/”|an equals sign is expected after the name of an attribute, found '/'",
                "<a x=1/>|6|属性值应以引号括起，实为“1”|the value of an attribute should be in quotes, found '1'",
                "<a x='<'/>|7|属性值中不得有“<”|'<' must not stand in the value of an attribute",
                "<a x='1|8|输入提前结束：属性值没有结束的引号|the input ends too early: the value of an attribute is not closed",
                "<a x='1' x='2'/>|10|属性 x 重复|the attribute x appears twice",
                "<a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>|36|属性 q:x 重复|the attribute q:x appears twice",
                "<a p:x='1'/>|4|没有声明前缀 p|the prefix p is not declared",
                "<a xmlns:p=''/>|4|前缀不得绑定到空的命名空间|a prefix must not be bound to no namespace",
                "<a xmlns:xml='u'/>|4|前缀或命名空间是保留的|the prefix or the namespace is reserved",
                "<a xmlns:xmlns='u'/>|4|前缀或命名空间是保留的|the prefix or the namespace is reserved",
                "<a xmlns='http://www.w3.org/2000/xmlns/'/>|4|前缀或命名空间是保留的|the prefix or the namespace is reserved",
                // text and references
                "<a>]]></a>|4|文本中不得有“]]>”|']]>' must not stand in text",
                "<a>&nbsp;</a>|4|没有实体 nbsp|there is no entity nbsp",
                "<a>a & b</a>|6|“&”应写成 &amp;，或后接实体名和分号|'&' should be written &amp;, or be followed by a name and a semicolon",
                "<a>&amp</a>|8|引用应以分号结束，实为“<”|a reference should end with a semicolon, found '<'",
                "<a>&#xD800;</a>|4|字符引用不是一个字符|the reference is that of no character",
                "<a>&#x110000;</a>|4|字符引用不是一个字符|the reference is that of no character",
                "<a>&#;</a>|4|字符引用不是一个字符|the reference is that of no character",
                "<a>&#1a;</a>|7|此处应为数字，实为“a”|a digit is expected, found 'a'",
                "<a><![CDATA[x</a>|18|输入提前结束：CDATA 没有结束|the input ends too early: a CDATA section is not closed",
                // comments and processing instructions
                "<a><!-- -- --></a>|9|注释中不得有“--”|'--' must not stand in a comment",
                "<a><!-- </a>|13|输入提前结束：注释没有结束|the input ends too early: a comment is not closed",
                "<a><!x></a>|6|“<!”之后不得是此字符，实为“x”|this must not follow '<!', found 'x'",
                "<a><?p </a>|12|输入提前结束：处理指令没有结束|the input ends too early: a processing instruction is not closed",
                "<a><?XML ?></a>|4|XML 声明只能写在文件开头|an XML declaration may only begin the document",
                "` <?xml version='1.0'?><a/>`|2|XML 声明只能写在文件开头|an XML declaration may only begin the document",
                "<a><? p?></a>|6|此处应为处理指令的名称，实为 U+0020|the name of a processing instruction is expected, found U+0020",
                // around the root
                "<?xml version='1.0'?>|22|没有根元素|there is no root element",
                "<?xml version='2.0'?><a/>|16|XML 版本应为 1.0|the version of XML should be 1.0",
                "<?xml encoding='UTF-8'?><a/>|7|XML 声明应以 version 开始，实为“e”|the XML declaration should begin with version, found 'e'",
                "<?xml version='1.0' standalone='maybe'?><a/>|33|standalone 应为 yes 或 no|standalone should be yes or no",
                "<!-- c -->text<a/>|11|此处应为根元素，实为“t”|the root element is expected, found 't'",
                "<a/>text|5|根元素之后不得再有内容，实为“t”|nothing may follow the root element, found 't'",
                "<a/><b/>|5|根元素之后不得再有内容，实为“<”|nothing may follow the root element, found '<'",
                // well-formed, but nothing that the standard has
                "<a>text<b/></a>|8|标准中没有文字与元素混排的内容|the standard has no content in which text and elements are mixed",
                "<a><b/>text</a>|12|标准中没有文字与元素混排的内容|the standard has no content in which text and elements are mixed",
            })
    void aFaultHasAPlaceAndAReason(String document, int column, String zh, String en) {
        DocumentReport report = Documents.judge(ENGINE, document);
        Finding finding = report.findings().get(report.findings().size() - 1);
        assertEquals("syntax.xml", finding.ruleId());
        assertEquals(Layer.SYNTAX, finding.layer());
        assertEquals("XML 不合式：" + zh, finding.message().zh());
        assertEquals("XML that is not well-formed: " + en, finding.message().en());
        assertEquals(column, finding.column());
        assertEquals(1, finding.line());
        assertEquals(Verdict.REJECTED, report.verdict());
        String source = "W3C REC-xml-20081126";
        if (en.contains("prefix") || en.contains("a colon")) {
            source = "W3C REC-xml-names-20091208";
        } else if (en.contains("the standard")) {
            source = "test 0.1.0";
        }
        assertEquals(
                source, finding.citation() == null ? null : finding.citation().number());
    }

    @Test
    void earlierFindingsAreKept() {
        DocumentReport report = Documents.judge(
                ENGINE,
                Twins.award().replace("OPEN_TENDER", "OPEN").replace("</organizationForm>", "</organisationForm>"));
        assertEquals(
                List.of("codes.unknown", "syntax.xml"),
                report.findings().stream().map(Finding::ruleId).toList());
        assertEquals("/organizationForm", report.findings().get(1).pointer());
        assertEquals(
                "/tc:awardNotice/tc:organizationForm", report.findings().get(1).xpath());
        assertEquals("DOC-1", report.id());
    }

    @Test
    void aByteOrderMarkIsOneFindingAndReadingGoesOn() {
        DocumentReport report = Documents.judge(ENGINE, "\uFEFF" + Twins.award());
        assertEquals("syntax.encoding", only(report).ruleId());
        assertEquals("DOC-1", report.id());
    }

    @Test
    void theDeclarationMayNameUtf8InAnyCase() {
        for (String encoding : List.of("", " encoding='UTF-8'", " encoding=\"utf-8\" standalone = \"no\" ")) {
            String document = "<?xml version='1.0'" + encoding + "?>\n" + Twins.award() + "\n<!-- end -->";
            assertEquals(List.of(), Documents.judge(ENGINE, document).findings());
        }
    }

    @Test
    void otherEncodingsAreNamed() {
        String declared = "<?xml version='1.0' encoding='GBK'?>" + Twins.award();
        Finding gbk = only(Documents.judge(ENGINE, declared));
        assertEquals("syntax.encoding", gbk.ruleId());
        assertEquals("不是合法的 UTF-8：声明的编码是 GBK，应为 UTF-8", gbk.message().zh());
        assertEquals(31, gbk.column());
        for (byte[] bytes : List.of(
                Twins.award().getBytes(StandardCharsets.UTF_16),
                Twins.award().getBytes(StandardCharsets.UTF_16LE),
                Twins.award().getBytes(StandardCharsets.UTF_16BE),
                Twins.award().getBytes(java.nio.charset.Charset.forName("UTF-32BE")),
                Twins.award().getBytes(java.nio.charset.Charset.forName("GB18030")),
                "<a>\u00FF</a>".getBytes(StandardCharsets.ISO_8859_1),
                "<a>\u00C0\u00AF</a>".getBytes(StandardCharsets.ISO_8859_1))) {
            DocumentReport report = Documents.judge(ENGINE, bytes);
            assertEquals(
                    "syntax.encoding",
                    report.findings().get(report.findings().size() - 1).ruleId());
        }
    }

    @Test
    void limitsAreThoseOfJson() {
        Limits limits = new Limits(5, 100_000, 42, 6, 100, 100, 1 << 20);
        assertEquals("limit.string-length", last(Twins.award().replace("台式机", "机".repeat(43)), limits));
        assertEquals(
                "limit.string-length",
                last(Twins.award().replace("<lots>", "<lots x='" + "y".repeat(43) + "'>"), limits));
        String name = "n".repeat(43);
        assertEquals("limit.string-length", last(Twins.award().replace("<lots>", "<" + name + "/><lots>"), limits));
        assertEquals("limit.number-length", last(Twins.award().replace(">10<", ">1000000<"), limits));
        assertEquals("limit.number-length", last(Documents.award().replace(":10,", ":1000000,"), limits));
        // lots, a lot, items, an item, its price: five levels below the root in both encodings.
        for (String document : List.of(Twins.award(), Documents.award())) {
            assertEquals("limit.depth", last(document, limits));
            assertEquals(
                    List.of(),
                    ENGINE.validate(
                                    Slice.of("-", Documents.bytes(document)),
                                    options(new Limits(6, 100_000, 80, 6, 9, 9, 9)))
                            .findings());
        }
    }

    private static ValidationOptions options(Limits limits) {
        return ValidationOptions.DEFAULT.withLimits(limits);
    }

    private static String last(String document, Limits limits) {
        DocumentReport report = ENGINE.validate(Slice.of("-", Documents.bytes(document)), options(limits));
        assertEquals(Verdict.UNDETERMINED, report.verdict());
        return report.findings().get(report.findings().size() - 1).ruleId();
    }

    private static Finding only(DocumentReport report) {
        assertEquals(1, report.findings().size(), report.findings()::toString);
        return report.findings().get(0);
    }
}
