package org.tongcai.compiler.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tongcai.Bilingual;

/**
 * The coverage matrix, {@code business/coverage.csv}: which systems and capabilities the standard has to serve, and what of it carries each. Immutable.
 *
 * @param header the heading as written; empty where there is no matrix
 * @param rows its rows in order
 */
public record SpecCoverage(List<String> header, List<Row> rows) {
    /** Where the matrix stands, relative to the spec directory. */
    public static final String FILE = "business/coverage.csv";

    /** The columns, in this order. */
    public static final List<String> COLUMNS = List.of("row", "zh", "en", "carriers", "howZh", "howEn");

    /** Separates the carriers of a row. */
    public static final String SEPARATOR = ";";

    /**
     * A system or capability.
     *
     * @param place where the row stands
     * @param number its number as written
     * @param name what has to be served
     * @param carriers what carries it: {@code Type}, {@code Type.property}, {@code codes:list}, {@code codes:list/CODE},
     *     {@code layout:documentType}, {@code rule:id}, {@code lifecycle:id}, {@code profile:id}, {@code page:file}, {@code planned:work}
     * @param how in which way
     * @param cells how many cells the row has
     */
    public record Row(Place place, String number, Bilingual name, List<String> carriers, Bilingual how, int cells) {
        public Row {
            carriers = List.copyOf(carriers);
        }
    }

    public SpecCoverage {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** Reads the matrix of a spec directory; empty where it has none. */
    public static SpecCoverage read(Path root) {
        Path file = root.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return new SpecCoverage(List.of(), List.of());
        }
        List<CsvRow> table;
        try {
            table = new CsvReader(Files.readString(file, StandardCharsets.UTF_8)).rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Row> rows = new ArrayList<>();
        for (CsvRow row : table.subList(Math.min(1, table.size()), table.size())) {
            rows.add(new Row(
                    new Place(FILE, row.line(), 1),
                    row.cell(0),
                    new Bilingual(row.cell(1), row.cell(2)),
                    row.cell(3).isEmpty() ? List.of() : List.of(row.cell(3).split(SEPARATOR, -1)),
                    new Bilingual(row.cell(4), row.cell(5)),
                    row.cells().size()));
        }
        return new SpecCoverage(table.isEmpty() ? List.of() : table.get(0).cells(), rows);
    }
}
