package org.tongcai.layout;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.tongcai.Limits;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.LayoutDefinition;

/**
 * Prints documents of one type by its official layout. Immutable and thread-safe; get it from {@code Standard.layout}.
 *
 * <p>A faulty document is printed as far as it goes: missing values are blanks, values that do not fit their format stand as they are.
 * Documents are JSON; one in XML is rewritten first, with {@code standard.json().rewrite}.
 */
public final class Layout {
    private static final int OUTPUT = 1 << 26;

    private final LayoutDefinition definition;
    private final CodeNames names;
    private final DocumentTree reader;

    private Layout(LayoutDefinition definition, CodeNames names, DocumentTree reader) {
        this.definition = definition;
        this.names = names;
        this.reader = reader;
    }

    /**
     * The layout of a document type.
     *
     * @param limits bounds on documents: size, depth, lengths of texts and numbers
     * @throws IllegalArgumentException if the standard states none for it
     */
    public static Layout of(Bundle bundle, String documentType, Limits limits) {
        LayoutDefinition definition = bundle.layout(documentType)
                .orElseThrow(() -> new IllegalArgumentException("no layout for document type " + documentType));
        return new Layout(definition, new CodeNames(bundle), new DocumentTree(limits));
    }

    /** The document type that it is for. */
    public String documentType() {
        return definition.documentType();
    }

    /**
     * A document (UTF-8 JSON) as a page of its own: HTML for screen and A4 print, without scripts or anything from elsewhere.
     *
     * @throws LayoutException if it is not a JSON object or beyond the limits
     */
    public String html(byte[] document) {
        StringWriter out = new StringWriter();
        try (NoticePage page = new NoticePage(out)) {
            page.add(this, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: it is written into memory
        }
        return out.toString();
    }

    /**
     * A document (UTF-8 JSON) as plain text, lines ending in LF.
     *
     * @throws LayoutException if it is not a JSON object or beyond the limits
     */
    public String text(byte[] document) {
        TextSink sink = new TextSink();
        render(document, sink);
        return sink.toString();
    }

    void render(byte[] document, Sink sink) {
        Context context = Context.of(reader.read(document));
        new Renderer(definition, new Texts(definition, names, context, OUTPUT), sink).render(context);
    }
}
