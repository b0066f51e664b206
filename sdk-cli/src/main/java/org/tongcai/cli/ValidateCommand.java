package org.tongcai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.DocumentReport;
import org.tongcai.Layer;
import org.tongcai.MissingReferences;
import org.tongcai.Standard;
import org.tongcai.Summary;
import org.tongcai.ValidationOptions;
import org.tongcai.Verdict;
import org.tongcai.batch.References;
import org.tongcai.batch.StoreException;
import org.tongcai.bundle.Manifest;
import org.tongcai.report.HtmlOptions;
import org.tongcai.report.ReportWriter;
import org.tongcai.report.Reports;
import org.tongcai.report.TextOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges documents. */
@Command(name = "validate")
final class ValidateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "as-of")
    private @Nullable LocalDate asOf;

    @Option(names = "--stages", split = ",", paramLabel = "rules,quality,references|none", descriptionKey = "stages")
    private List<Stage> stages = List.of(Stage.rules, Stage.quality, Stage.references);

    @Option(names = "--references", paramLabel = "PATH", descriptionKey = "references")
    private List<Path> references = new ArrayList<>();

    @Option(names = "--batch", descriptionKey = "batch")
    private boolean batch;

    @Option(names = "--work-dir", paramLabel = "DIR", descriptionKey = "work-dir")
    private @Nullable Path workDirectory;

    @Option(
            names = "--missing-references",
            paramLabel = "skip|error",
            descriptionKey = "missing-references",
            defaultValue = "skip")
    private Missing missingReferences = Missing.skip;

    @Option(names = "--type", paramLabel = "NAME", descriptionKey = "type")
    private @Nullable String type;

    @Option(names = "--format", paramLabel = "text|json|sarif|html", descriptionKey = "format", defaultValue = "text")
    private Format format = Format.text;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "output")
    private @Nullable Path output;

    @Option(names = "--fail-on", paramLabel = "error|warning", descriptionKey = "fail-on", defaultValue = "error")
    private FailOn failOn = FailOn.error;

    @Mixin
    private StandardOption standardOption = new StandardOption();

    @Option(names = "--color", paramLabel = "auto|always|never", descriptionKey = "color", defaultValue = "auto")
    private Color color = Color.auto;

    @Option(
            names = {"-v", "--verbose"},
            descriptionKey = "verbose")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            descriptionKey = "quiet")
    private boolean quiet;

    @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "paths")
    private List<String> paths = new ArrayList<>();

    private Summary summary = Summary.NONE;
    private boolean unreadable;

    enum Format {
        text,
        json,
        sarif,
        html
    }

    enum FailOn {
        error,
        warning
    }

    enum Stage {
        rules,
        quality,
        references,
        none
    }

    enum Missing {
        skip,
        error
    }

    enum Color {
        auto,
        always,
        never
    }

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        summary = Summary.NONE;
        unreadable = false;
        Standard standard = standardOption.load();
        ValidationOptions options = options(standard);
        List<Source> sources = Source.of(paths, options.limits());
        try (References others = new ReferencePass(terminal, quiet)
                .read(standard, references, batch ? sources : List.of(), workDirectory)) {
            report(standard, options.withResolver(others), sources, others == null ? "" : "2/2 ");
        } catch (StoreException e) {
            throw Failure.system(
                    "临时文件无法写入或读取（可用 --work-dir 另指文件夹）：" + Failure.detail(e.getCause()),
                    "temporary files cannot be written or read (--work-dir names another folder): "
                            + Failure.detail(e.getCause()),
                    e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (unreadable) {
            return Exit.FAILURE;
        }
        boolean failed = summary.verdict() != Verdict.ACCEPTED || failOn == FailOn.warning && summary.warnings() > 0;
        return failed ? Exit.REJECTED : Exit.ACCEPTED;
    }

    private void report(Standard standard, ValidationOptions options, List<Source> sources, String pass)
            throws IOException {
        Progress progress = new Progress(terminal, !quiet, Source.bytes(sources), pass);
        boolean silent = quiet && output == null;
        try (OutputFile target = OutputFile.open(output, silent ? OutputStream.nullOutputStream() : terminal.out())) {
            try (ReportWriter report = writer(target, standard)) {
                for (Source source : sources) {
                    validate(standard, source, options, report, progress);
                }
            } finally {
                progress.done();
            }
            target.commit();
        }
        if (output != null && !quiet) {
            terminal.err()
                    .println(terminal.in(
                            "报告已写入 " + output + "：" + inWords().zh(),
                            "report written to " + output + ": " + inWords().en()));
        }
    }

    private ValidationOptions options(Standard standard) {
        Set<Layer> wanted = EnumSet.noneOf(Layer.class);
        for (Stage stage : stages) {
            if (stage == Stage.none && stages.size() > 1) {
                throw Failure.usage("--stages none 不能与其他取值并用", "--stages none goes with no other value");
            }
            if (stage != Stage.none) {
                wanted.add(Layer.valueOf(stage.name().toUpperCase(Locale.ROOT)));
            }
        }
        return ValidationOptions.DEFAULT
                .withAsOf(asOf)
                .withDocumentType(documentType(standard.manifest()))
                .withStages(wanted)
                .withMissingReferences(
                        missingReferences == Missing.error ? MissingReferences.ERROR : MissingReferences.SKIP);
    }

    private Bilingual inWords() {
        return new Bilingual(
                summary.documents() + " 个文档，通过 " + summary.accepted() + "，不通过 " + summary.rejected() + "，未能判定 "
                        + summary.undetermined(),
                summary.documents() + " documents, " + summary.accepted() + " accepted, " + summary.rejected()
                        + " rejected, " + summary.undetermined() + " undetermined");
    }

    private @Nullable String documentType(Manifest manifest) {
        if (type == null) {
            return null;
        }
        List<String> known = manifest.documentTypes().stream()
                .map(Manifest.DocumentType::name)
                .toList();
        if (!known.contains(type)) {
            throw Failure.usage(
                    "没有文档类型 " + type + "；可选：" + String.join("、", known),
                    "no document type " + type + "; there are " + String.join(", ", known));
        }
        return type;
    }

    private void validate(
            Standard standard, Source source, ValidationOptions options, ReportWriter report, Progress progress) {
        if (source.isStandardInput()) {
            standard.validate("-", progress.count(terminal.in()), options, d -> add(d, report, progress));
            return;
        }
        if (source.file() == null) {
            standard.validate(Path.of(source.path()), options, d -> add(d, report, progress));
            return;
        }
        InputStream in;
        try {
            in = Files.newInputStream(source.file());
        } catch (IOException e) {
            standard.validate(source.file(), options, d -> add(d, report, progress));
            return;
        }
        try (in) {
            standard.validate(source.path(), progress.count(in), options, d -> add(d, report, progress));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(DocumentReport document, ReportWriter report, Progress progress) {
        try {
            report.add(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        summary = summary.plus(document);
        unreadable |= document.findings().stream().anyMatch(f -> f.ruleId().equals(Check.INPUT_UNREADABLE.id()));
        progress.document();
    }

    private ReportWriter writer(OutputFile target, Standard standard) {
        return switch (format) {
            case text ->
                Reports.text(
                        new OutputStreamWriter(target.stream(), StandardCharsets.UTF_8),
                        standard.name(),
                        new TextOptions(terminal.locale(), colour(), verbose));
            case json -> Reports.json(target.stream(), standard.name());
            case sarif -> Reports.sarif(target.stream(), standard.name(), terminal.locale());
            case html ->
                Reports.html(
                        target.stream(),
                        standard.name(),
                        HtmlOptions.DEFAULT.withLocale(terminal.locale()).withTypeTitles(standard.manifest()));
        };
    }

    private boolean colour() {
        return color == Color.always || color == Color.auto && terminal.colour() && output == null;
    }
}
