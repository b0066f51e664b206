package org.tongcai.compiler.dictionary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Manifest;

/**
 * Makes the data dictionary: static HTML in Chinese and English that works from a file, without a server and without any request to
 * elsewhere. Equal input gives equal bytes.
 */
public final class DictionaryGenerator {
    private static final List<String> ASSETS = List.of(
            "dictionary.css",
            "fields.css",
            "diagrams.css",
            "rules.css",
            "preferences.js",
            "tree.js",
            "search-box.js",
            "codes.js");

    private final Dictionary dictionary;
    private final Sources sources;
    private final DictionaryInput input;
    private final Template template = Template.of("page.html");
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private DictionaryGenerator(Bundle bundle, DictionaryInput input) {
        this.dictionary = new Dictionary(bundle);
        this.sources = new Sources(dictionary, input.sources());
        this.input = input;
    }

    /**
     * Writes the dictionary below {@code out}, which is created; files of the same name are replaced, others stay.
     *
     * @return number of files written
     */
    public static int generate(Bundle bundle, DictionaryInput input, Path out) throws IOException {
        SortedMap<String, byte[]> files = files(bundle, input);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = out.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return files.size();
    }

    /**
     * The files of the dictionary: path with {@code /} → bytes. A bundle that is damaged, an example that is not JSON and a name that
     * cannot be a file name are exceptions: the linter has seen all of them before.
     */
    public static SortedMap<String, byte[]> files(Bundle bundle, DictionaryInput input) throws IOException {
        DictionaryGenerator generator = new DictionaryGenerator(bundle, input);
        generator.make();
        return Collections.unmodifiableSortedMap(generator.files);
    }

    private void make() throws IOException {
        for (String asset : ASSETS) {
            files.put("assets/" + asset, Template.resource(asset));
        }
        put("search.js", ScriptData.search(dictionary, sources));
        IndexPages indexes = new IndexPages(dictionary);
        put(indexes.index());
        put(indexes.types());
        put(indexes.codeLists());
        ReferenceGraph graph = new ReferenceGraph(dictionary);
        put(new ChainPage(dictionary, graph).page());
        put(new ChangesPage(dictionary).page());
        put(new CoveragePage(dictionary, input.coverage()).page());
        put(new CrosswalksPage(dictionary, input.crosswalks()).page());
        put(ReferencePages.checks());
        put(ReferencePages.sources(sources));
        RulePages rules = new RulePages(dictionary, sources);
        put(rules.index());
        dictionary.ruleSubjects().forEach(subject -> put(rules.subject(subject)));
        FigurePages figures = new FigurePages(dictionary, sources);
        put(figures.limits());
        put(figures.wordings());
        LifecyclePages lifecycles = new LifecyclePages(dictionary, sources);
        put(lifecycles.index());
        dictionary.lifecycles().forEach(lifecycle -> put(lifecycles.page(lifecycle)));
        TypePage types = new TypePage(dictionary, sources, graph);
        for (Manifest.DocumentType document : dictionary.manifest().documentTypes()) {
            byte[] schema = input.schemas().get(document.name() + ".schema.json");
            if (schema != null) {
                files.put(Links.schema(document.name()), schema);
            }
            put(types.document(document, schema != null, samples(document.name())));
        }
        for (String type : dictionary.sharedTypes()) {
            put(types.shared(type));
        }
        CodeListPage codeLists = new CodeListPage(dictionary, sources, input.crosswalks());
        for (Manifest.CodeListEntry entry : dictionary.manifest().codeLists()) {
            put(codeLists.page(entry.id()));
            CodeList list = dictionary.codeList(entry.id());
            if (CodeListPage.isBig(list)) {
                put(Links.codeListData(entry.id()), ScriptData.codes(list));
            }
        }
    }

    private Map<Bilingual, String> samples(String documentType) throws IOException {
        Map<Bilingual, String> samples = new LinkedHashMap<>();
        sample(samples, new Bilingual("完整示例", "Full example"), input.examples(), documentType);
        sample(samples, new Bilingual("最小示例", "Minimal example"), input.minimal(), documentType);
        return samples;
    }

    private static void sample(
            Map<Bilingual, String> samples, Bilingual title, @Nullable Path directory, String documentType)
            throws IOException {
        Path file = directory == null ? null : directory.resolve(documentType + ".json");
        if (file != null && Files.isRegularFile(file)) {
            samples.put(title, Files.readString(file));
        }
    }

    private void put(Page page) {
        put(page.path(), page.render(template, dictionary.manifest()));
    }

    private void put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
