package org.tongcai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at any moment of packing and importing, and then again: nothing is lost, nothing there twice, nothing half. */
class KilledPackagesTest {
    private static final int DOCUMENTS = 300;

    @TempDir
    Path folder;

    private final Random random = new Random(20261122);
    private Path documents;
    private List<String> lines;

    @BeforeEach
    void documents() throws IOException {
        Shell.english().run("keygen", "--key-id", "DEMO-PLATFORM-01:1", "-o", at("keys"));
        String line = Files.readString(Path.of(Shell.example("product.json"))).replaceAll("\\n\\s*", "");
        lines = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            lines.add(line.replaceFirst("\"documentId\": ?\"[^\"]*\"", "\"documentId\":\"P-" + i + "\""));
        }
        documents = Files.write(folder.resolve("many.ndjson"), lines);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private String[] pack() {
        return new String[] {
            "pack",
            documents.toString(),
            "--standard",
            Shell.standard(),
            "-o",
            at("out"),
            "--ledger",
            at("sent"),
            "--sender",
            "DEMO-PLATFORM-01",
            "--receiver",
            "DEMO-NATIONAL-01",
            "--key",
            at("keys/DEMO-PLATFORM-01_1.private.pem"),
            "--split",
            "900K",
            "--secrecy-reviewed",
            "--no-validate"
        };
    }

    private String[] unpack(Path made) {
        return new String[] {
            "unpack",
            made.toString(),
            "--standard",
            Shell.standard(),
            "-o",
            at("in"),
            "--ledger",
            at("received"),
            "--keys",
            at("keys"),
            "--receiver",
            "DEMO-NATIONAL-01",
            "--region",
            "530000"
        };
    }

    private List<Path> made() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.sorted().toList();
        }
    }

    private static void run(String... arguments) {
        Shell.Outcome outcome = Shell.english().run(arguments);
        assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.err());
    }

    /** Starts a process and kills it some time after it has begun its work; whether it was still at it. */
    private boolean kill(Path work, String sign, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        List<Path> before = there(work, sign);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (process.isAlive() && before.containsAll(there(work, sign))) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        boolean over = process.waitFor(random.nextInt(700), TimeUnit.MILLISECONDS);
        process.toHandle().destroyForcibly();
        process.waitFor();
        return !over;
    }

    private static List<Path> there(Path work, String sign) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(work)) {
            try (DirectoryStream<Path> paths = Files.newDirectoryStream(work, sign + "*")) {
                paths.forEach(found::add);
            }
        }
        return found;
    }

    /** All packages taken, in their order; each document of them once. */
    private void assertAllTaken(List<String> expected) throws IOException {
        List<String> taken = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("in"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(file.toString().contains("/."), "left behind: " + file);
                if (file.endsWith("accepted/documents.ndjson")) {
                    taken.addAll(Files.readAllLines(file));
                }
            }
        }
        assertEquals(
                expected.stream().sorted().toList(), taken.stream().sorted().toList());
    }

    @Test
    void importing(TestReporter reporter) throws Exception {
        killedImporting(3, reporter);
    }

    @Test
    @Tag("long")
    void importingManyTimes(TestReporter reporter) throws Exception {
        killedImporting(12, reporter);
    }

    private void killedImporting(int kills, TestReporter reporter) throws Exception {
        run(pack());
        List<Path> made = made();
        int atWork = 0;
        for (int i = 0; i < kills; i++) {
            // One after the other, as somebody does who goes on with the next where the last was taken.
            Path each = made.get(i * made.size() / kills);
            atWork += kill(folder.resolve("in"), ".verifying-", unpack(each)) ? 1 : 0;
            if (i + 1 == kills || made.get((i + 1) * made.size() / kills) != each) {
                run(unpack(each));
            }
        }
        reporter.publishEntry("killed at work", atWork + " of " + kills);
        assertAllTaken(lines);
        try (Stream<Path> places = Files.list(folder.resolve("in/DEMO-PLATFORM-01"))) {
            assertEquals(made.size(), places.count());
        }
    }

    @Test
    void packing(TestReporter reporter) throws Exception {
        killedPacking(1, reporter);
    }

    @Test
    @Tag("long")
    void packingManyTimes(TestReporter reporter) throws Exception {
        killedPacking(8, reporter);
    }

    /** A run that was killed may have made all of its packages or none; all that are there can be taken one after the other. */
    private void killedPacking(int kills, TestReporter reporter) throws Exception {
        int atWork = 0;
        for (int i = 0; i < kills; i++) {
            atWork += kill(folder.resolve("out"), ".packing-", pack()) ? 1 : 0;
        }
        reporter.publishEntry("killed at work", atWork + " of " + kills);
        run(pack());
        List<Path> made = made();
        for (int i = 0; i < made.size(); i++) {
            assertEquals(
                    String.format("DEMO-NATIONAL-01-%08d.zip", i + 1),
                    String.valueOf(made.get(i).getFileName()));
            run(unpack(made.get(i)));
        }
        List<String> expected = new ArrayList<>();
        for (int parts = 0; parts < made.size(); parts += 4) {
            expected.addAll(lines);
        }
        assertAllTaken(expected);
    }
}
