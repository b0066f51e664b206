package org.tongcai.jaxb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.MarshalException;
import jakarta.xml.bind.UnmarshalException;
import jakarta.xml.bind.annotation.XmlSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.DocumentReport;
import org.tongcai.Standard;
import org.tongcai.binding.Model;
import org.tongcai.model.AwardNotice;
import org.tongcai.model.Examples;
import org.tongcai.model.Extension;
import org.tongcai.model.Product;
import org.tongcai.model.ReceivableConfirmation;

class JaxbDocumentsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Standard STANDARD = Standard.load();
    private static final String NAMESPACE =
            "https://tongcai.org/ns/" + STANDARD.manifest().edition();

    private static List<String> findings(DocumentReport report) {
        return report.findings().stream()
                .map(f -> f.ruleId() + " " + f.pointer() + " " + f.value() + " " + f.message())
                .toList();
    }

    static List<Path> examples() {
        return Examples.all();
    }

    private static String xml(Model document) throws JAXBException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JaxbDocuments.write(document, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static <T extends Model> T model(String xml, Class<T> type) throws JAXBException {
        return JaxbDocuments.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), type);
    }

    private static Product product(String content) throws JAXBException {
        return model("<product xmlns='" + NAMESPACE + "'>" + content + "</product>", Product.class);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleSurvives(Path example) throws Exception {
        Class<? extends Model> type = Examples.type(example).asSubclass(Model.class);
        JsonNode json = MAPPER.readTree(Examples.text(example));
        Model document = MAPPER.treeToValue(json, type);
        String xml = xml(document);
        Model again = model(xml, type);
        assertEquals(document, again);
        assertEquals(json, MAPPER.readTree(MAPPER.writeValueAsString(again)));
        // Nothing but what the standard says: one declaration, one namespace, no blanks between elements.
        assertTrue(
                xml.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><"
                        + json.at("/header/documentType").asText() + " xmlns=\"" + NAMESPACE + "\""),
                xml);
        assertFalse(xml.matches("(?s).*(<[A-Za-z]+:|xsi:nil|> *\\R *<).*"), xml);
        assertEquals(
                findings(STANDARD.validate(document)),
                findings(STANDARD.validate(xml.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void theNamespaceIsThatOfTheEdition() {
        assertEquals(
                NAMESPACE,
                AwardNotice.class.getPackage().getAnnotation(XmlSchema.class).namespace());
    }

    @Test
    void contextsAreKept() throws JAXBException {
        assertSame(JaxbDocuments.context(Product.class), JaxbDocuments.context(Product.class));
    }

    @Test
    void theBranchOfAUnionIsItsTypeAndTheDiscriminatorIsNoElement() throws Exception {
        String xml = xml(MAPPER.readValue(Examples.awardNotice(), AwardNotice.class));
        assertTrue(xml.contains(" xsi:type=\"TotalPrice\""), xml);
        assertFalse(xml.contains("<kind>TOTAL</kind>"), xml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t leading",
                "trailing \n",
                "a\r\nb\rc\nd",
                "\u0085\u2028\u00A0",
                "😀 𠮷",
                "]]>",
                "<![CDATA[x]]>",
                "&amp;#13; &lt; \" '",
                "\u007F\uFFFD\uE000"
            })
    void awkwardTextsSurvive(String text) throws Exception {
        Product product = new Product().withName(text);
        assertEquals(text, model(xml(product), Product.class).getName());
        assertEquals(product, model(xml(product), Product.class));
    }

    @Test
    void aCarriageReturnIsACharacterReference() throws Exception {
        assertTrue(xml(new Product().withName("a\r\nb")).contains("<name>a&#xD;\nb</name>"));
    }

    @Test
    void nestedExtensionsSurvive() throws Exception {
        Product product = new Product()
                .withExtensions(List.of(new Extension()
                        .withNamespace("https://example.org/ns")
                        .withName("outer")
                        .withCritical(false)
                        .withChildren(List.of(
                                new Extension().withName("inner").withValue(" 1.50 "),
                                new Extension()
                                        .withName("list")
                                        .withChildren(List.of(
                                                new Extension().withName("leaf").withValue("")))))));
        assertEquals(product, model(xml(product), Product.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000", "x\u0001", "\u000B", "\u001F", "\uFFFE", "\uFFFF", "\uD842", "\uDFB7x", "\uDFB7\uD842"
            })
    void aTextThatXmlCannotCarryIsRefused(String text) {
        MarshalException e = assertThrows(MarshalException.class, () -> xml(new Product().withName(text)));
        assertTrue(e.getMessage().matches("XML cannot carry the character U\\+[0-9A-F]{4}, at /name"), e.getMessage());
    }

    @Test
    void emptyListsAreLeftOutAndNullsInListsAreRefused() throws Exception {
        Product product = new Product().withName("x").withExtensions(List.of());
        assertFalse(xml(product).contains("extensions"));
        product.setExtensions(Arrays.asList(new Extension(), null));
        assertEquals(
                "null is no item of a list, at /extensions/1",
                assertThrows(MarshalException.class, () -> xml(product)).getMessage());
    }

    @Test
    void aStreamThatFailsIsSaidToFail() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };
        assertEquals(
                "full",
                assertThrows(
                                IOException.class,
                                () -> JaxbDocuments.write(new Product().withName("x".repeat(20_000)), broken))
                        .getMessage());
    }

    @Test
    void onlyDocumentsAreWrittenAndOnlyThatOfTheClassIsRead() throws Exception {
        assertThrows(JAXBException.class, () -> xml(new Extension()));
        String notice = xml(new AwardNotice());
        assertThrows(UnmarshalException.class, () -> model(notice, Product.class));
        assertThrows(UnmarshalException.class, () -> model("<product/>", Product.class));
        assertThrows(UnmarshalException.class, () -> model("", Product.class));
    }

    @Test
    void anyPrefixBlanksCommentsAndSchemaLocationsMeanNothing() throws Exception {
        assertEquals(
                new Product().withName("x"),
                model(
                        "<!-- c --><p:product xmlns:p='" + NAMESPACE
                                + "' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'"
                                + " i:schemaLocation='a b'>\n <p:name><![CDATA[x]]></p:name>\n</p:product>",
                        Product.class));
    }

    @Test
    void whatTheClassesCannotHoldIsRefused() throws Exception {
        assertEquals("x", product("<name>x</name>").getName());
        for (String content : List.of(
                "<noSuchElement/>",
                "<name lang='zh'>x</name>",
                "<name xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'/>",
                "<name>x</name>text",
                "<header>text</header>",
                "<domesticProduct>maybe</domesticProduct>",
                "<name>x</name><name>x</name>",
                "<name>",
                "<name>&unknown;</name>")) {
            assertThrows(UnmarshalException.class, () -> product(content), content);
        }
        String confirmation = "<receivableConfirmation xmlns='" + NAMESPACE
                + "'><instalments>%s</instalments></receivableConfirmation>";
        assertEquals(
                List.of(3),
                model(confirmation.formatted(" 3 "), ReceivableConfirmation.class)
                        .getInstalments());
        assertThrows(
                UnmarshalException.class, () -> model(confirmation.formatted("many"), ReceivableConfirmation.class));
    }

    @Test
    void onlyUtf8IsRead() {
        String document = "<product xmlns='" + NAMESPACE + "'><name>甲</name></product>";
        for (String encoding : List.of("GB18030", "UTF-16", "ISO-8859-1")) {
            byte[] bytes = ("<?xml version='1.0' encoding='" + encoding + "'?>" + document)
                    .getBytes(Charset.forName(encoding));
            assertThrows(
                    UnmarshalException.class,
                    () -> JaxbDocuments.read(new ByteArrayInputStream(bytes), Product.class),
                    encoding);
        }
    }

    @Test
    void entitiesAreImpossible(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.txt"), "secret");
        String root = "<product xmlns='" + NAMESPACE + "'><name>&x;</name></product>";
        StringBuilder laughs = new StringBuilder("<!DOCTYPE product [<!ENTITY x0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY x" + i + " '" + ("&x" + (i - 1) + ";").repeat(10) + "'>");
        }
        laughs.append("<!ENTITY x '&x29;'>]>");
        for (String dtd : List.of(
                "<!DOCTYPE product [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>",
                "<!DOCTYPE product SYSTEM '" + secret.toUri() + "'>",
                "<!DOCTYPE product [<!ENTITY % p SYSTEM '" + secret.toUri() + "'> %p;]>",
                "<!DOCTYPE product [<!ENTITY x 'ha'>]>",
                laughs.toString())) {
            UnmarshalException e = assertThrows(UnmarshalException.class, () -> model(dtd + root, Product.class), dtd);
            assertTrue(String.valueOf(e).contains("document type declaration"), e.toString());
        }
    }

    @Test
    void deepDocumentsEndEarly() {
        String deep = "<extensions>" + "<children>".repeat(100_000);
        UnmarshalException e = assertThrows(UnmarshalException.class, () -> product(deep));
        assertTrue(String.valueOf(e).contains("levels"), e.toString());
        Extension cycle = new Extension();
        cycle.setChildren(List.of(cycle));
        Product product = new Product().withExtensions(List.of(cycle));
        assertTrue(String.valueOf(assertThrows(MarshalException.class, () -> xml(product)))
                .contains("levels"));
    }
}
