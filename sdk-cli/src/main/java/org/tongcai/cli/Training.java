package org.tongcai.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Does a little of everything, so that the launcher's archive of loaded classes covers what users do. */
public final class Training {
    private static final String[][] COMMANDS = {
        {"validate", "-"},
        {"validate", "--format", "json", "-"},
        {"explain", "structure.required"},
        {"codes"},
        {"id", "creditCode", "91000000000000000X"},
        {"--help"},
    };

    private Training() {}

    /** Runs without looking at the outcome; prints nothing. */
    public static void main(String[] arguments) {
        String document = """
                {"header": {"documentType": "awardNotice", "standardVersion": "0.1", "documentId": "示例", "issuedAt": "2026-01-01T00:00:00+08:00"}}
                {"header": {"documentType": "tenderNotice", "x": [1, true, null]}}
                """;
        for (String[] command : COMMANDS) {
            Terminal nowhere = new Terminal(
                    new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                    OutputStream.nullOutputStream(),
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                    Locale.SIMPLIFIED_CHINESE,
                    false,
                    false);
            Main.run(nowhere, command);
        }
    }
}
