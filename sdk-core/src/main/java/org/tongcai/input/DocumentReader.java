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
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcai.Limits;

/**
 * Cuts sources into documents. Immutable, thread-safe.
 *
 * <p>A source is one document, a JSON array of documents, NDJSON (also with blank lines and CRLF), documents one after the other, an
 * RFC 7464 text sequence, or gzip of any of these; its content tells, never its name. Malformed content is handed on as well, so
 * that the engine reports it where it stands. A source without any document is handed on as one empty document.
 */
public final class DocumentReader {
    private static final Pattern DOCUMENTS = Pattern.compile("[^.].*\\.(json|ndjson|jsonl)(\\.gz)?");
    private static final int HEAD = 2;

    private final Limits limits;

    /** A reader with bounds. */
    public DocumentReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads one source, handing on one slice after the other; memory holds one document. Of a document larger than
     * {@code limits.documentBytes} one byte more than that is handed on and the rest is skipped. Does not close the stream.
     *
     * @param source name that the slices carry
     * @throws InputException when the source cannot be read to its end; what was complete before has been handed on
     */
    public void read(String source, InputStream in, Consumer<Slice> consumer) throws InputException {
        InputStream content = in;
        try {
            byte[] head = in.readNBytes(HEAD);
            PushbackInputStream whole = new PushbackInputStream(in, HEAD);
            whole.unread(head);
            content = Gunzip.isGzip(head, head.length) ? new Gunzip(whole) : whole;
        } catch (IOException e) {
            throw InputException.of(e);
        }
        try {
            new Slicer(new Window(source, content, limits, consumer)).run();
        } finally {
            if (content instanceof Gunzip gzip) {
                gzip.close();
            }
        }
    }

    /**
     * The files that a path stands for: itself, or in a folder and its subfolders all {@code *.json}, {@code *.ndjson}, {@code *.jsonl}
     * and their {@code .gz}, sorted by path. Hidden files and folders are left out, symbolic links are followed but not in circles.
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
            if (DOCUMENTS.matcher(name(file)).matches()) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            boolean wanted = Files.isDirectory(file)
                    ? !isHidden(file)
                    : DOCUMENTS.matcher(name(file)).matches();
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

        private static String name(Path path) {
            Path name = path.getFileName();
            return name == null ? "" : name.toString();
        }
    }
}
