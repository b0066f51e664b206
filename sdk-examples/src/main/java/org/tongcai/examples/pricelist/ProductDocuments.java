package org.tongcai.examples.pricelist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.tongcai.examples.importing.Sender;

/** Writes an item of a price list as a {@code product} document of the standard. */
final class ProductDocuments {
    private ProductDocuments() {}

    /** One document. What is unknown is left out: the validation, not the importer, says what the standard still needs. */
    static ObjectNode of(Good good, ListFacts facts, Sender sender) {
        ObjectNode product = sender.document("product", "SP-" + good.number());
        product.put("productId", good.number());
        product.put("name", good.name());
        put(product, "catalogueCode", good.catalogueCode());
        put(product, "platformCategoryCode", good.category());
        put(product, "brand", good.brand());
        put(product, "model", good.model());
        put(product, "specification", good.specification());
        if (facts.image() != null) {
            product.putArray("images")
                    .addObject()
                    .put("name", good.number() + ".jpg")
                    .put("type", "PRODUCT_IMAGE")
                    .put("url", facts.image().replace("{number}", good.number()));
        }
        put(product, "unit", good.unit());
        product.putObject("price").put("amount", good.price().toPlainString()).put("currency", "CNY");
        if (facts.validFrom() != null || facts.validTo() != null) {
            ObjectNode validity = product.putObject("priceValidity");
            put(
                    validity,
                    "startDate",
                    facts.validFrom() == null ? null : facts.validFrom().toString());
            put(
                    validity,
                    "endDate",
                    facts.validTo() == null ? null : facts.validTo().toString());
        }
        if (facts.imported() != null) {
            product.put("importedProduct", facts.imported());
        }
        if (facts.supplier() != null) {
            ObjectNode supplier = product.putObject("supplier").put("name", facts.supplier());
            put(supplier, "creditCode", facts.creditCode());
        }
        put(product, "sellerType", facts.sellerType());
        product.put("status", facts.status());
        return product;
    }

    private static void put(ObjectNode object, String name, @Nullable String value) {
        if (value != null) {
            object.put(name, value);
        }
    }
}
