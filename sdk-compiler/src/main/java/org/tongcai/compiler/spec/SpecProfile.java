package org.tongcai.compiler.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/**
 * A profile directory as read (spec/technical/profiles.md): {@code profile.json} with what it restricts and adds, {@code codelists/} with
 * lists of its own, {@code rules/} with rules of its own. Immutable.
 *
 * @param root the directory
 * @param source {@code profile.json}
 * @param id id and namespace of all that it adds
 * @param version major.minor.patch
 * @param title title
 * @param parent id of the profile that it builds on; null where it builds on the standard itself
 * @param editions editions of the standard that it accepts
 * @param codeLists lists of its own by id, sorted
 * @param sources documents of its own that it cites, by id
 * @param rules files with rules of its own, sorted by name
 * @param cases files with the cases of these rules, sorted by name
 * @param problems what could not be understood
 */
public record SpecProfile(
        Path root,
        Json.Obj source,
        String id,
        String version,
        Bilingual title,
        @Nullable String parent,
        List<String> editions,
        Map<String, SpecCodeList> codeLists,
        Map<String, SpecSource> sources,
        List<SpecRules.File> rules,
        List<SpecRules.File> cases,
        List<SpecProblem> problems) {
    /** The file that makes a directory a profile. */
    public static final String FILE = "profile.json";

    private static final String CODE_LISTS = "codelists/";
    private static final String RULES = "rules/";
    private static final String CASES = "cases/";

    public SpecProfile {
        editions = List.copyOf(editions);
        codeLists = Collections.unmodifiableMap(new TreeMap<>(codeLists));
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        rules = List.copyOf(rules);
        cases = List.copyOf(cases);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a profile directory; places name files as {@code <directory>/<file>}. Faults of the files are problems.
     *
     * @throws UncheckedIOException if the directory or a file of it cannot be read
     */
    public static SpecProfile read(Path directory) {
        List<SpecProblem> problems = new ArrayList<>();
        Json.Obj source = object(directory, FILE, problems);
        Map<String, SpecSource> sources = new LinkedHashMap<>();
        for (Json item : source.items("sources")) {
            if (item instanceof Json.Obj object) {
                String id = object.text("id", "");
                sources.put(id, new SpecSource(object, id, object.text("document", ""), object.text("number")));
            }
        }
        Map<String, SpecCodeList> codeLists = new TreeMap<>();
        for (String file : files(directory, CODE_LISTS)) {
            if (file.endsWith(".json")) {
                String id = file.substring(CODE_LISTS.length(), file.length() - ".json".length());
                String csv = CODE_LISTS + id + ".csv";
                codeLists.put(
                        id,
                        CodeListReader.read(
                                id, object(directory, file, problems), place(directory, csv), text(directory, csv)));
            }
        }
        return new SpecProfile(
                directory,
                source,
                source.text("id", ""),
                source.text("version", ""),
                CodeListReader.bilingual(source.obj("title")),
                source.text("extends"),
                source.texts("editions"),
                codeLists,
                sources,
                ruleFiles(directory, RULES, problems),
                ruleFiles(directory, CASES, problems),
                problems);
    }

    /** The subject of rules of its own: {@code cn-53} has rules {@code GP-53-…}. */
    public static String subject(String id) {
        return id.substring(id.lastIndexOf('-') + 1).toUpperCase(Locale.ROOT);
    }

    private static List<SpecRules.File> ruleFiles(Path directory, String folder, List<SpecProblem> problems) {
        List<SpecRules.File> files = new ArrayList<>();
        for (String file : files(directory, folder)) {
            if (file.endsWith(".json")) {
                files.add(new SpecRules.File(
                        file.substring(folder.length(), file.length() - ".json".length()),
                        object(directory, file, problems),
                        text(directory, file)));
            }
        }
        return files;
    }

    private static Json.Obj object(Path directory, String file, List<SpecProblem> problems) {
        String place = place(directory, file);
        Path path = directory.resolve(file);
        if (!Files.isRegularFile(path)) {
            problems.add(
                    new SpecProblem("file.missing", Place.start(place), new Bilingual("缺少该文件", "the file is missing")));
            return Json.Obj.empty(Place.start(place));
        }
        try {
            Json value = new LocatedJsonReader(place, problems::add).read(Files.readAllBytes(path));
            return value instanceof Json.Obj object ? object : Json.Obj.empty(Place.start(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path directory, String file) {
        try {
            Path path = directory.resolve(file);
            return Files.isRegularFile(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(Path directory, String file) {
        return directory.getFileName() + "/" + file;
    }

    private static List<String> files(Path directory, String folder) {
        Path start = directory.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(start)) {
            return list.filter(Files::isRegularFile)
                    .map(path -> folder + path.getFileName())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
