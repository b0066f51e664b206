package org.tongcai.compiler.conformance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a parser that is not ours says of some bytes: whether they are JSON, how deep, and whether a member appears twice.
 *
 * @param json whether they are UTF-8 and one JSON value with nothing after it
 * @param depth of objects and lists
 * @param repeated whether any object has two members of the same name
 */
record WellFormed(boolean json, int depth, boolean repeated) {
    private static final WellFormed NOT = new WellFormed(false, 0, false);

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    static WellFormed of(byte[] document) {
        String text;
        try {
            // Strictly: Jackson itself lets some malformed sequences pass.
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
        } catch (CharacterCodingException e) {
            return NOT;
        }
        if (!hexadecimal(text)) {
            return NOT;
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            return read(parser);
        } catch (IOException e) {
            return NOT;
        }
    }

    /** Whether four hexadecimal digits follow each {@code \\u}: Jackson takes U+9762 for the digit of its low byte, 0x62. */
    private static boolean hexadecimal(String text) {
        for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i + 2)) {
            if (text.startsWith("u", i + 1)
                    && !text.substring(i + 2, Math.min(i + 6, text.length())).matches("[0-9A-Fa-f]{4}")) {
                return false;
            }
        }
        return true;
    }

    private static WellFormed read(JsonParser parser) throws IOException {
        Deque<Set<String>> open = new ArrayDeque<>();
        int depth = 0;
        boolean repeated = false;
        @Nullable JsonToken token = parser.nextToken();
        if (token == null) {
            return NOT;
        }
        do {
            if (token.isStructStart()) {
                open.push(new HashSet<>());
                depth = Math.max(depth, open.size());
            } else if (token.isStructEnd()) {
                open.pop();
            } else if (token == JsonToken.FIELD_NAME) {
                repeated |= !open.element().add(parser.currentName());
            } else {
                parser.getText();
            }
            if (open.isEmpty()) {
                return new WellFormed(parser.nextToken() == null, depth, repeated);
            }
            token = parser.nextToken();
        } while (token != null);
        return NOT;
    }
}
