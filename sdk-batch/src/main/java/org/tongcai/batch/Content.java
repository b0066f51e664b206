package org.tongcai.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tongcai.Codec;
import org.tongcai.DocumentException;
import org.tongcai.Standard;
import org.tongcai.input.Slice;

/**
 * Documents as their contents are compared: one in XML as the JSON that says the same, so that a document delivered in both encodings is
 * no rival of itself. Thread-safe.
 */
final class Content {
    private final Codec json;

    Content(Standard standard) {
        this.json = standard.json();
    }

    /** The document to compare; as it is where it cannot be converted without loss, for then no JSON says the same. */
    Slice of(Slice document) {
        if (!document.isXml()) {
            return document;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(document.length());
        try {
            json.rewrite(document, out);
        } catch (DocumentException e) {
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: it is written into memory
        }
        return Slice.of(document.source(), out.toByteArray());
    }
}
