package org.tongcai.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tongcai.Bilingual;
import org.tongcai.Layer;
import org.tongcai.bundle.BundleReader;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.calendar.WorkCalendar;
import org.tongcai.rule.Facts;
import org.tongcai.rule.Judgement;
import org.tongcai.rule.RuleSet;
import org.tongcai.rule.Sink;
import org.tongcai.rule.Slots;

/** Ten rules on one document, all of which hold: ours, and the same in Java on records. An operation is all ten. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RulesBenchmark {
    private static final int DOCUMENTS = 64;

    /** The documents, in both forms. */
    @State(Scope.Thread)
    public static class Input {
        private final List<RuleDocument> records = new ArrayList<>();
        private final List<Facts> facts = new ArrayList<>();
        private final Judgement judgement = new Judgement();
        private final Counter counter = new Counter();
        private WorkCalendar calendar;
        private RuleSet rules;
        private int next;

        /** Makes the documents; rules that fail must not be timed. */
        @Setup
        public void load() {
            calendar = BundleReader.fromClassPath(RulesBenchmark.class.getClassLoader())
                    .calendar();
            RuleBundle bundle = new RuleBundle(calendar);
            rules = RuleSet.of(bundle, "notice");
            Slots slots = new Slots(bundle.slots());
            Random random = new Random(20260302);
            for (int i = 0; i < DOCUMENTS; i++) {
                records.add(RuleDocument.random(random));
                facts.add(records.get(i).facts(slots));
                rules.judge(facts.get(i), judgement, counter);
                if (records.get(i).broken(calendar) + counter.count != 0) {
                    throw new IllegalStateException("document " + i + " breaks a rule: " + counter.last);
                }
            }
        }

        int turn() {
            next = (next + 1) % DOCUMENTS;
            return next;
        }
    }

    private static final class Counter implements Sink {
        private int count;
        private String last = "";

        private void count(String what) {
            count++;
            last = what;
        }

        @Override
        public void fails(RuleDefinition rule, String pointer, Bilingual message, Bilingual fix) {
            count(rule.id());
        }

        @Override
        public void undetermined(RuleDefinition rule, Bilingual reason) {
            count(rule.id() + " " + reason);
        }

        @Override
        public void skipped(RuleDefinition rule, Bilingual reason) {
            count(rule.id() + " " + reason);
        }

        @Override
        public void skipped(Layer layer, Bilingual reason) {
            count(layer.id());
        }

        @Override
        public void notFound(String pointer, String documentType, String documentId, @Nullable String platformCode) {
            count(documentId);
        }
    }

    /** Ours. */
    @Benchmark
    public int tongcaiRules(Input input) {
        input.rules.judge(input.facts.get(input.turn()), input.judgement, input.counter);
        return input.counter.count;
    }

    /** The same in Java. */
    @Benchmark
    public int plainJava(Input input) {
        return input.records.get(input.turn()).broken(input.calendar);
    }
}
