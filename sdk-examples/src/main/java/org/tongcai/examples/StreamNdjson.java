package org.tongcai.examples;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tongcai.Standard;
import org.tongcai.Summary;
import org.tongcai.ValidationOptions;

/** Judge a file of any size: memory holds one document, not the file. Works for NDJSON, JSON arrays and gzip of these. */
public final class StreamNdjson {
    private StreamNdjson() {}

    /** Argument: a file; without one, contracts of the demonstration data. */
    public static void main(String[] args) throws IOException {
        try (InputStream in = args.length > 0
                ? new BufferedInputStream(Files.newInputStream(Path.of(args[0])))
                : DemoFiles.open("contracts.ndjson")) {
            System.out.println(run(in));
        }
    }

    /** Counts the documents of a stream and what was found in them. */
    static Summary run(InputStream in) throws IOException {
        Standard standard = Standard.load();

        // One result after the other comes in here. Keep counts, or write the result away, but do not collect them in a
        // list.
        Summary[] summary = {Summary.NONE};
        standard.validate("stream", in, ValidationOptions.DEFAULT, document -> {
            summary[0] = summary[0].plus(document);
            if (summary[0].rejected() <= 3 && !document.findings().isEmpty()) {
                System.out.println(document.index() + " " + document.id() + " "
                        + document.findings().get(0));
            }
        });
        return summary[0];
    }
}
