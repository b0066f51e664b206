package org.tongcai.gm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.Keys;
import org.tongcai.signature.NewKey;

/**
 * An implementation that shares no code with ours says the same: openssl 3 verifies our SM2 signature, and we verify its. Where it is not
 * installed the test is skipped, but not in continuous integration ({@code CI=true}).
 */
class OpensslTest {
    private static final Algorithms ALGORITHMS = Algorithms.installed();
    private static final String USER = "distid:1234567812345678";

    @TempDir
    Path directory;

    @BeforeAll
    static void openssl3IsThere(@TempDir Path anywhere) throws Exception {
        Openssl.require(anywhere);
    }

    @Test
    void opensslVerifiesOurSignature() throws Exception {
        NewKey key = Keys.generate("sm2-sm3", "ours", ALGORITHMS);
        write("open.pem", key.publicPem().getBytes(UTF_8));
        byte[] data = write("data", "{\"单据\": 1}".getBytes(UTF_8));
        write("signature", Sm2.toDer(key.signing().sign(data)));
        assertEquals(0, verify().exit());
        write("data", "{\"单据\": 2}".getBytes(UTF_8));
        assertNotEquals(0, verify().exit());
    }

    @Test
    void opensslSignsWithOurKey() throws Exception {
        NewKey key = Keys.generate("sm2-sm3", "ours", ALGORITHMS);
        write("secret.pem", key.privatePem().getBytes(UTF_8));
        byte[] data = write("data", "data".getBytes(UTF_8));
        assertEquals(0, sign().exit());
        assertTrue(key.verifying().verify(data, Sm2.fromDer(read("signature"))));
    }

    @Test
    void weReadTheKeysOfOpenssl() throws Exception {
        Openssl.Run made = Openssl.run(directory, "openssl", "genpkey", "-algorithm", "SM2", "-out", "secret.pem");
        assertEquals(0, made.exit(), made.text());
        assertEquals(
                0,
                Openssl.run(directory, "openssl", "pkey", "-in", "secret.pem", "-pubout", "-out", "open.pem")
                        .exit());
        byte[] data = write("data", "data".getBytes(UTF_8));
        assertEquals(0, sign().exit());
        assertTrue(Keys.readVerifying("theirs", new String(read("open.pem"), UTF_8), ALGORITHMS)
                .verify(data, Sm2.fromDer(read("signature"))));
        write(
                "signature",
                Sm2.toDer(Keys.readSigning("theirs", new String(read("secret.pem"), UTF_8), ALGORITHMS)
                        .sign(data)));
        assertEquals(0, verify().exit());
    }

    @Test
    void sm3IsTheSame() throws Exception {
        for (int length : List.of(0, 1, 55, 56, 63, 64, 65, 1000)) {
            byte[] data = write("data", new byte[length]);
            String printed = Openssl.run(directory, "openssl", "dgst", "-sm3", "-r", "data")
                    .text();
            assertEquals(printed.substring(0, 64), HexFormat.of().formatHex(Sm3.ALGORITHM.digest(data)));
        }
    }

    private Openssl.Run sign() throws Exception {
        return Openssl.run(
                directory,
                "openssl",
                "pkeyutl",
                "-sign",
                "-rawin",
                "-digest",
                "sm3",
                "-pkeyopt",
                USER,
                "-inkey",
                "secret.pem",
                "-in",
                "data",
                "-out",
                "signature");
    }

    private Openssl.Run verify() throws Exception {
        return Openssl.run(
                directory,
                "openssl",
                "pkeyutl",
                "-verify",
                "-rawin",
                "-digest",
                "sm3",
                "-pkeyopt",
                USER,
                "-pubin",
                "-inkey",
                "open.pem",
                "-in",
                "data",
                "-sigfile",
                "signature");
    }

    private byte[] write(String name, byte[] bytes) throws IOException {
        Files.write(directory.resolve(name), bytes);
        return bytes;
    }

    private byte[] read(String name) throws IOException {
        return Files.readAllBytes(directory.resolve(name));
    }
}
