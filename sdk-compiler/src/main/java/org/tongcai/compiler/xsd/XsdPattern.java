package org.tongcai.compiler.xsd;

/**
 * Patterns of the dialect (and of {@link org.tongcai.compiler.strict.Shapes}) in the words of XSD 1.0, appendix F: always anchored, no escapes
 * but those of its own syntax characters, hyphens in classes escaped, since some readers (MSV) take {@code [+-]} for a range without end.
 */
final class XsdPattern {
    /** What XSD lets one escape, of what the dialect lets one escape. */
    private static final String ESCAPABLE = "\\|.-^?*+{}()[]";

    private XsdPattern() {}

    /** The same pattern; {@code pattern} must be anchored and of the dialect's subset. */
    static String of(String pattern) {
        if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
            throw new IllegalArgumentException("not anchored: " + pattern);
        }
        StringBuilder out = new StringBuilder(pattern.length());
        boolean inClass = false;
        int members = 0;
        int end = pattern.length() - 1;
        for (int at = 1; at < end; at++) {
            char c = pattern.charAt(at);
            if (c == '\\') {
                char escaped = pattern.charAt(++at);
                out.append(ESCAPABLE.indexOf(escaped) >= 0 ? "\\" : "").append(escaped);
                members++;
            } else if (!inClass) {
                out.append(c);
                if (c == '[') {
                    inClass = true;
                    members = 0;
                    if (pattern.charAt(at + 1) == '^') {
                        out.append('^');
                        at++;
                    }
                }
            } else if (c == ']') {
                out.append(c);
                inClass = false;
            } else if (c == '-' && (members == 0 || pattern.charAt(at + 1) == ']')) {
                out.append("\\-");
                members++;
            } else {
                out.append(c);
                members++;
            }
        }
        return out.toString();
    }
}
