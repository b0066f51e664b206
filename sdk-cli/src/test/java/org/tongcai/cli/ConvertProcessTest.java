package org.tongcai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, in a heap of 64 MiB. */
class ConvertProcessTest {
    private static final int BYTES = 100 << 20;

    @TempDir
    Path directory;

    private static Process start(String... arguments) throws IOException {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "convert",
                "--standard",
                Shell.standard());
        return new ProcessBuilder(Stream.concat(java, Stream.of(arguments)).toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static byte[] line() throws IOException {
        String document =
                Files.readString(Path.of(Shell.example("awardNotice.json"))).replace("\n", "");
        return (document + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A stream of any size is converted in constant memory. */
    @Test
    void aHundredMegabytes() throws Exception {
        byte[] line = line();
        int documents = BYTES / line.length;
        Process process = start("--to", "json", "--canonical", "-");
        CompletableFuture<Void> feeding = CompletableFuture.runAsync(() -> {
            try (OutputStream in = process.getOutputStream()) {
                for (int i = 0; i < documents; i++) {
                    in.write(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        int lines = 0;
        try (InputStream out = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = out.read(buffer); n >= 0; n = out.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        feeding.get();
        assertEquals(Exit.ACCEPTED, process.waitFor());
        assertEquals(documents, lines);
    }

    /** Who interrupts it finds no half file. */
    @Test
    void anInterruptedConversionLeavesNothing() throws Exception {
        Process process =
                start("--to", "json", "-o", directory.resolve("all.ndjson").toString(), "-");
        OutputStream in = process.getOutputStream();
        in.write(line());
        in.write(line());
        in.flush();
        while (files().isEmpty()) {
            assertTrue(process.isAlive());
            Thread.sleep(50);
        }
        // By its handle: Process.destroy closes the pipe first, and the conversion might come to its end before the
        // signal.
        process.toHandle().destroy();
        process.waitFor();
        assertEquals(List.of(), files());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
