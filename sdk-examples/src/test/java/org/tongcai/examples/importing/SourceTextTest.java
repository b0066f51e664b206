package org.tongcai.examples.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SourceTextTest {
    private static final String TEXT = "商品编号,名称,价格\n1,云帆 打印机,1299.00\n2,青禾 复印纸,25.50\n";

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("UTF-8", "UTF-8", ""),
                Arguments.of("UTF-8", "UTF-8", "\uFEFF"),
                Arguments.of("GBK", "GB18030", ""),
                Arguments.of("GB18030", "GB18030", ""),
                Arguments.of("UTF-16LE", "UTF-16LE", "\uFEFF"),
                Arguments.of("UTF-16BE", "UTF-16BE", "\uFEFF"),
                Arguments.of("UTF-16LE", "UTF-16LE", ""),
                Arguments.of("UTF-16BE", "UTF-16BE", ""));
    }

    @ParameterizedTest(name = "{0} with mark \"{2}\" is read as {1}")
    @MethodSource("encodings")
    void anyEncodingIsFoundOutAndTheMarkIsNotText(String written, String found, String mark) {
        SourceText source = SourceText.of("a.csv", (mark + TEXT).getBytes(Charset.forName(written)), null);
        assertEquals(Charset.forName(found), source.charset());
        assertEquals(TEXT, source.text());
    }

    @Test
    void aDamagedFileIsStillReadSoThatItsRowsCanBeReported() {
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.writeBytes(TEXT.getBytes(StandardCharsets.UTF_8));
        damaged.write(0xE4);
        damaged.writeBytes(",x\n".getBytes(StandardCharsets.UTF_8));
        SourceText source = SourceText.of("a.csv", damaged.toByteArray(), null);
        assertEquals(StandardCharsets.UTF_8, source.charset());
        assertTrue(source.text().startsWith(TEXT) && source.text().endsWith("\uFFFD,x\n"));
    }

    @Test
    void aGivenEncodingIsNotQuestioned() {
        SourceText source = SourceText.of("a.csv", "é".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertEquals("Ã©", source.text());
    }

    @Test
    void allLineEndsBecomeOneSoThatLinesAreCountedAsAnEditorDoes() {
        assertEquals(
                "a\nb\nc",
                SourceText.of("a", "a\r\nb\rc".getBytes(StandardCharsets.UTF_8), null)
                        .text());
    }
}
