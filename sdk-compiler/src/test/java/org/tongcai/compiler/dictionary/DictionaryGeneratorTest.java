package org.tongcai.compiler.dictionary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.Check;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.Term;
import org.tongcai.compiler.MiniSpec;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCoverage;
import org.tongcai.compiler.spec.SpecCrosswalks;
import org.tongcai.compiler.spec.SpecReader;

/** What a reader of the dictionary can rely on. */
class DictionaryGeneratorTest {
    private static final String HOSTILE = "</title><script>alert(1)</script>\\\" onclick=\\\"x' {{main}} &lt;";

    @TempDir
    private Path directory;

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        Pages pages = pages();
        pages.assertLinksResolve();
        pages.assertSafe();
        assertTrue(
                pages.pages()
                        .keySet()
                        .containsAll(Set.of(
                                "index.html",
                                "types.html",
                                "codelists.html",
                                "checks.html",
                                "sources.html",
                                "documents/awardNotice.html",
                                "documents/contract.html",
                                "types/Money.html",
                                "codelists/region.html")),
                () -> pages.pages().keySet().toString());
    }

    @Test
    void changesAndCoverageAreGenerated() throws IOException {
        Pages pages = pages();
        String changes = pages.text("changes.html");
        assertTrue(changes.contains("id=\"edition-0.1\""), changes);
        assertTrue(changes.contains("id=\"deprecated\"") && changes.contains("仅供测试"), changes);
        String coverage = pages.text("coverage.html");
        assertTrue(coverage.contains("href=\"documents/awardNotice.html#AwardNotice.method\""), coverage);
        assertTrue(coverage.contains("href=\"codelists/procurement-method.html#code-OPEN\""), coverage);
        assertTrue(coverage.contains("class=\"planned\""), coverage);
    }

    @Test
    void crosswalksLeadToTheCodesAndTheCodeListsBackToThem() throws IOException {
        Pages pages = pages();
        String crosswalks = pages.text("crosswalks.html");
        assertTrue(crosswalks.contains("href=\"#portal\"") && crosswalks.contains("虚构，仅供测试。"), crosswalks);
        assertTrue(crosswalks.contains("href=\"codelists/procurement-method.html#code-INVITED\""), crosswalks);
        assertTrue(
                crosswalks.contains("href=\"codelists/currency.html#code-CNY\""), "of another list than the table's");
        assertTrue(pages.anchors("crosswalks.html").containsAll(Set.of("portal", "portal.method", "portal.kind")));
        for (String list : new String[] {"procurement-method", "currency"}) {
            assertTrue(
                    pages.page("codelists/" + list + ".html")
                            .values("href")
                            .contains("../crosswalks.html#portal.method"),
                    list);
        }
        assertFalse(pages.text("codelists/region.html").contains("crosswalks.html"), "nothing corresponds");
        assertTrue(pages.page("codelists.html").values("href").contains("crosswalks.html"));
    }

    @Test
    void theStandardItselfHoldsToo() throws IOException {
        Path standard = Path.of(System.getProperty("spec.directory", "../spec"));
        Pages pages = Pages.of(standard, directory.resolve("bundle"));
        pages.assertLinksResolve();
        pages.assertSafe();
        assertTrue(pages.pages().size() > 100, () -> pages.pages().size() + " pages");
    }

    @Test
    void everyTermIsAnAnchorOnThePageOfItsType() throws IOException {
        Spec spec = MiniSpec.read();
        Bundle bundle = Pages.bundle(spec, directory);
        Pages pages = Pages.of(bundle, Pages.input(spec));
        Dictionary dictionary = new Dictionary(bundle);
        for (Term term : bundle.terms()) {
            int dot = term.path().indexOf('.');
            String page = dictionary.page(dot < 0 ? term.path() : term.path().substring(0, dot));
            assertTrue(pages.anchors(page).contains(term.id()), () -> term.id() + " on " + page);
            assertTrue(pages.anchors(page).contains(term.path()), () -> term.path() + " on " + page);
        }
        assertTrue(pages.anchors("documents/awardNotice.html").contains("GP-0190"), "a condition of its own");
    }

    @Test
    void searchKnowsEveryTermCodeListAndCheck() throws IOException {
        Spec spec = MiniSpec.read();
        Bundle bundle = Pages.bundle(spec, directory);
        JsonNode index = Pages.of(bundle, Pages.input(spec)).data("search.js");
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        index.forEach(group -> group.forEach(row -> {
            ids.add(row.get(0).asText());
            names.add(row.get(1).asText());
        }));
        bundle.terms().forEach(term -> assertTrue(ids.contains(term.id()), term.id()));
        bundle.manifest().codeLists().forEach(list -> assertTrue(names.contains(list.id()), list.id()));
        for (Check check : Check.values()) {
            assertTrue(names.contains(check.id()), check.id());
        }
    }

    @Test
    void hostileTextStaysText() throws IOException {
        Path root = MiniSpec.copy(directory.resolve("spec"));
        MiniSpec.edit(root, "business/schemas/announcements/AwardNotice.schema.json", "中标（成交）结果公告", HOSTILE);
        MiniSpec.edit(root, "business/schemas/announcements/AwardNotice.schema.json", "项目名称。", HOSTILE);
        MiniSpec.edit(root, "business/schemas/announcements/AwardNotice.schema.json", "抢险救灾", HOSTILE);
        MiniSpec.edit(root, "business/sources.json", "中华人民共和国政府采购法", HOSTILE);
        MiniSpec.edit(root, "crosswalks/portal/crosswalk.json", "0 不是空值。", HOSTILE);
        MiniSpec.edit(root, "crosswalks/portal/method.csv", "境内公开招标", "<script>alert(2)</script>");
        MiniSpec.edit(root, "business/codelists/procurement-method.csv", "公开招标", "<img src=x onerror=alert(1)>");
        Files.createDirectories(root.resolve("cases/examples"));
        Files.writeString(
                root.resolve("cases/examples/awardNotice.json"),
                "{\"" + HOSTILE + "\": [{}, [], \"" + HOSTILE + "\"], \"projectName\": \"<b>\"}");

        Pages pages = Pages.of(root, directory.resolve("bundle"));
        pages.assertSafe();
        pages.assertLinksResolve();
        String page = pages.text("documents/awardNotice.html");
        assertFalse(page.contains("<script>alert"), page);
        assertTrue(page.contains("&lt;/title&gt;&lt;script&gt;alert(1)"), page);
        assertTrue(page.contains("{{main}}"), "a text that looks like a place of the template is a text");
    }

    @Test
    void equalInputGivesEqualBytes() throws IOException {
        SortedMap<String, byte[]> first = pages().files();
        SortedMap<String, byte[]> second = Pages.of(MiniSpec.copy(directory.resolve("copy")), directory.resolve("b"))
                .files();
        assertEquals(first.keySet(), second.keySet());
        first.forEach((path, bytes) -> assertArrayEquals(bytes, second.get(path), path));
    }

    @Test
    void nestedTypesAreWrittenOutOnceEvenIfTheyHoldThemselves() throws IOException {
        Pages pages = pages();
        Markup page = pages.page("documents/awardNotice.html");
        assertEquals(1, Collections.frequency(page.values("data-type"), "Lot"));
        assertEquals(1, Collections.frequency(page.values("data-copy"), "Lot"));
        assertTrue(pages.anchors("documents/awardNotice.html").contains("Lot.parts"));
        assertTrue(pages.anchors("documents/awardNotice.html").contains("Money.amount"), "two levels down");
        pages.assertLinksResolve();
    }

    @Test
    void examplesLinkTheirNamesToTheFields() throws IOException {
        Path root = MiniSpec.copy(directory.resolve("spec"));
        for (String kind : new String[] {"examples", "minimal"}) {
            Files.createDirectories(root.resolve("cases/" + kind));
            Files.writeString(
                    root.resolve("cases/" + kind + "/awardNotice.json"),
                    "{\"projectName\": \"示例项目\", \"unknown\": 1.50, \"lots\": [{\"price\": {\"form\": \"TOTAL\"}}]}");
        }
        Pages pages = Pages.of(root, directory.resolve("bundle"));
        String page = pages.text("documents/awardNotice.html");
        assertTrue(page.contains("lang=\"en\" href=\"#AwardNotice.projectName\" title="), page);
        assertTrue(page.contains("href=\"#TotalPrice.form\""), "a union is read by its discriminator");
        assertTrue(page.contains("<span class=\"j-name\" lang=\"en\">&quot;unknown&quot;</span>"), page);
        assertTrue(page.contains("<span class=\"j-word\">1.50</span>"), "numbers stay as written");
        assertTrue(pages.anchors("documents/awardNotice.html").containsAll(Set.of("sample-1", "sample-2")));
        pages.assertLinksResolve();

        Files.writeString(root.resolve("cases/examples/awardNotice.json"), "{");
        assertThrows(IllegalArgumentException.class, () -> Pages.of(root, directory.resolve("bundle")));
    }

    @Test
    void conditionsSayWhatTheyWant() throws IOException {
        String page = pages().text("documents/awardNotice.html");
        int condition = page.indexOf("id=\"AwardNotice.condition-1\"");
        String text = page.substring(condition, page.indexOf("id=\"AwardNotice.condition-2\""));
        assertTrue(text.contains("委托代理时必须填写采购代理机构"), text);
        assertTrue(
                text.contains("<code lang=\"en\">AGENCY</code>") && text.contains("<code lang=\"en\">CENTRAL</code>"),
                text);
        assertTrue(text.contains("href=\"#AwardNotice.agencyName\""), text);
        assertTrue(text.contains("must forbidden"), text);
        int row = page.indexOf("id=\"AwardNotice.agencyName\"");
        assertTrue(page.substring(row, row + 1500).contains("must conditional"), "the field says so too");
    }

    @Test
    void schemasAreCopiedAndLinked() throws IOException {
        Spec spec = MiniSpec.read();
        Bundle bundle = Pages.bundle(spec, directory);
        byte[] schema = "{}".getBytes(StandardCharsets.UTF_8);
        DictionaryInput input = new DictionaryInput(
                spec.sources().values(),
                null,
                null,
                Map.of("contract.schema.json", schema),
                SpecCoverage.read(spec.root()),
                SpecCrosswalks.read(spec.root()));
        Pages pages = Pages.of(bundle, input);
        assertArrayEquals(schema, pages.files().get("schemas/contract.schema.json"));
        assertTrue(pages.page("documents/contract.html").values("href").contains("../schemas/contract.schema.json"));
        assertFalse(pages.text("documents/awardNotice.html").contains("JSON Schema"));
    }

    @Test
    void writesWhatItMakes() throws IOException {
        Spec spec = MiniSpec.read();
        Bundle bundle = Pages.bundle(spec, directory.resolve("bundle"));
        Path out = directory.resolve("out");
        int count = DictionaryGenerator.generate(bundle, DictionaryInput.NONE, out);
        SortedMap<String, byte[]> files = DictionaryGenerator.files(bundle, DictionaryInput.NONE);
        assertEquals(files.size(), count);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertArrayEquals(file.getValue(), Files.readAllBytes(out.resolve(file.getKey())), file.getKey());
        }
    }

    private Pages pages() throws IOException {
        Spec spec = SpecReader.read(MiniSpec.directory());
        return Pages.of(Pages.bundle(spec, directory.resolve("mini")), Pages.input(spec));
    }
}
