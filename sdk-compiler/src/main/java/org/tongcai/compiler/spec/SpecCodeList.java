package org.tongcai.compiler.spec;

import java.util.List;
import org.tongcai.bundle.CodeList;

/**
 * A code list: {@code business/codelists/<id>.json} and {@code .csv}. Immutable.
 *
 * @param id id, from the file name
 * @param source the metadata's JSON
 * @param csvFile path of the table relative to the spec directory
 * @param rows rows of the table as written, header first; empty where the file is missing
 * @param list metadata and entries; unreadable dates are left open
 */
public record SpecCodeList(String id, Json.Obj source, String csvFile, List<CsvRow> rows, CodeList list) {
    /** The columns of every table, in this order. */
    public static final List<String> COLUMNS =
            List.of("code", "zh", "en", "parent", "validFrom", "validTo", "replacedBy", "source", "note");

    /** Separates several successors in the column {@code replacedBy}. */
    public static final String SEPARATOR = ";";

    public SpecCodeList {
        rows = List.copyOf(rows);
    }

    /** The class that a list has in the models where no type has it: {@code procurement-method} is {@code ProcurementMethod}. */
    public static String className(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-", -1)) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return name.toString();
    }
}
