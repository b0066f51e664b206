package org.tongcai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages from one folder to another, by the commands that people use. */
class PackCommandsTest {
    private static final String PLACE = "DEMO-PLATFORM-01/DEMO-NATIONAL-01-00000001";

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

    private String[] packing(String... more) {
        return with(
                new String[] {
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
                    "--secrecy-reviewed"
                },
                more);
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }

    /** The packages made, one a line. */
    private String pack(String... more) {
        Shell.Outcome outcome = Shell.english().run(packing(more));
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
        assertTrue(Files.exists(folder.resolve("in/" + PLACE + "/receipt.json")));
        Shell.Outcome again = Shell.chinese().run(unpack(made));
        assertTrue(again.out().contains("已收过"), again.out());
        Shell.Outcome receipt = Shell.english().run("receipt", "--standard", Shell.standard(), at("receipt.json"));
        assertEquals(Exit.ACCEPTED, receipt.exit(), receipt.err());
        assertTrue(receipt.out().contains("DUPLICATE") && receipt.out().contains("confirmed up to 1"), receipt.out());
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
        assertEquals(Files.readString(folder.resolve("in/" + PLACE + "/receipt.json")), kept.out(), "the first");
        Files.writeString(folder.resolve("receipt.json"), kept.out());
        assertTrue(Shell.english()
                .run("receipt", "--standard", Shell.standard(), at("receipt.json"))
                .out()
                .contains("TAKEN"));
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
        Shell.Outcome opened = Shell.english().run(with(verify(made), "--passphrase", at("phrase")));
        assertEquals(Exit.ACCEPTED, opened.exit(), opened.err());
    }

    @Test
    void encryptedBySm4() throws IOException {
        Files.write(folder.resolve("key"), new byte[32]);
        String made =
                pack("--encrypt", at("key"), "--cipher", "SM4GCM", "--digest", "sm3", Shell.example("product.json"));
        assertTrue(Files.readString(Path.of(made), StandardCharsets.ISO_8859_1).contains("SM4GCM"));
        Shell.Outcome opened = Shell.english().run(with(verify(made), "--decrypt", at("key")));
        assertEquals(Exit.ACCEPTED, opened.exit(), opened.err());
        Shell.Outcome unknown = Shell.english().run(packing("--encrypt", at("key"), "--cipher", "AES-ECB"));
        assertEquals(Exit.USAGE, unknown.exit());
        assertTrue(unknown.err().contains("A256GCM and SM4GCM"), unknown.err());
    }

    @Test
    void whatIsNotValidIsNotPacked() throws IOException {
        Path wrong = folder.resolve("wrong.json");
        Files.writeString(
                wrong,
                Files.readString(Path.of(Shell.example("product.json"))).replace("\"productId\"", "\"productIt\""));
        Shell.Outcome outcome = Shell.english().run(packing(wrong.toString()));
        assertEquals(Exit.REJECTED, outcome.exit(), outcome.err());
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aKeyServesInItsTimeOnly() throws IOException {
        Shell.Outcome made = Shell.english()
                .run(
                        "keygen",
                        "--key-id",
                        "DEMO-PLATFORM-01:old",
                        "--valid-from",
                        "2024-01-01",
                        "--valid-until",
                        "2024-12-31",
                        "-o",
                        at("keys"));
        assertEquals(Exit.ACCEPTED, made.exit(), made.err());
        Path secret = folder.resolve("keys/DEMO-PLATFORM-01_old.private.pem");
        String[] old = packing("--key-id", "DEMO-PLATFORM-01:old", Shell.example("product.json"));
        old[List.of(old).indexOf("--key") + 1] = secret.toString();
        Shell.Outcome refused = Shell.english().run(old);
        assertEquals(Exit.USAGE, refused.exit());
        assertTrue(refused.err().contains("not valid now (2024-01-01T00:00:00+08:00/2025-01-01"), refused.err());

        // A sender that signs all the same is refused by the receiver, whose file says until when.
        Files.writeString(secret, Files.readString(secret).replaceAll("Valid-.*\n", ""));
        Shell.Outcome signed = Shell.english().run(old);
        assertEquals(Exit.ACCEPTED, signed.exit(), signed.err());
        for (String[] receive :
                List.of(verify(signed.out().strip()), unpack(signed.out().strip()))) {
            Shell.Outcome outcome = Shell.english().run(receive);
            assertEquals(Exit.REJECTED, outcome.exit());
            assertTrue(outcome.err().contains("refused [key-expired]"), outcome.err());
        }
        Path open = folder.resolve("keys/DEMO-PLATFORM-01_old.public.pem");
        Files.writeString(open, Files.readString(open).replace("Valid-Until: 2025", "Valid-Until: someday 2025"));
        Shell.Outcome unreadable = Shell.chinese().run(verify(signed.out().strip()));
        assertEquals(Exit.USAGE, unreadable.exit(), "a bound that cannot be read is not taken for none");
        assertTrue(unreadable.err().contains("有效期"), unreadable.err());
    }

    @Test
    void progressIsForTerminals() throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Locale.ENGLISH,
                false,
                true);
        Progress progress = new Progress(terminal, true, 100, "2/3 ");
        progress.bytes(50);
        assertEquals("", err.toString(StandardCharsets.UTF_8), "who waits for a moment sees nothing");
        assertEquals("2/3 [############------------] 50%  0.0 MB/s  0:01 left", progress.line(1));
        progress.document();
        assertTrue(progress.line(1).contains("1 documents"), progress.line(1));
        // Verifying and importing go through all bytes as often as the total says.
        String made = pack(Shell.example("product.json"));
        assertEquals("", Shell.english().run(with(unpack(made), "--quiet")).err());
    }
}
