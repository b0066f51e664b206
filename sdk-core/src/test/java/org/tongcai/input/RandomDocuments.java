package org.tongcai.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sound JSON objects full of what could lead a slicer astray: brackets, quotes and escapes in texts, odd blanks. */
final class RandomDocuments {
    private static final String[] PIECES = {
        "a", "{", "}", "[", "]", ",", ":", "\\\"", "\\\\", "\\n", "名", "𠮷", "é", " ", "\\u001e"
    };
    private static final String[] SIMPLE = {"1", "-2.5e3", "true", "null", "[]", "{}"};
    private static final String[] SEPARATORS = {",", ", ", ",\n", "\n  ,\r\n\t", " ,\n\n"};

    private final Random random;

    private RandomDocuments(long seed) {
        this.random = new Random(seed);
    }

    static List<String> of(long seed) {
        RandomDocuments documents = new RandomDocuments(seed);
        List<String> all = new ArrayList<>();
        for (int i = 0; i <= documents.random.nextInt(8); i++) {
            all.add(documents.object(3));
        }
        return all;
    }

    private String object(int depth) {
        List<String> members = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            members.add(text() + ":" + value(depth - 1));
        }
        return "{" + String.join(pick(SEPARATORS), members) + "}";
    }

    private String value(int depth) {
        switch (random.nextInt(depth > 0 ? 4 : 2)) {
            case 0:
                return text();
            case 1:
                return pick(SIMPLE);
            case 2:
                return object(depth);
            default:
                List<String> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(value(depth - 1));
                }
                return "[" + String.join(pick(SEPARATORS), items) + "]";
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append(pick(PIECES));
        }
        return text.append('"').toString();
    }

    private String pick(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
