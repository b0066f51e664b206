package org.tongcai.compiler.xsd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tongcai.Finding;
import org.tongcai.Severity;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.BundleReader;
import org.tongcai.bundle.RuleIndex;
import org.tongcai.compiler.bundle.BundleWriter;
import org.tongcai.compiler.cases.XmlTwin;
import org.tongcai.compiler.rules.CompiledRules;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecReader;

/** The standard itself with its schemas, loaded once for all tests: the engine on the one side, validators on the other. */
final class Published {
    static final Path SPEC = Path.of(System.getProperty("spec.directory", "../spec"));
    static final SortedMap<String, byte[]> FILES;
    static final Bundle BUNDLE;
    static final Standard STANDARD;
    static final XmlTwin TWINS;

    private static final ValidationOptions STRUCTURE = ValidationOptions.DEFAULT.withStages(Set.of());
    /** No schema says a word about them, and compiling them takes a while. */
    private static final CompiledRules NO_RULES =
            new CompiledRules(new TreeMap<>(), RuleIndex.EMPTY, new TreeMap<>(), List.of(), List.of(), List.of());

    private static final Map<String, Judges> JUDGES = new ConcurrentHashMap<>();

    static {
        Spec spec = SpecReader.read(SPEC);
        FILES = new XmlSchemas(spec).files();
        try {
            BUNDLE = BundleReader.fromFiles(BundleWriter.files(spec, NO_RULES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        STANDARD = Standard.of(BUNDLE);
        TWINS = new XmlTwin(BUNDLE);
    }

    private Published() {}

    /** The validators for a document type. */
    static Judges judges(String documentType) {
        return JUDGES.computeIfAbsent(
                documentType, type -> new Judges(Objects.requireNonNull(FILES.get(type + ".xsd"))));
    }

    /** A document in XML that says the same as one in JSON, which must be possible. */
    static String xml(byte[] json, String documentType) {
        byte[] xml = TWINS.of(json, documentType).xml();
        return new String(Objects.requireNonNull(xml, documentType), StandardCharsets.UTF_8);
    }

    /** What the engine has against a document, rules apart. */
    static List<Finding> errors(byte[] document) {
        return STANDARD.validate(document, STRUCTURE).findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }
}
