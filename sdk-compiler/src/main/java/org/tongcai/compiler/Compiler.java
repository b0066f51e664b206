package org.tongcai.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongcai.Severity;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.BundleReader;
import org.tongcai.compiler.bundle.BundleWriter;
import org.tongcai.compiler.dictionary.DictionaryGenerator;
import org.tongcai.compiler.dictionary.DictionaryInput;
import org.tongcai.compiler.lint.LintFinding;
import org.tongcai.compiler.lint.Linter;
import org.tongcai.compiler.rules.CompiledRules;
import org.tongcai.compiler.rules.RuleCompiler;
import org.tongcai.compiler.service.ServiceFiles;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCodeList;
import org.tongcai.compiler.spec.SpecCoverage;
import org.tongcai.compiler.spec.SpecCrosswalks;
import org.tongcai.compiler.spec.SpecReader;
import org.tongcai.compiler.strict.StrictOptions;
import org.tongcai.compiler.strict.StrictSchemas;
import org.tongcai.compiler.xsd.XmlSchemas;
import org.tongcai.rule.RuleSet;
import org.tongcai.rule.Tables;

/**
 * Compiles a spec directory: {@code bundle/} for the run time, {@code strict/} (JSON) and {@code xsd/} (XML) for other validators, {@code codelists/} as CSV for
 * everyone, {@code service/} (with {@code technical/}, which it refers to) for those who build clients and platforms, {@code dictionary/} for people. Equal specs give equal bytes. Stateless and thread-safe.
 */
public final class Compiler {
    private Compiler() {}

    /**
     * What compiling brought. Immutable.
     *
     * @param findings of the linter, warnings among them
     * @param files path with {@code /} → bytes; empty where the linter found errors
     */
    public record Result(List<LintFinding> findings, SortedMap<String, byte[]> files) {
        public Result {
            findings = List.copyOf(findings);
            files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        }

        /** Whether there is no error. */
        public boolean succeeded() {
            return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        }
    }

    /** Reads, lints and compiles; writes nothing. */
    public static Result compile(Path directory) throws IOException {
        return compile(SpecReader.read(directory));
    }

    /**
     * Reads, lints and compiles what the run time needs, and nothing else; writes nothing. The paths are those within the bundle. Rules
     * whose cases are missing or faulty are no hindrance: their authors want to try them.
     */
    public static Result bundle(Path directory) throws IOException {
        Spec spec = SpecReader.read(directory);
        List<LintFinding> findings = Linter.lint(spec).stream()
                .filter(finding -> !finding.id().startsWith("rulecase."))
                .toList();
        Result result = new Result(findings, new TreeMap<>());
        return result.succeeded() ? new Result(result.findings(), new TreeMap<>(BundleWriter.files(spec))) : result;
    }

    private static Result compile(Spec spec) throws IOException {
        Rules rules = new Rules(spec);
        List<LintFinding> findings = Linter.lint(spec, rules);
        SortedMap<String, byte[]> files = new TreeMap<>();
        Result result = new Result(findings, files);
        if (!result.succeeded()) {
            return result;
        }
        SortedMap<String, byte[]> bundle = BundleWriter.files(spec, rules.get());
        load(bundle, rules.get().rules().keySet());
        bundle.forEach((path, bytes) -> files.put("bundle/" + path, bytes));
        new StrictSchemas(spec, StrictOptions.PUBLISHED)
                .files()
                .forEach((path, bytes) -> files.put("strict/" + path, bytes));
        files.putAll(ServiceFiles.of(spec));
        new XmlSchemas(spec).files().forEach((path, bytes) -> files.put("xsd/" + path, bytes));
        for (SpecCodeList list : spec.codeLists().values()) {
            files.put(
                    "codelists/" + list.id() + ".csv",
                    Files.readAllBytes(spec.root().resolve(list.csvFile())));
        }
        return new Result(findings, files);
    }

    /** Every rule is read once as the run time reads it: what the evaluator does not know must not get into a bundle. */
    private static void load(SortedMap<String, byte[]> files, Set<String> documentTypes) {
        Bundle bundle = BundleReader.fromFiles(files);
        Tables tables = new Tables(bundle);
        documentTypes.forEach(type -> RuleSet.of(bundle, type, tables));
    }

    /** The rules of a spec, compiled when first needed: once for the linter and the bundle. */
    private static final class Rules implements Supplier<CompiledRules> {
        private final Spec spec;
        private @Nullable CompiledRules compiled;

        Rules(Spec spec) {
            this.spec = spec;
        }

        @Override
        public CompiledRules get() {
            CompiledRules rules = compiled;
            if (rules == null) {
                rules = RuleCompiler.compile(spec);
                compiled = rules;
            }
            return rules;
        }
    }

    /**
     * Writes files below a directory so that it holds these and no others. A file that would not change is left alone: what depends on it
     * need not be built again.
     */
    public static void write(SortedMap<String, byte[]> files, Path directory) throws IOException {
        OutputDirectory.of(directory).replaceBy(files);
    }

    /** Compiles into a directory; with errors nothing is written. */
    public static Result compile(Path directory, Path target) throws IOException {
        Spec spec = SpecReader.read(directory);
        Result result = compile(spec);
        if (result.succeeded()) {
            for (String part : List.of("bundle", "strict", "xsd", "codelists", "service", "technical")) {
                write(part(result, part), target.resolve(part));
            }
            write(dictionary(spec, part(result, "strict"), target), target.resolve("dictionary"));
        }
        return result;
    }

    private static SortedMap<String, byte[]> part(Result result, String name) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : result.files().entrySet()) {
            if (file.getKey().startsWith(name + "/")) {
                files.put(file.getKey().substring(name.length() + 1), file.getValue());
            }
        }
        return files;
    }

    private static SortedMap<String, byte[]> dictionary(Spec spec, SortedMap<String, byte[]> schemas, Path target)
            throws IOException {
        DictionaryInput input = new DictionaryInput(
                spec.sources().values(),
                spec.root().resolve("cases/examples"),
                spec.root().resolve("cases/minimal"),
                schemas,
                SpecCoverage.read(spec.root()),
                SpecCrosswalks.read(spec.root()));
        return DictionaryGenerator.files(BundleReader.fromDirectory(target.resolve("bundle")), input);
    }
}
