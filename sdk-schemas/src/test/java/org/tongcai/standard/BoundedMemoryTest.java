package org.tongcai.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stream of any size is judged in a heap of 64 MiB. */
class BoundedMemoryTest {
    private static final Path DOCUMENT =
            Path.of(System.getProperty("spec.directory", "../spec"), "cases", "examples", "awardNotice.json");

    @Test
    void aHundredMegabytes() throws IOException, InterruptedException {
        judge(100L << 20);
    }

    @Test
    @Tag("long")
    void aGigabyte() throws IOException, InterruptedException {
        judge(1L << 30);
    }

    private static void judge(long bytes) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessInput.class.getName(),
                        DOCUMENT.toString(),
                        Long.toString(bytes))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        assertEquals(0, process.waitFor(), output);
        String[] counts = output.split(" ");
        long documents = Long.parseLong(counts[0]);
        assertTrue(documents > 5_000, output);
        assertEquals(documents / 1000, Long.parseLong(counts[2]), "rejected");
        assertEquals(documents - documents / 1000, Long.parseLong(counts[1]), "accepted");
    }
}
