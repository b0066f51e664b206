package org.tongcai.examples.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tongcai.Standard;
import org.tongcai.client.Credentials;
import org.tongcai.client.DocumentSource;
import org.tongcai.client.ProcurementClient;
import org.tongcai.client.PushOptions;
import org.tongcai.client.PushReport;
import org.tongcai.sandbox.Sandbox;

/**
 * Push a catalogue of any size, with a journal: kill it at any moment and start it again with the same file, and nothing is lost and
 * nothing arrives twice.
 */
public final class PushCatalogue {
    private PushCatalogue() {}

    /** Arguments: file of products (NDJSON, array, gzip …), journal, base URL, client id, secret; without the last three, into a sandbox. */
    public static void main(String[] args) throws IOException {
        Path products = Path.of(args[0]);
        Path journal = Path.of(args[1]);
        if (args.length > 2) {
            print(run(args[2], Credentials.clientSecret(args[3], args[4]), products, journal));
            return;
        }
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.addTenant("demo", "示例平台");
            Sandbox.Credentials vendor = sandbox.newApplication("demo", "vendor");
            Credentials credentials = Credentials.clientSecret(vendor.clientId(), vendor.secret());
            String url = sandbox.baseUrl().toString();
            print(run(url, credentials, products, journal));
            // As after a crash: what the platform has confirmed is not sent again.
            print(run(url, credentials, products, journal));
            // Without its journal everything is sent again, and the platform recognises it.
            Files.delete(journal);
            print(run(url, credentials, products, journal));
        }
    }

    /** Pushes a file. */
    static PushReport run(String url, Credentials credentials, Path products, Path journal) {
        try (ProcurementClient client = ProcurementClient.builder()
                .endpoint(url)
                .credentials(credentials)
                .standard(Standard.load())
                .build()) {
            PushOptions options = PushOptions.DEFAULT
                    .batches(100, 1 << 20)
                    .journal(journal)
                    .onResult(result -> {
                        if (!result.accepted()) {
                            System.out.println(result.index() + " " + result.outcome() + " " + result.documentId()
                                    + ": " + result.findings().get(0));
                        }
                    });
            return client.products().push(DocumentSource.of(products), options);
        }
    }

    private static void print(PushReport report) {
        System.out.println(report.documents() + " documents: " + report.accepted() + " taken, " + report.duplicates()
                + " there already, " + report.invalid() + " not sent; " + report.earlier()
                + " settled by an earlier run, " + report.batches() + " batches sent");
    }
}
