package org.tongcai.jaxb;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Writes what a runtime of JAXB announces as text: runtimes differ in what they escape, and the JDK's writer leaves a carriage return as it
 * is, which readers turn into a line feed. Characters must be such as XML can carry. Not thread-safe.
 */
final class XmlText extends DefaultHandler {
    /** Says that the stream failed, and not the document. */
    static final class Unwritable extends SAXException {
        private static final long serialVersionUID = 1L;

        private final transient IOException reason;

        Unwritable(IOException reason) {
            super(reason);
            this.reason = reason;
        }

        IOException reason() {
            return reason;
        }
    }

    private final Writer out;
    /** Prefix to namespace, for the element that comes next. */
    private final Map<String, String> declarations = new LinkedHashMap<>();

    XmlText(Writer out) {
        this.out = out;
    }

    @Override
    public void startDocument() throws SAXException {
        write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) {
        declarations.put(prefix, uri);
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        write("<");
        write(name);
        for (Map.Entry<String, String> declaration : declarations.entrySet()) {
            attribute(
                    declaration.getKey().isEmpty() ? "xmlns" : "xmlns:" + declaration.getKey(), declaration.getValue());
        }
        declarations.clear();
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute(attributes.getQName(i), attributes.getValue(i));
        }
        write(">");
    }

    private void attribute(String name, String value) throws SAXException {
        write(" ");
        write(name);
        write("=\"");
        // Names of types and namespaces: nothing in them needs more.
        write(value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"));
        write("\"");
    }

    @Override
    public void endElement(String uri, String localName, String name) throws SAXException {
        write("</");
        write(name);
        write(">");
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        try {
            int plain = start;
            int end = start + length;
            for (int i = start; i < end; i++) {
                String escaped = switch (text[i]) {
                    case '&' -> "&amp;";
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    case '\r' -> "&#xD;";
                    default -> "";
                };
                if (!escaped.isEmpty()) {
                    out.write(text, plain, i - plain);
                    out.write(escaped);
                    plain = i + 1;
                }
            }
            out.write(text, plain, end - plain);
        } catch (IOException e) {
            throw new Unwritable(e);
        }
    }

    private void write(String text) throws SAXException {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new Unwritable(e);
        }
    }
}
