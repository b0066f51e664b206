package org.tongcai.examples.pricelist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.examples.importing.Sender;
import org.tongcai.model.Attachment;
import org.tongcai.model.AttachmentType;
import org.tongcai.model.Catalogue;
import org.tongcai.model.CurrencyCode;
import org.tongcai.model.DatePeriod;
import org.tongcai.model.Party;
import org.tongcai.model.Product;
import org.tongcai.model.ProductStatus;
import org.tongcai.model.SellerType;
import org.tongcai.model.UnitMoney;
import org.tongcai.model.UnitOfMeasure;

/** Writes an item of a price list as a {@code product} document of the standard. */
final class ProductDocuments {
    private ProductDocuments() {}

    /** One document. What is unknown is left out: the validation, not the importer, says what the standard still needs. */
    static Product of(Good good, ListFacts facts, Sender sender) {
        String code = good.catalogueCode();
        String unit = good.unit();
        String seller = facts.sellerType();
        return new Product()
                .withHeader(sender.header("product", "SP-" + good.number()))
                .withProductId(good.number())
                .withName(good.name())
                .withCatalogueCode(code == null ? null : Catalogue.of(code))
                .withPlatformCategoryCode(good.category().isEmpty() ? null : good.category())
                .withBrand(good.brand())
                .withModel(good.model())
                .withSpecification(good.specification())
                .withImages(images(good, facts))
                .withUnit(unit == null ? null : UnitOfMeasure.of(unit))
                .withPrice(new UnitMoney().withAmount(good.price()).withCurrency(CurrencyCode.of("CNY")))
                .withPriceValidity(validity(facts))
                .withImportedProduct(facts.imported())
                .withSupplier(supplier(facts))
                .withSellerType(seller == null ? null : SellerType.of(seller))
                .withStatus(ProductStatus.of(facts.status()));
    }

    private static @Nullable List<Attachment> images(Good good, ListFacts facts) {
        if (facts.image() == null) {
            return null;
        }
        return List.of(new Attachment()
                .withName(good.number() + ".jpg")
                .withType(AttachmentType.of("PRODUCT_IMAGE"))
                .withUrl(facts.image().replace("{number}", good.number())));
    }

    private static @Nullable DatePeriod validity(ListFacts facts) {
        return facts.validFrom() == null && facts.validTo() == null
                ? null
                : new DatePeriod().withStartDate(facts.validFrom()).withEndDate(facts.validTo());
    }

    private static @Nullable Party supplier(ListFacts facts) {
        return facts.supplier() == null
                ? null
                : new Party().withName(facts.supplier()).withCreditCode(facts.creditCode());
    }
}
