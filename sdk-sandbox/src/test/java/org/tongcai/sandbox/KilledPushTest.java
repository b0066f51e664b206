package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.client.Credentials;
import org.tongcai.client.FeedOptions;
import org.tongcai.client.ProcurementClient;

/** A pushing process that is killed at any moment (SIGKILL) and started again: nothing is lost, nothing is there twice. */
class KilledPushTest {
    @Test
    void killedThreeTimes(@TempDir Path folder) throws Exception {
        killed(3, 250, folder);
    }

    @Test
    @Tag("long")
    void killedTwentyTimes(@TempDir Path folder) throws Exception {
        killed(20, 2_000, folder);
    }

    private static void killed(int times, int documents, Path folder) throws Exception {
        Path template = Files.writeString(folder.resolve("template.json"), Samples.product("TEMPLATE", 1));
        Path output = folder.resolve("errors.txt");
        Random dice = new Random(times);
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.addTenant("demo", "示例平台");
            Sandbox.Credentials given = sandbox.newApplication("demo", "mall");
            String[] arguments = {
                sandbox.baseUrl().toString(),
                given.clientId(),
                given.secret(),
                folder.resolve("journal").toString(),
                template.toString(),
                Integer.toString(documents)
            };
            int batches = documents / 5;
            for (int i = 0; i < times; i++) {
                Process process = start(arguments, output);
                try (BufferedReader lines = process.inputReader()) {
                    // Far enough to be in the middle of things, never so far that nothing is left.
                    int wait = dice.nextInt(Math.max(1, batches / times / 2));
                    for (int line = 0; line <= wait; line++) {
                        assertNotEquals("complete", String.valueOf(lines.readLine()));
                    }
                    Thread.sleep(dice.nextInt(8));
                } finally {
                    process.destroyForcibly().waitFor();
                }
            }
            Process last = start(arguments, output);
            try (BufferedReader lines = last.inputReader()) {
                String said = lines.lines().reduce("", (before, line) -> line);
                assertEquals("complete", said, () -> read(output));
                assertEquals(0, last.waitFor());
            } finally {
                last.destroyForcibly();
            }
            verify(sandbox, given, documents);
        }
    }

    private static void verify(Sandbox sandbox, Sandbox.Credentials given, int documents) {
        Map<String, Integer> taken = new HashMap<>();
        try (ProcurementClient witness = ProcurementClient.builder()
                .endpoint(sandbox.baseUrl().toString())
                .credentials(Credentials.clientSecret(given.clientId(), given.secret()))
                .validateBeforeSending(false)
                .build()) {
            witness.feed()
                    .follow(
                            (String) null,
                            FeedOptions.DEFAULT.onceThrough(),
                            item -> taken.merge(item.entry().documentId(), 1, Integer::sum));
        }
        assertEquals(documents, taken.size());
        assertTrue(taken.values().stream().allMatch(count -> count == 1), taken.toString());
    }

    private static Process start(String[] arguments, Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PushingProcess.class.getName());
        builder.command().addAll(java.util.List.of(arguments));
        builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        return builder.start();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
