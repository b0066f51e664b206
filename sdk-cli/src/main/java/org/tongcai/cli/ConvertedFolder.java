package org.tongcai.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.tongcai.Bilingual;
import org.tongcai.Codec;
import org.tongcai.input.Slice;

/**
 * Converted documents in a folder, each in a file of its own that is named after its source: {@code orders.json} gives {@code orders.xml},
 * and the documents of {@code orders.ndjson} give {@code orders-000000.xml}, {@code orders-000001.xml} …, numbered as findings number them.
 * No file is outside of the folder, and none of this run replaces another.
 */
final class ConvertedFolder implements Converted {
    private final Path folder;
    private final boolean force;
    private final FileNames names;
    private final BiConsumer<String, Bilingual> complaints;

    private String source = "";
    private Path place = Path.of("");
    /** What the latest document came from: the source, or an entry of it. */
    private String current = "";
    /** Documents of it so far, those that could not be converted included. */
    private long seen;

    /** The first document of a source, until it is known whether it is the only one. */
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    private boolean holds;

    /**
     * @param extension of the files, with its point
     * @param force whether files may be replaced that are there already
     * @param complaints told which document found no place, and why
     */
    ConvertedFolder(Path folder, String extension, boolean force, BiConsumer<String, Bilingual> complaints) {
        this.folder = folder;
        this.force = force;
        this.complaints = complaints;
        names = new FileNames(extension);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw Failure.usage(folder + " 不是文件夹", folder + " is no folder");
        }
    }

    @Override
    public void source(String name, Path where) throws IOException {
        settle();
        source = name;
        place = where;
    }

    @Override
    public void add(Slice document, Codec codec) throws IOException {
        if (seen == 0 || !document.source().equals(current)) {
            settle();
            current = document.source();
        }
        seen++;
        if (seen == 2 && holds) {
            write(0);
        }
        held.reset();
        codec.rewrite(document, held);
        holds = true;
        if (seen > 1) {
            write(document.index());
        }
    }

    /** Writes the document held back: it was the only one of its source. */
    private void settle() throws IOException {
        if (holds) {
            write(FileNames.ONLY);
        }
        seen = 0;
    }

    private void write(long index) throws IOException {
        holds = false;
        boolean inside = current.startsWith(source + "!/");
        Path file = folder.resolve(names.of(place, inside ? current.substring(source.length() + 2) : "", index));
        // Whoever may write into the folder could have put a link there that leads elsewhere.
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && (!force || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))) {
            complaints.accept(
                    index > 0 ? current + "[" + index + "]" : current,
                    new Bilingual(file + " 已存在；覆盖请加 --force", file + " exists; --force overwrites it"));
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw Failure.unwritable(file, e);
        }
        try (OutputFile out = OutputFile.open(file, OutputStream.nullOutputStream())) {
            held.writeTo(out.stream());
            out.commit();
        }
    }

    @Override
    public void commit() throws IOException {
        settle();
    }

    @Override
    public void close() {
        // Each file was closed when it was complete.
    }
}
