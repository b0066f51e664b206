package org.tongcai.examples.intentions;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.tongcai.examples.importing.Row;

/**
 * One item of a notice that was understood. Immutable.
 *
 * @param row where it stands
 * @param repaired whether its columns had to be put back
 * @param project name of the project
 * @param summary outline of the requirement; "" where not stated
 * @param budget budget in 元
 * @param reserved 是, 否 or "" for not stated
 * @param month expected month
 * @param remarks remarks; "" for none
 */
record Intention(
        Row row,
        boolean repaired,
        String project,
        String summary,
        BigDecimal budget,
        String reserved,
        YearMonth month,
        String remarks) {

    /** The same with what an outline row says. */
    Intention with(Outline outline) {
        return new Intention(
                row, repaired, project, outline.summary(), budget, outline.reserved(), month, outline.remarks());
    }

    /** Whether two rows say the same thing. */
    boolean repeats(Intention other) {
        return project.equals(other.project)
                && summary.equals(other.summary)
                && budget.compareTo(other.budget) == 0
                && month.equals(other.month);
    }

    /**
     * Half a row: tables that were cut in two have the outlines in rows of their own, before the projects. Immutable.
     *
     * @param row where it stands
     * @param summary outline of the requirement
     * @param reserved 是 or 否
     * @param remarks remarks; "" for none
     */
    record Outline(Row row, String summary, String reserved, String remarks) {}
}
