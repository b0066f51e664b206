package org.tongcai.compiler.models;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.tongcai.binding.Model;
import org.tongcai.compiler.bundle.BundleWriter;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecReader;

/** The models of {@code models-spec}, generated and compiled once for all tests. */
final class GeneratedModels {
    private static final GeneratedModels INSTANCE = new GeneratedModels();

    private final Map<String, byte[]> sources = ModelGenerator.sources(spec());
    private final Path classes;
    private final List<String> diagnostics = new ArrayList<>();

    private GeneratedModels() {
        try {
            Path root = Files.createTempDirectory("models");
            root.toFile().deleteOnExit();
            Path sourceRoot = root.resolve("java");
            SourceTree.write(sources, sourceRoot);
            classes = Files.createDirectories(root.resolve("classes"));
            compile(sourceRoot);
            // Where constraints look for code lists.
            BundleWriter.write(spec(), classes.resolve("org/tongcai/standard"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GeneratedModels get() {
        return INSTANCE;
    }

    static Path directory() {
        try {
            return Path.of(Objects.requireNonNull(GeneratedModels.class.getResource("/models-spec/standard.json"))
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Spec spec() {
        return SpecReader.read(directory());
    }

    private void compile(Path sourceRoot) throws IOException {
        List<Path> units = sources.keySet().stream().map(sourceRoot::resolve).toList();
        List<String> options = List.of("-Xlint:all", "-Xdoclint:all/protected", "-Xmaxwarns", "1000");
        diagnostics.addAll(javac(units, System.getProperty("java.class.path"), classes, options));
    }

    /** Compiles a source of a host that has the models, the core and {@code artifacts} on its class path; returns what javac says. */
    List<String> compileHost(Path source, String... artifacts) throws IOException {
        List<String> path = new ArrayList<>(List.of(classes.toString(), core().toString()));
        jars(artifacts).forEach(jar -> path.add(jar.toString()));
        return javac(List.of(source), String.join(File.pathSeparator, path), source.getParent(), List.of());
    }

    private static List<String> javac(List<Path> units, String classPath, Path target, List<String> more)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(List.of("-cp", classPath, "-d", target.toString(), "-proc:none"));
        options.addAll(more);
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(collector, Locale.ROOT, StandardCharsets.UTF_8)) {
            compiler.getTask(null, files, collector, options, null, files.getJavaFileObjectsFromPaths(units))
                    .call();
        }
        return collector.getDiagnostics().stream().map(Object::toString).toList();
    }

    /** What javac and doclint said. */
    List<String> diagnostics() {
        return diagnostics;
    }

    Map<String, byte[]> sources() {
        return sources;
    }

    /** Class files, in order of their names. */
    List<Path> classFiles() throws IOException {
        try (var walk = Files.walk(classes)) {
            return walk.filter(p -> p.toString().endsWith(".class")).sorted().toList();
        }
    }

    /** All model classes, in the class loader of the tests' own. */
    ClassLoader loader() {
        return Loader.INSTANCE;
    }

    Class<?> type(String name) {
        return type(loader(), name);
    }

    /** What an action gives in a thread that sees the standard of the models, as a container would have it. */
    <T extends @Nullable Object> T inContext(Supplier<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader());
        try {
            return action.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    static Class<?> type(ClassLoader loader, String name) {
        try {
            return Class.forName(ModelGenerator.PACKAGE + "." + name, true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A class loader of its own with the models, the core and only those jars whose file name starts with one of {@code artifacts}. */
    URLClassLoader isolated(String... artifacts) {
        List<URL> urls = new ArrayList<>(List.of(url(classes), url(core())));
        jars(artifacts).forEach(jar -> urls.add(url(jar)));
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** Where the core is, whose interfaces the models implement. */
    private static Path core() {
        try {
            return Path.of(Model.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> jars(String... artifacts) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(path -> Arrays.stream(artifacts)
                        .anyMatch(a -> String.valueOf(path.getFileName()).startsWith(a)))
                .toList();
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Holds the loader, so that it is made after the classes. */
    private static final class Loader {
        private static final ClassLoader INSTANCE = new URLClassLoader(
                new URL[] {url(GeneratedModels.get().classes)}, GeneratedModels.class.getClassLoader());
    }
}
