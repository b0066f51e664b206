package org.tongcai.examples;

import java.io.IOException;
import java.io.InputStream;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Standard;

/** Judge one document. Start here. */
public final class ValidateOneDocument {
    private ValidateOneDocument() {}

    /** No arguments. */
    public static void main(String[] args) throws IOException {
        byte[] json;
        try (InputStream in = DemoFiles.open("tender-notice.json")) {
            json = in.readAllBytes();
        }

        // Loading costs some milliseconds: do it once and keep it. It may be used by many threads.
        Standard standard = Standard.load();

        // Files and folders go the same way: standard.validate(Path.of("my-notices")).
        DocumentReport report = standard.validate(json);
        System.out.println(report.documentType() + " " + report.id() + ": " + report.verdict());

        // Invalid data is never an exception. Each finding says what is wrong, where, and in two languages.
        byte[] broken = new String(json, java.nio.charset.StandardCharsets.UTF_8)
                .replace("\"OPEN_TENDER\"", "\"公开招标\"")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (Finding finding : standard.validate(broken).findings()) {
            System.out.println(finding);
            System.out.println("  line " + finding.line() + ", "
                    + finding.title().en() + ": " + finding.message().en());
        }
    }
}
