package org.tongcai.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.Standard;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.compiler.WholeStandard;
import org.tongcai.compiler.cases.CaseFiles;
import org.tongcai.compiler.cases.CaseRunner;
import org.tongcai.compiler.cases.CaseSet;
import org.tongcai.compiler.cases.TestCase;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecReader;

/** The real standard, compiled once for all tests here, and the documents of its cases. */
final class Setting {
    private static final Path SPEC = WholeStandard.SPEC;

    /** Compiled when first used. */
    private static final class Shared {
        static final Setting SETTING = new Setting();
    }

    /**
     * A document of the standard's cases or examples.
     *
     * @param name id of the case, or file name
     * @param type document type that it is about
     * @param accepted whether nothing is wrong with it
     */
    record Sample(String name, String type, boolean accepted) {}

    /** Takes documents one after the other. */
    @FunctionalInterface
    interface Visitor {
        void visit(Sample sample, byte[] document);
    }

    final Spec spec;
    final Bundle bundle;
    final Standard standard;
    private final CaseSet cases;
    private final Map<String, TypeDefinition> documentTypes = new HashMap<>();
    private @Nullable Map<String, JsonNode> accepted;

    static Setting get() {
        return Shared.SETTING;
    }

    private Setting() {
        spec = SpecReader.read(SPEC);
        bundle = WholeStandard.bundle();
        standard = Standard.of(bundle);
        cases = WholeStandard.cases();
        for (Manifest.DocumentType type : bundle.manifest().documentTypes()) {
            documentTypes.put(type.name(), bundle.type(type.type()));
        }
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Every document of the generated cases and of the examples, one after the other: together they are large. */
    void forEach(Visitor visitor) throws IOException {
        forEach(sample -> true, visitor);
    }

    /** Those that are wanted; the others are not even made. */
    void forEach(Predicate<Sample> wanted, Visitor visitor) throws IOException {
        Path directory = Files.createTempDirectory("tongcai-cases");
        try {
            CaseFiles.write(cases, directory);
            CaseRunner runner = new CaseRunner(standard, directory);
            for (TestCase testCase : cases.cases()) {
                Sample sample = new Sample(
                        testCase.id(),
                        testCase.documentType(),
                        testCase.expected().isEmpty());
                if (wanted.test(sample)) {
                    visitor.visit(sample, runner.document(testCase));
                }
            }
        } finally {
            delete(directory);
        }
        examples().forEach((name, document) -> {
            // A document type has one example by its own name, and further ones with a suffix: awardNotice-goods-rate.
            String type = name.replaceFirst("-.*", "");
            Sample sample = new Sample("examples/" + name, type, true);
            if (wanted.test(sample)) {
                visitor.visit(sample, document);
            }
        });
    }

    /** The examples: name → document. */
    Map<String, byte[]> examples() throws IOException {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(SPEC.resolve("cases/examples"))) {
            for (Path file : files.sorted().toList()) {
                documents.put(file.getFileName().toString().replace(".json", ""), Files.readAllBytes(file));
            }
        }
        return documents;
    }

    /** All documents with nothing wrong: name → document. Not to be changed. */
    Map<String, JsonNode> accepted() throws IOException {
        Map<String, JsonNode> known = accepted;
        if (known == null) {
            known = readAccepted();
            accepted = known;
        }
        return known;
    }

    private Map<String, JsonNode> readAccepted() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, JsonNode> documents = new LinkedHashMap<>();
        List<IOException> failures = new ArrayList<>();
        forEach(Sample::accepted, (sample, document) -> {
            try {
                documents.put(sample.name(), mapper.readTree(document));
            } catch (IOException e) {
                failures.add(e);
            }
        });
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return documents;
    }

    /** The definition of a document type by its name on the wire. */
    TypeDefinition definition(String documentType) {
        return Objects.requireNonNull(documentTypes.get(documentType), documentType);
    }
}
