package org.tongcai.engine;

import org.jspecify.annotations.Nullable;
import org.tongcai.Citation;

/** Sources of the requirements on the encoding itself. */
final class Encoding {
    static final Citation JSON =
            new Citation("The JavaScript Object Notation (JSON) Data Interchange Format", "RFC 8259", null);
    static final Citation NAMES =
            new Citation("The JavaScript Object Notation (JSON) Data Interchange Format", "RFC 8259", "section 4");
    static final Citation UTF_8 =
            new Citation("The JavaScript Object Notation (JSON) Data Interchange Format", "RFC 8259", "section 8.1");
    static final Citation XML =
            new Citation("Extensible Markup Language (XML) 1.0 (Fifth Edition)", "W3C REC-xml-20081126", null);
    static final Citation XML_UTF_8 = new Citation(
            "Extensible Markup Language (XML) 1.0 (Fifth Edition)", "W3C REC-xml-20081126", "section 4.3.3");
    static final Citation XML_NAMES =
            new Citation("Namespaces in XML 1.0 (Third Edition)", "W3C REC-xml-names-20091208", null);
    /** How often an element may stand in another. */
    static final Citation XML_OCCURRENCE =
            new Citation("XML Schema Part 1: Structures Second Edition", "W3C REC-xmlschema-1-20041028", "section 3.9");

    private Encoding() {}

    /**
     * What a document offends that cannot be read on.
     *
     * @param xml whether it is XML
     * @param own the standard itself
     */
    static @Nullable Citation of(Fault fault, boolean xml, Citation own) {
        return switch (fault.check) {
            case SYNTAX_ENCODING -> xml ? XML_UTF_8 : UTF_8;
            case SYNTAX_JSON, SYNTAX_EMPTY, SYNTAX_TRAILING -> JSON;
            case SYNTAX_XML, SYNTAX_DTD -> fault.citation != null ? fault.citation : own;
            default -> null;
        };
    }
}
