package org.tongcai.gm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.exchange.PackageOptions;

/**
 * The signature of a package verified without a line of ours: the commands that the description of packages prints are run as they stand
 * there, on a package unzipped by the JDK.
 */
class OpensslPackageTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\\n(.*?)```");

    @TempDir
    Path folder;

    @BeforeAll
    static void programsAreThere(@TempDir Path anywhere) throws Exception {
        Openssl.require(anywhere, "sh");
    }

    /** The commands for an algorithm, of which the last verifies. */
    private static String commands(boolean sm2) throws IOException {
        List<String> blocks = BLOCK.matcher(Files.readString(Exchange.SPEC.resolve("service/package.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .filter(block -> block.contains("pkeyutl -verify") && block.contains("-digest sm3") == sm2)
                .toList();
        assertEquals(1, blocks.size(), "package.md says how, once for each algorithm");
        return "set -e\n" + blocks.get(0);
    }

    private static void unzip(Path zip, Path target) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                Path to = target.resolve(entry.getName());
                Files.createDirectories(to.getParent());
                try (InputStream in = file.getInputStream(entry)) {
                    Files.copy(in, to);
                }
            }
        }
    }

    private void verified(String algorithm, boolean sm2) throws Exception {
        Exchange exchange = Exchange.of(folder, algorithm);
        PackageOptions options = exchange.options();
        Path made =
                exchange.pack(sm2 ? options.withDigest(Sm3.ALGORITHM) : options, Exchange.document("awardNotice.json"));
        unzip(made, folder.resolve("look"));
        Path bag = folder.resolve("look/DEMO-NATIONAL-01-00000001");
        Files.writeString(folder.resolve("look/public.pem"), exchange.key().publicPem());

        Openssl.Run good = Openssl.run(bag, "sh", "-c", commands(sm2));
        assertEquals(0, good.exit(), good.text());
        assertTrue(good.text().contains("Signature Verified Successfully"), good.text());

        Path manifest = bag.resolve(sm2 ? "tagmanifest-sm3.txt" : "tagmanifest-sha256.txt");
        String text = Files.readString(manifest);
        Files.writeString(manifest, (text.charAt(0) == '0' ? '1' : '0') + text.substring(1));
        assertNotEquals(0, Openssl.run(bag, "sh", "-c", commands(sm2)).exit());
        Files.writeString(manifest, text);
        Files.writeString(
                folder.resolve("look/public.pem"),
                Exchange.of(folder, algorithm).key().publicPem());
        assertNotEquals(0, Openssl.run(bag, "sh", "-c", commands(sm2)).exit(), "another key");
    }

    @Test
    void ed25519() throws Exception {
        verified("ed25519", false);
    }

    /** Several times, because the encoding of r and s in DER depends on their first bits. */
    @Test
    void sm2() throws Exception {
        verified("sm2-sm3", true);
        Exchange exchange = Exchange.of(folder, "sm2-sm3");
        Path bag = Files.createDirectory(folder.resolve("bag"));
        Files.writeString(folder.resolve("public.pem"), exchange.key().publicPem());
        for (int i = 0; i < 6; i++) {
            Path made = exchange.pack(exchange.options().withDigest(Sm3.ALGORITHM), Exchange.document("product.json"));
            Path look = folder.resolve("look-" + i);
            unzip(made, look);
            try (var bags = Files.list(look)) {
                Path from = bags.findFirst().orElseThrow();
                for (String name : List.of("signature.json", "tagmanifest-sm3.txt")) {
                    Files.write(bag.resolve(name), Files.readAllBytes(from.resolve(name)));
                }
            }
            Openssl.Run good = Openssl.run(bag, "sh", "-c", commands(true));
            assertEquals(0, good.exit(), good.text());
        }
    }
}
