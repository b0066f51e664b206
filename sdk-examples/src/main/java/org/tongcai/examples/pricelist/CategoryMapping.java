package org.tongcai.examples.pricelist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongcai.examples.importing.Journal;
import org.tongcai.examples.importing.Row;
import org.tongcai.examples.importing.SourceText;
import org.tongcai.examples.importing.TableReader;

/** From a mall's own categories to the procurement catalogue of 2022. Immutable. */
public final class CategoryMapping {
    private final Map<String, String> codes;
    private final Map<String, String> names;

    private CategoryMapping(Map<String, String> codes, Map<String, String> names) {
        this.codes = Map.copyOf(codes);
        this.names = Map.copyOf(names);
    }

    /** Reads a CSV with a head and the columns category (name or number), catalogue code; further columns are remarks. */
    public static CategoryMapping of(SourceText mapping) {
        return new CategoryMapping(pairs(mapping, 1, 0, 1), Map.of());
    }

    /** The same mapping for a mall that writes numbers: {@code categories} is a CSV without head, name and number. */
    public CategoryMapping withNames(SourceText categories) {
        return new CategoryMapping(codes, pairs(categories, 0, 1, 0));
    }

    /** The catalogue code of a category given by number or name; empty where there is none. */
    public Optional<String> catalogueCode(String category) {
        String direct = codes.get(category);
        String name = names.get(category);
        return direct != null || name == null ? Optional.ofNullable(direct) : Optional.ofNullable(codes.get(name));
    }

    /** The name and number of a category, as far as they are known, for people. */
    public String title(String category) {
        String name = names.get(category);
        return name == null ? category : category + " " + name;
    }

    private static Map<String, String> pairs(SourceText source, int skip, int key, int value) {
        List<Row> rows = TableReader.rows(source, null, new Journal());
        Map<String, String> pairs = new HashMap<>();
        for (Row row : rows.subList(Math.min(skip, rows.size()), rows.size())) {
            if (!row.cell(key).isEmpty() && !row.cell(value).isEmpty()) {
                pairs.put(row.cell(key), row.cell(value));
            }
        }
        return pairs;
    }
}
