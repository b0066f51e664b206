package org.tongcai.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The client against OkHttp alone, in rounds: each subject in a JVM of its own, against a platform that begins empty. What is printed is how
 * many times as long a batch takes, median over the rounds of the ratio within a round.
 */
final class ClientComparison {
    private static final String BASELINE = "okHttp";
    private static final List<String> SUBJECTS = List.of(BASELINE, "client", "clientWithoutValidating");

    private ClientComparison() {}

    static void run(Main.Plan plan) throws RunnerException, IOException {
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        Map<String, List<Main.Measure>> measures = new LinkedHashMap<>();
        for (int round = 0; round < plan.rounds(); round++) {
            double baseline = 0;
            for (String subject : SUBJECTS) {
                Main.Measure measure = measure(subject, plan);
                baseline = subject.equals(BASELINE) ? measure.score() : baseline;
                ratios.computeIfAbsent(subject, key -> new ArrayList<>()).add(baseline / measure.score());
                measures.computeIfAbsent(subject, key -> new ArrayList<>()).add(measure);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-28s %7s %10s %12s %14s%n",
                "batch of 100",
                "time",
                "ms/batch",
                "documents/s",
                "bytes/batch");
        ratios.forEach((subject, values) -> {
            double batches = Main.median(
                    measures.get(subject).stream().map(Main.Measure::score).toList());
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %7.3f %10.2f %12.0f %14.0f%n",
                    subject,
                    Main.median(values),
                    1_000 / batches,
                    batches * ClientBenchmark.DOCUMENTS,
                    Main.median(measures.get(subject).stream()
                            .map(Main.Measure::bytes)
                            .toList()));
        });
    }

    private static Main.Measure measure(String subject, Main.Plan plan) throws RunnerException, IOException {
        try (SandboxProcess sandbox = SandboxProcess.start()) {
            return Main.measure(
                    new OptionsBuilder()
                            .include("ClientBenchmark\\." + subject + "$")
                            .jvmArgsAppend(sandbox.properties()),
                    plan);
        }
    }
}
