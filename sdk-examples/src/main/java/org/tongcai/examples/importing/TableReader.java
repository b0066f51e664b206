package org.tongcai.examples.importing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file with their physical lines. A row that cannot be parsed is rejected in the journal, and reading goes on with the
 * next line; one forgotten quotation mark must not swallow the rest of the file. Thread-safe.
 */
public final class TableReader {
    private static final String SEPARATORS = ",;\t，";

    private TableReader() {}

    /**
     * All rows, the head included. {@code separator} null means: find out. Rows that cannot be parsed are counted and rejected in the
     * journal.
     */
    public static List<Row> rows(SourceText source, @Nullable Character separator, Journal journal) {
        char used = separator == null ? detect(source) : separator;
        return rows(source, format(used), Long.MAX_VALUE, journal);
    }

    /** The separator that cuts the first rows into the same number (above one) of cells most often; a comma where none does. */
    static char detect(SourceText source) {
        char best = ',';
        long most = 0;
        for (char candidate : SEPARATORS.toCharArray()) {
            Map<Integer, Long> widths = new TreeMap<>();
            for (Row row : rows(source, format(candidate), 50, new Journal())) {
                widths.merge(row.cells().size(), 1L, Long::sum);
            }
            widths.remove(1);
            long same =
                    widths.values().stream().mapToLong(Long::longValue).max().orElse(0);
            if (same > most) {
                most = same;
                best = candidate;
            }
        }
        return best;
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
    }

    private static List<Row> rows(SourceText source, CSVFormat format, long limit, Journal journal) {
        List<Row> rows = new ArrayList<>();
        Position position = new Position(0, 1);
        while (position.offset() < source.text().length() && rows.size() < limit) {
            position = run(source, format, limit, journal, position, rows);
        }
        return rows;
    }

    private record Position(int offset, long line) {}

    /** Parses from a position until the end or the first broken row; answers where to go on. */
    private static Position run(
            SourceText source, CSVFormat format, long limit, Journal journal, Position start, List<Row> rows) {
        String text = source.text();
        long line = start.line();
        int offset = start.offset();
        try (StringReader reader = new StringReader(text)) {
            if (reader.skip(start.offset()) != start.offset()) {
                throw new IOException("skip");
            }
            CSVParser parser =
                    CSVParser.builder().setReader(reader).setFormat(format).get();
            var records = parser.iterator();
            while (rows.size() < limit) {
                CSVRecord parsed;
                try {
                    if (!records.hasNext()) {
                        return new Position(text.length(), line);
                    }
                    parsed = records.next();
                } catch (UncheckedIOException | IllegalStateException e) {
                    Row broken = new Row(source.name(), line, List.of(lineAt(text, offset)));
                    journal.read();
                    journal.write(broken, Fate.REJECTED, Reason.BROKEN_QUOTES, "", "", cause(e));
                    return new Position(nextLine(text, offset), line + 1);
                }
                long next = start.line() + parser.getCurrentLineNumber();
                int end = offsetOfLine(text, offset, line, next);
                // Over several lines and of another width than its neighbours: a quotation mark was forgotten
                // somewhere.
                if (next - line > 1
                        && !rows.isEmpty()
                        && parsed.size() != rows.get(0).cells().size()) {
                    Row broken = new Row(source.name(), line, List.of(lineAt(text, offset)));
                    journal.read();
                    journal.write(broken, Fate.REJECTED, Reason.BROKEN_QUOTES, "", "", "multi-line");
                    return new Position(nextLine(text, offset), line + 1);
                }
                rows.add(new Row(
                        source.name(),
                        line,
                        parsed.toList().stream().map(String::strip).toList()));
                offset = end;
                line = next;
            }
            return new Position(text.length(), line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cause(RuntimeException e) {
        Throwable cause = e.getCause();
        String message = cause == null ? e.getMessage() : cause.getMessage();
        return message == null ? "" : message;
    }

    private static int nextLine(String text, int offset) {
        int at = text.indexOf('\n', offset);
        return at < 0 ? text.length() : at + 1;
    }

    private static String lineAt(String text, int offset) {
        return text.substring(offset, nextLine(text, offset)).strip();
    }

    private static int offsetOfLine(String text, int offset, long line, long target) {
        int at = offset;
        for (long l = line; l < target; l++) {
            at = nextLine(text, at);
        }
        return at;
    }
}
