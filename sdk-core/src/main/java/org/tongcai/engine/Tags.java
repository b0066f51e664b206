package org.tongcai.engine;

import java.nio.charset.StandardCharsets;

/** What is written around the values of a member, ready as bytes. Immutable. */
final class Tags {
    /** {@code "name":}. */
    final byte[] json;
    /** {@code "name": }. */
    final byte[] jsonPretty;
    /** {@code <name>}. */
    final byte[] start;
    /** {@code <name xsi:type="}. */
    final byte[] startTyped;
    /** {@code </name>}. */
    final byte[] end;

    Tags(String name) {
        json = ascii('"' + name + "\":");
        jsonPretty = ascii('"' + name + "\": ");
        start = ascii('<' + name + '>');
        startTyped = ascii('<' + name + " xsi:type=\"");
        end = ascii("</" + name + '>');
    }

    /** Names are ASCII by the rules of the standard. */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
