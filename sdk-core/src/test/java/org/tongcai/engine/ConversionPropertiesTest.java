package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tongcai.Standard;

/** Whatever fits its type goes from one encoding to the other and back without loss. */
class ConversionPropertiesTest {
    private static final TestBundle BUNDLE = new TestBundle();
    private static final Standard STANDARD = Standard.of(BUNDLE);

    private static byte[] any(long seed) {
        Random random = new Random(seed);
        AnyDocument documents = new AnyDocument(BUNDLE, random);
        return Documents.bytes(
                random.nextInt(5) > 0
                        ? documents.of("awardNotice", "AwardNotice")
                        : documents.of("wideNotice", "WideNotice"));
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    @Property
    void nothingIsLostThereAndBack(@ForAll long seed) throws Exception {
        byte[] document = any(seed);
        String canonical = Canonical.json(document);
        assertEquals(canonical, text(STANDARD.json().canonical().rewrite(document)), "as RFC 8785");
        byte[] xml = STANDARD.xml().rewrite(document);
        assertEquals(canonical, text(STANDARD.json().canonical().rewrite(xml)), "XML");
        byte[] pretty = STANDARD.xml().pretty().rewrite(STANDARD.json().pretty().rewrite(xml));
        assertEquals(canonical, text(STANDARD.json().canonical().rewrite(pretty)), "pretty XML");
        assertEquals(text(xml), text(STANDARD.xml().rewrite(pretty)), "normal again");
        assertEquals(
                text(STANDARD.json().rewrite(document)), text(STANDARD.json().rewrite(xml)), "order of the standard");
    }

    @Property(tries = 200)
    void canonicalXmlIsItsOwnCanonicalXml(@ForAll long seed) throws Exception {
        byte[] xml = STANDARD.xml().rewrite(any(seed));
        String canonical = text(STANDARD.xml().canonical().rewrite(xml));
        assertEquals(canonical, Canonical.xml(Documents.bytes(canonical)));
        assertEquals(canonical, Canonical.xml(xml));
    }
}
