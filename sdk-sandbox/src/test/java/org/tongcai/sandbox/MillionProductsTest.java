package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.client.Credentials;
import org.tongcai.client.FeedOptions;
import org.tongcai.client.ProcurementClient;

/** A catalogue of any length goes through a heap of 128 MiB, since only what is under way is held: every product arrives exactly once. */
class MillionProductsTest {
    /** What a build has time for. From 40,000 on the catalogue, were it held, would not fit. */
    private static final int FEW = 3_000;

    private static final List<String> LEFT_OUT = List.of(
            "catalogue",
            "marketPrices",
            "priceComponents",
            "policyEvidence",
            "localBrandTags",
            "services",
            "packingList",
            "attachments");

    @Test
    void aCatalogue(@TempDir Path folder) throws Exception {
        push(FEW, folder);
    }

    @Test
    @Tag("long")
    void aMillion(@TempDir Path folder) throws Exception {
        push(Integer.getInteger("push.documents", 1_000_000), folder);
    }

    private static void push(int documents, Path folder) throws Exception {
        String product = product();
        Path template = Files.writeString(folder.resolve("template.json"), product);
        Path errors = folder.resolve("errors.txt");
        try (Sandbox sandbox = Sandbox.builder()
                .database("jdbc:h2:file:" + folder.resolve("platform"))
                .start()) {
            sandbox.addTenant("demo", "示例平台");
            Sandbox.Credentials given = sandbox.newApplication("demo", "mall");
            Process process = start(
                    errors,
                    List.of(
                            sandbox.baseUrl().toString(),
                            given.clientId(),
                            given.secret(),
                            folder.resolve("journal").toString(),
                            template.toString(),
                            Integer.toString(documents)));
            String said;
            try (BufferedReader lines = process.inputReader()) {
                said = lines.lines().reduce("", (before, line) -> line);
                process.waitFor();
            } finally {
                process.destroyForcibly();
            }
            assertTrue(said.startsWith("complete "), () -> said + read(errors));
            String[] words = said.split(" ");
            System.out.printf(
                    Locale.ROOT,
                    "%,d products of %,d bytes pushed in %.1f s: %,.0f a second; the pushing process had at most %,d MiB%n",
                    documents,
                    product.getBytes(StandardCharsets.UTF_8).length,
                    Long.parseLong(words[1]) / 1e3,
                    documents * 1e3 / Long.parseLong(words[1]),
                    Long.parseLong(words[2]) >> 10);
            verify(sandbox, given, documents);
        }
    }

    /** The example without what a product may do without. */
    private static String product() {
        List<String> changes = new ArrayList<>(
                List.of("/header/documentId", "TEMPLATE", "/header/revision", "1", "/productId", "P-TEMPLATE"));
        for (String field : LEFT_OUT) {
            changes.addAll(List.of("/" + field, ""));
        }
        return Samples.of("product", changes.toArray(String[]::new));
    }

    private static void verify(Sandbox sandbox, Sandbox.Credentials given, int documents) {
        BitSet taken = new BitSet(documents);
        try (ProcurementClient witness = ProcurementClient.builder()
                .endpoint(sandbox.baseUrl().toString())
                .credentials(Credentials.clientSecret(given.clientId(), given.secret()))
                .validateBeforeSending(false)
                .build()) {
            witness.feed()
                    .follow(
                            (String) null,
                            FeedOptions.DEFAULT.withPageSize(1_000).onceThrough(),
                            item -> {
                                String id = item.entry().documentId();
                                int number = Integer.parseInt(id.substring(2));
                                assertFalse(taken.get(number), id + " twice");
                                taken.set(number);
                            });
        }
        assertEquals(documents, taken.cardinality());
        assertEquals(documents, taken.length());
    }

    private static Process start(Path errors, List<String> arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CataloguePush.class.getName());
        builder.command().addAll(arguments);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        return builder.start();
    }

    private static String read(Path file) {
        try {
            return "\n" + Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
