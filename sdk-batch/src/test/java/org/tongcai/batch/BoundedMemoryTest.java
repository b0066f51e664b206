package org.tongcai.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch of any size is judged together in a heap of 96 MiB. */
class BoundedMemoryTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void tenThousand() throws IOException, InterruptedException {
        judge(10_000);
    }

    @Test
    @Tag("long")
    void aMillion() throws IOException, InterruptedException {
        // Time, disk and memory, for whoever wants to quote them.
        System.out.println(judge(1_000_000));
    }

    private String judge(long documents) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-Dspec.directory=" + System.getProperty("spec.directory", "../spec"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Million.class.getName(),
                        Long.toString(documents),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        assertEquals(0, process.waitFor(), output);
        long broken = documents / Million.CHAIN / Million.EVERY;
        String counts = output.lines().findFirst().orElse("");
        assertTrue(counts.contains("documents=" + documents + ","), output);
        // Each of four payments together too high; the one delivered twice is judged twice.
        assertTrue(counts.contains("GP-PAYMENT-011=" + 5 * broken + ","), output);
        assertTrue(counts.contains("GP-CONTRACT-031=" + 2 * broken + ","), output);
        assertTrue(counts.contains("GP-CONTROL-009=" + 2 * broken + ","), output);
        assertTrue(counts.contains("references.duplicate=" + 2 * broken + "}"), output);
        return output;
    }
}
