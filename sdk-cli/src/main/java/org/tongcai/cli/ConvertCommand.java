package org.tongcai.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Codec;
import org.tongcai.Deceptive;
import org.tongcai.DocumentException;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Limits;
import org.tongcai.Standard;
import org.tongcai.input.DocumentReader;
import org.tongcai.input.InputException;
import org.tongcai.input.Slice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes documents in the other encoding, or in another form of the same. */
@Command(name = "convert")
final class ConvertCommand implements Callable<Integer> {
    /** Findings shown of one document. */
    private static final int SHOWN = 5;

    private final Terminal terminal;

    @Option(names = "--to", paramLabel = "xml|json", descriptionKey = "convert-to", required = true)
    private To to = To.json;

    @Option(names = "--pretty", descriptionKey = "convert-pretty")
    private boolean pretty;

    @Option(names = "--canonical", descriptionKey = "convert-canonical")
    private boolean canonical;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR",
            descriptionKey = "convert-output")
    private @Nullable String output;

    @Option(names = "--force", descriptionKey = "convert-force")
    private boolean force;

    @Mixin
    private StandardOption standardOption = new StandardOption();

    @Option(
            names = {"-q", "--quiet"},
            descriptionKey = "convert-quiet")
    private boolean quiet;

    @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "paths")
    private List<String> paths = new ArrayList<>();

    private long converted;
    private long failed;
    private boolean unreadable;

    enum To {
        xml,
        json
    }

    ConvertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        converted = 0;
        failed = 0;
        unreadable = false;
        if (pretty && canonical) {
            throw Failure.usage("--pretty 与 --canonical 不能同时使用", "--pretty and --canonical do not go together");
        }
        Standard standard = standardOption.load();
        Codec plain = to == To.xml ? standard.xml() : standard.json();
        Codec codec = pretty ? plain.pretty() : canonical ? plain.canonical() : plain;
        Progress progress = new Progress(terminal, !quiet, Source.bytes(Source.of(paths, Limits.DEFAULT)), "");
        try (Converted target = target()) {
            for (String path : paths) {
                convert(path, codec, target, progress);
            }
            target.commit();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            progress.done();
        }
        if (!quiet && (output != null || failed > 0)) {
            terminal.err()
                    .println(terminal.in(
                            "已转换 " + converted + " 份单据，未能转换 " + failed + " 份",
                            converted + " documents converted, " + failed + " not"));
        }
        return unreadable ? Exit.FAILURE : failed > 0 ? Exit.REJECTED : Exit.ACCEPTED;
    }

    private Converted target() {
        String extension = to == To.xml ? ".xml" : ".json";
        return output != null && isFolder(output)
                ? new ConvertedFolder(Path.of(output), extension, force, this::complain)
                : new ConvertedStream(
                        output == null ? null : Path.of(output), terminal.out(), to == To.xml, pretty, force);
    }

    /** Whether a folder is meant: one that is there, or by its name, or because one file of XML could not hold what comes. */
    private boolean isFolder(String name) {
        Path path = Path.of(name);
        return Files.isDirectory(path)
                || name.endsWith("/")
                || name.endsWith(File.separator)
                || to == To.xml
                        && Files.notExists(path)
                        && (paths.size() > 1 || Files.isDirectory(Path.of(paths.get(0))));
    }

    private void convert(String path, Codec codec, Converted target, Progress progress) throws IOException {
        DocumentReader reader = new DocumentReader(Limits.DEFAULT);
        if (path.equals("-")) {
            target.source(path, Path.of("stdin"));
            read(reader, path, progress.count(terminal.in()), codec, target, progress);
            return;
        }
        Path root = Path.of(path);
        List<Path> files;
        try {
            files = reader.files(root);
            if (files.isEmpty()) {
                throw InputException.emptyFolder();
            }
        } catch (InputException e) {
            unreadable(path, e);
            return;
        }
        boolean folder = Files.isDirectory(root);
        for (Path file : files) {
            InputStream in;
            try {
                in = Files.newInputStream(file);
            } catch (IOException e) {
                unreadable(file.toString(), InputException.of(e));
                continue;
            }
            try (in) {
                Path name = file.getFileName();
                target.source(file.toString(), folder ? root.relativize(file) : name == null ? file : name);
                read(reader, file.toString(), progress.count(in), codec, target, progress);
            }
        }
    }

    private void read(
            DocumentReader reader, String name, InputStream in, Codec codec, Converted target, Progress progress) {
        reader.read(
                name,
                in,
                slice -> {
                    document(slice, codec, target);
                    progress.document();
                },
                this::unreadable);
    }

    private void document(Slice slice, Codec codec, Converted target) {
        // Counted first: what finds no place is taken back by its complaint.
        converted++;
        try {
            target.add(slice, codec);
        } catch (DocumentException e) {
            explain(e.report());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void unreadable(String name, InputException e) {
        unreadable = true;
        terminal.err().println(visible(name + ": " + terminal.in(e.reason())));
    }

    private void complain(String where, Bilingual reason) {
        converted--;
        failed++;
        terminal.err().println(visible(where + ": " + terminal.in(reason)));
    }

    private void explain(DocumentReport report) {
        String where = report.source() + (report.index() > 0 ? "[" + report.index() + "]" : "");
        complain(where, new Bilingual("未转换", "not converted"));
        List<Finding> findings = report.findings();
        for (Finding finding : findings.subList(0, Math.min(SHOWN, findings.size()))) {
            String place = finding.line() == 0 ? "" : finding.line() + ":" + finding.column() + ": ";
            String pointer = finding.pointer().isEmpty() ? "" : finding.pointer() + " ";
            terminal.err()
                    .println(visible(
                            "  " + place + pointer + terminal.in(finding.message()) + " (" + finding.ruleId() + ")"));
        }
        long more = Math.max(0, findings.size() - SHOWN) + report.suppressed();
        if (more > 0) {
            terminal.err().println(terminal.in("  另有 " + more + " 处", "  and " + more + " more"));
        }
    }

    /** Names and values come from outside; they must not play with the terminal. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(Deceptive.is((char) c) ? '\uFFFD' : (char) c));
        return out.toString();
    }
}
