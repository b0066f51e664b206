package org.tongcai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dsig.TransformService;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongcai.Codec;
import org.tongcai.DocumentException;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Limits;
import org.tongcai.Standard;
import org.tongcai.binding.Model;
import org.tongcai.jaxb.JaxbDocuments;

/** Models, JSON and XML are three shapes of one document, and Jackson and JAXB see the same. */
class CodecTest {
    private static final Standard STANDARD = Standard.load();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Codec JSON = STANDARD.json();
    private static final Codec XML = STANDARD.xml();

    /** One case in so many. */
    private static final int SAMPLE = 10;

    static List<Path> examples() {
        return Examples.all();
    }

    /** Those with documents in JSON. */
    static List<Path> lists() {
        Cases cases = new Cases();
        return cases.lists().stream()
                .filter(list -> !cases.sample(list, Integer.MAX_VALUE).isEmpty())
                .toList();
    }

    private static Class<? extends Model> type(Path example) {
        return Examples.type(example).asSubclass(Model.class);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static AwardNotice award() {
        return JSON.read(Examples.awardNotice().getBytes(StandardCharsets.UTF_8), AwardNotice.class);
    }

    // ---- round trips

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsTheSameForJackson(Path example) throws IOException {
        byte[] document = Files.readAllBytes(example);
        Model model = JSON.read(document, type(example));
        assertEquals(MAPPER.readValue(document, type(example)), model);
        byte[] written = JSON.write(model);
        assertEquals(MAPPER.readTree(document), MAPPER.readTree(written));
        assertEquals(text(JSON.rewrite(document)), text(written), "with and without a model");
        assertEquals(canonical(MAPPER.readTree(document)), text(JSON.canonical().write(model)));
        assertEquals(MAPPER.readTree(document), MAPPER.readTree(JSON.pretty().write(model)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsTheSameForJaxb(Path example) throws Exception {
        Model model = JSON.read(Files.readAllBytes(example), type(example));
        byte[] xml = XML.write(model);
        assertEquals(model, XML.read(xml, type(example)));
        assertEquals(model, XML.read(XML.pretty().write(model), type(example)));
        assertEquals(model, JaxbDocuments.read(new ByteArrayInputStream(xml), type(example)));
        ByteArrayOutputStream jaxb = new ByteArrayOutputStream();
        JaxbDocuments.write(model, jaxb);
        assertEquals(model, XML.read(jaxb.toByteArray(), type(example)));
        assertEquals(text(XML.canonical().write(model)), text(XML.canonical().rewrite(jaxb.toByteArray())));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleConvertsThereAndBack(Path example) throws Exception {
        byte[] document = Files.readAllBytes(example);
        byte[] xml = XML.rewrite(document);
        assertEquals(text(JSON.rewrite(document)), text(JSON.rewrite(xml)));
        assertEquals(text(XML.write(JSON.read(document, type(example)))), text(xml), "with and without a model");
        String canonical = text(XML.canonical().rewrite(document));
        assertEquals(canonical, canonicalXml(xml));
        assertEquals(canonical, canonicalXml(canonical.getBytes(StandardCharsets.UTF_8)));
        assertEquals(ids(STANDARD.validate(document)), ids(STANDARD.validate(xml)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void conversionChangesNoVerdict(Path list) {
        convert(list, SAMPLE);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("lists")
    void conversionChangesNoVerdictOfAnyCase(Path list) {
        convert(list, 1);
    }

    /** Whatever is converted is judged as before: same ids, same pointers. */
    private static void convert(Path list, int every) {
        int converted = 0;
        for (Cases.Case each : new Cases().sample(list, every)) {
            byte[] xml;
            try {
                xml = XML.rewrite(each.json());
            } catch (DocumentException e) {
                assertTrue(
                        e.report().findings().stream().noneMatch(f -> f.ruleId().startsWith("codes.")), each.name());
                continue;
            }
            converted++;
            DocumentReport before = STANDARD.validate(each.json());
            assertEquals(ids(before), ids(STANDARD.validate(xml)), each.name());
            assertEquals(before.verdict(), STANDARD.validate(xml).verdict(), each.name());
            assertEquals(text(JSON.rewrite(each.json())), text(JSON.rewrite(xml)), each.name());
        }
        assertTrue(converted > 0, "no case of the list was converted");
    }

    private static List<String> ids(DocumentReport report) {
        return report.findings().stream()
                .map(f -> f.ruleId() + " " + f.pointer())
                .sorted()
                .toList();
    }

    @Test
    void extensionsSurviveEveryWay() throws IOException {
        ObjectNode document = (ObjectNode) MAPPER.readTree(Examples.awardNotice());
        ArrayNode extensions = document.putArray("extensions");
        ObjectNode outer = extensions
                .addObject()
                .put("namespace", "https://example.org/预算")
                .put("name", "localBudget");
        outer.put("value", " <![CDATA[一般公共预算]]> & \"其他\"\r\n\t😀 ");
        byte[] json = MAPPER.writeValueAsBytes(document);
        AwardNotice first = JSON.read(json, AwardNotice.class);
        AwardNotice second = XML.read(XML.pretty().write(first), AwardNotice.class);
        assertEquals(first, second);
        assertEquals(MAPPER.readTree(json), MAPPER.readTree(JSON.write(second)));
    }

    @Test
    void streamsAreReadAndWrittenAndLeftOpen() throws IOException {
        AwardNotice award = award();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write('\n');
        XML.write(award, out);
        boolean[] closed = {false};
        InputStream in = new ByteArrayInputStream(out.toByteArray(), 1, out.size() - 1) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        assertEquals(award, XML.read(in, AwardNotice.class));
        assertTrue(!closed[0]);
    }

    /** A profile knows the same properties, or fewer; the classes are those of the standard. */
    @Test
    void aProfileReadsTheSameModels() throws IOException {
        Standard profile = Standard.loadProfile("cn-53");
        for (Path example : Examples.all()) {
            byte[] document = Files.readAllBytes(example);
            Model model = JSON.read(document, type(example));
            assertEquals(model, profile.json().read(document, type(example)));
            assertEquals(text(XML.write(model)), text(profile.xml().write(model)));
        }
    }

    @Test
    void aCodecIsSharedByThreads() {
        List<Path> many = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            many.addAll(Examples.all());
        }
        many.parallelStream().forEach(example -> {
            byte[] document = Examples.text(example).getBytes(StandardCharsets.UTF_8);
            assertEquals(text(JSON.rewrite(document)), text(JSON.rewrite(XML.rewrite(document))));
        });
    }

    // ---- what a model cannot hold

    private static Finding refused(Codec codec, String document) {
        DocumentException e = assertThrows(
                DocumentException.class,
                () -> codec.read(document.getBytes(StandardCharsets.UTF_8), AwardNotice.class));
        return e.report().findings().get(0);
    }

    @Test
    void whatAModelCannotHoldIsAnException() {
        String json = Examples.awardNotice();
        String xml = text(XML.write(award()));
        assertEquals(
                "structure.unknown-field",
                refused(JSON, json.replace("\"revision\"", "\"revison\"")).ruleId());
        assertEquals(
                "structure.unknown-field",
                refused(XML, xml.replace("revision>", "revison>")).ruleId());
        assertEquals("syntax.json", refused(JSON, json.substring(0, 500)).ruleId());
        assertEquals("syntax.json", refused(JSON, xml).ruleId());
        assertEquals("syntax.xml", refused(XML, json).ruleId());
        assertEquals("syntax.empty", refused(JSON, "").ruleId());
        Finding tooLarge =
                refused(JSON, json.replaceFirst("\"revision\": *[0-9]+", "\"revision\": 99999999999999999999"));
        assertEquals("structure.maximum", tooLarge.ruleId());
        Finding other = assertThrows(
                        DocumentException.class,
                        () -> JSON.read(json.getBytes(StandardCharsets.UTF_8), TenderNotice.class))
                .report()
                .findings()
                .get(0);
        assertEquals("structure.document-type", other.ruleId());
        assertEquals("/header/documentType", other.pointer());
    }

    /** Content is for the validation to judge; a document that leaves its type out is what the reader asks for. */
    @Test
    void faultsOfContentAreRead() {
        AwardNotice notice = JSON.read(
                "{\"title\": \"\", \"header\": {\"issuedAt\": \"yesterday\"}}".getBytes(StandardCharsets.UTF_8),
                AwardNotice.class);
        assertEquals("", notice.getTitle());
        assertNull(notice.getLots());
        assertEquals("{\"header\":{\"issuedAt\":\"yesterday\"},\"title\":\"\"}", text(JSON.write(notice)));
        assertTrue(text(XML.canonical().write(notice))
                .endsWith("<header><issuedAt>yesterday</issuedAt></header><title></title></awardNotice>"));
    }

    @Test
    void whatCannotBeWrittenIsAnException() throws IOException {
        AwardNotice award = award();
        award.setTitle("a\u0001b");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocumentException control = assertThrows(DocumentException.class, () -> XML.write(award, out));
        assertEquals(
                "syntax.control-character", control.report().findings().get(0).ruleId());
        assertEquals("/title", control.report().findings().get(0).pointer());
        assertEquals(0, out.size());
        award.setTitle("a");
        award.setLots(new ArrayList<>(Arrays.asList(award.getLots().get(0), null)));
        DocumentException missing = assertThrows(DocumentException.class, () -> JSON.write(award));
        assertEquals("structure.null", missing.report().findings().get(0).ruleId());
        award.setLots(new ArrayList<>());
        assertTrue(!text(JSON.write(award)).contains("\"lots\""), "an empty list is left out");
        assertThrows(IllegalArgumentException.class, () -> JSON.write(new Money()));
        assertThrows(IllegalArgumentException.class, () -> JSON.read(new byte[0], Money.class));
        assertThrows(IllegalArgumentException.class, () -> JSON.read(new byte[0], Model.class));
    }

    @Test
    void limitsHoldForStreamsAndModels() {
        Limits limits = Limits.DEFAULT;
        Limits small = new Limits(limits.depth(), 500, limits.stringLength(), limits.numberLength(), 10, 10, 0);
        InputStream endless = new InputStream() {
            private int left = 1000;

            @Override
            public int read() {
                assertTrue(left-- > 0, "no more is read than needed");
                return ' ';
            }
        };
        Codec bounded = JSON.withLimits(small);
        DocumentException in = assertThrows(DocumentException.class, () -> bounded.read(endless, AwardNotice.class));
        assertEquals("limit.document-size", in.report().findings().get(0).ruleId());
        DocumentException out = assertThrows(DocumentException.class, () -> bounded.write(award()));
        assertEquals("limit.document-size", out.report().findings().get(0).ruleId());
    }

    // ---- canonical forms, a second time

    /** RFC 8785 for documents without fractions. */
    private static String canonical(JsonNode node) throws IOException {
        StringBuilder out = new StringBuilder();
        if (node.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            node.fields().forEachRemaining(member -> members.put(member.getKey(), member.getValue()));
            for (var member : members.entrySet()) {
                out.append(out.length() == 0 ? "{\"" : ",\"")
                        .append(member.getKey())
                        .append("\":");
                out.append(canonical(member.getValue()));
            }
            return out.append('}').toString();
        }
        if (node.isArray()) {
            for (Iterator<JsonNode> items = node.elements(); items.hasNext(); ) {
                out.append(out.length() == 0 ? "[" : ",").append(canonical(items.next()));
            }
            return out.append(']').toString();
        }
        // Jackson escapes what it must, as RFC 8785 does; it spells control characters in capitals, but there are none.
        return MAPPER.writeValueAsString(node);
    }

    private static String canonicalXml(byte[] document) throws Exception {
        TransformService service = TransformService.getInstance("http://www.w3.org/2006/12/xml-c14n11", "DOM");
        service.init((TransformParameterSpec) null);
        OctetStreamData out =
                (OctetStreamData) service.transform(new OctetStreamData(new ByteArrayInputStream(document)), null);
        return text(out.getOctetStream().readAllBytes());
    }
}
