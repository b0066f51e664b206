package org.tongcai.compiler.conformance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the values of a well-formed document stand: a scanner for tests, written after RFC 8259 and RFC 6901 and nothing else, that cares
 * for clearness and not for speed.
 */
final class TokenPlaces {
    /**
     * Where a value stands.
     *
     * @param name character at which its name begins; the same as value where it has none
     * @param value character at which it begins
     */
    record Spot(int name, int value) {}

    /** Where a character stands for people: line and column from 1, columns in code points, and bytes from 0. */
    record Position(int line, int column, long bytes) {}

    private final String text;
    private final Map<String, List<Spot>> spots = new HashMap<>();
    private int at;

    TokenPlaces(String text) {
        this.text = text;
        blanks();
        value("", at);
    }

    /** All spots of a pointer, in order; several where a member appears twice, none where there is no such value. */
    List<Spot> of(String pointer) {
        return spots.getOrDefault(pointer, List.of());
    }

    static Position position(String text, int character) {
        String before = text.substring(0, character);
        String[] lines = before.split("\n", -1);
        String last = lines[lines.length - 1];
        return new Position(
                lines.length,
                last.codePointCount(0, last.length()) + 1,
                before.getBytes(StandardCharsets.UTF_8).length);
    }

    private void value(String pointer, int name) {
        spots.computeIfAbsent(pointer, key -> new ArrayList<>()).add(new Spot(name, at));
        char c = text.charAt(at);
        if (c == '{') {
            object(pointer);
        } else if (c == '[') {
            list(pointer);
        } else if (c == '"') {
            string();
        } else {
            while (at < text.length() && "+-.0123456789aeEflnrstu".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
        blanks();
    }

    private void object(String pointer) {
        at++;
        blanks();
        while (text.charAt(at) != '}') {
            int name = at;
            String key = string();
            blanks();
            expect(':');
            value(pointer + "/" + key.replace("~", "~0").replace("/", "~1"), name);
            if (text.charAt(at) == ',') {
                at++;
                blanks();
            }
        }
        at++;
    }

    private void list(String pointer) {
        at++;
        blanks();
        for (int i = 0; text.charAt(at) != ']'; i++) {
            value(pointer + "/" + i, at);
            if (text.charAt(at) == ',') {
                at++;
                blanks();
            }
        }
        at++;
    }

    private String string() {
        StringBuilder result = new StringBuilder();
        expectHere('"');
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c != '\\') {
                result.append(c);
                continue;
            }
            char escaped = text.charAt(at++);
            if (escaped == 'u') {
                result.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                at += 4;
            } else {
                int which = "bfnrt".indexOf(escaped);
                result.append(which < 0 ? escaped : "\b\f\n\r\t".charAt(which));
            }
        }
        at++;
        return result.toString();
    }

    private void expect(char c) {
        expectHere(c);
        blanks();
    }

    private void expectHere(char c) {
        if (text.charAt(at++) != c) {
            throw new IllegalStateException(c + " expected at " + (at - 1) + " of " + text);
        }
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
