package org.tongcai.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.Finding;
import org.tongcai.Report;
import org.tongcai.Standard;
import org.tongcai.examples.importing.Fate;
import org.tongcai.examples.importing.Imported;
import org.tongcai.examples.importing.Journal;
import org.tongcai.examples.importing.SourceText;
import org.tongcai.examples.importing.Units;
import org.tongcai.examples.intentions.IntentionImporter;
import org.tongcai.examples.intentions.IntentionOptions;
import org.tongcai.examples.pricelist.CategoryMapping;
import org.tongcai.examples.pricelist.PriceListImporter;
import org.tongcai.examples.pricelist.PriceListOptions;

/**
 * The importers on real published data, which is not part of the project. Looked for in the folder that the system property
 * {@code samples.directory} names; skipped where it names none.
 */
class RealSamplesTest {
    private static final Standard STANDARD = Standard.load();

    private Path samples = Path.of("");

    @TempDir
    Path directory;

    @BeforeEach
    void find() {
        samples = Path.of(System.getProperty("samples.directory", "no-samples"));
        Assumptions.assumeTrue(Files.isDirectory(samples), "no real samples; give -Dsamples.directory=...");
    }

    @Test
    void aRealPriceList() throws IOException {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "header",
                "false",
                "column.number",
                "#1",
                "column.category",
                "#2",
                "column.name",
                "#3",
                "column.price",
                "#4"));
        // Declared for the sake of the test; no row of this list tells it.
        properties.putAll(Map.of("fact.supplier", "示例市电子卖场", "fact.unit", "个", "fact.imported", "false"));
        Function<String, java.util.Optional<String>> units =
                Units.of(STANDARD.bundle().codeList("unit-of-measure"), LocalDate.of(2026, 3, 2));
        Path own = directory.resolve("category-catalogue.csv");
        DemoFiles.copy("category-catalogue.csv", own);
        CategoryMapping categories = CategoryMapping.of(SourceText.read(own, null))
                .withNames(SourceText.read(samples.resolve("emall-categories.csv"), null));
        Imported<?> imported = new PriceListImporter(PriceListOptions.of(properties), categories, units, Senders.demo())
                .run(SourceText.read(samples.resolve("emall-goods.csv"), null));
        Report report = judge("emall-goods", imported);
        assertEquals(imported.documents().size(), report.summary().accepted());
        assertTrue(imported.journal().count(Fate.IMPORTED) > 3_000);
    }

    @Test
    void realIntentions() throws IOException {
        for (String name : List.of("intentions-0", "intentions-2", "intentions-4", "intentions-6")) {
            Imported<?> imported = new IntentionImporter(
                            IntentionOptions.DEFAULT.withSignedOn(LocalDate.of(2026, 1, 30)), Senders.demo())
                    .run(SourceText.read(samples.resolve(name + ".csv"), null));
            Report report = judge(name, imported);
            assertTrue(report.summary().documents() > 0);
            assertEquals(0, imported.journal().count(Fate.REJECTED));
        }
    }

    /** Validates, and prints the figures. */
    private Report judge(String name, Imported<?> imported) throws IOException {
        Path file = directory.resolve(name + ".ndjson");
        imported.writeNdjson(file);
        Report report = STANDARD.validate(file);
        Journal journal = imported.journal();
        assertEquals(
                journal.rows(),
                journal.count(Fate.IMPORTED)
                        + journal.count(Fate.MERGED)
                        + journal.count(Fate.SKIPPED)
                        + journal.count(Fate.REJECTED));
        Map<String, Long> errors = new TreeMap<>();
        for (Finding finding : report.findings()) {
            errors.merge(finding.ruleId() + " " + finding.message().en(), 1L, Long::sum);
        }
        System.out.println(name + ": " + journal.rows() + " rows, imported " + journal.count(Fate.IMPORTED)
                + ", merged " + journal.reasons(Fate.MERGED) + ", no data " + journal.count(Fate.SKIPPED)
                + ", rejected " + journal.reasons(Fate.REJECTED) + ", repaired " + journal.reasons(Fate.REPAIRED)
                + ", notes " + journal.reasons(Fate.NOTED) + "; " + report.summary() + " " + errors);
        return report;
    }
}
