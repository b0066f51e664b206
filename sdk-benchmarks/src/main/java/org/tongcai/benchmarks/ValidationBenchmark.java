package org.tongcai.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** One document from bytes to verdict, by us and by peers. Tokenising alone is the measure of all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ValidationBenchmark {
    /** Which document. */
    @Param({"product", "award", "award-5-faults"})
    public String document = "award";

    private byte[] bytes = {};
    private Slice slice = Slice.of("-", bytes);
    private final JsonFactory factory = new JsonFactory();
    private final ObjectMapper mapper = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();
    private Class<?> model = Object.class;
    private Standard standard;
    private Schema schema;
    private Validator validator;

    /** Loads the document and checks that every subject agrees on it before it is timed. */
    @Setup
    public void load() throws IOException {
        bytes = Documents.bytes(document);
        slice = Slice.of(document, bytes);
        model = modelOf(Documents.type(document));
        standard = Standard.load();
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(Documents.strictSchema(document), StandardCharsets.UTF_8));
        validator = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
        boolean valid = !document.endsWith("faults");
        expect(valid, tongcai().verdict() == Verdict.ACCEPTED, "tongcai");
        expect(valid, networknt() == 0, "networknt");
        if (valid) {
            expect(true, bindAndHibernateValidator() == 0, "bind + Hibernate Validator");
        }
    }

    /** Jackson's tokens, nothing else: 1.00 by definition. */
    @Benchmark
    public int jacksonTokenise() throws IOException {
        int tokens = 0;
        try (JsonParser parser = factory.createParser(bytes)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    /** Ours: syntax, structure, code lists, identifiers with check digits; all findings with positions. */
    @Benchmark
    public DocumentReport tongcai() {
        return standard.validate(slice, ValidationOptions.DEFAULT);
    }

    /** Jackson to the generated model, no check. */
    @Benchmark
    public Object jacksonBind() throws IOException {
        return mapper.readValue(bytes, model);
    }

    /** networknt on our strict schema: structure and small code lists only. */
    @Benchmark
    public int networknt() throws IOException {
        return schema.validate(mapper.readTree(bytes)).size();
    }

    /** Jackson to the generated model, then Jakarta Validation. */
    @Benchmark
    public int bindAndHibernateValidator() throws IOException {
        return validator.validate(mapper.readValue(bytes, model)).size();
    }

    private void expect(boolean expected, boolean actual, String subject) {
        if (expected != actual) {
            throw new IllegalStateException(subject + " judges " + document + " wrongly: "
                    + standard.validate(slice, ValidationOptions.DEFAULT).findings());
        }
    }

    private static Class<?> modelOf(String documentType) {
        String name = "org.tongcai.model." + Character.toUpperCase(documentType.charAt(0)) + documentType.substring(1);
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
