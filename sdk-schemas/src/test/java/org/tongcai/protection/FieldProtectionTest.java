package org.tongcai.protection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongcai.Standard;
import org.tongcai.signature.AeadCipher;

/** Values that the schema calls personal cannot be read in an envelope, and come back with the bytes that they had. */
class FieldProtectionTest {
    private static final Standard STANDARD = Standard.load();
    private static final Path EXAMPLES =
            Path.of(System.getProperty("spec.directory", "../spec")).resolve("cases/examples");

    private final FieldProtection protection = of("K-1", 1);

    private static FieldProtection of(String id, int seed) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return new FieldProtection(STANDARD, id, key, AeadCipher.AES_256_GCM);
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    @Test
    void everyExampleComesBackAndShowsNothing() throws Exception {
        int hidden = 0;
        for (Path file : examples()) {
            byte[] document = Files.readAllBytes(file);
            byte[] envelope = protection.protect(document);
            assertArrayEquals(document, protection.restore(envelope), file.toString());
            String readable = new String(envelope, StandardCharsets.UTF_8);
            Set<String> open = new HashSet<>();
            Set<String> sensitive = new HashSet<>();
            for (SensitiveFields.Place place : SensitiveFields.of(STANDARD, document)) {
                String value = new String(document, place.start(), place.end() - place.start(), StandardCharsets.UTF_8);
                (place.sensitive() ? sensitive : open).add(value.replace("\"", ""));
            }
            for (String value : sensitive) {
                // The same characters may stand in a field that everybody may read.
                if (value.length() > 1 && open.stream().noneMatch(each -> each.contains(value))) {
                    assertFalse(readable.contains(value), () -> file + " shows " + value);
                    hidden++;
                }
            }
        }
        assertTrue(hidden > 100, "only " + hidden);
    }

    @Test
    void whatTheSchemaDoesNotKnowIsHidden() throws Exception {
        byte[] document = "{\"header\":{\"documentType\":\"product\"},\"private\":{\"a\":[\"13800000000\",1380,true]}}"
                .getBytes(StandardCharsets.UTF_8);
        byte[] envelope = protection.protect(document);
        assertFalse(new String(envelope, StandardCharsets.UTF_8).contains("1380"));
        assertArrayEquals(document, protection.restore(envelope));
        byte[] nothing = "[1,\"x\"]".getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(nothing, protection.restore(protection.protect(nothing)));
    }

    @Test
    void anAlteredEnvelopeIsRefused() throws Exception {
        byte[] document = Files.readAllBytes(EXAMPLES.resolve("awardNotice.json"));
        byte[] envelope = protection.protect(document);
        int noticed = 0;
        for (int i = 0; i < envelope.length; i += 7) {
            byte[] altered = envelope.clone();
            altered[i] ^= 1;
            try {
                assertArrayEquals(document, protection.restore(altered));
            } catch (ProtectionException e) {
                noticed++;
            }
        }
        assertTrue(noticed > envelope.length / 8, "noticed " + noticed);
        assertThrows(ProtectionException.class, () -> of("K-1", 2).restore(envelope));
        assertThrows(ProtectionException.class, () -> of("K-2", 1).restore(envelope));
        String text = new String(envelope, StandardCharsets.UTF_8);
        byte[] fewer = (text.substring(0, text.indexOf("\"fields\":[") + 10) + "]}").getBytes(StandardCharsets.UTF_8);
        assertThrows(ProtectionException.class, () -> protection.restore(fewer));
    }

    @Test
    void whatIsNoJsonIsRefused() {
        for (String text : List.of("", "{", "<a/>", "{\"a\":1,\"a\":2}", "{} x")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (!text.isEmpty()) {
                assertThrows(ProtectionException.class, () -> protection.protect(bytes), text);
            }
            assertThrows(ProtectionException.class, () -> protection.restore(bytes), text);
        }
        assertThrows(ProtectionException.class, () -> protection.protect(new byte[] {'"', (byte) 0xff, '"'}));
        assertEquals("tongcai-cn", STANDARD.manifest().id());
    }
}
