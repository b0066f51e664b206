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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.compiler.spec.SpecCrosswalks.Crosswalk;
import org.tongcai.compiler.spec.SpecCrosswalks.Row;
import org.tongcai.compiler.spec.SpecCrosswalks.Table;
import org.tongcai.compiler.spec.SpecCrosswalks.Target;

/** Reads the folders of the crosswalks. Lenient: the linter holds the same rows against the rules. */
final class CrosswalkReader {
    private final Path root;
    private final List<SpecProblem> problems = new ArrayList<>();

    CrosswalkReader(Path root) {
        this.root = root;
    }

    SpecCrosswalks read() {
        Path folder = root.resolve(SpecCrosswalks.FOLDER);
        if (!Files.isDirectory(folder)) {
            return SpecCrosswalks.NONE;
        }
        List<Crosswalk> crosswalks = new ArrayList<>();
        for (Path system : list(folder)) {
            if (Files.isDirectory(system)) {
                crosswalks.add(crosswalk(system.getFileName().toString()));
            } else if (!system.getFileName().toString().endsWith(".md")) {
                stray(SpecCrosswalks.FOLDER + "/" + system.getFileName());
            }
        }
        problems.sort(Comparator.comparing(SpecProblem::place));
        return new SpecCrosswalks(crosswalks, problems);
    }

    private Crosswalk crosswalk(String id) {
        String folder = SpecCrosswalks.FOLDER + "/" + id + "/";
        Json.Obj source = object(folder + SpecCrosswalks.FILE);
        String confidence = source.text("confidence", "");
        List<Table> tables = new ArrayList<>();
        Set<String> known = new HashSet<>(Set.of(SpecCrosswalks.FILE));
        for (Json item : source.items("tables")) {
            if (item instanceof Json.Obj table) {
                String name = table.text("file", "");
                known.add(name);
                tables.add(table(table, name, folder + name, confidence));
            }
        }
        for (Path file : list(root.resolve(folder))) {
            if (!known.contains(file.getFileName().toString())) {
                stray(folder + file.getFileName());
            }
        }
        return new Crosswalk(
                id,
                source,
                CodeListReader.bilingual(source.obj("title")),
                CodeListReader.bilingual(source.obj("owner")),
                CodeListReader.bilingual(source.obj("seen")),
                confidence,
                tables);
    }

    private Table table(Json.Obj source, String name, String file, String confidence) {
        String codeList = source.text("codeList");
        List<CsvRow> rows = new CsvReader(text(file)).rows();
        List<Row> read = new ArrayList<>(rows.size());
        for (CsvRow row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            read.add(new Row(
                    new Place(file, row.line(), 1),
                    row.cell(0),
                    row.cell(1),
                    targets(row.cell(2), codeList),
                    row.cell(3),
                    row.cell(4),
                    row.cells()));
        }
        return new Table(
                name.endsWith(".csv") ? name.substring(0, name.length() - ".csv".length()) : name,
                source,
                file,
                CodeListReader.bilingual(source.obj("title")),
                codeList,
                source.text("direction", ""),
                source.text("confidence", confidence),
                CodeListReader.bilingual(source.obj("note")),
                rows.isEmpty() ? List.of() : rows.get(0).cells(),
                read);
    }

    private static List<Target> targets(String cell, @Nullable String codeList) {
        List<Target> targets = new ArrayList<>();
        if (!cell.isEmpty()) {
            for (String target : cell.split(SpecCrosswalks.SEPARATOR, -1)) {
                int slash = target.indexOf(SpecCrosswalks.LIST_SEPARATOR);
                String list = slash < 0 ? (codeList == null ? "" : codeList) : target.substring(0, slash);
                targets.add(new Target(list, target.substring(slash + 1)));
            }
        }
        return targets;
    }

    private Json.Obj object(String file) {
        byte[] bytes = bytes(file);
        Json value = bytes == null ? null : new LocatedJsonReader(file, problems::add).read(bytes);
        if (value instanceof Json.Obj object) {
            return object;
        }
        if (value != null) {
            problem("json.syntax", file, "应为 JSON 对象", "should be a JSON object");
        }
        return Json.Obj.empty(Place.start(file));
    }

    private String text(String file) {
        byte[] bytes = bytes(file);
        String text = "";
        try {
            if (bytes != null) {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            }
        } catch (CharacterCodingException e) {
            problem("crosswalk.encoding", file, "不是合法的 UTF-8", "not valid UTF-8");
        }
        if (text.indexOf('\r') >= 0 || text.startsWith("\uFEFF")) {
            problem(
                    "crosswalk.encoding",
                    file,
                    "须为无 BOM、以 LF 换行的 UTF-8",
                    "should be UTF-8 without BOM, lines ending in LF");
        }
        return text;
    }

    /** Null where there is no such file below the root, which is then a problem. */
    private byte @Nullable [] bytes(String file) {
        Path path = root.resolve(file).normalize();
        if (!path.startsWith(root.normalize()) || !Files.isRegularFile(path)) {
            problem("file.missing", file, "缺少该文件", "the file is missing");
            return null;
        }
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stray(String file) {
        problem("crosswalk.file", file, "crosswalk.json 没有列出此文件", "crosswalk.json does not name this file");
    }

    private void problem(String id, String file, String zh, String en) {
        problems.add(new SpecProblem(id, Place.start(file), new Bilingual(zh, en)));
    }

    /** Sorted; editors' hidden files are left out. */
    private static List<Path> list(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
