package org.tongcai.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/** Reads the table of a code list: one entry a line, tab-separated, a heading first. By hand, since regions alone are 6,700 lines. */
final class CodeTable {
    private static final String HEADING = "code\tzh\ten\tparent\tvalidFrom\tvalidTo\treplacedBy\tsource\tnote";
    private static final int COLUMNS = 9;

    private CodeTable() {}

    static List<CodeList.Entry> read(byte[] tsv) throws IOException {
        String text = new String(tsv, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        if (end < 0 || !text.substring(0, end).equals(HEADING)) {
            throw new IOException("the heading of the table is not as expected");
        }
        List<CodeList.Entry> entries = new ArrayList<>();
        String[] cells = new String[COLUMNS];
        int line = 1;
        for (int start = end + 1; start < text.length(); start = end + 1) {
            line++;
            end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            split(text, start, end, cells, line);
            try {
                entries.add(new CodeList.Entry(
                        cells[0],
                        new Bilingual(cells[1], cells[2]),
                        orNull(cells[3]),
                        date(cells[4]),
                        date(cells[5]),
                        cells[6].isEmpty() ? List.of() : List.of(cells[6].split(";", -1)),
                        orNull(cells[7]),
                        orNull(cells[8])));
            } catch (DateTimeParseException e) {
                throw new IOException("line " + line + ": " + e.getMessage(), e);
            }
        }
        return entries;
    }

    private static void split(String text, int start, int end, String[] cells, int line) throws IOException {
        int from = start;
        for (int column = 0; column < COLUMNS; column++) {
            int tab = text.indexOf('\t', from);
            boolean last = tab < 0 || tab >= end;
            if (last != (column == COLUMNS - 1)) {
                throw new IOException("line " + line + " does not have " + COLUMNS + " columns");
            }
            int to = last ? end : tab;
            cells[column] = from == to ? "" : text.substring(from, to);
            from = to + 1;
        }
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
