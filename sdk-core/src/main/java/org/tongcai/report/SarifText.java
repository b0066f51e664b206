package org.tongcai.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;

/** SARIF's own ways with text: messages (3.11), URI references (3.10) and fingerprints (3.27.17). */
final class SarifText {
    /** Name and version of the fingerprint; a change of what goes into it needs a new version. */
    static final String FINGERPRINT = "tongcaiFinding/v1";

    private static final String UNRESERVED = "-._~/";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private SarifText() {}

    /** Writes a message: braces doubled, and nothing in it taken for a link. */
    static void message(JsonGenerator json, String name, String text) throws IOException {
        String plain = SafeText.visible(text);
        if (plain.contains("](")) {
            plain = plain.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
        }
        json.writeObjectFieldStart(name);
        json.writeStringField("text", plain.replace("{", "{{").replace("}", "}}"));
        json.writeEndObject();
    }

    /**
     * The source as a URI reference (RFC 3986), percent-encoded: relative for a relative path, {@code file:///…} for an absolute one.
     */
    static String uri(String source) {
        return uri(source, File.separatorChar);
    }

    /** {@link #uri(String)} on a system with the given separator; elsewhere than on Windows a backslash is a character like any other. */
    static String uri(String source, char separator) {
        String path = source.replace(separator, '/');
        while (path.startsWith("./")) {
            path = path.substring(2);
        }
        if (separator == '\\' && path.matches("[A-Za-z]:/.*")) {
            return "file:///" + path.substring(0, 2) + encode(path.substring(2));
        }
        return (path.startsWith("/") ? "file://" : "") + encode(path);
    }

    private static String encode(String path) {
        StringBuilder out = new StringBuilder(path.length() + 16);
        for (byte b : SafeText.wellFormed(path).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || UNRESERVED.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HEX.toHexDigits(b));
            }
        }
        return out.toString();
    }

    /**
     * Recognises the same finding in a later run: it does not depend on lines, offsets or the wrong value itself. Findings of one document that would look alike
     * are numbered in order; {@code seen} counts them.
     */
    static String fingerprint(DocumentReport document, Finding finding, Map<String, Integer> seen) {
        String identity = document.id() == null ? "#" + document.index() : document.id();
        String key = String.join(
                "\u0000",
                document.source().replace(File.separatorChar, '/'),
                identity,
                finding.ruleId(),
                finding.pointer(),
                finding.title().zh());
        return sha256(key) + ":" + seen.merge(key, 1, Integer::sum);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
