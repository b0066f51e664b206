package org.tongcai.examples.pricelist;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tongcai.examples.importing.Row;

/**
 * An item of a price list that was understood. Immutable.
 *
 * @param row where it stands
 * @param number the mall's number of the item
 * @param name its name
 * @param category the mall's own category
 * @param catalogueCode code of the procurement catalogue of 2022; null: neither mapped nor defaulted
 * @param mapped whether the code comes from the mapping (false: it is the default)
 * @param price price in 元
 * @param brand brand; null: not stated
 * @param model model; null: not stated
 * @param specification specification in words; null: not stated
 * @param unit code of {@code unit-of-measure}; null: not stated
 */
public record Good(
        Row row,
        String number,
        String name,
        String category,
        @Nullable String catalogueCode,
        boolean mapped,
        BigDecimal price,
        @Nullable String brand,
        @Nullable String model,
        @Nullable String specification,
        @Nullable String unit) {}
