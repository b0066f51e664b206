package org.tongcai.examples.importing;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.tongcai.Bilingual;

/**
 * What became of every row of the files that were read: nothing is dropped silently. Not thread-safe.
 *
 * <p>{@code rows() == count(IMPORTED) + count(MERGED) + count(SKIPPED) + count(REJECTED)} holds at the end of every import.
 */
public final class Journal {
    /**
     * One remark. Immutable.
     *
     * @param row the row
     * @param fate what became of it, or the kind of remark
     * @param reason why
     * @param column title of the column; "" where the whole row is meant
     * @param value what stands there
     * @param message the reason in words, in both languages
     */
    public record Entry(Row row, Fate fate, Reason reason, String column, String value, Bilingual message) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    private long rows;

    /** Counts a row that was read. */
    public void read() {
        rows++;
    }

    /** The row became a document or a part of one. */
    public void imported() {
        fates.merge(Fate.IMPORTED, 1L, Long::sum);
    }

    /** Closes the row with another fate, or makes a remark on it. */
    public void write(Row row, Fate fate, Reason reason, String column, String value, Object... arguments) {
        if (!fate.remark()) {
            fates.merge(fate, 1L, Long::sum);
        }
        entries.add(new Entry(row, fate, reason, column, value, reason.message(arguments)));
    }

    /** All data rows read; the head is not one. */
    public long rows() {
        return rows;
    }

    /** How many rows had a fate. */
    public long count(Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }

    /** Everything but the plain imports, in the order of the lines. */
    public List<Entry> entries() {
        return entries.stream()
                .sorted(Comparator.comparing((Entry e) -> e.row().file())
                        .thenComparing(e -> e.row().line()))
                .toList();
    }

    /** This journal and another one, for a report over several files. */
    public void add(Journal other) {
        rows += other.rows;
        other.fates.forEach((fate, count) -> fates.merge(fate, count, Long::sum));
        entries.addAll(other.entries);
    }

    /** How often each reason led to a fate (or remark), the most frequent first. */
    public List<Map.Entry<Reason, Long>> reasons(Fate fate) {
        Map<Reason, Long> counts = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry.fate() == fate) {
                counts.merge(entry.reason(), 1L, Long::sum);
            }
        }
        List<Map.Entry<Reason, Long>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Map.Entry.<Reason, Long>comparingByValue().reversed());
        return sorted;
    }

    /**
     * Writes the entries of the given kinds as CSV, all of them where none is given. UTF-8 with a byte order mark, because a spreadsheet
     * is where people will open it.
     */
    public void writeCsv(Path file, Fate... kinds) throws IOException {
        Set<Fate> wanted = kinds.length == 0 ? EnumSet.allOf(Fate.class) : Set.of(kinds);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader("file", "line", "fate", "reason", "column", "value", "说明", "message", "row")
                .setRecordSeparator("\n")
                .get();
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
            try (CSVPrinter printer = new CSVPrinter(out, format)) {
                for (Entry e : entries()) {
                    if (!wanted.contains(e.fate())) {
                        continue;
                    }
                    printer.printRecord(
                            e.row().file(),
                            e.row().line(),
                            e.fate(),
                            e.reason(),
                            e.column(),
                            harmless(e.value()),
                            e.message().zh(),
                            e.message().en(),
                            harmless(String.join(" | ", e.row().cells())));
                }
            }
        }
    }

    /** A cell that starts like a formula would be computed by the spreadsheet; an apostrophe makes it plain text. */
    private static String harmless(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
