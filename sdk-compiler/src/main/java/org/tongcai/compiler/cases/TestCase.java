package org.tongcai.compiler.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Layer;
import org.tongcai.Verdict;

/**
 * One case of the standard: a document and what must be said of it.
 *
 * @param id stable within an edition, {@code awardNotice-Lot.lotNumber-max-length}
 * @param title what it shows
 * @param documentType the document type
 * @param base file relative to {@code spec/cases} that holds the document, or the document that the patch changes
 * @param patch RFC 6902 operations (with {@code repeat}, see {@link JsonPatch}) that turn the base into the document; null for none
 * @param verdict what must come of it
 * @param expected the errors that must be found, in the order of the document, no others
 * @param xml why the document cannot be written in XML; null where it can
 */
public record TestCase(
        String id,
        Bilingual title,
        String documentType,
        String base,
        @Nullable ArrayNode patch,
        Verdict verdict,
        List<Expected> expected,
        @Nullable Inexpressible xml) {
    public TestCase {
        expected = List.copyOf(expected);
    }

    /** What the base is written in. */
    public Wire wire() {
        return base.endsWith(".xml") ? Wire.XML : Wire.JSON;
    }

    /** The same case with the reason why its document cannot be written in XML. */
    TestCase withXml(@Nullable Inexpressible reason) {
        return new TestCase(id, title, documentType, base, patch, verdict, expected, reason);
    }

    /**
     * A finding that must be made.
     *
     * @param ruleId id of the check or rule
     * @param layer its layer
     * @param pointer where
     */
    public record Expected(String ruleId, Layer layer, String pointer) {}
}
