package org.tongcai.compiler.xsd;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tongcai.bundle.Manifest;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The schemas of the standard itself. */
class PublishedSchemasTest {
    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";

    /** Also that both validators take them: the JDK's with secure processing and no access to anything outside. */
    @Test
    void eachDocumentTypeHasOne() {
        List<String> names = Published.BUNDLE.manifest().documentTypes().stream()
                .map(Manifest.DocumentType::name)
                .toList();
        assertTrue(names.size() > 100);
        assertEquals(names.stream().map(name -> name + ".xsd").collect(Collectors.toSet()), Published.FILES.keySet());
        names.forEach(name -> assertDoesNotThrow(() -> Published.judges(name), name));
    }

    /** Lists are counted on the element alone: of groups that may be left out or repeated the JDK loses count, see {@link ComplexTypes}. */
    @Test
    void noGroupIsOptionalOrRepeated() {
        Published.FILES.forEach((name, bytes) ->
                assertFalse(new String(bytes, StandardCharsets.UTF_8).matches("(?s).*<xs:(sequence|choice) .*"), name));
    }

    /** Whatever has a name, and each code, tells in Chinese and in English what it is. */
    @Test
    void everythingIsDocumentedInBothLanguages() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, byte[]> file : Published.FILES.entrySet()) {
            Document schema = factory.newDocumentBuilder().parse(new ByteArrayInputStream(file.getValue()));
            for (String kind : List.of("element", "complexType", "simpleType", "enumeration")) {
                NodeList found = schema.getElementsByTagNameNS(SCHEMA, kind);
                for (int i = 0; i < found.getLength(); i++) {
                    Element element = (Element) found.item(i);
                    // The one value of the header's own fields is told by the field.
                    boolean told = element.hasAttribute("name")
                            || kind.equals("enumeration")
                                    && ((Element) element.getParentNode().getParentNode()).hasAttribute("name");
                    if (told) {
                        seen.add(kind);
                        String where = file.getKey() + " " + kind + " " + element.getAttribute("name")
                                + element.getAttribute("value");
                        List<String> texts = documentation(element, where);
                        assertTrue(texts.stream().noneMatch(String::isBlank), where);
                    }
                }
            }
        }
        assertEquals(Set.of("element", "complexType", "simpleType", "enumeration"), seen);
    }

    private static List<String> documentation(Element element, String where) {
        Node first = element.getFirstChild();
        while (!(first instanceof Element)) {
            first = first.getNextSibling();
        }
        assertEquals("annotation", first.getLocalName(), where);
        NodeList notes = ((Element) first).getElementsByTagNameNS(SCHEMA, "documentation");
        List<String> texts = new ArrayList<>();
        List<String> languages = new ArrayList<>();
        for (int i = 0; i < notes.getLength(); i++) {
            languages.add(((Element) notes.item(i)).getAttribute("xml:lang"));
            texts.add(notes.item(i).getTextContent());
        }
        assertEquals(List.of("zh", "en"), languages, where);
        return texts;
    }
}
