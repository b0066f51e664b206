package org.tongcai.compiler.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.bundle.Bundle;
import org.tongcai.compiler.MiniSpec;
import org.tongcai.compiler.spec.SpecReader;

/** Diagrams say what the schemas say: what a type holds, and which document refers to which. */
class DiagramTest {
    private static final String CONTRACT = "business/schemas/contracts/Contract.schema.json";
    private static final String AWARD = "business/schemas/announcements/AwardNotice.schema.json";

    @TempDir
    private Path directory;

    @Test
    void aDocumentStandsBetweenThoseBeforeAndAfterIt() throws IOException {
        Pages pages = Pages.of(linked(), directory.resolve("bundle"));
        pages.assertLinksResolve();
        String contract = pages.text("documents/contract.html");
        assertTrue(contract.contains("id=\"chain\""), contract);
        assertTrue(contract.contains("href=\"../documents/awardNotice.html\" class=\"node document announcements\""));
        assertTrue(contract.contains("class=\"node document here contracts\""));
        assertTrue(
                pages.text("documents/awardNotice.html").contains("href=\"../documents/contract.html\" class=\"node"));
        assertTrue(pages.text("chain.html").contains("href=\"documents/contract.html\" class=\"node"));
    }

    @Test
    void withoutReferencesThereIsNoNeighbourhood() throws IOException {
        Pages pages = Pages.of(MiniSpec.copy(directory.resolve("spec")), directory.resolve("bundle"));
        assertFalse(pages.text("documents/contract.html").contains("id=\"chain\""));
        assertTrue(pages.text("chain.html").contains("id=\"alone\""));
    }

    @Test
    void aCycleIsDrawnOnceAndNeverEndlessly() throws IOException {
        Path spec = linked();
        MiniSpec.edit(
                spec,
                AWARD,
                "\"x-notation\": \"s..200\"",
                "\"x-notation\": \"s..200\", \"x-refersTo\": [\"contract\"]");
        Bundle bundle = Pages.bundle(SpecReader.read(spec), directory.resolve("bundle"));
        ReferenceGraph graph = new ReferenceGraph(new Dictionary(bundle));
        assertEquals(Set.of("contract"), graph.earlier("awardNotice"));
        assertEquals(Set.of("awardNotice"), graph.earlier("contract"));
        Map<String, Set<String>> chain = graph.chain();
        assertEquals(1, chain.values().stream().mapToInt(Set::size).sum(), chain::toString);
    }

    @Test
    void theStructureNamesEveryObjectOfAType() throws IOException {
        Pages pages = Pages.of(MiniSpec.copy(directory.resolve("spec")), directory.resolve("bundle"));
        String contract = pages.text("documents/contract.html");
        String structure = contract.substring(contract.indexOf("id=\"structure\""), contract.indexOf("id=\"fields\""));
        assertTrue(structure.contains(">分年度金额</text>"), structure);
        assertTrue(structure.contains(">0…10</text>"), structure);
        assertFalse(pages.text("types/Money.html").contains("id=\"structure\""), "a type without objects is a list");
    }

    @Test
    void textsAreCutToTheirBoxes() {
        assertEquals("采购包", Drawing.cut("采购包", 60, 14));
        assertEquals("采购…", Drawing.cut("采购包采购包", 50, 14));
    }

    private Path linked() {
        Path spec = MiniSpec.copy(directory.resolve("spec"));
        MiniSpec.edit(
                spec,
                CONTRACT,
                "\"x-notation\": \"an18\"",
                "\"x-notation\": \"an18\", \"x-refersTo\": [\"awardNotice\"]");
        return spec;
    }
}
