package org.tongcai.compiler.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongcai.Limits;
import org.tongcai.Standard;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.Manifest;
import org.tongcai.compiler.WholeStandard;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecReader;
import org.tongcai.compiler.spec.SpecType;
import org.tongcai.layout.Layout;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The layouts of the standard, applied to its examples and to the fullest documents that its definitions allow. */
class LayoutsTest {
    private static final Path SPEC = WholeStandard.SPEC;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Where a quantity is printed, it says by itself that it could be estimated. */
    private static final String IMPLIED = "/lots/items/quantityEstimable";

    private static Spec spec;
    private static Bundle bundle;
    /** Document type → the fullest document. */
    private static final Map<String, ObjectNode> FULLEST = new HashMap<>();

    @BeforeAll
    static void compile() throws IOException {
        spec = SpecReader.read(SPEC);
        bundle = WholeStandard.bundle();
        CaseSet cases = WholeStandard.cases();
        for (Manifest.DocumentType type : bundle.manifest().documentTypes()) {
            if (bundle.layout(type.name()).isPresent()) {
                FULLEST.put(type.name(), (ObjectNode) cases.documents()
                        .get("maximal/" + type.name() + ".json")
                        .deepCopy());
            }
        }
        assertTrue(FULLEST.size() >= 21, FULLEST.keySet()::toString);
    }

    private static Layout layout(String type) {
        return Layout.of(bundle, type, Limits.DEFAULT);
    }

    private static byte[] bytes(JsonNode document) throws IOException {
        return MAPPER.writeValueAsBytes(document);
    }

    @Test
    void examplesPrintAsTheyDidWhenPeopleReadThem() throws IOException {
        Map<String, String> texts = LayoutCases.texts(bundle, SPEC.resolve("cases"));
        Path folder = SPEC.resolve("cases").resolve(LayoutCases.FOLDER);
        List<String> kept;
        try (var files = Files.list(folder)) {
            kept = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        assertEquals(kept, List.copyOf(texts.keySet()), "run ./tongcai cases --generate and read what changes");
        for (Map.Entry<String, String> text : texts.entrySet()) {
            assertEquals(
                    Files.readString(folder.resolve(text.getKey())),
                    text.getValue(),
                    () -> text.getKey() + ": run ./tongcai cases --generate and read what changes");
        }
    }

    /** Whatever the schemas place in a section is on the page: without it the page is another. */
    @Test
    void everySectionFieldOfTheFullestDocumentIsPrinted() throws IOException {
        List<String> silent = new ArrayList<>();
        int tried = 0;
        for (Map.Entry<String, ObjectNode> document : FULLEST.entrySet()) {
            Layout layout = layout(document.getKey());
            String whole = layout.text(bytes(document.getValue()));
            SpecType type = spec.documentTypes().stream()
                    .filter(t -> t.documentName().equals(document.getKey()))
                    .findFirst()
                    .orElseThrow();
            List<Leaf> leaves = new ArrayList<>();
            leaves(type, document.getValue(), "", leaves);
            for (Leaf leaf : leaves) {
                JsonNode value = leaf.holder().remove(leaf.name());
                String without = layout.text(bytes(document.getValue()));
                leaf.holder().set(leaf.name(), value);
                tried++;
                if (without.equals(whole) && !leaf.trail().equals(IMPLIED)) {
                    silent.add(document.getKey() + leaf.trail());
                }
            }
        }
        assertEquals(List.of(), silent);
        assertTrue(tried > 300, "only " + tried + " fields");
    }

    /** A field with a section and no further sections within it. */
    private record Leaf(ObjectNode holder, String name, String trail) {}

    private static void leaves(SpecType type, ObjectNode object, String trail, List<Leaf> found) {
        for (SpecProperty property : type.properties()) {
            JsonNode value = object.get(property.name());
            if (property.section() == null || value == null) {
                continue;
            }
            String path = trail + "/" + property.name();
            int before = found.size();
            for (JsonNode item : value.isArray() ? value : List.of(value)) {
                if (item instanceof ObjectNode inner
                        && property.element() instanceof org.tongcai.bundle.Node.Reference reference) {
                    leaves(branch(spec.types().get(reference.type()), inner), inner, path, found);
                }
            }
            if (found.size() == before) {
                found.add(new Leaf(object, property.name(), path));
            }
        }
    }

    private static SpecType branch(SpecType type, ObjectNode value) {
        String discriminator = type.discriminator();
        if (discriminator == null) {
            return type;
        }
        return type.branches().stream()
                .map(name -> spec.types().get(name))
                .filter(branch -> branch.property(discriminator).node() instanceof org.tongcai.bundle.Node.Text text
                        && value.get(discriminator).asText().equals(text.constant()))
                .findFirst()
                .orElseThrow();
    }

    /** Scripts, markup, direction marks and controls in every text of the fullest document stay text. */
    @Test
    void hostileTextIsText() throws IOException, SAXException, ParserConfigurationException {
        String hostile = "</p><script>alert(\"x\")</script>&'\u202E\u0007\u001B[31m javascript:alert(1)";
        for (Map.Entry<String, ObjectNode> entry : FULLEST.entrySet()) {
            JsonNode document = spoilt(entry.getValue(), hostile);
            String page = layout(entry.getKey()).html(bytes(document));
            Document parsed = parsed(page);
            assertEquals(0, parsed.getElementsByTagName("script").getLength(), entry.getKey());
            assertEquals(0, parsed.getElementsByTagName("a").getLength(), entry.getKey());
            assertTrue(parsed.getDocumentElement().getTextContent().contains("<script>alert(\"x\")</script>&'"));
            assertFalse(page.contains("\u202E"), entry.getKey());
            String text = layout(entry.getKey()).text(bytes(document));
            assertTrue(text.chars().allMatch(c -> c == '\n' || c >= 0x20 && c != 0x202E), entry.getKey());
        }
    }

    private static JsonNode spoilt(JsonNode node, String text) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = MAPPER.createObjectNode();
            object.fields().forEachRemaining(member -> copy.set(member.getKey(), spoilt(member.getValue(), text)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = MAPPER.createArrayNode();
            array.forEach(item -> copy.add(spoilt(item, text)));
            return copy;
        }
        return node.isTextual() ? TextNode.valueOf(text) : node;
    }

    @Test
    void pagesAreWellFormedAndSelfContained() throws IOException, SAXException, ParserConfigurationException {
        for (Map.Entry<String, ObjectNode> entry : FULLEST.entrySet()) {
            String page = layout(entry.getKey()).html(bytes(entry.getValue()));
            Document parsed = parsed(page);
            assertEquals("zh-CN", parsed.getDocumentElement().getAttribute("lang"));
            assertEquals(1, parsed.getElementsByTagName("h1").getLength(), entry.getKey());
            for (String outside : List.of("script", "link", "img", "iframe")) {
                assertEquals(0, parsed.getElementsByTagName(outside).getLength(), entry.getKey() + " " + outside);
            }
            assertFalse(page.contains("url("), entry.getKey());
        }
    }

    private static Document parsed(String page) throws SAXException, IOException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    /** Members of the wrong kind, missing members, another type's document: something is printed, nothing is thrown. */
    @Test
    void faultyDocumentsArePrintedAsFarAsTheyGo() throws IOException {
        for (String type : FULLEST.keySet()) {
            for (String faulty : List.of(
                    "{}",
                    "{\"title\": 5, \"lots\": \"none\", \"project\": [], \"purchaser\": \"x\", \"items\": {}}",
                    "{\"title\": null, \"lots\": [null, 3, {\"awards\": [{}], \"items\": [[]]}], \"noticeDate\": \"2026-02-31\"}")) {
                Layout layout = layout(type);
                assertFalse(layout.text(faulty.getBytes(StandardCharsets.UTF_8)).isEmpty());
                assertTrue(layout.html(faulty.getBytes(StandardCharsets.UTF_8)).endsWith("</html>\n"));
            }
            for (ObjectNode other : FULLEST.values()) {
                layout(type).text(bytes(other));
            }
        }
    }

    @Test
    void theStandardHandsOutLayoutsByDocumentType() throws IOException {
        Standard standard = Standard.of(bundle);
        assertEquals("awardNotice", standard.layout("awardNotice").documentType());
        org.junit.jupiter.api.Assertions.assertThrows(IllegalArgumentException.class, () -> standard.layout("product"));
    }
}
