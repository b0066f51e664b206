package org.tongcai.compiler.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.compiler.rules.CompiledRules;
import org.tongcai.compiler.rules.RuleCompiler;
import org.tongcai.compiler.spec.JsonText;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCodeList;
import org.tongcai.compiler.spec.SpecLayout;

/**
 * Writes the bundle of a spec that passed the linter. Equal specs give equal bytes: nothing depends on time, place or the order of
 * directory listings.
 */
public final class BundleWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Where the bounds of enterprise sizes stand; the bundle takes the file over as it is. */
    private static final String SIZES = "business/sme-thresholds.json";

    private BundleWriter() {}

    /** Writes all files below {@code directory}, which is created; other files there stay. */
    public static void write(Spec spec, Path directory) throws IOException {
        for (Map.Entry<String, byte[]> file : files(spec).entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** The files of the bundle: path with {@code /} → bytes. */
    public static SortedMap<String, byte[]> files(Spec spec) throws IOException {
        return files(spec, RuleCompiler.compile(spec));
    }

    /** The files of the bundle with rules that have been compiled already. */
    public static SortedMap<String, byte[]> files(Spec spec, CompiledRules rules) throws IOException {
        Definitions definitions = new Definitions(spec);
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("bundle.json", json(definitions.manifest()));
        for (String type : spec.types().keySet()) {
            files.put("types/" + type + ".json", json(definitions.type(type)));
        }
        for (SpecCodeList codeList : spec.codeLists().values()) {
            CodeList list = codeList.list();
            files.put("codelists/" + list.id() + ".json", json(withoutEntries(list)));
            files.put("codelists/" + list.id() + ".tsv", tsv(list.entries()));
        }
        for (SpecLayout layout : spec.layouts().values()) {
            if (!layout.name().equals(SpecLayout.SHARED)) {
                String text = JsonText.compact(layout.standingAlone(spec.sharedLayout()));
                files.put("layouts/" + layout.name() + ".json", (text + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        files.put("terms.json", lines("[", definitions.terms(), "]"));
        rules(rules, files);
        files.put(
                "lifecycles.json",
                json(Map.of(
                        "lifecycles",
                        spec.lifecycles().values().stream()
                                .map(lifecycle -> lifecycle.definition(spec))
                                .toList())));
        if (spec.calendar() != null) {
            files.put("calendar/cn-holidays.csv", Files.readAllBytes(spec.calendar()));
        }
        Path sizes = spec.root().resolve(SIZES);
        if (Files.isRegularFile(sizes)) {
            files.put("sme-thresholds.json", Files.readAllBytes(sizes));
        }
        if (spec.reportSchema() != null) {
            files.put("report.schema.json", Files.readAllBytes(spec.reportSchema()));
        }
        return Collections.unmodifiableSortedMap(files);
    }

    private static CodeList withoutEntries(CodeList list) {
        return new CodeList(
                list.id(),
                list.title(),
                list.description(),
                list.status(),
                list.codes(),
                list.confidence(),
                list.edition(),
                list.sources(),
                list.coverage(),
                List.of());
    }

    private static byte[] json(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            new RecordWriter(generator).write(value);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static void rules(CompiledRules rules, SortedMap<String, byte[]> files) throws IOException {
        for (Map.Entry<String, List<RuleDefinition>> type : rules.rules().entrySet()) {
            files.put("rules/" + type.getKey() + ".json", lines("{\"rules\":[", type.getValue(), "]}"));
        }
        if (!rules.rules().isEmpty()) {
            files.put("rules/slots.json", json(rules.slots()));
            String subjects = new String(json(rules.index().subjects()), StandardCharsets.UTF_8).strip();
            files.put(
                    "rules/index.json",
                    lines(
                            "{\"subjects\":" + subjects + ",\"rules\":[",
                            rules.index().rules(),
                            "]}"));
        }
        if (!rules.limits().isEmpty()) {
            files.put("limits.json", lines("{\"limits\":[", rules.limits(), "]}"));
        }
        if (!rules.wordings().isEmpty()) {
            files.put("wordings.json", lines("{\"groups\":[", rules.wordings(), "]}"));
        }
    }

    /** One item a line: differences between editions can then be read. */
    private static byte[] lines(String before, List<?> terms, String after) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(before.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < terms.size(); i++) {
            bytes.write(i == 0 ? "\n".getBytes(StandardCharsets.UTF_8) : ",\n".getBytes(StandardCharsets.UTF_8));
            byte[] term = json(terms.get(i));
            bytes.write(term, 0, term.length - 1);
        }
        bytes.write(("\n" + after + "\n").getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static byte[] tsv(List<CodeList.Entry> entries) {
        StringBuilder out = new StringBuilder(String.join("\t", SpecCodeList.COLUMNS)).append('\n');
        for (CodeList.Entry entry : entries) {
            cell(out, entry.code()).append('\t');
            cell(out, entry.name().zh()).append('\t');
            cell(out, entry.name().en()).append('\t');
            cell(out, entry.parent()).append('\t');
            cell(out, entry.validFrom()).append('\t');
            cell(out, entry.validTo()).append('\t');
            cell(out, String.join(SpecCodeList.SEPARATOR, entry.replacedBy())).append('\t');
            cell(out, entry.source()).append('\t');
            cell(out, entry.note()).append('\n');
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static StringBuilder cell(StringBuilder out, @Nullable Object value) {
        if (value == null) {
            return out;
        }
        String text = value.toString();
        if (text.indexOf('\t') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a code list holds a tab or line break; lint first: " + text);
        }
        return out.append(text);
    }
}
