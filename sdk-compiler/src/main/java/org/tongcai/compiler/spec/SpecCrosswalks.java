package org.tongcai.compiler.spec;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/**
 * The crosswalks, {@code crosswalks/<system>/crosswalk.json} and its tables: the codes of other systems and what they are in the code
 * lists of the standard. Immutable.
 *
 * @param crosswalks one a folder, sorted by it
 * @param problems what could not be understood, in order of position
 */
public record SpecCrosswalks(List<Crosswalk> crosswalks, List<SpecProblem> problems) {
    /** Where the crosswalks stand, relative to the spec directory. */
    public static final String FOLDER = "crosswalks";

    /** The file in a system's folder that describes it. */
    public static final String FILE = "crosswalk.json";

    /** The columns of every table, in this order. */
    public static final List<String> COLUMNS = List.of("code", "zh", "target", "relation", "note");

    /** Separates several targets of a row. */
    public static final String SEPARATOR = ";";

    /** Stands between list and code in a target of another list than the table's. */
    public static final char LIST_SEPARATOR = '/';

    /** No crosswalks. */
    public static final SpecCrosswalks NONE = new SpecCrosswalks(List.of(), List.of());

    public SpecCrosswalks {
        crosswalks = List.copyOf(crosswalks);
        problems = List.copyOf(problems);
    }

    /**
     * The codes of one system.
     *
     * @param id name of its folder
     * @param source its {@code crosswalk.json}
     * @param title what the codes are
     * @param owner who makes them
     * @param seen what was read, and where
     * @param confidence how far the codes can be trusted
     * @param tables in the order of the file
     */
    public record Crosswalk(
            String id,
            Json.Obj source,
            Bilingual title,
            Bilingual owner,
            Bilingual seen,
            String confidence,
            List<Table> tables) {
        public Crosswalk {
            tables = List.copyOf(tables);
        }
    }

    /**
     * One list of the system.
     *
     * @param name name of the file without its ending; an anchor
     * @param source its entry in {@code crosswalk.json}
     * @param file path of the table relative to the spec directory
     * @param title what the codes are
     * @param codeList the code list that targets belong to; null where the standard has none
     * @param direction {@code in}, {@code out} or {@code both}
     * @param confidence that of the table, otherwise that of the crosswalk
     * @param note traps; empty for none
     * @param header the heading as written; empty where the file is missing
     * @param rows in the order of the file
     */
    public record Table(
            String name,
            Json.Obj source,
            String file,
            Bilingual title,
            @Nullable String codeList,
            String direction,
            String confidence,
            Bilingual note,
            List<String> header,
            List<Row> rows) {
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A code of the system.
     *
     * @param place where the row stands
     * @param code as the system writes it
     * @param zh what it means there
     * @param targets what it is in the standard; several where the code covers all of them
     * @param relation of the code to its targets
     * @param note remark; empty for none
     * @param cells the row as written
     */
    public record Row(
            Place place,
            String code,
            String zh,
            List<Target> targets,
            String relation,
            String note,
            List<String> cells) {
        public Row {
            targets = List.copyOf(targets);
            cells = List.copyOf(cells);
        }
    }

    /**
     * A code of the standard.
     *
     * @param codeList id of its list; empty where neither the table nor the target names one
     * @param code the code
     */
    public record Target(String codeList, String code) {}

    /** Reads the crosswalks of a spec directory; none where it has none. */
    public static SpecCrosswalks read(Path root) {
        return new CrosswalkReader(root).read();
    }
}
