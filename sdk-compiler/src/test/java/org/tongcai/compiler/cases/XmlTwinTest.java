package org.tongcai.compiler.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcai.bundle.BundleReader;
import org.tongcai.compiler.Compiler;
import org.tongcai.compiler.MiniSpec;

/** Documents in JSON, and how they look in XML by {@code spec/technical/encoding.md}. */
class XmlTwinTest {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private static XmlTwin writer;

    @BeforeAll
    static void compile() throws IOException {
        writer = new XmlTwin(
                BundleReader.fromMemory(Compiler.bundle(MiniSpec.directory()).files()));
    }

    @Test
    void aDocumentInTheOrderOfTheSchema() {
        String json = """
                {"lots": [{"tags": ["节能", "环保"], "number": "1", "price": {"percent": 95, "form": "DISCOUNT"}},
                          {"number": "2", "price": {"form": "TOTAL", "total": {"amount": "1.00", "currency": "CNY"}}}],
                 "urgent": false, "projectName": "甲 & 乙 < 丙 > 丁\\r\\n", "header": {"documentType": "awardNotice"}}""";
        assertEquals(
                DECLARATION
                        + "<awardNotice xmlns=\"https://tongcai.org/ns/0.1\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                        + "<header><documentType>awardNotice</documentType></header>"
                        + "<projectName>甲 &amp; 乙 &lt; 丙 &gt; 丁&#xD;\n</projectName><urgent>false</urgent>"
                        + "<lots><number>1</number><price xsi:type=\"DiscountPrice\"><percent>95</percent></price>"
                        + "<tags>节能</tags><tags>环保</tags></lots>"
                        + "<lots><number>2</number><price xsi:type=\"TotalPrice\"><total><amount>1.00</amount><currency>CNY</currency></total></price></lots>"
                        + "</awardNotice>",
                xml(json, null));
    }

    @Test
    void whatIsWrongIsWrittenAllTheSame() {
        String json = """
                {"x": [{"中": 1.50}, null, true], "lots": ["text", null, {"price": {"form": "OTHER", "b": {}, "a": "\\u0007"}},
                 {"price": {"total": 1}}], "urgent": "yes", "method": null, "projectName": {"a": ""}, "header": 7}""";
        assertEquals(
                DECLARATION
                        + "<awardNotice xmlns=\"https://tongcai.org/ns/0.1\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                        + "<header>7</header><projectName><a></a></projectName><method xsi:nil=\"true\"></method><urgent>yes</urgent>"
                        + "<lots>text</lots><lots xsi:nil=\"true\"></lots>"
                        + "<lots><price xsi:type=\"OTHER\"><b></b><a>&#x7;</a></price></lots>"
                        + "<lots><price><total>1</total></price></lots>"
                        + "<x><中>1.50</中></x><x xsi:nil=\"true\"></x><x>true</x>"
                        + "</awardNotice>",
                xml(json, "awardNotice"));
    }

    /** Each line: why, and a document that has no twin for this reason. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "number-or-boolean-for-text | {'projectName': 1}",
                "number-or-boolean-for-text | {'projectName': true}",
                "number-or-boolean-for-text | {'lots': [{'tags': ['a', 1]}]}",
                "text-for-number-or-boolean | {'urgent': ' true\\n'}",
                "text-for-number-or-boolean | {'lots': [{'price': {'form': 'DISCOUNT', 'percent': '-5'}}]}",
                "empty-list | {'lots': []}",
                "empty-list | {'projectName': []}",
                "empty-list | {'x': {'y': []}}",
                "list-of-one-value | {'projectName': ['a']}",
                "list-of-one-value | {'lots': [{'price': [{'form': 'TOTAL'}]}]}",
                "value-for-list | {'lots': {}}",
                "list-in-list | {'lots': [[]]}",
                "list-in-list | {'x': [1, [2]]}",
                "empty-object-or-blank-text | {'projectName': {}}",
                "empty-object-or-blank-text | {'header': ' '}",
                "fraction-of-whole | {'lots': [{'price': {'form': 'DISCOUNT', 'percent': 5.0}}]}",
                "long-number | {'x': 11111111111111111111111111111111111111111111111111111111111111111}",
                "name | {'a b': 1}",
                "name | {'a:b': 1}",
                "name | {'': 1}",
                "name | {'1': 1}",
                "discriminator | {'lots': [{'price': {'form': 'TotalPrice'}}]}",
                "discriminator | {'lots': [{'price': {'form': 'total price'}}]}",
                "discriminator | {'lots': [{'price': {'form': null}}]}",
                "null-item | {'lots': [null, {}]}",
                "lone-surrogate | {'projectName': '\\ud83d'}",
                "no-object | [{}]",
                "no-object | 1",
                "syntax | {'a': 1, 'a': 1}",
                "syntax | {'a': 01}",
                "syntax | {} {}",
                "syntax | ~~",
                "syntax | \uFEFF{}"
            })
    void whyThereIsNoTwin(String reason, String json) {
        assertEquals(reason, reason(json, "awardNotice"));
    }

    @Test
    void aDocumentThatDoesNotTellItsTypeHasNoNameForItsRoot() {
        assertEquals("unknown-type", reason("{}", null));
        assertEquals("unknown-type", reason("{'header': {'documentType': 'none'}}", null));
        assertNull(reason("{'header': {'documentType': 'contract'}}", null));
        assertNull(reason("{'header': {'documentType': 'none'}}", "contract"));
    }

    /** These are the same mistake in both: nothing keeps them from being written. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'urgent': 1}",
                "{'urgent': {}}",
                "{'lots': [1, true, 'a', {}]}",
                "{'lots': [{'price': {'form': 'DISCOUNT', 'percent': 1.5}}]}",
                "{'lots': [{'price': {'form': 'DISCOUNT', 'percent': 1e0}}]}",
                "{'lots': [{'price': {'form': 'DISCOUNT', 'percent': '05'}}]}",
                "{'projectName': ''}",
                "{'projectName': {'a': {}}}",
                "{'x': {}}",
                "{'x': [null]}",
                "{'lots': null}"
            })
    void whatBothCanSay(String json) {
        assertNull(reason(json, "awardNotice"));
    }

    private static String xml(String json, @Nullable String type) {
        byte[] xml = twin(json, type).xml();
        assertNotNull(xml);
        return new String(xml, StandardCharsets.UTF_8);
    }

    private static @Nullable String reason(String json, @Nullable String type) {
        Inexpressible reason = twin(json.replace('\'', '"'), type).reason();
        return reason == null ? null : reason.id();
    }

    private static XmlTwin.Twin twin(String json, @Nullable String type) {
        return writer.of(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
