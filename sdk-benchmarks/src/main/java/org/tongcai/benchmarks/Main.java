package org.tongcai.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs all subjects in rounds, so that the machine's moods fall on all of them alike, and prints one line a subject: the ratio to
 * Jackson tokenising the same bytes (median over the rounds of the ratio within a round), documents a second, bytes allocated.
 */
public final class Main {
    private static final String BASELINE = "jacksonTokenise";
    private static final List<String> SUBJECTS =
            List.of(BASELINE, "tongcai", "jacksonTree", "jacksonBind", "networknt", "bindAndHibernateValidator");
    private static final Map<String, List<String>> DOCUMENTS = new LinkedHashMap<>();

    static {
        // The faulty document cannot be bound: Jackson stops at the first fault.
        DOCUMENTS.put("product", SUBJECTS);
        List<String> award = new ArrayList<>(SUBJECTS);
        award.addAll(2, List.of("withoutRules", "rules"));
        DOCUMENTS.put("award", award);
        DOCUMENTS.put("award-5-faults", List.of(BASELINE, "tongcai"));
    }

    private static final String XML_BASELINE = "aaltoTokenise";
    private static final List<String> XML_SUBJECTS = List.of(
            XML_BASELINE,
            "tongcaiXml",
            "tongcaiModel",
            "jsonToXml",
            "xmlToJson",
            "readXml",
            "jaxbUnmarshal",
            "jaxbUnmarshalWithSchema",
            "woodstoxTokenise",
            "jdkTokenise");

    record Plan(int rounds, int warmups, int measurements, long millis) {}

    /** The score: operations a second, or nanoseconds an operation; bytes allocated by an operation. */
    record Measure(double score, double bytes) {}

    private Main() {}

    /** {@code --quick}: one round, within 50 seconds. {@code --rules}: ten rules alone, against the same in Java. {@code --xml}: the award notice in XML. {@code --client}: the client against OkHttp. */
    public static void main(String[] args) throws RunnerException, IOException {
        List<String> words = Arrays.asList(args);
        if (words.contains("--help")
                || !List.of("--quick", "--rules", "--xml", "--client").containsAll(words)) {
            System.out.println("usage: sdk-benchmarks/run [--quick] [--rules | --xml | --client]");
            System.exit(words.contains("--help") ? 0 : 2);
        }
        boolean quick = words.contains("--quick");
        Plan plan = quick ? new Plan(1, 5, 3, 370) : new Plan(4, 4, 3, 1000);
        if (words.contains("--rules")) {
            rules(plan);
            return;
        }
        if (words.contains("--client")) {
            // A batch takes many times as long as a document: with less, it would be the warming up that is timed.
            ClientComparison.run(quick ? new Plan(1, 5, 3, 2_000) : new Plan(4, 5, 3, 3_000));
            return;
        }
        Table table = new Table();
        if (words.contains("--xml")) {
            // More code takes longer to be compiled; after four seconds it is not.
            Plan warmer = quick ? plan : new Plan(4, 8, 3, 1000);
            for (int round = 0; round < warmer.rounds(); round++) {
                double baseline = 0;
                for (String subject : XML_SUBJECTS) {
                    Measure measure = measure(new OptionsBuilder().include("XmlBenchmark\\." + subject + "$"), warmer);
                    baseline = subject.equals(XML_BASELINE) ? measure.score() : baseline;
                    table.add("award " + subject, measure, baseline);
                }
            }
            table.print();
            return;
        }
        for (int round = 0; round < plan.rounds(); round++) {
            for (Map.Entry<String, List<String>> document : DOCUMENTS.entrySet()) {
                double baseline = 0;
                for (String subject : document.getValue()) {
                    if (quick && subject.equals("jacksonTree")) {
                        continue; // of all the least asked for, and time is short
                    }
                    Measure measure = measure(document.getKey(), subject, plan);
                    baseline = subject.equals(BASELINE) ? measure.score() : baseline;
                    table.add(document.getKey() + " " + subject, measure, baseline);
                }
            }
        }
        table.print();
    }

    /** What was measured, by document and subject. */
    private static final class Table {
        private final Map<String, List<Double>> ratios = new LinkedHashMap<>();
        private final Map<String, List<Measure>> measures = new LinkedHashMap<>();

        private void add(String key, Measure measure, double baseline) {
            ratios.computeIfAbsent(key, k -> new ArrayList<>()).add(measure.score() / baseline);
            measures.computeIfAbsent(key, k -> new ArrayList<>()).add(measure);
        }

        private void print() {
            System.out.printf(
                    Locale.ROOT, "%-44s %7s %12s %14s%n", "document subject", "ratio", "documents/s", "bytes/document");
            ratios.forEach((key, values) -> System.out.printf(
                    Locale.ROOT,
                    "%-44s %7.3f %12.0f %14.0f%n",
                    key,
                    median(values),
                    median(measures.get(key).stream().map(Measure::score).toList()),
                    median(measures.get(key).stream().map(Measure::bytes).toList())));
        }
    }

    /** Nanoseconds for ten rules, the lowest over the rounds: what disturbs only adds. */
    private static void rules(Plan plan) throws RunnerException {
        System.out.printf(Locale.ROOT, "%-24s %14s %14s%n", "ten rules", "nanoseconds", "bytes");
        for (String subject : List.of("plainJava", "tongcaiRules")) {
            double time = Double.MAX_VALUE;
            double bytes = Double.NaN;
            for (int round = 0; round < plan.rounds(); round++) {
                Measure measure = measure(new OptionsBuilder().include("RulesBenchmark\\." + subject + "$"), plan);
                time = Math.min(time, measure.score());
                bytes = measure.bytes();
            }
            System.out.printf(Locale.ROOT, "%-24s %14.0f %14.0f%n", subject, time, bytes);
        }
    }

    private static Measure measure(String document, String subject, Plan plan) throws RunnerException {
        return measure(
                new OptionsBuilder()
                        .include("ValidationBenchmark\\." + subject + "$")
                        .param("document", document),
                plan);
    }

    static Measure measure(ChainedOptionsBuilder builder, Plan plan) throws RunnerException {
        Options options = builder.forks(1)
                .warmupIterations(plan.warmups())
                .warmupTime(TimeValue.milliseconds(plan.millis()))
                .measurementIterations(plan.measurements())
                .measurementTime(TimeValue.milliseconds(plan.millis()))
                .jvmArgs(
                        "-Xms1g",
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-Dorg.jboss.logging.provider=slf4j",
                        "-Dxsd.directory=" + System.getProperty("xsd.directory", ""))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        RunResult result = new Runner(options).runSingle();
        double bytes = Double.NaN;
        for (Map.Entry<String, ? extends Result<?>> secondary : secondary(result)) {
            if (secondary.getKey().endsWith("gc.alloc.rate.norm")) {
                bytes = secondary.getValue().getScore();
            }
        }
        return new Measure(result.getPrimaryResult().getScore(), bytes);
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static Iterable<Map.Entry<String, ? extends Result<?>>> secondary(RunResult result) {
        return (Iterable) result.getSecondaryResults().entrySet();
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
