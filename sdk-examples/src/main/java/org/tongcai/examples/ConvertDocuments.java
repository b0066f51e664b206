package org.tongcai.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tongcai.Codec;
import org.tongcai.DocumentException;
import org.tongcai.Limits;
import org.tongcai.Standard;
import org.tongcai.input.DocumentReader;

/** Convert a file of any size (NDJSON, an array, XML, gzip or zip of these) into files of XML: memory holds one document. */
public final class ConvertDocuments {
    private ConvertDocuments() {}

    /** Arguments: a folder for the XML, and a file; without a file, contracts of the demonstration data. */
    public static void main(String[] args) throws IOException {
        try (InputStream in =
                args.length > 1 ? Files.newInputStream(Path.of(args[1])) : DemoFiles.open("contracts.ndjson")) {
            System.out.println(run(in, Path.of(args[0])) + " files");
        }
    }

    /** Writes each document into a file of its own; how many there are. */
    static int run(InputStream in, Path folder) throws IOException {
        Codec xml = Standard.load().xml();
        int[] written = {0};
        new DocumentReader(Limits.DEFAULT).read("contracts", in, document -> {
            // The bytes are valid in here only, and go straight from one encoding into the other.
            try {
                Files.write(folder.resolve(document.index() + ".xml"), xml.rewrite(document));
                written[0]++;
            } catch (DocumentException e) {
                System.out.println(
                        document.index() + ": " + e.report().findings().get(0));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return written[0];
    }
}
