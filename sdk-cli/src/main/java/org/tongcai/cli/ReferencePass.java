package org.tongcai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Limits;
import org.tongcai.Standard;
import org.tongcai.batch.BatchOptions;
import org.tongcai.batch.ReferenceCollector;
import org.tongcai.batch.References;
import org.tongcai.input.DocumentReader;
import org.tongcai.input.InputException;
import org.tongcai.input.Slice;

/** The first pass over what may be referred to: other documents, and the batch itself where that is wanted. */
final class ReferencePass {
    private final Terminal terminal;
    private final boolean quiet;

    ReferencePass(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        this.quiet = quiet;
    }

    /**
     * Reads it.
     *
     * @param others must be readable
     * @param batch what cannot be read is left to the second pass, which reports it
     * @return null where there is nothing that may be referred to; else to be closed
     */
    @Nullable
    References read(Standard standard, List<Path> others, List<Source> batch, @Nullable Path workDirectory) {
        if (others.isEmpty() && batch.isEmpty()) {
            return null;
        }
        if (batch.stream().anyMatch(Source::isStandardInput)) {
            throw Failure.usage(
                    "--batch 需要读两遍，不能从标准输入读取；请先存成文件",
                    "--batch reads twice, which standard input does not allow; use a file");
        }
        if (workDirectory != null && !Files.isDirectory(workDirectory)) {
            throw Failure.usage("没有文件夹 " + workDirectory, "there is no folder " + workDirectory);
        }
        List<Source> required = files(others);
        List<Source> all = new ArrayList<>(required);
        all.addAll(batch);
        Progress progress = new Progress(terminal, !quiet, Source.bytes(all), "1/2 ");
        BatchOptions options = BatchOptions.DEFAULT.withWorkDirectory(workDirectory);
        try (ReferenceCollector collector = new ReferenceCollector(standard, options)) {
            for (Source source : required) {
                try {
                    collect(source, collector, progress);
                } catch (IOException e) {
                    throw unreadable(source.path(), InputException.of(e));
                }
            }
            for (Source source : batch) {
                try {
                    collect(source, collector, progress);
                } catch (IOException e) {
                    // The second pass meets it again and reports it.
                }
            }
            return collector.finish();
        } finally {
            progress.done();
        }
    }

    private static List<Source> files(List<Path> paths) {
        List<Source> sources = new ArrayList<>();
        for (Path path : paths) {
            try {
                for (Path file : new DocumentReader(Limits.DEFAULT).files(path)) {
                    sources.add(new Source(
                            file.toString(),
                            file,
                            Files.isRegularFile(file) ? file.toFile().length() : -1));
                }
            } catch (InputException e) {
                throw unreadable(path, e);
            }
        }
        return sources;
    }

    private static Failure unreadable(Object path, InputException e) {
        return Failure.system(
                "无法读取 " + path + "：" + e.reason().zh(),
                "cannot read " + path + ": " + e.reason().en(),
                e);
    }

    private static void collect(Source source, ReferenceCollector collector, Progress progress) throws IOException {
        Path file = source.file();
        if (file == null) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            new DocumentReader(Limits.DEFAULT).read(source.path(), progress.count(in), (Slice slice) -> {
                collector.add(slice);
                progress.document();
            });
        }
    }
}
