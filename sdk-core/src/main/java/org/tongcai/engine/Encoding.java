package org.tongcai.engine;

import org.tongcai.Citation;

/** Sources of the requirements on the encoding itself. */
final class Encoding {
    static final Citation JSON =
            new Citation("The JavaScript Object Notation (JSON) Data Interchange Format", "RFC 8259", null);
    static final Citation NAMES =
            new Citation("The JavaScript Object Notation (JSON) Data Interchange Format", "RFC 8259", "section 4");
    static final Citation UTF_8 =
            new Citation("The JavaScript Object Notation (JSON) Data Interchange Format", "RFC 8259", "section 8.1");

    private Encoding() {}

    /** The XML namespace of an edition. */
    static String namespace(String edition) {
        return "https://tongcai.org/ns/" + edition;
    }
}
