package org.tongcai.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.tongcai.sandbox.Sandbox;
import org.tongcai.sandbox.SandboxOptions;

/** A platform in a process of its own, with an empty database in memory, so that what is timed shares no heap with it. */
final class SandboxProcess implements AutoCloseable {
    private final Process process;
    private final String[] words;

    private SandboxProcess(Process process, String[] words) {
        this.process = process;
        this.words = words;
    }

    /** Starts one, and waits until it listens. */
    static SandboxProcess start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        if (line == null) {
            process.destroy();
            throw new IOException("the sandbox did not start");
        }
        return new SandboxProcess(process, line.split(" "));
    }

    /** What a JVM must be told so that {@link ClientBenchmark} finds it. */
    String[] properties() {
        return List.of("-Dsandbox.url=" + words[0], "-Dsandbox.client=" + words[1], "-Dsandbox.secret=" + words[2])
                .toArray(String[]::new);
    }

    /** Listens until nobody holds its input any more. */
    public static void main(String[] args) throws IOException {
        try (Sandbox sandbox = Sandbox.builder()
                .limits(SandboxOptions.Limits.DEFAULT.withRequestsPerMinute(1_000_000))
                .start()) {
            sandbox.addTenant("benchmark", "性能测试");
            Sandbox.Credentials given = sandbox.newApplication("benchmark", "mall");
            System.out.println(sandbox.baseUrl() + " " + given.clientId() + " " + given.secret());
            while (System.in.read() >= 0) {
                // Until the end.
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
