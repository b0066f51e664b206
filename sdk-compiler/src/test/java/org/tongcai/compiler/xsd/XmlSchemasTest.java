package org.tongcai.compiler.xsd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.compiler.MiniSpec;

/** The schema of the small standard: as text, and as two validators understand it. */
class XmlSchemasTest {
    private static final XmlSchemas SCHEMAS = new XmlSchemas(MiniSpec.read());
    private static final Judges AWARD =
            new Judges(SCHEMAS.document("awardNotice").getBytes(StandardCharsets.UTF_8));

    private static final String VALID = """
            <awardNotice xmlns="https://tongcai.org/ns/0.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <header>
                <standardVersion>0.1</standardVersion>
                <documentType>awardNotice</documentType>
                <documentId>A-1</documentId>
                <createdAt>2026-11-21T09:30:00+08:00</createdAt>
              </header>
              <projectName>示例市教育局办公设备采购项目</projectName>
              <method>OPEN</method>
              <organizationForm>AGENCY</organizationForm>
              <agencyName>云帆示例招标代理有限公司</agencyName>
              <awardedOn>2026-11-20</awardedOn>
              <urgent>true</urgent>
              <urgentReason>抢险救灾</urgentReason>
              <attachment>https://example.org/a.pdf</attachment>
              <lots>
                <number>A1-2</number>
                <price xsi:type="TotalPrice">
                  <total><amount>1200.00</amount><currency>CNY</currency><adjustment>-0.5</adjustment></total>
                </price>
                <tags>节能</tags>
                <tags>环保</tags>
                <parts>
                  <number>B</number>
                  <price xsi:type="DiscountPrice"><percent> 95 </percent></price>
                </parts>
              </lots>
            </awardNotice>
            """;

    @Test
    void isWhatWasReviewed() throws IOException {
        try (InputStream golden = XmlSchemasTest.class.getResourceAsStream("/xsd/awardNotice.xsd")) {
            assertEquals(
                    new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8),
                    SCHEMAS.document("awardNotice"));
        }
    }

    @Test
    void acceptsAValidDocument() {
        assertNull(AWARD.jdk(VALID));
        assertNull(AWARD.msv(VALID));
    }

    /** Each is a fault by itself; before the bar stands what is replaced, behind it by what. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<projectName>示例市教育局办公设备采购项目|<projectName>",
                "<projectName>示例市教育局办公设备采购项目</projectName>|",
                "<projectName>示例|<projectName>示例&#x85;",
                "<method>OPEN</method>|<method>OPEN</method><method>OPEN</method>",
                "<method>OPEN</method>|<method> OPEN</method>",
                "<method>OPEN|<method>SHUT",
                "<documentType>awardNotice|<documentType>contract",
                "<standardVersion>0.1|<standardVersion>0.2",
                "2026-11-21T09:30:00+08:00|2026-11-21T09:30:00",
                "2026-11-20|2026-02-29",
                "2026-11-20| 2026-11-20",
                "https://example.org/a.pdf|example.org",
                "<urgent>true|<urgent>1",
                "<number>A1-2|<number>a",
                "<amount>1200.00|<amount>-1",
                "<amount>1200.00|<amount>01",
                "<adjustment>-0.5|<adjustment>1.5",
                "<percent> 95 |<percent>101",
                "<percent> 95 |<percent>9.5",
                "<percent> 95 |<percent>+9",
                "<price xsi:type=\"DiscountPrice\">|<price>",
                "xsi:type=\"DiscountPrice\"|xsi:type=\"Price\"",
                "xsi:type=\"DiscountPrice\"|xsi:type=\"Money\"",
                "xsi:type=\"DiscountPrice\"|xsi:type=\"TotalPrice\"",
                "<number>B</number>|<number>B</number>text",
                "<urgent>true</urgent>|<urgent xsi:nil=\"true\"/>",
                "<urgent>true</urgent>|<urgent lang=\"zh\">true</urgent>",
                "<urgent>true</urgent>|<urgent>true</urgent><stranger/>",
                "<method>OPEN</method>\n  <organizationForm>AGENCY</organizationForm>|<organizationForm>AGENCY</organizationForm><method>OPEN</method>",
                "/ns/0.1\"|/ns/0.2\"",
            })
    void bothRefuseEachFault(String replacement) {
        int bar = replacement.indexOf('|');
        String spoilt = VALID.replace(replacement.substring(0, bar), replacement.substring(bar + 1));
        assertNotNull(AWARD.jdk(spoilt), replacement);
        assertNotNull(AWARD.msv(spoilt), replacement);
    }

    /** MSV, as Woodstox has it, reads over identity constraints. */
    @Test
    void nothingAppearsTwiceInAListThatSaysSo() {
        String twice = VALID.replace("环保", "节能");
        assertNotNull(AWARD.jdk(twice));
        assertNull(AWARD.msv(twice));
    }

    /** The standard counts characters, not UTF-16 units, and so do the schemas in both validators. */
    @ParameterizedTest
    @CsvSource({"200, true", "201, false"})
    void rareCharactersCountOnce(int length, boolean valid) {
        String document = VALID.replace("示例市教育局办公设备采购项目", "𠮷".repeat(length));
        assertEquals(valid, AWARD.jdk(document) == null);
        assertEquals(valid, AWARD.msv(document) == null);
    }

    @Test
    void otherTypesHaveNoSchema() {
        assertThrows(IllegalArgumentException.class, () -> SCHEMAS.document("Money"));
    }
}
