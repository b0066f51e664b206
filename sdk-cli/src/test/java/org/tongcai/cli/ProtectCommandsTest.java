package org.tongcai.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcai.cli.Shell.Outcome;

/** Personal data masked and carried encrypted, and restored by whoever has the key. */
class ProtectCommandsTest {
    private static final String DOCUMENT = Shell.example("awardNotice.json");

    @TempDir
    Path folder;

    @BeforeEach
    void key() throws IOException {
        byte[] key = new byte[32];
        key[0] = 7;
        Files.write(folder.resolve("agreed-1.key"), key);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private Outcome run(Shell shell, String command, String... more) {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(
                new String[] {command, "--standard", Shell.standard(), "--key", at("agreed-1.key")},
                0,
                arguments,
                0,
                5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return shell.run(arguments);
    }

    @ParameterizedTest
    @CsvSource({"A256GCM,32", "SM4GCM,16"})
    void thereAndBack(String cipher, int bytes) throws IOException {
        Files.write(folder.resolve("agreed-1.key"), new byte[bytes]);
        Outcome outcome = run(Shell.english(), "protect", "--cipher", cipher, "-o", at("envelope.json"), DOCUMENT);
        assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.err());
        assertTrue(outcome.err().matches("[1-9][0-9]* values masked and encrypted, key id agreed-1\n"), outcome.err());
        String envelope = Files.readString(folder.resolve("envelope.json"));
        assertTrue(envelope.contains("\"cipher\":\"" + cipher + "\",\"keyId\":\"agreed-1\""), envelope);
        assertTrue(envelope.contains("\\\"***\\\""), "masked");

        // Another name of the key file: the envelope says which key it is.
        Files.move(folder.resolve("agreed-1.key"), folder.resolve("other"));
        Outcome back = Shell.english()
                .run(
                        "reveal",
                        "--standard",
                        Shell.standard(),
                        "--key",
                        at("other"),
                        "-o",
                        at("back.json"),
                        at("envelope.json"));
        assertEquals(Exit.ACCEPTED, back.exit(), back.err());
        assertArrayEquals(Files.readAllBytes(Path.of(DOCUMENT)), Files.readAllBytes(folder.resolve("back.json")));
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("back.json"))));
        }
    }

    @Test
    void throughAPipe() throws IOException {
        byte[] document = Files.readAllBytes(Path.of(DOCUMENT));
        Outcome envelope = run(Shell.chinese().input(document), "protect", "--key-id", "K:9", "-");
        assertTrue(envelope.err().contains("密钥标识 K:9"), envelope.err());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Shell.english()
                .input(envelope.out())
                .run(out, err, "reveal", "--standard", Shell.standard(), "--key", at("agreed-1.key"), "-");
        assertEquals(Exit.ACCEPTED, exit, err::toString);
        assertArrayEquals(document, out.toByteArray());
    }

    @Test
    void anotherKeyOrAnotherByteRevealsNothing() throws IOException {
        run(Shell.english(), "protect", "-o", at("envelope.json"), DOCUMENT);
        String envelope = Files.readString(folder.resolve("envelope.json"));
        Files.writeString(folder.resolve("altered.json"), envelope.replace("awardNotice", "awardNotise"));
        Outcome altered = run(Shell.chinese(), "reveal", "-o", at("back.json"), at("altered.json"));
        assertEquals(Exit.REJECTED, altered.exit());
        assertTrue(altered.err().contains("密钥不对或者内容被改动（密钥标识 agreed-1）"), altered.err());

        Files.write(folder.resolve("agreed-1.key"), new byte[32]);
        Outcome wrong = run(Shell.english(), "reveal", "-o", at("back.json"), at("envelope.json"));
        assertEquals(Exit.REJECTED, wrong.exit());
        assertTrue(wrong.err().contains("wrong key or altered content (key id agreed-1)"), wrong.err());
        assertFalse(Files.exists(folder.resolve("back.json")));

        Outcome none = run(Shell.english(), "reveal", DOCUMENT);
        assertEquals(Exit.REJECTED, none.exit());
        assertTrue(none.err().contains("no envelope"), none.err());
        assertEquals("", none.out());
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Files.writeString(folder.resolve("there.json"), "mine");
        for (String command : new String[] {"protect", "reveal"}) {
            Outcome outcome = run(Shell.english(), command, "-o", at("there.json"), DOCUMENT);
            assertEquals(Exit.USAGE, outcome.exit());
            assertTrue(outcome.err().contains("exists and is not overwritten"), outcome.err());
        }
        assertEquals("mine", Files.readString(folder.resolve("there.json")));
    }

    @Test
    void wrongUsage() throws IOException {
        Outcome cipher = run(Shell.english(), "protect", "--cipher", "DES", DOCUMENT);
        assertEquals(Exit.USAGE, cipher.exit());
        Files.write(folder.resolve("agreed-1.key"), new byte[31]);
        Outcome key = run(Shell.chinese(), "protect", DOCUMENT);
        assertEquals(Exit.USAGE, key.exit());
        assertTrue(key.err().contains("应为 32 字节"), key.err());
        Files.write(folder.resolve("agreed-1.key"), new byte[32]);
        Outcome file = run(Shell.english(), "protect", at("nothing.json"));
        assertEquals(Exit.FAILURE, file.exit());
        Files.writeString(folder.resolve("notice.xml"), Shell.xml("awardNotice.json"));
        Outcome xml = run(Shell.english(), "protect", "-o", at("envelope.json"), at("notice.xml"));
        assertEquals(Exit.REJECTED, xml.exit());
        assertFalse(Files.exists(folder.resolve("envelope.json")));
    }
}
