package org.tongcai.examples.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TableReaderTest {
    private final Journal journal = new Journal();

    private List<Row> rows(String text) {
        return TableReader.rows(new SourceText("t.csv", text, java.nio.charset.StandardCharsets.UTF_8), null, journal);
    }

    @Test
    void lineIsThePhysicalLineEvenAfterCellsWithLineBreaks() {
        List<Row> rows = rows("a,b\n\"one\ntwo\nthree\",2\nx,y\n");
        assertEquals(List.of(1L, 2L, 5L), rows.stream().map(Row::line).toList());
        assertEquals("one\ntwo\nthree", rows.get(1).cell(0));
    }

    @Test
    void blankLinesAreRowsAndCount() {
        List<Row> rows = rows("a,b\n\nx,y\n");
        assertEquals(3, rows.size());
        assertTrue(rows.get(1).blank());
        assertEquals(3, rows.get(2).line());
    }

    @Test
    void separatorIsFoundOut() {
        assertEquals(List.of("a", "b,c"), rows("a;b,c\nx;y\n").get(0).cells());
        assertEquals(List.of("a", "b,c"), rows("a\tb,c\nx\ty\n").get(0).cells());
        assertEquals(List.of("a", "b"), rows("a，b\nx，y\n").get(0).cells());
    }

    @Test
    void aForgottenQuotationMarkCostsOneRowAndNotTheRestOfTheFile() {
        List<Row> rows = rows("a,b\n1,\"open\n2,x\n3,y\n");
        assertEquals(List.of(1L, 3L, 4L), rows.stream().map(Row::line).toList());
        assertEquals(1, journal.count(Fate.REJECTED));
        assertEquals(2, journal.entries().get(0).row().line());
        assertEquals(Reason.BROKEN_QUOTES, journal.entries().get(0).reason());
    }

    @Test
    void aForgottenQuotationMarkThatSwallowsTheNextQuotedCellIsNoticedByTheWidth() {
        List<Row> rows = rows("a,b,c\n1,2,\"open\n3,x\",4\n5,\"six\",7\n");
        assertEquals(List.of(1L, 3L, 4L), rows.stream().map(Row::line).toList());
        assertEquals(2, journal.entries().get(0).row().line());
    }

    /** Whatever stands in a file: every line that is not blank ends up in a row or in the journal. */
    @Property
    void noLineIsLost(
            @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'c') @Chars({',', '"', '\n'}) String text) {
        Journal own = new Journal();
        SourceText source = new SourceText("t.csv", text, java.nio.charset.StandardCharsets.UTF_8);
        List<Row> rows = TableReader.rows(source, ',', own);
        StringBuilder seen = new StringBuilder();
        rows.forEach(r -> r.cells().forEach(seen::append));
        own.entries().forEach(e -> e.row().cells().forEach(seen::append));
        assertEquals(letters(text), letters(seen.toString()));
    }

    private static String letters(String text) {
        return text.chars()
                .filter(Character::isLetter)
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
