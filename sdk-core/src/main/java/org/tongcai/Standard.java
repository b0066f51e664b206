package org.tongcai;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongcai.binding.Model;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.BundleReader;
import org.tongcai.bundle.Manifest;
import org.tongcai.engine.Engine;
import org.tongcai.engine.Style;
import org.tongcai.input.DocumentReader;
import org.tongcai.input.InputException;
import org.tongcai.input.Slice;
import org.tongcai.layout.Layout;
import org.tongcai.rule.Facts;
import org.tongcai.rule.MemoryResolver;

/**
 * The standard, ready to judge documents. Immutable and thread-safe; load it once and keep it.
 *
 * <p>Invalid data is never an exception: it is findings. A file that cannot be read is a finding, too ({@code input.unreadable}).
 */
public final class Standard {
    private final Bundle bundle;
    private final Engine engine;

    private Standard(Bundle bundle) {
        this.bundle = bundle;
        this.engine = new Engine(bundle);
    }

    /** The standard on the class path (artifact {@code tongcai-schemas}). Throws {@code BundleException} if it is not there. */
    public static Standard load() {
        return new Standard(BundleReader.fromClassPath(Standard.class.getClassLoader()));
    }

    /** The standard that a class loader sees, for containers where libraries and application have loaders of their own. */
    public static Standard load(ClassLoader loader) {
        return new Standard(BundleReader.fromClassPath(loader));
    }

    /**
     * The standard on the class path with a profile that comes with it, such as {@code cn-53}.
     *
     * @throws org.tongcai.bundle.BundleException if there is no such profile
     */
    public static Standard loadProfile(String id) {
        return new Standard(BundleReader.fromClassPath(Standard.class.getClassLoader(), id));
    }

    /**
     * The standard on the class path with a profile that was compiled into a directory ({@code tongcai profile build}).
     *
     * @throws org.tongcai.bundle.BundleException if the directory holds none, or it was compiled for another version of the standard
     */
    public static Standard loadProfile(Path directory) {
        return new Standard(BundleReader.fromClassPath(Standard.class.getClassLoader(), directory));
    }

    /** A standard compiled into a directory. */
    public static Standard load(Path directory) {
        return new Standard(BundleReader.fromDirectory(directory));
    }

    /** A standard from a bundle. */
    public static Standard of(Bundle bundle) {
        return new Standard(bundle);
    }

    /** Id and version, as reports carry it: {@code tongcai-cn 0.1.0}, with profiles {@code tongcai-cn 0.1.0 + cn-53 0.1.0}. */
    public String name() {
        return manifest().name();
    }

    /** The table of contents. */
    public Manifest manifest() {
        return bundle.manifest();
    }

    /** The compiled standard itself: types, code lists, terms, calendar. */
    public Bundle bundle() {
        return bundle;
    }

    /**
     * The official layout of a document type, for printing notices as HTML or text.
     *
     * @throws IllegalArgumentException if the standard states no layout for it
     */
    public Layout layout(String documentType) {
        return Layout.of(bundle, documentType, Limits.DEFAULT);
    }

    /** Reads and writes documents as JSON. */
    public Codec json() {
        return new Codec(engine.converter(), Style.JSON, Limits.DEFAULT);
    }

    /** Reads and writes documents as XML. */
    public Codec xml() {
        return new Codec(engine.converter(), Style.XML, Limits.DEFAULT);
    }

    /**
     * Judges one document.
     *
     * @throws IllegalArgumentException if the options name a document type that the standard does not have
     */
    public DocumentReport validate(Slice document, ValidationOptions options) {
        return engine.validate(document, options);
    }

    /**
     * What rules look at in a document, to be kept in a {@link org.tongcai.rule.Resolver} for judging others that refer to it. The
     * document itself is not judged. Null where it cannot be read to its end, or is of no type of the standard.
     */
    public @Nullable Facts facts(Slice document) {
        return engine.facts(document);
    }

    /** What rules look at in a document that is an object in memory; see {@link #facts(Slice)}. */
    public @Nullable Facts facts(Model document) {
        return engine.facts(document);
    }

    /** An empty resolver in memory, to be filled with {@link #facts} of the documents that may be referred to. */
    public MemoryResolver newResolver() {
        return engine.newResolver();
    }

    /** Judges one document given as JSON or XML in UTF-8; its first character tells which. */
    public DocumentReport validate(byte[] document) {
        return validate(Slice.of("-", document), ValidationOptions.DEFAULT);
    }

    /** Judges one document given as JSON or XML in UTF-8; its first character tells which. */
    public DocumentReport validate(byte[] document, ValidationOptions options) {
        return validate(Slice.of("-", document), options);
    }

    /**
     * Judges one document that is an object in memory, by the same plan as its bytes would be: nothing is written and read again.
     * Findings have a JSON Pointer, but no line, column and offset.
     */
    public DocumentReport validate(Model document) {
        return validate(document, ValidationOptions.DEFAULT);
    }

    /**
     * Judges one document that is an object in memory, by the same plan as its bytes would be. Whether there is another document of the
     * same identity ({@code references.duplicate}) is not asked: only bytes tell another content from the same.
     *
     * @throws IllegalArgumentException if the options name a document type that the standard does not have
     */
    public DocumentReport validate(Model document, ValidationOptions options) {
        return engine.validate("-", document, options);
    }

    /**
     * Judges one document given as text, JSON or XML. An unpaired surrogate in it is a finding ({@code syntax.control-character}, in XML
     * {@code syntax.xml}).
     */
    public DocumentReport validate(String document) {
        return validate(escapeUnpaired(document).getBytes(StandardCharsets.UTF_8));
    }

    /** Encoding would turn unpaired surrogates into question marks, which are innocent; escaped they are seen for what they are. */
    private static String escapeUnpaired(String document) {
        if (document.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return document;
        }
        boolean xml = document.stripLeading().startsWith("<");
        StringBuilder out = new StringBuilder(document.length() + 16);
        document.codePoints().forEach(c -> {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                out.append(xml ? "&#x" : "\\u").append(Integer.toHexString(c)).append(xml ? ";" : "");
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /**
     * Judges a file (a document in JSON or XML, a JSON array, NDJSON, gzip of these, a zip archive) or all files of a folder. Keeps all
     * findings in memory.
     */
    public Report validate(Path path) {
        return validate(path, ValidationOptions.DEFAULT);
    }

    /** Judges a file or all files of a folder. Keeps all findings in memory. */
    public Report validate(Path path, ValidationOptions options) {
        List<DocumentReport> documents = new ArrayList<>();
        Summary[] summary = {Summary.NONE};
        validate(path, options, document -> {
            documents.add(document);
            summary[0] = summary[0].plus(document);
        });
        return new Report(name(), summary[0].verdict(), summary[0], documents);
    }

    /**
     * Judges a file or all files of a folder, handing on one result after the other; memory holds one document. A file, or an entry of a
     * zip archive, that cannot be read gives a result of its own ({@code input.unreadable}, UNDETERMINED); the others are judged all the same.
     */
    public void validate(Path path, ValidationOptions options, Consumer<DocumentReport> results) {
        List<Path> files;
        try {
            files = new DocumentReader(options.limits()).files(path);
        } catch (InputException e) {
            results.accept(unreadable(path.toString(), e));
            return;
        }
        if (files.isEmpty()) {
            results.accept(unreadable(path.toString(), InputException.emptyFolder()));
        }
        for (Path file : files) {
            validateFile(file, options, results);
        }
    }

    private void validateFile(Path file, ValidationOptions options, Consumer<DocumentReport> results) {
        InputStream in;
        try {
            in = Files.newInputStream(file);
        } catch (IOException e) {
            results.accept(unreadable(file.toString(), InputException.of(e)));
            return;
        }
        try {
            validate(file.toString(), in, options, results);
        } finally {
            try {
                in.close();
            } catch (IOException e) {
                // Everything has been read; there is nothing left that closing could spoil.
            }
        }
    }

    /**
     * Judges a stream of documents, handing on one result after the other. A stream that fails gives a last result of its own
     * ({@code input.unreadable}, UNDETERMINED); so does each entry of a zip archive that cannot be read. Does not close the stream.
     *
     * @param source name that the results carry: a file name, or {@code -}
     */
    public void validate(String source, InputStream in, ValidationOptions options, Consumer<DocumentReport> results) {
        new DocumentReader(options.limits())
                .read(
                        source,
                        in,
                        slice -> results.accept(engine.validate(slice, options)),
                        (unread, e) -> results.accept(unreadable(unread, e)));
    }

    /** The result for a source that could not be read, or not to its end. */
    private static DocumentReport unreadable(String source, InputException e) {
        Check check = Check.INPUT_UNREADABLE;
        Bilingual message = new Bilingual(
                check.template().zh().replace("{0}", e.reason().zh()),
                check.template().en().replace("{0}", e.reason().en()));
        Finding finding = new Finding(
                check.id(),
                check.layer(),
                Severity.ERROR,
                "",
                Bilingual.EMPTY,
                e.line(),
                0,
                e.byteOffset(),
                null,
                message,
                null,
                check.fix());
        return new DocumentReport(source, e.index(), null, null, Verdict.UNDETERMINED, List.of(finding), 0);
    }
}
