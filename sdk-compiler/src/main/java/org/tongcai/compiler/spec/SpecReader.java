package org.tongcai.compiler.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/**
 * Reads a spec directory. Faults of the files are never exceptions: they are problems of the {@link Spec}. An
 * {@link UncheckedIOException} means that the directory itself cannot be read.
 */
public final class SpecReader {
    private static final String SCHEMAS = "business/schemas";
    private static final String CODE_LISTS = "business/codelists";
    private static final String LAYOUTS = "business/layouts";
    private static final String LABELS = "business/labels/en";
    private static final String SUFFIX = ".schema.json";

    private final Path root;
    private final List<SpecProblem> problems = new ArrayList<>();

    private SpecReader(Path root) {
        this.root = root;
    }

    /** Reads the directory that holds {@code standard.json} and {@code business/}. */
    public static Spec read(Path root) {
        if (!Files.isDirectory(root)) {
            throw new UncheckedIOException(new IOException("not a directory: " + root));
        }
        return new SpecReader(root).read();
    }

    private Spec read() {
        StandardInfo standard = standard();
        Map<String, SpecType> types = types();
        Map<String, SpecCodeList> codeLists = codeLists();
        Map<String, SpecSource> sources = sources();
        Map<String, SpecLabel> labels = labels();
        Map<String, SpecLayout> layouts = layouts();
        Map<String, SpecLifecycle> lifecycles = lifecycles();
        problems.sort(Comparator.comparing(SpecProblem::place));
        return new Spec(
                root,
                standard,
                types,
                codeLists,
                sources,
                labels,
                layouts,
                lifecycles,
                existing("business/calendar/cn-holidays.csv"),
                existing("technical/report.schema.json"),
                problems);
    }

    private StandardInfo standard() {
        Json.Obj source = object("standard.json");
        return new StandardInfo(
                source,
                source.text("id", ""),
                source.text("version", ""),
                CodeListReader.bilingual(source.obj("title")),
                source.texts("documentTypes"),
                List.of());
    }

    private Map<String, SpecType> types() {
        Map<String, SpecType> types = new TreeMap<>();
        for (String file : files(SCHEMAS)) {
            String name = file.substring(file.lastIndexOf('/') + 1);
            String folder = file.substring(SCHEMAS.length() + 1, file.length() - name.length());
            if (!name.endsWith(SUFFIX) || folder.isEmpty() || folder.indexOf('/') != folder.length() - 1) {
                problem("type.file", file, "应为 <域>/<类型>.schema.json", "should be <domain>/<Type>.schema.json");
                continue;
            }
            String type = name.substring(0, name.length() - SUFFIX.length());
            Json.Obj source = object(file);
            SpecType read = TypeReader.read(type, folder.substring(0, folder.length() - 1), source);
            SpecType other = types.putIfAbsent(type, read);
            if (other != null) {
                problem(
                        "type.duplicate",
                        file,
                        "类型名与 " + other.file() + " 重复",
                        "the type's name is that of " + other.file() + " too");
            }
        }
        return types;
    }

    private Map<String, SpecCodeList> codeLists() {
        Map<String, SpecCodeList> lists = new TreeMap<>();
        for (String file : files(CODE_LISTS)) {
            String id = file.substring(CODE_LISTS.length() + 1);
            if (id.endsWith(".json")) {
                id = id.substring(0, id.length() - ".json".length());
                String csv = CODE_LISTS + "/" + id + ".csv";
                lists.put(id, CodeListReader.read(id, object(file), csv, text(csv)));
            } else if (!id.endsWith(".csv")) {
                problem("codelist.file", file, "代码表只有 .json 和 .csv", "a code list is .json and .csv only");
            } else if (existing(file.substring(0, file.length() - 4) + ".json") == null) {
                problem("codelist.file", file, "缺少同名的 .json 元数据", "the metadata (.json of the same name) is missing");
            }
        }
        return lists;
    }

    private Map<String, SpecSource> sources() {
        Map<String, SpecSource> sources = new TreeMap<>();
        for (Json item : object("business/sources.json").items("sources")) {
            if (item instanceof Json.Obj object) {
                String id = object.text("id", "");
                SpecSource read = new SpecSource(object, id, object.text("document", ""), object.text("number"));
                if (sources.putIfAbsent(id, read) != null) {
                    problems.add(new SpecProblem(
                            "source.duplicate",
                            object.place(),
                            new Bilingual("来源“" + id + "”重复", "source \"" + id + "\" appears twice")));
                }
            }
        }
        return sources;
    }

    private Map<String, SpecLabel> labels() {
        Map<String, SpecLabel> labels = new TreeMap<>();
        for (String file : files(LABELS)) {
            Json.Obj source = object(file);
            source.members().forEach((termId, value) -> {
                SpecLabel label = label(source.placeOf(termId), value);
                if (label != null && labels.putIfAbsent(termId, label) != null) {
                    problems.add(new SpecProblem(
                            "label.duplicate",
                            label.place(),
                            new Bilingual("“" + termId + "”的标签重复", "\"" + termId + "\" is labelled twice")));
                }
            });
        }
        return labels;
    }

    private Map<String, SpecLayout> layouts() {
        Map<String, SpecLayout> layouts = new TreeMap<>();
        for (String file : files(LAYOUTS)) {
            String name = file.substring(LAYOUTS.length() + 1);
            if (name.endsWith(".json") && name.indexOf('/') < 0) {
                name = name.substring(0, name.length() - ".json".length());
                layouts.put(name, new SpecLayout(name, object(file)));
            } else {
                problem("layout.file", file, "应为 <文档类型>.json", "should be <documentType>.json");
            }
        }
        return layouts;
    }

    private Map<String, SpecLifecycle> lifecycles() {
        Map<String, SpecLifecycle> lifecycles = new TreeMap<>();
        for (String file : files(SpecLifecycle.FOLDER)) {
            String name = file.substring(SpecLifecycle.FOLDER.length() + 1);
            if (name.endsWith(".json") && name.indexOf('/') < 0) {
                name = name.substring(0, name.length() - ".json".length());
                lifecycles.put(name, new SpecLifecycle(name, object(file)));
            } else {
                problem("lifecycle.file", file, "应为 <名称>.json", "should be <name>.json");
            }
        }
        return lifecycles;
    }

    private @Nullable SpecLabel label(Place place, Json value) {
        if (value instanceof Json.Text text) {
            return new SpecLabel(place, text.value(), "");
        }
        if (value instanceof Json.Obj object) {
            return new SpecLabel(place, object.text("title", ""), object.text("description", ""));
        }
        problems.add(new SpecProblem(
                "label.form",
                place,
                new Bilingual("标签应为文本，或含 title 与 description 的对象", "a label is a text, or title and description")));
        return null;
    }

    private Json.Obj object(String file) {
        Path path = existing(file);
        if (path == null) {
            problem("file.missing", file, "缺少该文件", "the file is missing");
            return Json.Obj.empty(Place.start(file));
        }
        Json value = new LocatedJsonReader(file, problems::add).read(bytes(path));
        if (value instanceof Json.Obj object) {
            return object;
        }
        if (value != null) {
            problem("json.syntax", file, "应为 JSON 对象", "should be a JSON object");
        }
        return Json.Obj.empty(Place.start(file));
    }

    private String text(String file) {
        Path path = existing(file);
        if (path == null) {
            problem("file.missing", file, "缺少该文件", "the file is missing");
            return "";
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(path)))
                    .toString();
            if (text.indexOf('\r') >= 0 || text.startsWith("\uFEFF")) {
                problem(
                        "codelist.encoding",
                        file,
                        "须为无 BOM、以 LF 换行的 UTF-8",
                        "should be UTF-8 without BOM, lines ending in LF");
            }
            return text;
        } catch (CharacterCodingException e) {
            problem("codelist.encoding", file, "不是合法的 UTF-8", "not valid UTF-8");
            return "";
        }
    }

    private void problem(String id, String file, String zh, String en) {
        problems.add(new SpecProblem(id, Place.start(file), new Bilingual(zh, en)));
    }

    private @Nullable Path existing(String file) {
        Path path = root.resolve(file);
        return Files.isRegularFile(path) ? path : null;
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files below a folder, relative to the root, sorted; editors' hidden files are left out. */
    private List<String> files(String folder) {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(start)) {
            return walk.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(file -> !file.substring(file.lastIndexOf('/') + 1).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
