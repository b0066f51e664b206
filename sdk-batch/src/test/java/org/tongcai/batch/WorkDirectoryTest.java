package org.tongcai.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tongcai.batch.Documents.STANDARD;
import static org.tongcai.batch.Documents.payment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.input.Slice;

/** Nothing stays behind. */
class WorkDirectoryTest {
    @TempDir
    private Path folder = Path.of("");

    private BatchOptions options() {
        return BatchOptions.DEFAULT.withMemoryDocuments(0).withWorkDirectory(folder);
    }

    private long entries() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }

    private static Slice slice(String id) {
        return Slice.of(id, payment(id, "1.00").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void itIsThereWhileItIsNeeded() throws IOException {
        try (ReferenceCollector collector = new ReferenceCollector(STANDARD, options())) {
            assertEquals(0, entries(), "nothing is written before there is something to write");
            collector.add(slice("ZF-1"));
            assertEquals(1, entries());
            try (References references = collector.finish()) {
                assertEquals(1, entries());
                references.find("payment", "ZF-1", null);
            }
            assertEquals(0, entries());
        }
    }

    @Test
    void itGoesWithACollectorThatWasNotFinished() throws IOException {
        try (ReferenceCollector collector = new ReferenceCollector(STANDARD, options())) {
            collector.add(slice("ZF-1"));
        }
        assertEquals(0, entries());
    }

    @Test
    void itGoesWithTheProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Interrupted.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(130, process.waitFor(), output);
        assertEquals("1", output.trim());
        assertEquals(0, entries());
    }

    /** Ends without closing anything, as Ctrl-C does. */
    static final class Interrupted {
        private Interrupted() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            ReferenceCollector collector = new ReferenceCollector(
                    STANDARD, BatchOptions.DEFAULT.withMemoryDocuments(0).withWorkDirectory(folder));
            collector.add(Slice.of(
                    "-",
                    "{\"header\":{\"documentType\":\"payment\",\"documentId\":\"A\"}}"
                            .getBytes(StandardCharsets.UTF_8)));
            try (Stream<Path> all = Files.list(folder)) {
                System.out.println(all.count());
            }
            System.exit(130);
        }
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        BatchOptions nowhere = options().withWorkDirectory(folder.resolve("nowhere"));
        try (ReferenceCollector collector = new ReferenceCollector(STANDARD, nowhere)) {
            assertThrows(StoreException.class, () -> collector.add(slice("ZF-1")));
        }
    }

    @Test
    void filesAndFoldersAreJudgedTogether() throws IOException {
        Path documents = Files.createDirectory(folder.resolve("documents"));
        Files.writeString(documents.resolve("1.json"), payment("ZF-1", "960064.01"));
        Files.writeString(documents.resolve("2.json"), payment("ZF-2", "411456.00"));
        Path contract = folder.resolve("contract.json");
        Files.writeString(contract, Documents.example("contract"));
        Path missing = folder.resolve("missing.json");
        List<org.tongcai.DocumentReport> reports = new java.util.ArrayList<>();
        Batch.validate(
                STANDARD,
                List.of(documents, contract, missing),
                org.tongcai.ValidationOptions.DEFAULT,
                options(),
                reports::add);
        Documents.Judged judged = new Documents.Judged(reports);
        assertEquals(
                List.of("ZF-1", "ZF-2"), List.copyOf(judged.of("GP-PAYMENT-011").keySet()));
        assertEquals(1, judged.of("input.unreadable").size());
        assertEquals(2, entries());
    }
}
