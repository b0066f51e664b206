package org.tongcai.gm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * An implementation that shares no code with ours. Where it is not installed tests are skipped, but not in continuous integration
 * ({@code CI=true}).
 */
final class Openssl {
    private Openssl() {}

    /** How a program ended and what it printed. */
    record Run(int exit, String text) {}

    /** Goes on only where these programs are there, the first of them openssl 3. */
    static void require(Path anywhere, String... more) throws InterruptedException {
        String version = find(anywhere, "openssl", "version");
        boolean usable = version.matches("(?s)OpenSSL ([3-9]|[1-9][0-9]).*");
        for (String each : more) {
            String found = find(anywhere, each, "-c", "true");
            usable &= found.isEmpty();
            version += found.isEmpty() ? "" : ", " + each + " " + found;
        }
        if (!usable && "true".equals(System.getenv("CI"))) {
            fail("openssl 3 or newer is needed to check signatures independently; found " + version.strip());
        }
        Assumptions.assumeTrue(usable, "skipped: openssl 3 or newer is not installed; found " + version.strip());
    }

    private static String find(Path anywhere, String... command) throws InterruptedException {
        try {
            return run(anywhere, command).text();
        } catch (IOException e) {
            return "none";
        }
    }

    static Run run(Path directory, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail(String.join(" ", command) + " does not end");
        }
        return new Run(process.exitValue(), text);
    }
}
