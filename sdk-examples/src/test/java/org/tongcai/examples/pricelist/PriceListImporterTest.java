package org.tongcai.examples.pricelist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcai.examples.Senders;
import org.tongcai.examples.importing.Fate;
import org.tongcai.examples.importing.Imported;
import org.tongcai.examples.importing.Journal;
import org.tongcai.examples.importing.Reason;
import org.tongcai.examples.importing.SourceText;
import org.tongcai.model.Product;

class PriceListImporterTest {
    private static final Map<String, String> BY_POSITION = Map.of(
            "header",
            "false",
            "column.number",
            "#1",
            "column.category",
            "#2",
            "column.name",
            "#3",
            "column.price",
            "#4");
    private static final Map<String, String> BY_HEAD = Map.of(
            "column.number",
            "编号",
            "column.category",
            "类目",
            "column.name",
            "名称",
            "column.price",
            "价格",
            "column.unit",
            "单位");

    private static PriceListImporter importer(Map<String, String> options, Map<String, String> more) {
        Properties properties = new Properties();
        properties.putAll(options);
        properties.putAll(more);
        CategoryMapping categories = CategoryMapping.of(
                        source("category,catalogueCode\n台式计算机,A02010105\n鼠标,A02021110\n"))
                .withNames(source("台式计算机,4\n鼠标,25\n"));
        return new PriceListImporter(
                PriceListOptions.of(properties),
                categories,
                name -> Optional.ofNullable(Map.of("台", "SET_MACHINE").get(name)),
                Senders.demo());
    }

    private static SourceText source(String text) {
        return SourceText.of("list.csv", text.getBytes(StandardCharsets.UTF_8), null);
    }

    private static Imported<Product> run(Map<String, String> options, String text) {
        return importer(options, Map.of()).run(source(text));
    }

    @Test
    void columnsAreFoundByPositionAndCategoriesByNumber() {
        Product product = run(BY_POSITION, "1001,4,云帆 YF-T500 台式计算机,4195.00\n")
                .documents()
                .get(0);
        assertEquals("1001", product.getProductId());
        assertEquals("SP-1001", product.getHeader().getDocumentId());
        assertEquals("A02010105", product.getCatalogueCode().code());
        assertEquals("4195.00", product.getPrice().getAmount().toPlainString());
        assertNull(product.getUnit(), "the list does not say, so the importer does not");
    }

    @Test
    void columnsAreFoundByTheirHeadInAnyOrder() {
        Product product = run(BY_HEAD, "价格;单位;名称;类目;编号\n4195;台;云帆 台式机;台式计算机;A-1\n")
                .documents()
                .get(0);
        assertEquals("A-1", product.getProductId());
        assertEquals("SET_MACHINE", product.getUnit().code());
    }

    @Test
    void aHeadWithoutTheMappedColumnIsAMistakeInTheOptions() {
        assertThrows(IllegalArgumentException.class, () -> run(BY_HEAD, "编号,类目,名称,单价,单位\n"));
        assertThrows(IllegalArgumentException.class, () -> PriceListOptions.of(new Properties()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1001,4,,4195.00|NAME_MISSING",
                ",4,云帆,4195.00|NUMBER_MISSING",
                "1001,4,云帆,|PRICE_MISSING",
                "1001,4,云帆,0|PRICE_ZERO",
                "1001,4,云帆,-1|PRICE_NEGATIVE",
                "1001,4,云帆,面议|PRICE_NEGOTIABLE",
                "1001,4,云帆,abc|PRICE_NOT_A_NUMBER",
                "1001,4,4195.00,云帆|SHIFTED",
                "1001,4,云帆,黑色,4195.00|COLUMN_COUNT",
                "1001,99,云帆,4195.00|CATEGORY_UNMAPPED",
            })
    void aRowThatCannotBecomeADocumentIsReportedWithLineAndReason(String row, Reason reason) {
        Imported<Product> imported = run(BY_POSITION, "1,4,a,1\n2,4,b,2\n" + row + "\n");
        Journal.Entry entry = imported.journal().entries().get(0);
        assertEquals(reason, entry.reason());
        assertEquals(Fate.REJECTED, entry.fate());
        assertEquals(3, entry.row().line());
        assertEquals(2, imported.documents().size());
        assertTrue(!entry.message().zh().isEmpty() && !entry.message().en().isEmpty());
    }

    @Test
    void anUnmappedCategoryMayHaveADefaultWhichIsNoted() {
        Imported<Product> imported =
                importer(BY_POSITION, Map.of("category.default", "A02000000")).run(source("1001,99,云帆,4195.00\n"));
        assertEquals("A02000000", imported.documents().get(0).getCatalogueCode().code());
        assertEquals(
                Reason.CATEGORY_DEFAULTED, imported.journal().entries().get(0).reason());
    }

    @Test
    void anItemUnderTwoCategoriesIsOneProductAndTheMappedCategoryWins() {
        Imported<Product> imported = run(BY_POSITION, "1001,99,云帆 鼠标,25\n1001,25,云帆 鼠标,25.00\n");
        assertEquals(1, imported.documents().size());
        assertEquals("A02021110", imported.documents().get(0).getCatalogueCode().code());
        assertEquals(1, imported.journal().count(Fate.MERGED));
    }

    @Test
    void oneNumberWithTwoPricesIsNotDecidedByTheImporter() {
        Imported<Product> imported = run(BY_POSITION, "1001,25,云帆 鼠标,25\n1001,25,云帆 鼠标,26\n");
        assertEquals(List.of(Map.entry(Reason.CONFLICT, 1L)), imported.journal().reasons(Fate.REJECTED));
    }

    @Test
    void aTruncatedNameIsKeptAndNoted() {
        Imported<Product> imported = run(BY_POSITION, "1001,25,云帆 M100 有线...,25\n");
        assertEquals("云帆 M100 有线...", imported.documents().get(0).getName());
        assertEquals(Reason.NAME_TRUNCATED, imported.journal().entries().get(0).reason());
    }

    @Test
    void whatHoldsForTheWholeListIsDeclaredOnce() {
        Product product = importer(
                        BY_POSITION,
                        Map.of(
                                "fact.supplier", "云帆示例科技有限公司",
                                "fact.imported", "false",
                                "fact.unit", "台",
                                "fact.image", "https://images.example.org/{number}.jpg"))
                .run(source("1001,4,云帆,4195\n"))
                .documents()
                .get(0);
        assertEquals("云帆示例科技有限公司", product.getSupplier().getName());
        assertEquals("SET_MACHINE", product.getUnit().code());
        assertEquals(
                "https://images.example.org/1001.jpg",
                product.getImages().get(0).getUrl());
        assertEquals("DRAFT", product.getStatus().code());
    }

    @Test
    void theUnitOfThePriceComesFromTheHeadBeforeTheOptionsAndFromTheCellBeforeBoth() {
        Map<String, String> columns = Map.of(
                "column.number",
                "#1",
                "column.category",
                "#2",
                "column.name",
                "#3",
                "column.price",
                "#4",
                "price.unit",
                "分");
        Imported<Product> imported = run(columns, "编号,类目,名称,价格（万元）\n1,4,a,0.5\n2,4,b,80元\n");
        assertEquals(
                List.of("5000.00", "80.00"),
                imported.documents().stream()
                        .map(p -> p.getPrice().getAmount().toPlainString())
                        .toList());
        assertEquals(Reason.PRICE_UNIT, imported.journal().entries().get(0).reason());
    }

    /** Whatever a file holds: every row has exactly one fate, and as many documents come out as rows were imported. */
    @Property
    void everyRowHasExactlyOneFate(
            @ForAll @StringLength(max = 80) @CharRange(from = '0', to = '4') @Chars({',', '"', '\n', 'a', '.', '-'})
                    String text) {
        Imported<Product> imported = run(BY_POSITION, text);
        Journal journal = imported.journal();
        assertEquals(
                journal.rows(),
                journal.count(Fate.IMPORTED)
                        + journal.count(Fate.MERGED)
                        + journal.count(Fate.SKIPPED)
                        + journal.count(Fate.REJECTED));
        assertEquals(journal.count(Fate.IMPORTED), imported.documents().size());
    }
}
