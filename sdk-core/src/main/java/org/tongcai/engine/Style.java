package org.tongcai.engine;

/** How a document is written: in which encoding, and in which of its forms. */
public enum Style {
    /** JSON without blanks, fields in the order of the standard. */
    JSON(false, Form.NORMAL),
    /** JSON indented by two blanks. */
    JSON_PRETTY(false, Form.PRETTY),
    /** JSON as RFC 8785 lays it down. */
    JSON_CANONICAL(false, Form.CANONICAL),
    /** XML without blanks. */
    XML(true, Form.NORMAL),
    /** XML indented by two blanks. */
    XML_PRETTY(true, Form.PRETTY),
    /** XML that is its own Canonical XML 1.1. */
    XML_CANONICAL(true, Form.CANONICAL);

    private enum Form {
        NORMAL,
        PRETTY,
        CANONICAL
    }

    private final boolean xml;
    private final Form form;

    Style(boolean xml, Form form) {
        this.xml = xml;
        this.form = form;
    }

    /** Whether it is XML; else JSON. */
    public boolean isXml() {
        return xml;
    }

    /** The same encoding, indented. */
    public Style pretty() {
        return xml ? XML_PRETTY : JSON_PRETTY;
    }

    /** The same encoding in its canonical form. */
    public Style canonical() {
        return xml ? XML_CANONICAL : JSON_CANONICAL;
    }

    boolean isPretty() {
        return form == Form.PRETTY;
    }

    boolean isCanonical() {
        return form == Form.CANONICAL;
    }
}
