package org.tongcai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages from one folder to another, by the commands that people use. */
class PackCommandsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void keys() {
        assertEquals(
                Exit.ACCEPTED,
                Shell.english()
                        .run("keygen", "--key-id", "DEMO-PLATFORM-01:1", "-o", at("keys"))
                        .exit());
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private String pack(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "pack",
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
                "--secrecy-reviewed"));
        arguments.addAll(List.of(more));
        Shell.Outcome outcome = Shell.english().run(arguments.toArray(String[]::new));
        assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.err());
        return outcome.out().strip();
    }

    private String[] unpack(String made) {
        return new String[] {
            "unpack",
            made,
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
            "530000",
            "--receipt",
            at("receipt.json")
        };
    }

    private String[] verify(String made) {
        return new String[] {"verify", made, "--standard", Shell.standard(), "--keys", at("keys")};
    }

    @Test
    void thereAndBack() throws IOException {
        String made = pack(Shell.example("awardNotice.json"), Shell.example("product.json"));
        Shell.Outcome verified = Shell.english().run(verify(made));
        assertEquals(Exit.ACCEPTED, verified.exit(), verified.err());
        assertTrue(verified.out().contains("intact") && verified.out().contains("documents 2"), verified.out());
        Shell.Outcome taken = Shell.english().run(unpack(made));
        assertEquals(Exit.ACCEPTED, taken.exit(), taken.err());
        assertTrue(Files.exists(folder.resolve("in/DEMO-PLATFORM-01/DEMO-NATIONAL-01-00000001/receipt.json")));
        Shell.Outcome again = Shell.chinese().run(unpack(made));
        assertTrue(again.out().contains("已收过"), again.out());
        Shell.Outcome receipt = Shell.english().run("receipt", "--standard", Shell.standard(), at("receipt.json"));
        assertEquals(Exit.ACCEPTED, receipt.exit(), receipt.err());
        assertTrue(receipt.out().contains("TAKEN") && receipt.out().contains("confirmed up to 1"), receipt.out());
        Shell.Outcome kept = Shell.english()
                .run(
                        "receipt",
                        "--ledger",
                        at("received"),
                        "--sender",
                        "DEMO-PLATFORM-01",
                        "--receiver",
                        "DEMO-NATIONAL-01",
                        "--sequence",
                        "1");
        assertEquals(Files.readString(folder.resolve("receipt.json")), kept.out());
    }

    @Test
    void anAlteredPackageIsRefusedWithTheReason() throws IOException {
        Path made = Path.of(pack(Shell.example("product.json")));
        byte[] bytes = Files.readAllBytes(made);
        bytes[bytes.length / 2] ^= 1;
        Files.write(made, bytes);
        Shell.Outcome refused = Shell.english().run(unpack(made.toString()));
        assertEquals(Exit.REJECTED, refused.exit());
        assertTrue(refused.err().contains("refused ["), refused.err());
        assertFalse(Files.exists(folder.resolve("in/DEMO-PLATFORM-01")));
        assertEquals(Exit.REJECTED, Shell.chinese().run(verify(made.toString())).exit());
    }

    @Test
    void encryptedByAPassphrase() throws IOException {
        Files.writeString(folder.resolve("phrase"), "一二三四五六七八九十甲乙\n");
        String made = pack("--passphrase", at("phrase"), Shell.example("product.json"));
        assertTrue(made.endsWith(".tcx"), made);
        assertTrue(Shell.english().run(verify(made)).err().contains("key-missing"));
        String[] with = Stream.concat(Stream.of(verify(made)), Stream.of("--passphrase", at("phrase")))
                .toArray(String[]::new);
        assertEquals(Exit.ACCEPTED, Shell.english().run(with).exit());
    }

    @Test
    void whatIsNotValidIsNotPacked() throws IOException {
        Path wrong = folder.resolve("wrong.json");
        Files.writeString(
                wrong,
                Files.readString(Path.of(Shell.example("product.json"))).replace("\"productId\"", "\"productIt\""));
        Shell.Outcome outcome = Shell.english()
                .run(
                        "pack",
                        "--standard",
                        Shell.standard(),
                        "-o",
                        at("out"),
                        "--ledger",
                        at("sent"),
                        "--sender",
                        "DEMO-PLATFORM-01",
                        "--receiver",
                        "R",
                        "--key",
                        at("keys/DEMO-PLATFORM-01_1.private.pem"),
                        wrong.toString());
        assertEquals(Exit.REJECTED, outcome.exit(), outcome.err());
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertEquals(0, files.count());
        }
    }

    /** Killed at any moment and started again: every document is there once, and the next package follows. */
    @Test
    void killedWhileImporting() throws Exception {
        String line = Files.readString(Path.of(Shell.example("product.json"))).replaceAll("\\n\\s*", "") + "\n";
        Path many = folder.resolve("many.ndjson");
        StringBuilder text = new StringBuilder();
        int documents = 300;
        for (int i = 0; i < documents; i++) {
            text.append(line.replaceFirst("\"documentId\": ?\"[^\"]*\"", "\"documentId\":\"P-" + i + "\""));
        }
        Files.writeString(many, text);
        String[] made =
                pack("--split", "900K", "--no-validate", many.toString()).split("\n");
        assertTrue(made.length > 1);
        Random random = new Random(20261122);
        for (String each : made) {
            for (int kill = 0; kill < 2; kill++) {
                Process process = start(unpack(each));
                // A moment of a start: from before the standard is read to behind the last rename.
                process.waitFor(600 + random.nextInt(1_500), java.util.concurrent.TimeUnit.MILLISECONDS);
                process.toHandle().destroyForcibly();
                process.waitFor();
            }
            Shell.Outcome outcome = Shell.english().run(unpack(each));
            assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.err());
        }
        List<String> taken = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("in"))) {
            for (Path file : files.filter(f -> f.endsWith("documents.ndjson")).toList()) {
                taken.addAll(Files.readAllLines(file));
            }
        }
        assertEquals(documents, taken.size());
        assertTrue(List.of(text.toString().split("\n")).stream()
                .sorted()
                .toList()
                .equals(taken.stream().sorted().toList()));
        try (Stream<Path> left = Files.walk(folder.resolve("in"))) {
            assertTrue(left.filter(Files::isRegularFile)
                    .allMatch(f -> f.startsWith(folder.resolve("in/DEMO-PLATFORM-01"))
                            && !f.toString().contains(".partial")));
        }
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
