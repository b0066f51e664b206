package org.tongcai.compiler.rules;

import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Place;

/** Finds places within the strings of a JSON file, behind escapes too. Immutable. */
final class SourceText {
    private final String[] lines;

    SourceText(String text) {
        this.lines = text.split("\n", -1);
    }

    /** Where the code point at {@code offset} of the string stands in the file. */
    Place within(Json.Text string, int offset) {
        Place start = string.place();
        if (start.line() > lines.length) {
            return start;
        }
        String line = lines[start.line() - 1];
        int index = start.column(); // behind the opening quote: columns count from 1
        for (int point = 0; point < offset && index < line.length(); point++) {
            index = next(line, index);
        }
        return new Place(start.file(), start.line(), index + 1);
    }

    private static int next(String line, int index) {
        if (line.charAt(index) != '\\') {
            return index + Character.charCount(line.codePointAt(index));
        }
        return index + 1 < line.length() && line.charAt(index + 1) == 'u' ? index + 6 : index + 2;
    }
}
