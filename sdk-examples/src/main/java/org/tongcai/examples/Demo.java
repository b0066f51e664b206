package org.tongcai.examples;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.tongcai.DocumentReport;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.examples.exchange.ExchangeDemo;
import org.tongcai.examples.importing.Fate;
import org.tongcai.examples.importing.Imported;
import org.tongcai.examples.importing.Journal;
import org.tongcai.examples.importing.Sender;
import org.tongcai.examples.importing.SourceText;
import org.tongcai.examples.importing.Units;
import org.tongcai.examples.intentions.IntentionImporter;
import org.tongcai.examples.intentions.IntentionOptions;
import org.tongcai.examples.pricelist.CategoryMapping;
import org.tongcai.examples.pricelist.PriceListImporter;
import org.tongcai.examples.pricelist.PriceListOptions;
import org.tongcai.report.HtmlOptions;
import org.tongcai.report.ReportWriter;
import org.tongcai.report.Reports;

/**
 * The whole way in one run: dirty price lists and published intentions → documents of the standard → validation → report, and what three
 * parties do with them at a platform.
 *
 * <p>All names, brands and organisations in the demonstration data are fictitious.
 */
public final class Demo {
    /** A fixed moment, so that every run writes the same bytes. */
    private static final Sender SENDER = new Sender(
            "DEMO-PLATFORM-01", "示例省政府采购云平台", "530100", OffsetDateTime.parse("2026-03-02T09:30:00+08:00"), "0.1");

    private static final List<String> PRICE_LISTS =
            List.of("mall-goods.gb18030.csv", "mall-office.csv", "mall-services.utf16.csv");

    private final Path directory;
    private final Standard standard = Standard.load();
    private final Map<String, Imported<?>> imports = new TreeMap<>();
    private final Journal journal = new Journal();

    private Demo(Path directory) {
        this.directory = directory;
    }

    /** Arguments: the output directory (default {@code tongcai-demo}), and {@code en} for English. */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args.length > 0 ? args[0] : "tongcai-demo");
        boolean english = args.length > 1 && args[1].equals("en");
        run(
                directory,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    /**
     * Imports, validates, exchanges and reports. May run again into the same directory: it writes the same files again and touches no others.
     *
     * @param outputDirectory where to write; made if it is not there
     * @param out where the summary goes; the path of the HTML report is its last line
     * @param locale Chinese or English
     * @return the HTML report
     * @throws IOException if a file cannot be written
     */
    public static Path run(Path outputDirectory, PrintStream out, Locale locale) throws IOException {
        return new Demo(outputDirectory).run(out, locale);
    }

    private Path run(PrintStream out, Locale locale) throws IOException {
        Path source = Files.createDirectories(directory.resolve("source"));
        Path documents = Files.createDirectories(directory.resolve("documents"));
        for (String name : DemoFiles.ALL) {
            DemoFiles.copy(name, (DemoFiles.isDocument(name) ? documents : source).resolve(name));
        }
        importAll(source);
        for (Map.Entry<String, Imported<?>> entry : imports.entrySet()) {
            entry.getValue().writeNdjson(documents.resolve(entry.getKey() + ".ndjson"));
            journal.add(entry.getValue().journal());
        }
        Path rejected = directory.resolve("rejected.csv");
        journal.writeCsv(rejected, Fate.REJECTED);
        journal.writeCsv(directory.resolve("rows.csv"));

        Path html = directory.resolve("report.html");
        Path json = directory.resolve("report.json");
        DemoSummary summary = new DemoSummary(imports, journal);
        try (OutputStream page = Files.newOutputStream(html);
                OutputStream data = Files.newOutputStream(json);
                ReportWriter htmlReport = Reports.html(
                        page,
                        standard.name(),
                        HtmlOptions.DEFAULT.withLocale(locale).withTypeTitles(standard.manifest()));
                ReportWriter jsonReport = Reports.json(data, standard.name())) {
            standard.validate(documents, ValidationOptions.DEFAULT, document -> {
                summary.add(document);
                add(htmlReport, document);
                add(jsonReport, document);
            });
        }
        List<String> catalogues =
                PRICE_LISTS.stream().map(name -> stem(name) + ".ndjson").toList();
        ExchangeDemo.run(documents, catalogues, standard, locale).print(out, locale);
        out.println();
        summary.print(out, locale, List.of(documents, rejected, json));
        out.println(html.toAbsolutePath().normalize());
        return html;
    }

    private void importAll(Path source) throws IOException {
        Function<String, Optional<String>> units = Units.of(
                standard.bundle().codeList("unit-of-measure"), SENDER.issuedAt().toLocalDate());
        CategoryMapping categories = CategoryMapping.of(text(source, "category-catalogue.csv"))
                .withNames(text(source, "mall-categories.csv"));
        for (String name : PRICE_LISTS) {
            String stem = stem(name);
            PriceListOptions options = PriceListOptions.load(source.resolve(stem + ".properties"));
            imports.put(stem, new PriceListImporter(options, categories, units, SENDER).run(text(source, name)));
        }
        IntentionOptions options = IntentionOptions.DEFAULT.withMedium("TRADING_PLATFORM");
        for (String name : List.of("intentions-table.csv", "intentions-cut.gb18030.csv")) {
            String stem = stem(name);
            imports.put(stem, new IntentionImporter(options, SENDER).run(text(source, name)));
        }
    }

    private static String stem(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    private static SourceText text(Path source, String name) throws IOException {
        return SourceText.read(source.resolve(name), null);
    }

    private static void add(ReportWriter report, DocumentReport document) {
        try {
            report.add(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
