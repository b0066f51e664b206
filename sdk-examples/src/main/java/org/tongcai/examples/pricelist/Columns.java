package org.tongcai.examples.pricelist;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tongcai.examples.importing.MoneyUnit;
import org.tongcai.examples.importing.Row;
import org.tongcai.examples.pricelist.PriceListOptions.Field;

/** Where each field stands in this file. Immutable. */
final class Columns {
    private final Map<Field, Integer> positions;
    private final Map<Field, String> titles;
    private final MoneyUnit priceUnit;

    private Columns(Map<Field, Integer> positions, Map<Field, String> titles, MoneyUnit priceUnit) {
        this.positions = positions;
        this.titles = titles;
        this.priceUnit = priceUnit;
    }

    /** Finds every mapped column, by position or in the head. */
    static Columns of(PriceListOptions options, List<String> head) {
        Map<Field, Integer> positions = new EnumMap<>(Field.class);
        Map<Field, String> titles = new EnumMap<>(Field.class);
        options.columns().forEach((field, column) -> {
            int position = position(column, head);
            if (position < 0) {
                throw new IllegalArgumentException(
                        field.key() + " = " + column + ": no such column; the head is " + head);
            }
            positions.put(field, position);
            titles.put(field, position < head.size() ? head.get(position) : column);
        });
        MoneyUnit unit = MoneyUnit.inHead(titles.getOrDefault(Field.PRICE, "")).orElse(options.priceUnit());
        return new Columns(positions, titles, unit);
    }

    private static int position(String column, List<String> head) {
        return column.matches("#[0-9]{1,4}") ? Integer.parseInt(column.substring(1)) - 1 : head.indexOf(column);
    }

    String cell(Row row, Field field) {
        Integer position = positions.get(field);
        return position == null ? "" : row.cell(position);
    }

    /** The column as the file calls it, for reports. */
    String title(Field field) {
        return titles.getOrDefault(field, "");
    }

    /** The unit in the head, else the unit in the options. */
    MoneyUnit priceUnit() {
        return priceUnit;
    }
}
