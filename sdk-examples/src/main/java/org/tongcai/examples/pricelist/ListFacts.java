package org.tongcai.examples.pricelist;

import java.time.LocalDate;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the supplier declares for the whole list, because the standard asks for it and no row tells. Nothing is assumed: what is not
 * declared is left out of the documents, and the validation says that it is missing. Immutable.
 *
 * @param supplier {@code fact.supplier}: name of the supplier
 * @param creditCode {@code fact.creditCode}: its unified social credit code
 * @param sellerType {@code fact.sellerType}: code of {@code seller-type}
 * @param status {@code fact.status}: code of {@code product-status}; {@code DRAFT} where it is not declared
 * @param imported {@code fact.imported}: whether the goods are imported products (true or false)
 * @param unit {@code fact.unit}: unit of measure as printed, for rows that state none
 * @param validFrom {@code fact.validFrom}: first day of the prices
 * @param validTo {@code fact.validTo}: last day of the prices
 * @param image {@code fact.image}: address of an item's picture, with <code>{number}</code> for the item's number
 */
public record ListFacts(
        @Nullable String supplier,
        @Nullable String creditCode,
        @Nullable String sellerType,
        String status,
        @Nullable Boolean imported,
        @Nullable String unit,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String image) {

    static ListFacts of(Properties properties) {
        String status = PriceListOptions.text(properties, "fact.status");
        String imported = PriceListOptions.text(properties, "fact.imported");
        return new ListFacts(
                PriceListOptions.text(properties, "fact.supplier"),
                PriceListOptions.text(properties, "fact.creditCode"),
                PriceListOptions.text(properties, "fact.sellerType"),
                status == null ? "DRAFT" : status,
                imported == null ? null : Boolean.valueOf(imported),
                PriceListOptions.text(properties, "fact.unit"),
                day(properties, "fact.validFrom"),
                day(properties, "fact.validTo"),
                PriceListOptions.text(properties, "fact.image"));
    }

    private static @Nullable LocalDate day(Properties properties, String key) {
        String text = PriceListOptions.text(properties, key);
        return text == null ? null : LocalDate.parse(text);
    }
}
