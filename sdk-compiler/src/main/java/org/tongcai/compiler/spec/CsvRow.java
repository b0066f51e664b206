package org.tongcai.compiler.spec;

import java.util.List;

/**
 * A row of a CSV file. Immutable.
 *
 * @param line line in the file, from 1
 * @param cells its cells, unquoted
 */
public record CsvRow(int line, List<String> cells) {
    public CsvRow {
        cells = List.copyOf(cells);
    }

    /** The cell; empty where the row is too short. */
    public String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }
}
