package org.tongcai.examples.intentions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongcai.examples.importing.Amount;
import org.tongcai.examples.importing.Months;
import org.tongcai.examples.importing.Row;
import org.tongcai.examples.intentions.Layout.Field;

/**
 * Puts a row back whose cells slipped to the left because a cell was left out in the middle (and a blank one was added before the link).
 * Only when exactly one way back makes every typed column valid; a guess is worse than a report. Immutable.
 */
final class Realigner {
    private final Layout layout;

    Realigner(Layout layout) {
        this.layout = layout;
    }

    /**
     * A row that was put back.
     *
     * @param row the row as it should be
     * @param by how many columns it had slipped
     * @param from first column that had slipped
     */
    record Repaired(Row row, int by, int from) {}

    /** Two or more typed columns hold something of another type: that is no slip of the pen but of the columns. */
    boolean slipped(Row row) {
        return wrong(row) >= 2;
    }

    /** The one way back, or empty where there is none or more than one. */
    Optional<Repaired> repair(Row row) {
        Map<List<String>, Repaired> ways = new HashMap<>();
        int end = layout.has(Field.LINK)
                ? layout.position(Field.LINK)
                : row.cells().size();
        for (int by = 1; by <= 2; by++) {
            if (end < by || !row.cells().subList(end - by, end).stream().allMatch(String::isEmpty)) {
                break;
            }
            for (int from = 0; from < end - by; from++) {
                List<String> cells = new ArrayList<>(row.cells().subList(0, from));
                for (int i = 0; i < by; i++) {
                    cells.add("");
                }
                cells.addAll(row.cells().subList(from, end - by));
                cells.addAll(row.cells().subList(end, row.cells().size()));
                Row candidate = new Row(row.file(), row.line(), cells);
                if (wrong(candidate) == 0) {
                    ways.putIfAbsent(cells, new Repaired(candidate, by, from));
                }
            }
        }
        return ways.size() == 1 ? ways.values().stream().findFirst() : Optional.empty();
    }

    /** How many typed columns hold something of another type; a blank project, budget or month counts, too. */
    private int wrong(Row row) {
        int wrong = 0;
        String number = layout.cell(row, Field.NUMBER);
        wrong += number.isEmpty() || number.matches("[0-9]{1,4}") ? 0 : 1;
        wrong += layout.cell(row, Field.PROJECT).isEmpty() ? 1 : 0;
        wrong += Amount.read(layout.cell(row, Field.BUDGET), layout.unit(), Amount.SUM)
                                .yuan()
                        == null
                ? 1
                : 0;
        wrong += layout.cell(row, Field.RESERVED).matches("是|否|") ? 0 : 1;
        wrong += Months.read(layout.cell(row, Field.MONTH)).isEmpty() ? 1 : 0;
        String published = layout.cell(row, Field.PUBLISHED);
        wrong += published.isEmpty() || published.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*") ? 0 : 1;
        return wrong;
    }
}
