package org.tongcai.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tongcai.DocumentReport;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.Verdict;
import org.tongcai.input.Slice;
import org.tongcai.rule.Facts;
import org.tongcai.rule.Judgement;
import org.tongcai.rule.RuleSet;

/** One document from bytes to verdict, by us and by peers. Tokenising alone is the measure of all. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ValidationBenchmark {

    /** The bytes. Each subject has a state of its own, so that a fork loads only what it times. */
    @State(Scope.Benchmark)
    public static class Input {
        /** Which document. */
        @Param({"product", "award", "award-5-faults"})
        public String document = "award";

        byte[] bytes = {};

        /** Reads the document. */
        @Setup
        public void load() throws IOException {
            bytes = Documents.bytes(document);
        }

        /** A subject that judges wrongly must not be timed. */
        void expect(boolean accepted, String subject) {
            if (accepted == document.endsWith("faults")) {
                throw new IllegalStateException(subject + " judges " + document + " wrongly");
            }
        }
    }

    /** Jackson. */
    @State(Scope.Benchmark)
    public static class Jackson {
        final JsonFactory factory = new JsonFactory();
        final ObjectMapper mapper = new ObjectMapper();
    }

    /** Ours. */
    @State(Scope.Benchmark)
    public static class Tongcai {
        private static final ValidationOptions WITHOUT_RULES = ValidationOptions.DEFAULT.withStages(Set.of());

        private Standard standard;
        private Slice slice;

        /** Loads the standard. */
        @Setup
        public void load(Input input) {
            standard = Standard.load();
            slice = Slice.of(input.document, input.bytes);
            input.expect(validate().verdict() == Verdict.ACCEPTED, "tongcai");
        }

        DocumentReport validate() {
            return standard.validate(slice, ValidationOptions.DEFAULT);
        }

        DocumentReport validateWithoutRules() {
            return standard.validate(slice, WITHOUT_RULES);
        }
    }

    /** The rules by themselves. */
    @State(Scope.Benchmark)
    public static class Rules {
        private final Judgement judgement = new Judgement();
        private final Count count = new Count();
        private RuleSet rules;
        private Facts facts;

        /** Notes the values of the document. */
        @Setup
        public void load(Input input) {
            Standard standard = Standard.load();
            facts = standard.facts(Slice.of(input.document, input.bytes));
            rules = RuleSet.of(standard.bundle(), facts.documentType());
        }

        int judge() {
            rules.judgeAlone(facts, judgement, count);
            return count.held;
        }
    }

    /** The generated model, and Jakarta Validation on it. */
    @State(Scope.Benchmark)
    public static class Model {
        private final ObjectMapper mapper = new ObjectMapper();
        private Class<?> type = Object.class;
        private Validator validator;

        /** Finds the class and makes the validator. */
        @Setup
        public void load(Input input) throws IOException {
            String name = Documents.type(input.document);
            try {
                type = Class.forName("org.tongcai.model." + Character.toUpperCase(name.charAt(0)) + name.substring(1));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
            validator = Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator();
            input.expect(validator.validate(bind(input.bytes)).isEmpty(), "Hibernate Validator");
        }

        Object bind(byte[] bytes) throws IOException {
            return mapper.readValue(bytes, type);
        }
    }

    /** networknt on our strict schema. */
    @State(Scope.Benchmark)
    public static class Networknt {
        private final ObjectMapper mapper = new ObjectMapper();
        private Schema schema;

        /** Reads the schema. */
        @Setup
        public void load(Input input) throws IOException {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(Documents.strictSchema(input.document), StandardCharsets.UTF_8));
            input.expect(validate(input.bytes) == 0, "networknt");
        }

        int validate(byte[] bytes) throws IOException {
            return schema.validate(mapper.readTree(bytes)).size();
        }
    }

    /** Jackson's tokens, nothing else: 1.00 by definition. */
    @Benchmark
    public int jacksonTokenise(Input input, Jackson jackson) throws IOException {
        int tokens = 0;
        try (JsonParser parser = jackson.factory.createParser(input.bytes)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    /** The same document without rules: what these cost is the difference. */
    @Benchmark
    public DocumentReport withoutRules(Tongcai tongcai) {
        return tongcai.validateWithoutRules();
    }

    /** All rules of the document's type that look at no other document, over values noted before. */
    @Benchmark
    public int rules(Rules rules) {
        return rules.judge();
    }

    /** Syntax, structure, code lists, identifiers with check digits, all rules; all findings with positions. */
    @Benchmark
    public DocumentReport tongcai(Tongcai tongcai) {
        return tongcai.validate();
    }

    /** Jackson to its tree, no check. */
    @Benchmark
    public Object jacksonTree(Input input, Jackson jackson) throws IOException {
        return jackson.mapper.readTree(input.bytes);
    }

    /** Jackson to the generated model, no check. */
    @Benchmark
    public Object jacksonBind(Input input, Model model) throws IOException {
        return model.bind(input.bytes);
    }

    /** Structure and small code lists only. */
    @Benchmark
    public int networknt(Input input, Networknt networknt) throws IOException {
        return networknt.validate(input.bytes);
    }

    /** Jackson to the generated model, then Jakarta Validation. */
    @Benchmark
    public int bindAndHibernateValidator(Input input, Model model) throws IOException {
        return model.validator.validate(model.bind(input.bytes)).size();
    }
}
