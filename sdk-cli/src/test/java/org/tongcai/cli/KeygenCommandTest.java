package org.tongcai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.cli.Shell.Outcome;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.KeyValidity;
import org.tongcai.signature.Keys;

class KeygenCommandTest {
    private static final byte[] DATA = "通采".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "ed25519,pem,private.pem,public.pem",
        "ed25519,jwk,private.jwk,public.jwk",
        "ecdsa-p256-sha256,pem,private.pem,public.pem",
        "ecdsa-p256-sha256,jwk,private.jwk,public.jwk",
        "sm2-sm3,pem,private.pem,public.pem",
        "sm2-sm3,jwk,private.jwk,public.jwk",
        "hmac-sha256,jwk,secret.jwk,secret.jwk",
    })
    void whatIsWrittenSignsAndVerifies(String algorithm, String format, String secret, String open) throws Exception {
        Path folder = directory.resolve("new");
        Outcome outcome = Shell.english()
                .run(
                        "keygen",
                        "--algorithm",
                        algorithm,
                        "--format",
                        format,
                        "--key-id",
                        "mall:1",
                        "-o",
                        folder.toString());
        assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.err());
        assertTrue(outcome.out().contains("key id: mall:1\n"), outcome.out());
        assertTrue(outcome.out().contains("fingerprint: SHA256:"), outcome.out());

        Path privateFile = folder.resolve("mall_1." + secret);
        byte[] signature = Keys.readSigning("mall:1", Files.readString(privateFile), Algorithms.installed())
                .sign(DATA);
        String publicText = Files.readString(folder.resolve("mall_1." + open));
        assertTrue(
                Keys.readVerifying("mall:1", publicText, Algorithms.installed()).verify(DATA, signature));
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(privateFile)));
        }
        // What is printed goes to logs.
        String[] lines = Files.readString(privateFile).split("\n");
        assertFalse(outcome.out().contains(lines[lines.length - 2]), outcome.out());
    }

    @Test
    void anExistingKeyStays() throws Exception {
        List<String> arguments = List.of("keygen", "--key-id", "k", "-o", directory.toString());
        assertEquals(
                Exit.ACCEPTED,
                Shell.chinese().run(arguments.toArray(new String[0])).exit());
        String before = Files.readString(directory.resolve("k.private.pem"));
        Outcome again = Shell.chinese().run(arguments.toArray(new String[0]));
        assertEquals(Exit.USAGE, again.exit());
        assertTrue(again.err().contains("已存在"), again.err());
        Files.delete(directory.resolve("k.private.pem"));
        assertEquals(
                Exit.USAGE,
                Shell.chinese().run(arguments.toArray(new String[0])).exit());
        assertFalse(Files.exists(directory.resolve("k.private.pem")), "nothing is left of a refused run");
        assertTrue(before.contains("-----BEGIN PRIVATE KEY-----"));
    }

    @Test
    void idsAreMadeUpWhereNoneIsGiven() {
        Outcome one = Shell.english().run("keygen", "-o", directory.toString());
        Outcome other = Shell.english().run("keygen", "-o", directory.toString());
        assertTrue(one.out().matches("(?s)key id: ed25519-[0-9]{8}-[0-9a-f]{8}\n.*"), one.out());
        assertEquals(Exit.ACCEPTED, other.exit(), other.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pem", "jwk"})
    void keysSayFromWhenToWhenTheyAreValid(String format) throws Exception {
        Outcome outcome = Shell.english()
                .run(
                        "keygen",
                        "--key-id",
                        "k",
                        "--format",
                        format,
                        "--valid-from",
                        "2027-01-01",
                        "--valid-until",
                        "2027-12-31",
                        "-o",
                        directory.toString());
        assertTrue(
                outcome.out().contains("valid: 2027-01-01T00:00:00+08:00/2028-01-01T00:00:00+08:00\n"), outcome.out());
        for (String half : List.of("private.", "public.")) {
            KeyValidity validity = Keys.readValidity(Files.readString(directory.resolve("k." + half + format)));
            assertEquals(Instant.parse("2026-12-31T16:00:00Z"), validity.from());
            assertEquals(Instant.parse("2027-12-31T16:00:00Z"), validity.until());
        }
    }

    @Test
    void aKeyIsValidForTwoYearsWhereNothingIsSaid() throws Exception {
        Shell.chinese().run("keygen", "--key-id", "k", "-o", directory.toString());
        KeyValidity validity = Keys.readValidity(Files.readString(directory.resolve("k.public.pem")));
        assertTrue(validity.isValidAt(Instant.now()));
        assertNotNull(validity.from());
        assertNotNull(validity.until());
        assertEquals(
                validity.from().atOffset(ZoneOffset.ofHours(8)).plusYears(2),
                validity.until().atOffset(ZoneOffset.ofHours(8)));
        Outcome backwards = Shell.english().run("keygen", "--valid-until", "2020-01-01", "-o", directory.toString());
        assertEquals(Exit.USAGE, backwards.exit());
        assertTrue(backwards.err().contains("--valid-until is before"), backwards.err());
    }

    @Test
    void wrongUsage() {
        Outcome algorithm = Shell.english().run("keygen", "--algorithm", "ed25518", "-o", directory.toString());
        assertEquals(Exit.USAGE, algorithm.exit());
        assertTrue(algorithm.err().contains("did you mean ed25519"), algorithm.err());
        assertTrue(algorithm.err().contains("sm2-sm3"), algorithm.err());
        Outcome id = Shell.chinese().run("keygen", "--key-id", "../x", "-o", directory.toString());
        assertEquals(Exit.USAGE, id.exit());
        assertTrue(id.err().contains("密钥标识应为"), id.err());
        assertEquals(Exit.USAGE, Shell.chinese().run("keygen").exit());
    }
}
