package org.tongcai.compiler.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/**
 * The rules of a spec as read, not yet understood: {@code business/rules/*.json}, {@code business/limits.json},
 * {@code business/wordings.json}, {@code cases/rules/*.json}. What is missing is empty. Immutable.
 *
 * @param root the spec directory
 * @param subjects files of rules, by path
 * @param limits figures that differ by place and year
 * @param wordings groups of wordings to look for
 * @param cases files of cases, by path
 * @param problems what is no JSON
 */
public record SpecRules(
        Path root,
        List<File> subjects,
        Json.Obj limits,
        Json.Obj wordings,
        List<File> cases,
        List<SpecProblem> problems) {
    /** Where the rules stand, relative to the spec directory. */
    public static final String RULES = "business/rules";

    /** Where the limits stand. */
    public static final String LIMITS = "business/limits.json";

    /** Where the wordings stand. */
    public static final String WORDINGS = "business/wordings.json";

    /** Where the cases of the rules stand. */
    public static final String CASES = "cases/rules";

    public SpecRules {
        subjects = List.copyOf(subjects);
        cases = List.copyOf(cases);
        problems = List.copyOf(problems);
    }

    /**
     * A file.
     *
     * @param name without folder and ending
     * @param source its JSON
     * @param text its text, to find places within strings
     */
    public record File(String name, Json.Obj source, String text) {}

    /** Reads a spec directory. */
    public static SpecRules read(Path root) {
        List<SpecProblem> problems = new ArrayList<>();
        return new SpecRules(
                root,
                files(root, RULES, problems),
                file(root, LIMITS, problems).source(),
                file(root, WORDINGS, problems).source(),
                files(root, CASES, problems),
                problems);
    }

    private static List<File> files(Path root, String folder, List<SpecProblem> problems) {
        Path directory = root.resolve(folder);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<File> files = new ArrayList<>();
        try (Stream<Path> list = Files.list(directory)) {
            list.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !name.startsWith("."))
                    .sorted()
                    .forEach(name -> files.add(file(root, folder + "/" + name, problems)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static File file(Path root, String file, List<SpecProblem> problems) {
        Path path = root.resolve(file);
        String name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".json".length());
        if (!Files.isRegularFile(path)) {
            return new File(name, Json.Obj.empty(Place.start(file)), "");
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        @Nullable Json value = new LocatedJsonReader(file, problems::add).read(bytes);
        if (value instanceof Json.Obj object) {
            return new File(name, object, new String(bytes, StandardCharsets.UTF_8));
        }
        if (value != null) {
            problems.add(new SpecProblem(
                    "json.syntax", Place.start(file), new Bilingual("应为 JSON 对象", "should be a JSON object")));
        }
        return new File(name, Json.Obj.empty(Place.start(file)), "");
    }
}
