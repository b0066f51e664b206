package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that is a platform, for being killed or for having little memory. */
final class PlatformProcess {
    static final String SECRET = "only-for-this-test-0123456789";

    private PlatformProcess() {}

    /** Port, URL of the database. */
    public static void main(String[] args) throws InterruptedException {
        Sandbox sandbox = Sandbox.builder()
                .port(Integer.parseInt(args[0]))
                .database(args[1])
                .start();
        sandbox.addTenant("demo", "示例平台");
        sandbox.addApplication(new Application("demo", "mall", SECRET));
        System.out.println("listens");
        System.out.flush();
        Thread.currentThread().join();
    }

    /** Starts one with the application {@code mall}; it listens. */
    static Process start(int port, String database, int heapMiB, Path errors) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heapMiB + "m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlatformProcess.class.getName(),
                        Integer.toString(port),
                        database)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        assertNotNull(process.inputReader().readLine(), () -> read(errors));
        return process;
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
