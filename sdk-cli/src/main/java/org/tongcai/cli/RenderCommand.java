package org.tongcai.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.DocumentException;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Limits;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.bundle.Manifest;
import org.tongcai.input.DocumentReader;
import org.tongcai.input.InputException;
import org.tongcai.input.Slice;
import org.tongcai.layout.Layout;
import org.tongcai.layout.LayoutException;
import org.tongcai.layout.NoticePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints documents by the official layouts. */
@Command(name = "render")
final class RenderCommand implements Callable<Integer> {
    private static final String RULE = "\n" + "—".repeat(30) + "\n\n";

    private final Terminal terminal;

    @Option(names = "--format", paramLabel = "html|text", descriptionKey = "render-format", defaultValue = "html")
    private Format format = Format.html;

    @Option(names = "--type", paramLabel = "NAME", descriptionKey = "render-type")
    private @Nullable String type;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "output")
    private @Nullable Path output;

    @Mixin
    private StandardOption standardOption = new StandardOption();

    @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "paths")
    private List<String> paths = new ArrayList<>();

    private final Map<String, Layout> layouts = new HashMap<>();
    private int printed;
    private int failed;

    enum Format {
        html,
        text
    }

    RenderCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints one notice after the other. */
    private interface Printer extends AutoCloseable {
        void print(Layout layout, byte[] document) throws IOException;

        @Override
        void close() throws IOException;
    }

    @Override
    public Integer call() throws IOException {
        Standard standard = standardOption.load();
        if (type != null && standard.bundle().layout(type).isEmpty()) {
            throw Failure.usage(
                    "单据类型 " + type + " 没有版式；可选：" + String.join("、", withLayout(standard)),
                    "no layout for document type " + type + "; there are " + String.join(", ", withLayout(standard)));
        }
        boolean unreadable = false;
        try (OutputFile target = OutputFile.open(output, terminal.out())) {
            try (Printer printer = printer(new OutputStreamWriter(target.stream(), StandardCharsets.UTF_8))) {
                for (String path : paths) {
                    unreadable |= !source(path, standard, printer);
                }
            }
            target.commit();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return unreadable ? Exit.FAILURE : failed > 0 || printed == 0 ? Exit.REJECTED : Exit.ACCEPTED;
    }

    private static List<String> withLayout(Standard standard) {
        return standard.manifest().documentTypes().stream()
                .map(Manifest.DocumentType::name)
                .filter(name -> standard.bundle().layout(name).isPresent())
                .toList();
    }

    private Printer printer(Writer writer) {
        if (format == Format.text) {
            return new Printer() {
                @Override
                public void print(Layout layout, byte[] document) throws IOException {
                    String text = layout.text(document);
                    writer.write(printed > 0 ? RULE + text : text);
                }

                @Override
                public void close() throws IOException {
                    writer.flush();
                }
            };
        }
        NoticePage page = new NoticePage(writer);
        return new Printer() {
            @Override
            public void print(Layout layout, byte[] document) throws IOException {
                page.add(layout, document);
            }

            @Override
            public void close() throws IOException {
                page.close();
            }
        };
    }

    /** Prints all documents of a path; false where something could not be read. */
    private boolean source(String path, Standard standard, Printer printer) {
        DocumentReader reader = new DocumentReader(Limits.DEFAULT);
        try {
            if (path.equals("-")) {
                reader.read(path, terminal.in(), slice -> document(slice, standard, printer));
                return true;
            }
            List<Path> files = reader.files(Path.of(path));
            if (files.isEmpty()) {
                throw InputException.emptyFolder();
            }
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    reader.read(file.toString(), in, slice -> document(slice, standard, printer));
                } catch (IOException e) {
                    throw InputException.of(e);
                }
            }
            return true;
        } catch (InputException e) {
            complain(path, e.reason());
            return false;
        }
    }

    private void document(Slice slice, Standard standard, Printer printer) {
        String where = slice.source() + (slice.index() > 0 ? "[" + slice.index() + "]" : "");
        String name = type == null
                ? standard.validate(slice, ValidationOptions.DEFAULT).documentType()
                : type;
        if (name == null) {
            failed++;
            complain(where, new Bilingual("看不出单据类型，请用 --type 指明", "its document type cannot be told; use --type"));
            return;
        }
        if (standard.bundle().layout(name).isEmpty()) {
            failed++;
            complain(where, new Bilingual("单据类型 " + name + " 没有版式", "no layout for document type " + name));
            return;
        }
        try {
            printer.print(layouts.computeIfAbsent(name, standard::layout), json(slice, standard));
            printed++;
        } catch (LayoutException e) {
            failed++;
            complain(where, e.reason());
        } catch (DocumentException e) {
            failed++;
            complain(where, notRewritten(e.report()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document as JSON, which layouts print; JSON stays as it is, however faulty. */
    private static byte[] json(Slice slice, Standard standard) throws IOException {
        if (!slice.isXml()) {
            return Arrays.copyOfRange(slice.bytes(), slice.offset(), slice.offset() + slice.length());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        standard.json().rewrite(slice, out);
        return out.toByteArray();
    }

    private static Bilingual notRewritten(DocumentReport report) {
        Bilingual why = new Bilingual("无法转换为 JSON", "cannot be converted to JSON");
        if (report.findings().isEmpty()) {
            return why;
        }
        Finding first = report.findings().get(0);
        Bilingual place = new Bilingual("（第 " + first.line() + " 行）", " (line " + first.line() + ")");
        return why.join("", place).join("", new Bilingual("：", ": ")).join("", first.message());
    }

    private void complain(String where, Bilingual reason) {
        terminal.err().println(where + ": " + terminal.in(reason));
    }
}
