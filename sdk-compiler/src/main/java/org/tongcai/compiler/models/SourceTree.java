package org.tongcai.compiler.models;

import com.sun.codemodel.CodeWriter;
import com.sun.codemodel.JCodeModel;
import com.sun.codemodel.JPackage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The generated sources, first in memory, then in their directory. A file that has not changed is not touched, so that javac does not compile
 * again what is the same; a file that is no longer generated is deleted.
 */
final class SourceTree extends CodeWriter {
    private final Map<String, ByteArrayOutputStream> files = new TreeMap<>();

    /** The escape of a letter beyond ASCII and its controls, unless its backslash is itself escaped. */
    private static final Pattern ESCAPE = Pattern.compile("(?<!\\\\)\\\\u([0-9a-f]{4})(?<!u00[0-9][0-9a-f])");

    private SourceTree() {}

    /** The sources of a model, by path below the source root, in UTF-8 with line feeds. */
    static Map<String, byte[]> of(JCodeModel model) {
        SourceTree tree = new SourceTree();
        try {
            model.build(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, byte[]> sources = new TreeMap<>();
        tree.files.forEach((path, bytes) ->
                sources.put(path, tidy(bytes.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)));
        return sources;
    }

    /** What codemodel leaves ugly: escapes of Chinese letters, blanks at the end of lines, a line for each annotation of a parameter. */
    private static String tidy(String source) {
        String text = ESCAPE.matcher(source)
                .replaceAll(m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
        return text.replace("\r\n", "\n")
                .replaceAll("[ \t]+\n", "\n")
                .replaceAll("\n *\\*(\n *\\*/)", "$1")
                .replaceAll("\\(\n *@Nullable\n *", "(@Nullable ")
                .replaceAll(",\n *@Nullable\n *", ", @Nullable ")
                .replaceAll("\n{3,}", "\n\n")
                .strip()
                .concat("\n");
    }

    /** Makes the {@code .java} files below {@code root} those of {@code sources}. */
    static void write(Map<String, byte[]> sources, Path root) throws IOException {
        Files.createDirectories(root);
        for (Map.Entry<String, byte[]> source : sources.entrySet()) {
            Path file = root.resolve(source.getKey());
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), source.getValue())) {
                Files.createDirectories(file.getParent());
                Files.write(file, source.getValue());
            }
        }
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(f -> f.toString().endsWith(".java")).toList()) {
                if (!sources.containsKey(root.relativize(file).toString().replace('\\', '/'))) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public OutputStream openBinary(JPackage target, String fileName) {
        String folder = target.name().isEmpty() ? "" : target.name().replace('.', '/') + "/";
        return files.computeIfAbsent(folder + fileName, path -> new ByteArrayOutputStream());
    }

    /** Plain UTF-8; codemodel would write every Chinese letter as an escape. */
    @Override
    public Writer openSource(JPackage target, String fileName) {
        return new OutputStreamWriter(openBinary(target, fileName), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        // Nothing is open: the files stay in memory.
    }
}
