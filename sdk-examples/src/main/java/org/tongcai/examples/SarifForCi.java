package org.tongcai.examples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tongcai.Report;
import org.tongcai.Standard;
import org.tongcai.report.Reports;

/** In continuous integration: findings as SARIF, which code hosts show beside the lines, and an exit code that stops the build. */
public final class SarifForCi {
    private SarifForCi() {}

    /** Arguments: what to judge, and the SARIF file to write. Exit code 1 if any document is rejected. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: SarifForCi <file or folder> <report.sarif>");
            System.exit(2);
        }
        System.exit(run(Path.of(args[0]), Path.of(args[1])));
    }

    /** Judges {@code documents} and writes {@code sarif}; answers the exit code. */
    static int run(Path documents, Path sarif) throws IOException {
        Standard standard = Standard.load();
        Report report = standard.validate(documents);
        try (OutputStream out = Files.newOutputStream(sarif)) {
            // The messages in English, the Chinese ones beside them; Locale.SIMPLIFIED_CHINESE turns that round.
            Reports.write(report, Reports.sarif(out, standard.name(), Locale.ENGLISH));
        }
        return report.accepted() ? 0 : 1;
    }
}
