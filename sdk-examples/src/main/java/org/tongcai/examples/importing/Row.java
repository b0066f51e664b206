package org.tongcai.examples.importing;

import java.util.List;

/**
 * One row of a table. Immutable.
 *
 * @param file name of the file
 * @param line physical line where the row starts, from 1, as an editor shows it
 * @param cells the cells, white space at both ends removed; empty cells are ""
 */
public record Row(String file, long line, List<String> cells) {
    public Row {
        cells = List.copyOf(cells);
    }

    /** The cell at a position from 0; "" where the row is too short. */
    public String cell(int index) {
        return index >= 0 && index < cells.size() ? cells.get(index) : "";
    }

    /** Whether no cell holds anything. */
    public boolean blank() {
        return cells.stream().allMatch(String::isEmpty);
    }
}
