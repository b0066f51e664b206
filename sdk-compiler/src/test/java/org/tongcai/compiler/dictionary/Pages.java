package org.tongcai.compiler.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.BundleReader;
import org.tongcai.compiler.bundle.BundleWriter;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCoverage;
import org.tongcai.compiler.spec.SpecCrosswalks;
import org.tongcai.compiler.spec.SpecReader;
import org.tongcai.compiler.strict.StrictOptions;
import org.tongcai.compiler.strict.StrictSchemas;

/** A generated dictionary and the promises that hold for every one of them. */
final class Pages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SortedMap<String, byte[]> files;
    private final Map<String, Markup> pages = new LinkedHashMap<>();
    private final Map<String, Set<String>> anchors = new HashMap<>();

    private Pages(SortedMap<String, byte[]> files) {
        this.files = files;
        files.keySet().stream().filter(path -> path.endsWith(".html")).forEach(path -> {
            try {
                pages.put(path, Markup.read(text(path)));
            } catch (AssertionError e) {
                throw new AssertionError(path + ": " + e.getMessage(), e);
            }
        });
        pages.forEach((path, page) -> {
            Set<String> ids = new HashSet<>();
            page.values("id").forEach(id -> assertTrue(ids.add(id), () -> path + " has two of #" + id));
            anchors.put(path, ids);
        });
    }

    static Pages of(Bundle bundle, DictionaryInput input) throws IOException {
        return new Pages(DictionaryGenerator.files(bundle, input));
    }

    /** The dictionary of a spec directory; its bundle goes to {@code work}. */
    static Pages of(Path directory, Path work) throws IOException {
        Spec spec = SpecReader.read(directory);
        return of(bundle(spec, work), input(spec));
    }

    static Bundle bundle(Spec spec, Path work) throws IOException {
        BundleWriter.write(spec, work);
        return BundleReader.fromDirectory(work);
    }

    static DictionaryInput input(Spec spec) throws IOException {
        return new DictionaryInput(
                spec.sources().values(),
                spec.root().resolve("cases/examples"),
                spec.root().resolve("cases/minimal"),
                new StrictSchemas(spec, StrictOptions.PUBLISHED).files(),
                SpecCoverage.read(spec.root()),
                SpecCrosswalks.read(spec.root()));
    }

    SortedMap<String, byte[]> files() {
        return new TreeMap<>(files);
    }

    String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    Markup page(String path) {
        return pages.get(path);
    }

    Map<String, Markup> pages() {
        return pages;
    }

    Set<String> anchors(String path) {
        return anchors.get(path);
    }

    /** The value that a data script assigns. */
    JsonNode data(String path) {
        String script = text(path);
        try {
            return JSON.readTree(script.substring(script.indexOf('=') + 1, script.lastIndexOf(';')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every link and every loaded file is there, anchors included, and nothing is loaded from elsewhere. */
    void assertLinksResolve() {
        pages.forEach((path, page) -> {
            page.values("href").forEach(href -> assertResolves(path, href));
            page.values("src").forEach(src -> assertResolves(path, src));
            page.values("aria-controls")
                    .forEach(id -> assertTrue(anchors.get(path).contains(id), path + " controls #" + id));
        });
        data("search.js")
                .forEach(group -> group.forEach(
                        row -> assertResolves("index.html", row.path(4).asText())));
    }

    private void assertResolves(String from, String href) {
        int hash = href.indexOf('#');
        String file = hash < 0 ? href : href.substring(0, hash);
        String folder = from.contains("/") ? from.substring(0, from.lastIndexOf('/') + 1) : "";
        String target = file.isEmpty()
                ? from
                : Path.of("/" + folder + file)
                        .normalize()
                        .toString()
                        .substring(1)
                        .replace('\\', '/');
        assertTrue(files.containsKey(target), () -> from + " links to " + href + ", which is not there");
        if (hash >= 0) {
            String anchor = URLDecoder.decode(href.substring(hash + 1), StandardCharsets.UTF_8);
            assertTrue(
                    anchors.getOrDefault(target, Set.of()).contains(anchor),
                    () -> from + " links to " + href + ", but that page has no such anchor");
        }
    }

    /** No script or style in the page, no handler, a policy that forbids them all the same. */
    void assertSafe() {
        pages.forEach((path, page) -> {
            for (Markup.Tag tag : page.tags()) {
                tag.attributes().keySet().forEach(name -> {
                    assertTrue(!name.startsWith("on") && !name.equals("style"), () -> path + " has " + tag);
                });
                assertTrue(!tag.name().equals("style"), path);
                assertEquals(
                        tag.name().equals("script"), tag.attributes().containsKey("src"), () -> path + " has " + tag);
            }
            List<String> policies = page.tags().stream()
                    .filter(tag ->
                            "Content-Security-Policy".equals(tag.attributes().get("http-equiv")))
                    .map(tag -> String.valueOf(tag.attributes().get("content")))
                    .toList();
            assertEquals(1, policies.size(), path);
            assertTrue(policies.get(0).startsWith("default-src 'none'"), path);
        });
    }
}
