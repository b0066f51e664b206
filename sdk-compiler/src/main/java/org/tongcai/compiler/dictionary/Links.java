package org.tongcai.compiler.dictionary;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Paths of pages and anchors, relative to the dictionary's root. One place, so that a link and its target cannot disagree. */
final class Links {
    static final String INDEX = "index.html";
    static final String TYPES = "types.html";
    static final String CODE_LISTS = "codelists.html";
    static final String CHAIN = "chain.html";
    static final String CHANGES = "changes.html";
    static final String COVERAGE = "coverage.html";
    static final String CROSSWALKS = "crosswalks.html";
    static final String CHECKS = "checks.html";
    static final String SOURCES = "sources.html";
    static final String RULES = "rules.html";
    static final String LIMITS = "limits.html";
    static final String WORDINGS = "wordings.html";
    static final String LIFECYCLES = "lifecycles.html";

    /** Names become file names: anything that a file system or a URL could read differently is refused. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    private Links() {}

    /** Page of a document type. */
    static String document(String name) {
        return "documents/" + name(name) + ".html";
    }

    /** Page of a shared type. */
    static String type(String name) {
        return "types/" + name(name) + ".html";
    }

    /** Page of a code list. */
    static String codeList(String id) {
        return "codelists/" + name(id) + ".html";
    }

    /** Entries of a big code list, loaded by its page. */
    static String codeListData(String id) {
        return "codelists/" + name(id) + ".js";
    }

    /** Anchor of a table on the page of crosswalks. */
    static String crosswalkTable(String system, String table) {
        return system + "." + table;
    }

    /** Page of the rules of a subject. */
    static String rules(String subject) {
        return "rules/" + name(subject.toLowerCase(Locale.ROOT)) + ".html";
    }

    /** Page of a lifecycle. */
    static String lifecycle(String id) {
        return "lifecycles/" + name(id) + ".html";
    }

    /** Strict schema of a document type. */
    static String schema(String documentType) {
        return "schemas/" + name(documentType) + ".schema.json";
    }

    /** Anchor of a code on the page of its list. */
    static String code(String code) {
        return "code-" + code.replaceAll("\\s", "_");
    }

    /** {@code #fragment} for an anchor, percent-encoded. */
    static String fragment(String anchor) {
        StringBuilder out = new StringBuilder("#");
        for (byte b : anchor.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(String.format("%02X", b & 0xFF));
            }
        }
        return out.toString();
    }

    /** From a page at {@code page} back to the root: {@code ""} or {@code "../"}. */
    static String root(String page) {
        return page.indexOf('/') < 0 ? "" : "../";
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name that can be a file: " + name);
        }
        return name;
    }
}
