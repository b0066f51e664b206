package org.tongcai.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcai.Limits;

/**
 * Cuts sources into documents. Immutable, thread-safe.
 *
 * <p>A source is one document in XML, one in JSON, a JSON array of documents, NDJSON (also with blank lines and CRLF), JSON documents one
 * after the other, an RFC 7464 text sequence, or gzip of any of these; its content tells, never its name. Malformed content is handed on as
 * well, so that the engine reports it where it stands. A source without any document is handed on as one empty document.
 *
 * <p>A source may also be a zip archive. Each entry that is a document by its name ({@code .json}, {@code .ndjson}, {@code .jsonl},
 * {@code .xml} and their {@code .gz}) is a source of its own then, named {@code archive.zip!/path/in/archive.json}, in the order of the
 * archive; others are passed over, as are hidden names and folders. Archives are read as a stream and nothing is ever extracted to disk.
 */
public final class DocumentReader {
    private static final Pattern DOCUMENTS =
            Pattern.compile("[^.].*\\.(json|ndjson|jsonl|xml)(\\.gz)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ARCHIVES = Pattern.compile("[^.].*\\.zip", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int HEAD = 4;

    private final Limits limits;

    /** A reader with bounds. */
    public DocumentReader(Limits limits) {
        this.limits = limits;
    }

    /** Whether the name of a file, without its folder, says that documents are in it. */
    static boolean isDocument(String name) {
        return DOCUMENTS.matcher(name).matches();
    }

    /** Whether the name of a file, without its folder, says that it is a zip archive. */
    static boolean isArchive(String name) {
        return ARCHIVES.matcher(name).matches();
    }

    /**
     * Reads one source, handing on one slice after the other; memory holds one document. Of a document larger than
     * {@code limits.documentBytes} one byte more than that is handed on and the rest is skipped. Does not close the stream.
     *
     * @param source name that the slices carry; those of an archive carry its name and that of the entry
     * @throws InputException when the source cannot be read to its end; what was complete before has been handed on, and of an archive
     *     what is behind as well, as far as it can be read
     */
    public void read(String source, InputStream in, Consumer<Slice> consumer) throws InputException {
        InputException[] first = new InputException[1];
        read(source, in, consumer, (name, e) -> {
            if (first[0] == null) {
                first[0] = name.equals(source) ? e : e.within(name.substring(source.length()));
            }
        });
        if (first[0] != null) {
            throw first[0];
        }
    }

    /**
     * Reads one source as {@link #read(String, InputStream, Consumer)} does, handing on what cannot be read as well: at most one failure of
     * a source, for an archive one of each entry and one of itself.
     *
     * @param failures receives the name of what cannot be read to its end, and why
     */
    public void read(
            String source, InputStream in, Consumer<Slice> consumer, BiConsumer<String, InputException> failures) {
        try {
            byte[] head = new byte[HEAD];
            PushbackInputStream whole = new PushbackInputStream(in, HEAD);
            if (Unzip.isZip(head, peek(whole, head))) {
                Archive.Entries entries = (name, zip) -> documents(name, zip.content(), zip::spend, consumer);
                new Archive(source, entries, failures).read(whole, limits.inputBytes());
            } else {
                documents(source, whole, bytes -> {}, consumer);
            }
        } catch (IOException e) {
            failures.accept(source, InputException.of(e));
        }
    }

    /** Reads what is no archive. */
    private void documents(String source, InputStream in, Meter meter, Consumer<Slice> consumer) throws InputException {
        byte[] head = new byte[HEAD];
        InputStream content = new PushbackInputStream(in, HEAD);
        Gunzip gzip = null;
        try {
            int length = peek((PushbackInputStream) content, head);
            if (Gunzip.isGzip(head, length)) {
                gzip = new Gunzip(content);
                content = new PushbackInputStream(meter.over(gzip), HEAD);
                length = peek((PushbackInputStream) content, head);
            }
            if (Unzip.isZip(head, length)) {
                throw Archive.nested();
            }
            new Slicer(new Window(source, content, limits, consumer)).run();
        } catch (IOException e) {
            throw InputException.of(e);
        } finally {
            if (gzip != null) {
                gzip.close();
            }
        }
    }

    /** Looks at the first bytes of a source; how many there are. */
    private static int peek(PushbackInputStream in, byte[] head) throws IOException {
        int length = in.readNBytes(head, 0, head.length);
        in.unread(head, 0, length);
        return length;
    }

    /**
     * The files that a path stands for: itself, or in a folder and its subfolders all {@code *.json}, {@code *.ndjson}, {@code *.jsonl},
     * {@code *.xml} and their {@code .gz}, and {@code *.zip}, sorted by path. Hidden files and folders are left out, symbolic links are followed but not in circles.
     * What cannot be read is in the list, so that reading it tells.
     *
     * @throws InputException when there is no such path
     */
    public List<Path> files(Path path) throws InputException {
        try {
            // Asks for attributes, because Files.isDirectory says no to what it may not see.
            if (!Files.readAttributes(path, BasicFileAttributes.class).isDirectory()) {
                return List.of(path);
            }
            List<Path> files = new ArrayList<>();
            Files.walkFileTree(
                    path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Collector(path, files));
            Collections.sort(files);
            return List.copyOf(files);
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Path> files;

        private Collector(Path root, List<Path> files) {
            this.root = root;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isWanted(file)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            boolean wanted = Files.isDirectory(file) ? !isHidden(file) : isWanted(file);
            if (wanted && !(e instanceof FileSystemLoopException)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            if (e != null) {
                files.add(folder);
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isHidden(Path folder) {
            return !folder.equals(root) && name(folder).startsWith(".");
        }

        private static boolean isWanted(Path file) {
            return isDocument(name(file)) || isArchive(name(file));
        }

        private static String name(Path path) {
            Path name = path.getFileName();
            return name == null ? "" : name.toString();
        }
    }
}
