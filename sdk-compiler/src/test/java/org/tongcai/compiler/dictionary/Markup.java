package org.tongcai.compiler.dictionary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A strict reader of the dictionary's HTML: whatever is not exactly a tag that we write is a failure, so nothing can slip in. */
final class Markup {
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:=\"[^\"<>]*\")?)*)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z-]+)(?:=\"([^\"]*)\")?");
    private static final Set<String> VOID = Set.of("meta", "link", "input");

    /** An opening tag. */
    record Tag(String name, Map<String, String> attributes) {}

    private final List<Tag> tags = new ArrayList<>();

    private Markup() {}

    static Markup read(String html) {
        Markup markup = new Markup();
        String text = html.substring("<!doctype html>".length());
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(text);
        int from = 0;
        while (tag.find(from)) {
            noMarkup(text.substring(from, tag.start()));
            if (!tag.group(1).isEmpty()) {
                String expected = open.pop();
                if (!expected.equals(tag.group(2))) {
                    throw new AssertionError("</" + tag.group(2) + "> closes <" + expected + ">");
                }
            } else {
                markup.tags.add(new Tag(tag.group(2), attributes(tag.group(3))));
                if (!VOID.contains(tag.group(2))) {
                    open.push(tag.group(2));
                }
            }
            from = tag.end();
        }
        noMarkup(text.substring(from));
        if (!open.isEmpty()) {
            throw new AssertionError("never closed: " + open);
        }
        return markup;
    }

    private static void noMarkup(String text) {
        if (text.indexOf('<') >= 0 || text.indexOf('>') >= 0) {
            throw new AssertionError("not a tag of ours: " + text);
        }
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            String value = attribute.group(2) == null ? "" : unescape(attribute.group(2));
            if (attributes.put(attribute.group(1), value) != null) {
                throw new AssertionError("attribute twice: " + text);
            }
        }
        return attributes;
    }

    static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    List<Tag> tags() {
        return tags;
    }

    /** Values of an attribute, in order, repetitions kept. */
    List<String> values(String attribute) {
        return tags.stream()
                .map(tag -> tag.attributes().get(attribute))
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
