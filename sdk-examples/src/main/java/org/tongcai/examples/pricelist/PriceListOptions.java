package org.tongcai.examples.pricelist;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.tongcai.examples.importing.MoneyUnit;

/**
 * How a mall writes its price list. Immutable. Usually read from a small properties file:
 *
 * <pre>
 * header = true                     # is the first row the head?
 * column.number = 商品编号           # by the text of the head ...
 * column.price = #4                 # ... or by position, from 1
 * price.unit = 万元                  # 元 (default), 万元 or 分
 * encoding = auto                   # or UTF-8, GB18030, UTF-16LE ...
 * separator = auto                  # or , ; tab
 * category.default = A02990000      # for categories without counterpart; without it such rows are rejected
 * fact.supplier = ...               # what holds for the whole list and stands in no row: see {@link ListFacts}
 * </pre>
 *
 * @param header whether the first row is the head
 * @param columns where each field stands: the text of the head, or {@code #} and a position from 1
 * @param priceUnit unit of the price column; a unit in the head or in the cell overrides it
 * @param charset encoding; null: detect
 * @param separator separator; null: detect
 * @param categoryDefault catalogue code for categories without counterpart; null: reject such rows
 * @param facts what holds for the whole list
 */
public record PriceListOptions(
        boolean header,
        Map<Field, String> columns,
        MoneyUnit priceUnit,
        @Nullable Charset charset,
        @Nullable Character separator,
        @Nullable String categoryDefault,
        ListFacts facts) {

    /** What a price list can tell about an item. */
    public enum Field {
        NUMBER(true),
        CATEGORY(true),
        NAME(true),
        PRICE(true),
        BRAND(false),
        MODEL(false),
        SPECIFICATION(false),
        UNIT(false);

        private final boolean required;

        Field(boolean required) {
            this.required = required;
        }

        /** Whether no product can be made without it. */
        public boolean required() {
            return required;
        }

        String key() {
            return "column." + name().toLowerCase(Locale.ROOT);
        }
    }

    public PriceListOptions {
        columns = Map.copyOf(columns);
        for (Field field : Field.values()) {
            if (field.required() && !columns.containsKey(field)) {
                throw new IllegalArgumentException(field.key() + " is missing");
            }
        }
    }

    /** Reads a properties file in UTF-8. Throws {@code IllegalArgumentException} with the key where something does not fit. */
    public static PriceListOptions load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return of(properties);
    }

    /** The same from properties at hand. */
    public static PriceListOptions of(Properties properties) {
        Map<Field, String> columns = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            String column = text(properties, field.key());
            if (column != null) {
                columns.put(field, column);
            }
        }
        String unit = text(properties, "price.unit");
        String encoding = text(properties, "encoding");
        return new PriceListOptions(
                !"false".equals(text(properties, "header")),
                columns,
                unit == null ? MoneyUnit.YUAN : MoneyUnit.of(unit),
                encoding == null || encoding.equals("auto") ? null : Charset.forName(encoding),
                separator(text(properties, "separator")),
                text(properties, "category.default"),
                ListFacts.of(properties));
    }

    private static @Nullable Character separator(@Nullable String text) {
        if (text == null || text.equals("auto")) {
            return null;
        }
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1) {
            throw new IllegalArgumentException("separator: " + text);
        }
        return text.charAt(0);
    }

    static @Nullable String text(Properties properties, String key) {
        String value = properties.getProperty(key);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
