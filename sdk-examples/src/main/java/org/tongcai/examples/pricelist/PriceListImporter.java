package org.tongcai.examples.pricelist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongcai.examples.importing.Amount;
import org.tongcai.examples.importing.Fate;
import org.tongcai.examples.importing.Imported;
import org.tongcai.examples.importing.Journal;
import org.tongcai.examples.importing.Reason;
import org.tongcai.examples.importing.Row;
import org.tongcai.examples.importing.Sender;
import org.tongcai.examples.importing.SourceText;
import org.tongcai.examples.importing.TableReader;
import org.tongcai.examples.pricelist.PriceListOptions.Field;
import org.tongcai.model.Product;

/**
 * Imports a price list. Every row becomes a {@code product} document, or the journal says why not: nothing is dropped silently, and
 * nothing is invented. Immutable, thread-safe.
 */
public final class PriceListImporter {
    private final PriceListOptions options;
    private final CategoryMapping categories;
    private final Function<String, Optional<String>> units;
    private final Sender sender;

    /**
     * An importer.
     *
     * @param options how the mall writes its list
     * @param categories its categories in terms of the procurement catalogue
     * @param units from a unit of measure as printed (台) to its code; see {@code Units}
     * @param sender who sends the documents
     */
    public PriceListImporter(
            PriceListOptions options,
            CategoryMapping categories,
            Function<String, Optional<String>> units,
            Sender sender) {
        this.options = options;
        this.categories = categories;
        this.units = units;
        this.sender = sender;
    }

    /** Imports one list. Throws {@code IllegalArgumentException} where a mapped column is not in the head. */
    public Imported<Product> run(SourceText source) {
        Journal journal = new Journal();
        List<Row> rows = TableReader.rows(source, options.separator(), journal);
        List<String> head = options.header() && !rows.isEmpty() ? rows.get(0).cells() : List.of();
        List<Row> data = options.header() && !rows.isEmpty() ? rows.subList(1, rows.size()) : rows;
        Columns columns = Columns.of(options, head);
        int width = head.isEmpty() ? usualWidth(data) : head.size();

        // An item listed under two categories comes twice, so rows are gathered by number first.
        Map<String, List<Good>> goods = new LinkedHashMap<>();
        for (Row row : data) {
            journal.read();
            Good good = read(row, head, width, columns, journal);
            if (good != null) {
                goods.computeIfAbsent(good.number(), n -> new ArrayList<>()).add(good);
            }
        }
        List<Product> documents = new ArrayList<>();
        for (List<Good> rowsOfOne : goods.values()) {
            choose(rowsOfOne, columns, journal).ifPresent(good -> {
                journal.imported();
                remark(good, columns, journal);
                documents.add(ProductDocuments.of(good, options.facts(), sender));
            });
        }
        return new Imported<>(documents, journal);
    }

    /** Of the rows of one number: the first whose category is mapped, else the first with the default; the others are reported. */
    private Optional<Good> choose(List<Good> rows, Columns columns, Journal journal) {
        Good kept = rows.stream().filter(Good::mapped).findFirst().orElse(rows.get(0));
        if (kept.catalogueCode() == null) {
            for (Good good : rows) {
                String title = categories.title(good.category());
                reject(
                        journal,
                        good.row(),
                        Reason.CATEGORY_UNMAPPED,
                        columns.title(Field.CATEGORY),
                        good.category(),
                        title);
            }
            return Optional.empty();
        }
        for (Good good : rows) {
            if (good != kept) {
                boolean same = good.name().equals(kept.name()) && good.price().compareTo(kept.price()) == 0;
                journal.write(
                        good.row(),
                        same ? Fate.MERGED : Fate.REJECTED,
                        same ? Reason.DUPLICATE : Reason.CONFLICT,
                        columns.title(Field.NUMBER),
                        good.number(),
                        kept.row().line());
            }
        }
        return Optional.of(kept);
    }

    /** The item, or null with the reason in the journal. */
    private @Nullable Good read(Row row, List<String> head, int width, Columns columns, Journal journal) {
        if (row.blank()) {
            journal.write(row, Fate.SKIPPED, Reason.BLANK, "", "");
            return null;
        }
        if (row.cells().equals(head)) {
            journal.write(row, Fate.SKIPPED, Reason.REPEATED_HEAD, "", "");
            return null;
        }
        if (row.cells().size() != width) {
            return reject(
                    journal,
                    row,
                    Reason.COLUMN_COUNT,
                    "",
                    "",
                    width,
                    row.cells().size());
        }
        if (row.cells().stream().anyMatch(c -> c.indexOf('\uFFFD') >= 0)) {
            return reject(journal, row, Reason.BROKEN_TEXT, "", "");
        }
        String number = columns.cell(row, Field.NUMBER);
        String name = columns.cell(row, Field.NAME);
        String category = columns.cell(row, Field.CATEGORY);
        String printed = columns.cell(row, Field.PRICE);
        Amount price = Amount.read(printed, columns.priceUnit(), Amount.UNIT_PRICE);
        if (price.yuan() == null && looksLikePrice(name)) {
            return reject(journal, row, Reason.SHIFTED, columns.title(Field.NAME), name);
        }
        if (number.isEmpty()) {
            return reject(journal, row, Reason.NUMBER_MISSING, columns.title(Field.NUMBER), "");
        }
        if (name.isEmpty()) {
            return reject(journal, row, Reason.NAME_MISSING, columns.title(Field.NAME), "");
        }
        if (price.yuan() == null || price.problem() != null) {
            Reason problem = price.problem() == null ? Reason.PRICE_NOT_A_NUMBER : price.problem();
            return reject(journal, row, problem, columns.title(Field.PRICE), printed);
        }
        Optional<String> mapped = categories.catalogueCode(category);
        String unit = columns.cell(row, Field.UNIT);
        String stated = unit.isEmpty() ? options.facts().unit() : unit;
        return new Good(
                row,
                number,
                name,
                category,
                mapped.orElse(options.categoryDefault()),
                mapped.isPresent(),
                price.yuan(),
                orNull(columns.cell(row, Field.BRAND)),
                orNull(columns.cell(row, Field.MODEL)),
                orNull(columns.cell(row, Field.SPECIFICATION)),
                stated == null ? null : units.apply(stated).orElse(null));
    }

    /** Remarks on a row that was imported. */
    private void remark(Good good, Columns columns, Journal journal) {
        Row row = good.row();
        if (good.name().endsWith("...") || good.name().endsWith("…")) {
            journal.write(row, Fate.NOTED, Reason.NAME_TRUNCATED, columns.title(Field.NAME), good.name());
        }
        if (!good.mapped()) {
            String title = categories.title(good.category());
            journal.write(
                    row,
                    Fate.NOTED,
                    Reason.CATEGORY_DEFAULTED,
                    columns.title(Field.CATEGORY),
                    good.category(),
                    title,
                    String.valueOf(good.catalogueCode()));
        }
        Amount price = Amount.read(columns.cell(row, Field.PRICE), columns.priceUnit(), Amount.UNIT_PRICE);
        if (price.stated() != null && price.stated() != columns.priceUnit()) {
            String cell = price.stated().zh();
            String column = columns.priceUnit().zh();
            journal.write(row, Fate.NOTED, Reason.PRICE_UNIT, columns.title(Field.PRICE), cell, cell, column);
        }
        String unit = columns.cell(row, Field.UNIT);
        if (!unit.isEmpty() && good.unit() == null) {
            journal.write(row, Fate.NOTED, Reason.UNIT_UNKNOWN, columns.title(Field.UNIT), unit, unit);
        }
    }

    private static @Nullable Good reject(
            Journal journal, Row row, Reason reason, String column, String value, Object... arguments) {
        journal.write(row, Fate.REJECTED, reason, column, value, arguments);
        return null;
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    /** A bare decimal where the name should be, while the price is none: the cells slipped. */
    private static boolean looksLikePrice(String name) {
        return name.matches("[0-9]+\\.[0-9]{1,2}");
    }

    /** Without a head the width that most rows have is the right one. */
    private static int usualWidth(List<Row> rows) {
        Map<Integer, Long> widths = new LinkedHashMap<>();
        for (Row row : rows) {
            widths.merge(row.cells().size(), 1L, Long::sum);
        }
        return widths.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }
}
