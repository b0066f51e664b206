package org.tongcai.engine;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Characters that an encoding writes otherwise than they are; all of them ASCII. Immutable. */
final class Escapes {
    /** As RFC 8785; other control characters are in no document. */
    static final Escapes JSON = new Escapes()
            .with('"', "\\\"")
            .with('\\', "\\\\")
            .with('\t', "\\t")
            .with('\n', "\\n")
            .with('\r', "\\r");
    /** As Canonical XML writes text. */
    static final Escapes XML =
            new Escapes().with('&', "&amp;").with('<', "&lt;").with('>', "&gt;").with('\r', "&#xD;");

    /** Bytes that one UTF-16 unit takes at most. */
    static final int LONGEST = 5;

    /** What is written for each ASCII character; null for itself. */
    private final byte @Nullable [][] written = new byte[128][];
    /** Whether something else is written for it. */
    final boolean[] special = new boolean[128];

    private Escapes() {}

    private Escapes with(char character, String escape) {
        written[character] = escape.getBytes(StandardCharsets.US_ASCII);
        special[character] = true;
        return this;
    }

    /** What is written for a special character. */
    byte[] of(char character) {
        byte[] escape = written[character];
        if (escape == null) {
            throw new IllegalArgumentException();
        }
        return escape;
    }
}
