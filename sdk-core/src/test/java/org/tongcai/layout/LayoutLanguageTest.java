package org.tongcai.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcai.Limits;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.BundleReader;

/** The layout language, sentence by sentence. Layouts are written with ' for ". */
class LayoutLanguageTest {
    @TempDir
    Path directory;

    private Layout layout(String body) throws IOException {
        Files.createDirectories(directory.resolve("layouts"));
        Files.createDirectories(directory.resolve("codelists"));
        Files.writeString(directory.resolve("bundle.json"), json("""
                {'format': 1, 'id': 't', 'version': '0.1.0', 'edition': '0.1', 'title': {'zh': '测试', 'en': 'test'},
                 'documentTypes': [{'name': 'note', 'type': 'Note', 'domain': 'announcements', 'title': {'zh': '公告', 'en': 'note'}}],
                 'types': [], 'codeLists': [{'id': 'unit', 'title': {'zh': '单位', 'en': 'unit'}, 'size': 2}]}"""));
        Files.writeString(directory.resolve("codelists/unit.json"), json("""
                {'id': 'unit', 'title': {'zh': '单位', 'en': 'unit'}, 'description': {'zh': '单位', 'en': 'unit'},
                 'status': 'tongcai', 'codes': 'tongcai', 'confidence': 'proposed'}"""));
        Files.writeString(directory.resolve("codelists/unit.tsv"), """
                code\tzh\ten\tparent\tvalidFrom\tvalidTo\treplacedBy\tsource\tnote
                SET\t套（旧）\tset\t\t\t2025-12-31\t\t\t
                SET\t套\tset\t\t2026-01-01\t\t\t\t
                """);
        Files.writeString(
                directory.resolve("layouts/note.json"), json("{'documentType': 'note', 'body': " + body + "}"));
        return Layout.of(BundleReader.fromDirectory(directory), "note", Limits.DEFAULT);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static byte[] document(String text) {
        return json(text).getBytes(StandardCharsets.UTF_8);
    }

    /** What {@code {v|format}} prints for a value. */
    private String format(String format, String value) throws IOException {
        return layout("[{'paragraph': '{v|" + format + "}'}]")
                .text(document("{'header': {'issuedAt': '2026-03-02T08:00:00+08:00'}, 'v': " + value + "}"))
                .strip();
    }

    @ParameterizedTest
    @CsvSource({
        "date, '\"2026-03-02\"', 2026年3月2日",
        "date, '\"2026-03-01T20:00:00Z\"', 2026年3月2日",
        "date, '\"2026-02-30\"', 2026-02-30",
        "month, '\"2026-03\"', 2026年3月",
        "moment, '\"2026-03-26T09:30:00+08:00\"', 2026年3月26日 09点30分（北京时间）",
        "moment, '\"2026-03-25T15:59:59Z\"', 2026年3月25日 23点59分59秒（北京时间）",
        "flag, true, 是",
        "flag, false, 否",
        "flag:接受:不接受, false, 不接受",
        "number, '\"320.500000\"', 320.5",
        "number, '\"1E9\"', 1E9",
        "percent, '\"12.50\"', 12.5%",
        "yuan, '\"1440000\"', 1440000.00",
        "yuan, '\"0.0355\"', 0.0355",
        "wan, '\"1440000.00\"', 144",
        "wan, '\"6712345.67\"', 671.234567",
        "wan, '\"0\"', 0",
        "capital, '\"1440000.00\"', 壹佰肆拾肆万元整",
        "capital, '\"x\"', x",
        "chinese, 12, 十二",
        "code:unit, '\"SET\"', 套",
        "code:unit, '\"x-OWN\"', x-OWN",
        "plain, 7, 7",
        "or:无, null, 无",
        "plain, null, ________",
    })
    void formats(String format, String value, String printed) throws IOException {
        assertEquals(printed, format(format, value));
    }

    /** Sections count what is printed; numbers have no gaps. */
    @Test
    void numbersFollowWhatIsPrinted() throws IOException {
        Layout layout = layout("""
                [{'section': '甲', 'body': [{'section': '子'}, {'section': '丑', 'when': 'none'}, {'section': '寅'},
                   {'section': '卯', 'number': '1.'}, {'section': '辰', 'number': 'none'}]},
                 {'section': '乙', 'when': 'none'}, {'section': '丙', 'body': [{'section': '子', 'body': [{'section': '深', 'body': [{'section': '更深'}]}]}]}]""");
        assertEquals("""

                一、甲
                （一）子
                （二）寅
                1.卯
                辰

                二、丙
                （一）子
                1.深
                （1）更深
                """, layout.text(document("{}")));
    }

    @Test
    void numbersGoBeyondTen() throws IOException {
        StringBuilder sections = new StringBuilder("{'section': '节'}");
        for (int i = 1; i < 21; i++) {
            sections.append(",{'section': '节'}");
        }
        String text = layout("[" + sections + "]").text(document("{}"));
        for (String number : new String[] {"十、节", "十一、节", "二十、节", "二十一、节"}) {
            assertTrue(text.contains("\n" + number), text);
        }
    }

    /** Paths go out of an item to what holds it, one list after the other, and to the document. */
    @Test
    void pathsGoOutwards() throws IOException {
        Layout layout = layout("""
                [{'table': 'lots/*/items/*', 'where': {'value': 'kind', 'in': ['A']}, 'caption': '表', 'columns': [
                   {'head': '序号', 'cell': '{#}'}, {'head': '包', 'cell': '{../id}'}, {'head': '名', 'cell': '{name}'},
                   {'head': '题', 'cell': '{/title}'}, {'head': '注', 'cell': '{note}', 'when': 'lots/*/items/*/note'}]}]""");
        assertEquals("""
                表
                | 序号 | 包 | 名 | 题 |
                | 1 | 1 | a | t |
                | 2 | 2 | c | t |
                """, layout.text(document("""
                {'title': 't', 'lots': [{'id': '1', 'items': [{'kind': 'A', 'name': 'a'}, {'kind': 'B', 'name': 'b'}]},
                                        {'id': '2', 'items': [{'kind': 'A', 'name': 'c'}]}]}""")));
    }

    @Test
    void aTableWithoutRowsIsNotPrintedOrSaysSo() throws IOException {
        String table = "{'table': 'items/*', 'columns': [{'head': '名', 'cell': '{name}'}]";
        assertEquals("", layout("[" + table + "}]").text(document("{}")));
        assertEquals("无\n", layout("[" + table + ", 'empty': '无'}]").text(document("{}")));
    }

    @Test
    void conditionsHoldForOneOfManyValues() throws IOException {
        Layout layout = layout("""
                [{'paragraph': '有', 'when': 'lots/*/id'}, {'paragraph': '多', 'when': {'many': 'lots/*'}},
                 {'paragraph': '是', 'when': {'value': 'flag', 'in': [true]}},
                 {'paragraph': '皆', 'when': {'all': ['flag', {'not': 'other'}]}},
                 {'paragraph': '或', 'when': {'any': ['other', 'flag']}}]""");
        assertEquals("有\n多\n是\n皆\n或\n", layout.text(document("{'flag': true, 'lots': [{}, {'id': '1'}]}")));
        assertEquals("", layout.text(document("{'lots': [], 'other': '1'}")).replace("或\n", ""));
    }

    @Test
    void severalValuesAreJoinedAndMissingPartsAreBlank() throws IOException {
        Layout layout = layout("""
                [{'field': '名单', 'value': '{people/*/name|join:；}'}, {'use': 'party', 'with': 'buyer'}, {{'signature': ['{.|text:who}']}}]""".replace("{{'s", "{'s").replace("]}}]", "]}]")
                + ", 'texts': {'who': [{'when': 'agent', 'text': '{agent}'}, {'when': 'buyer', 'text': '{buyer/name}'}]},"
                + " 'parts': {'party': [{'field': '名称', 'value': '{name}'}]}, 'source': []");
        assertEquals(
                "名单：甲；乙\n名称：________\n\n________\n",
                layout.text(document("{'people': [{'name': '甲'}, {'name': '乙'}]}")));
        assertEquals("名单：________\n名称：丙\n\n丙\n", layout.text(document("{'buyer': {'name': '丙'}}")));
    }

    @Test
    void linksAreLinksOnlyToPages() throws IOException {
        Layout layout = layout("[{'paragraph': '{url|link}'}]");
        assertTrue(
                layout.html(document("{'url': 'https://example.org/a?b&c'}"))
                        .contains(
                                "<a rel=\"noopener noreferrer\" href=\"https://example.org/a?b&amp;c\">https://example.org/a?b&amp;c</a>"));
        assertTrue(layout.html(document("{'url': 'javascript:alert(1)'}")).contains("<p>javascript:alert(1)</p>"));
    }

    @Test
    void linesStayLinesOutsideTables() throws IOException {
        Layout layout = layout("[{'paragraph': '{t}'}, {'table': 'l/*', 'columns': [{'head': '文', 'cell': '{.}'}]}]");
        byte[] document = document("{'t': '一\\r\\n二', 'l': ['三\\n四|五']}");
        assertEquals("一\n二\n| 文 |\n| 三 四｜五 |\n", layout.text(document));
        assertTrue(layout.html(document).contains("<p>一<br/>二</p>"));
    }

    @Test
    void limitsAreKept() throws IOException {
        Layout layout = layout("[{'paragraph': '{t}'}]");
        assertThrows(LayoutException.class, () -> layout.text(document("[1]")));
        assertThrows(LayoutException.class, () -> layout.text(document("{'t': 1} 2")));
        LayoutException xml = assertThrows(LayoutException.class, () -> layout.text(document(" <t/>")));
        assertTrue(xml.reason().en().contains("XML"), xml.reason().en());
        assertThrows(LayoutException.class, () -> layout.text(document("{'t': ")));
        assertThrows(
                LayoutException.class, () -> layout.text(document("{'t':" + "[".repeat(70) + "]".repeat(70) + "}")));
        assertThrows(LayoutException.class, () -> layout.text(document("{'t': '" + "x".repeat((1 << 20) + 1) + "'}")));
        assertThrows(LayoutException.class, () -> layout.text(new byte[(16 << 20) + 1]));
    }

    /** 4,000 items, each of which prints all 4,000. */
    @Test
    void aSmallDocumentDoesNotBecomeAnEndlessPage() throws IOException {
        Layout layout = layout("[{'each': 'l/*', 'body': [{'paragraph': '{/l/*}'}]}]");
        String list = "'" + "x".repeat(20) + "'" + ",'xxxxxxxxxxxxxxxxxxxx'".repeat(3999);
        assertThrows(LayoutException.class, () -> layout.text(document("{'l': [" + list + "]}")));
    }

    @Test
    void aDamagedLayoutIsABundleFault() throws IOException {
        assertThrows(BundleException.class, () -> layout("[{'paragraph': '{v|nothing}'}]"));
        assertThrows(BundleException.class, () -> layout("[{'unknown': '1'}]"));
        Layout circle = layout("[{'use': 'a', 'with': '.'}], 'parts': {'a': [{'use': 'a', 'with': '.'}]}, 'x': []");
        assertThrows(BundleException.class, () -> circle.text(document("{}")));
        assertThrows(
                IllegalArgumentException.class,
                () -> Layout.of(BundleReader.fromDirectory(directory), "../../bundle", Limits.DEFAULT));
    }
}
