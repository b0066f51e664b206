package org.tongcai.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.Limits;

class DocumentReaderTest {

    @Nested
    class SoundInput {
        @Test
        void singleDocument() {
            assertEquals(List.of("{\"a\":1}"), Cuts.of("\n  {\"a\":1}\n\n").texts());
            assertEquals(List.of("2:3@3"), Cuts.of("\n  {\"a\":1}\n\n").places());
            assertEquals(
                    List.of("{\n \"a\": [\n {}\n ]\n}"),
                    Cuts.of("{\n \"a\": [\n {}\n ]\n}\n").texts());
        }

        @Test
        void linesWithBlankOnesAndCarriageReturns() {
            Cuts cuts = Cuts.of("{\"a\":1}\r\n\r\n  {\"a\":2}\r\n{\"a\":3}");
            assertEquals(List.of("{\"a\":1}", "{\"a\":2}", "{\"a\":3}"), cuts.texts());
            assertEquals(List.of("1:1@0", "3:3@13", "4:1@22"), cuts.places());
        }

        @Test
        void arrayOnOneLineCountsCharactersNotBytes() {
            Cuts cuts = Cuts.of("[{\"名\":\"]},[\"}, {\"b\":\"\\\"\"}]");
            assertEquals(List.of("{\"名\":\"]},[\"}", "{\"b\":\"\\\"\"}"), cuts.texts());
            assertEquals(List.of("1:2@1", "1:16@17"), cuts.places());
        }

        @Test
        void documentsOneAfterTheOther() {
            assertEquals(
                    List.of("{\n\"a\":1}", "{}", "{\n}", "{\n\"b\":2}"),
                    Cuts.of("{\n\"a\":1}\n{}\n\n{\n}{\n\"b\":2}").texts());
        }

        @Test
        void textSequence() {
            Cuts cuts = Cuts.of("\u001e{\"a\":\n1}\n\u001e\u001e{\"a\":2}\n");
            assertEquals(List.of("{\"a\":\n1}", "{\"a\":2}"), cuts.texts());
            assertEquals(List.of("1:2@1", "3:3@12"), cuts.places());
        }

        @ParameterizedTest
        @ValueSource(strings = {"<a/>", "\n <a>\n{\n{}\n</a>\n<b/>", "\ufeff<?xml version='1.0'?>\n\n<名>]</名>"})
        void xmlIsOneDocumentFromTheFirstByteOn(String text) {
            assertEquals(List.of(text), Cuts.of(text + "\n \n").texts());
            assertEquals(List.of("1:1@0"), Cuts.of(text).places());
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertEquals(Cuts.of(bytes), Cuts.of(new Cuts.Dribble(Cuts.gzip(bytes), 1, 3), Limits.DEFAULT));
        }

        @Test
        void arrayPerLine() {
            assertEquals(List.of("{}", "{}", "{}"), Cuts.of("[{},{}]\n[{}]\n").texts());
        }
    }

    @Nested
    class MalformedInput {
        @ParameterizedTest
        @ValueSource(strings = {"", "  \n\r\n\t", "[]", "\u001e\n", " [ \n ] \n"})
        void noDocumentIsAnEmptyDocument(String text) {
            assertEquals(List.of(""), Cuts.of(text).texts());
        }

        @Test
        void contentBehindTheDocumentStaysWithIt() {
            assertEquals(List.of("{} x"), Cuts.of("{} x").texts());
            assertEquals(List.of("{}{}"), Cuts.of("{}{}\n").texts());
            assertEquals(List.of("{\n}\nx\n]"), Cuts.of("{\n}\nx\n]").texts());
        }

        @Test
        void brokenLineSpoilsOnlyItself() {
            assertEquals(
                    List.of("{\"a\":1}", "{\"a\":", "nonsense", "{\"a\":\"x}", "{\"a\":2}}", "{\"a\":3}"),
                    Cuts.of("{\"a\":1}\n{\"a\":\nnonsense\n{\"a\":\"x}\n{\"a\":2}}\n{\"a\":3}\n")
                            .texts());
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"a\":1", "{\"a\":1,", "{\"a\":\"x", "{\"a\":[{}", "{", "nonsense", "]"})
        void brokenFirstLineSpoilsOnlyItself(String broken) {
            assertEquals(
                    List.of(broken, "{\"a\":2}", "{\"a\":3"),
                    Cuts.of(broken + "\n{\"a\":2}\n{\"a\":3\n").texts());
        }

        @Test
        void brokenElementSpoilsOnlyItself() {
            Cuts cuts = Cuts.of("[{\"a\":[1},{\"a\":2},\n{\"a\":3,\n{\"a\":4},\n{\"a\":\"x},\n{\"a\":5}\n]");
            assertEquals(
                    List.of("{\"a\":[1}", "{\"a\":2}", "{\"a\":3,", "{\"a\":4}", "{\"a\":\"x},", "{\"a\":5}"),
                    cuts.texts());
        }

        @Test
        void commaTooMany() {
            assertEquals(List.of("{}", ",", "{}", "]"), Cuts.of("[{},,{},]").texts());
            assertEquals(
                    List.of("1:2@1", "1:5@4", "1:6@5", "1:9@8"),
                    Cuts.of("[{},,{},]").places());
        }

        @Test
        void commaMissing() {
            assertEquals(
                    List.of("{}\n{\"a\":[1,2]}", "{}"),
                    Cuts.of("[{}\n{\"a\":[1,2]},{}]").texts());
        }

        @Test
        void arrayNotClosed() {
            Cuts cuts = Cuts.of("\n [{},{}");
            assertEquals(List.of("{}", "{}", "["), cuts.texts());
            assertEquals("2:2@2", cuts.places().get(2), "the bracket itself is handed on, from where it stands");
        }

        @Test
        void arrayClosedInsideOfAnElement() {
            assertEquals(List.of("{\"a\":1"), Cuts.of("[{\"a\":1]").texts());
        }

        @Test
        void somethingElseAltogetherIsOneDocument() {
            String page = "%PDF\n<body>[{]</body>\n%%EOF";
            assertEquals(List.of(page), Cuts.of(page).texts());
        }

        @Test
        void markOfUtf8StaysForTheEngineToSee() {
            assertEquals(List.of("\ufeff{}", "{}"), Cuts.of("\ufeff{}\n{}").texts());
            assertEquals(List.of("\ufeff", "{}"), Cuts.of("\ufeff [{}]").texts());
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
        void otherEncodingsAreLeftWhole(String charset) {
            byte[] bytes = "{\"a\":\n1}\n{}".getBytes(Charset.forName(charset));
            Cuts cuts = Cuts.of(bytes);
            assertEquals(1, cuts.documents().size());
            assertEquals(
                    new String(bytes, StandardCharsets.ISO_8859_1),
                    cuts.documents().get(0).bytes());
        }

        @Test
        void deepNestingCostsNeitherMemoryNorTime() {
            byte[] bytes = new byte[4_000_000];
            Arrays.fill(bytes, 0, 3_000_000, (byte) '[');
            Arrays.fill(bytes, 3_000_000, bytes.length, (byte) '}');
            bytes[0] = '{';
            Cuts cuts = Cuts.of(bytes);
            assertEquals(1, cuts.documents().size());
            assertEquals(bytes.length, cuts.documents().get(0).bytes().length());
        }
    }

    @Nested
    class Bounds {
        @ParameterizedTest
        @ValueSource(ints = {1, 100, 70_000, 200_000})
        void oversizedDocumentIsCutAfterOneByteTooMany(int most) {
            String large = "{\"a\":\"" + "x".repeat(most + 300_000) + "\"}";
            for (String text : List.of("{}\n" + large + "\n{}", "[{}," + large + ",{}]", "[{},\n" + large + "\n,{}]")) {
                Cuts cuts = Cuts.of(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Cuts.limits(most, 1 << 30));
                assertEquals(3, cuts.documents().size());
                assertEquals(large.substring(0, most + 1), cuts.texts().get(1));
                assertEquals(text.lastIndexOf("{}"), cuts.documents().get(2).startByte());
                int lineStart = text.lastIndexOf('\n') + 1;
                assertEquals(
                        text.lastIndexOf("{}") - lineStart + 1,
                        cuts.documents().get(2).column());
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 100, 70_000, 200_000})
        void oversizedXmlIsCutAfterOneByteTooMany(int most) {
            for (String text : List.of(
                    "<a>" + "x".repeat(most + 300_000),
                    " ".repeat(most + 300_000) + "<a/>",
                    "<a>\n".repeat(most + 1))) {
                Cuts cuts = Cuts.of(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Cuts.limits(most, 1 << 30));
                assertEquals(List.of("1:1@0"), cuts.places());
                assertEquals(most + 1, cuts.texts().get(0).length());
            }
        }

        @Test
        void blanksInFrontOfJsonDoNotMakeADocumentOversized() {
            String text = " ".repeat(300_000) + "{}\n" + " ".repeat(300_000) + "{}";
            Cuts cuts = Cuts.of(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Cuts.limits(1000, 1 << 30));
            assertEquals(List.of("{}", "{}"), cuts.texts());
            assertEquals(List.of("1:300001@300000", "2:300001@600003"), cuts.places());
        }

        @Test
        void blanksBehindDoNotMakeADocumentOversized() {
            String document = "{\"a\":\"" + "x".repeat(100_000) + "\"}";
            String text = document + " ".repeat(300_000) + "\n" + document;
            Cuts cuts = Cuts.of(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    Cuts.limits(document.length(), 1 << 30));
            assertEquals(List.of(document, document), cuts.texts());
        }

        @Test
        void bombIsDefused() {
            byte[] bomb = Cuts.gzip(new byte[10_000_000]);
            InputException e = assertThrows(
                    InputException.class,
                    () -> new DocumentReader(Cuts.limits(1000, 1_000_000))
                            .read("-", new ByteArrayInputStream(bomb), s -> {}));
            assertTrue(e.reason().en().contains("1000000"), e.reason().en());
        }
    }

    @Nested
    class Gzip {
        private final byte[] packed = Cuts.gzip("{\"a\":1}\n{\"a\":2}\n".getBytes(StandardCharsets.UTF_8));

        @Test
        void allMembersAreRead() {
            byte[] two = Arrays.copyOf(packed, packed.length * 2 + 10);
            System.arraycopy(packed, 0, two, packed.length, packed.length);
            assertEquals(4, Cuts.of(two).documents().size());
            assertEquals(
                    4,
                    Cuts.of(new Cuts.Dribble(two, 1, 3), Limits.DEFAULT)
                            .documents()
                            .size(),
                    "pauses are no end");
        }

        @Test
        void whatIsCompleteIsHandedOnBeforeTheFailure() {
            for (int length = packed.length - 1; length > 2; length--) {
                List<Cuts.Cut> cuts = new ArrayList<>();
                byte[] cut = Arrays.copyOf(packed, length);
                InputException e = assertThrows(
                        InputException.class, () -> Cuts.read(new ByteArrayInputStream(cut), Limits.DEFAULT, cuts));
                assertEquals("gzip 数据不完整", e.reason().zh());
                assertEquals(cuts.size(), e.index());
            }
        }

        @Test
        void damageIsNoticed() {
            byte[] garbage = Arrays.copyOf(packed, packed.length + 3);
            garbage[packed.length] = 'x';
            assertThrows(
                    InputException.class,
                    () -> Cuts.read(new ByteArrayInputStream(garbage), Limits.DEFAULT, new ArrayList<>()));
            byte[] checksum = packed.clone();
            checksum[packed.length - 6] ^= 1;
            assertThrows(
                    InputException.class,
                    () -> Cuts.read(new ByteArrayInputStream(checksum), Limits.DEFAULT, new ArrayList<>()));
        }
    }

    @Test
    void failingStreamTellsHowFarItWent() {
        InputStream failing = new InputStream() {
            private final InputStream good = new ByteArrayInputStream("{}\n{}\n{".getBytes(StandardCharsets.UTF_8));

            @Override
            public int read() throws IOException {
                int value = good.read();
                if (value < 0) {
                    throw new IOException("disk on fire");
                }
                return value;
            }
        };
        List<Cuts.Cut> cuts = new ArrayList<>();
        InputException e = assertThrows(InputException.class, () -> Cuts.read(failing, Limits.DEFAULT, cuts));
        assertEquals(2, cuts.size());
        assertEquals(2, e.index());
        assertEquals(7, e.byteOffset());
        assertEquals(3, e.line());
        assertEquals("disk on fire", e.reason().en());
    }
}
