package org.tongcai.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.Finding;
import org.tongcai.Standard;
import org.tongcai.Verdict;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.BundleReader;

/** The artifact carries the profiles, and each is opened by its id. */
class ProfilesOnClassPathTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("spec.directory", "../spec"), "cases/examples");

    @Test
    void everyProfileNamesItselfLast() {
        List<String> ids = BundleReader.profiles(getClass().getClassLoader());
        assertTrue(ids.containsAll(List.of("cn-33", "cn-53", "cn-62", "cn-6201-lzxq")), ids.toString());
        String standard = Standard.load().name();
        for (String id : ids) {
            Standard profile = Standard.loadProfile(id);
            assertTrue(profile.name().startsWith(standard + " + "), profile.name());
            assertTrue(profile.name().contains(" + " + id + " "), profile.name());
        }
        assertEquals(
                List.of("cn-62", "cn-6201-lzxq"),
                Standard.loadProfile("cn-6201-lzxq").manifest().profiles().stream()
                        .map(profile -> profile.id())
                        .toList());
    }

    @Test
    void aProfileRejectsWhatTheStandardAccepts() throws IOException {
        String order = Files.readString(EXAMPLES.resolve("order.json"), StandardCharsets.UTF_8);
        assertEquals(List.of(), findings(Standard.load(), order));
        assertEquals(List.of("GP-33-102", "structure.pattern"), findings(Standard.loadProfile("cn-33"), order));
        assertEquals(List.of(), findings(Standard.loadProfile("cn-53"), order));
        assertEquals(
                Verdict.REJECTED,
                Standard.loadProfile("cn-6201-lzxq")
                        .validate(order.getBytes(StandardCharsets.UTF_8))
                        .verdict());
    }

    @Test
    void aProfileThatIsNotThereIsSaidWithThoseThatAre(@TempDir Path empty) {
        BundleException missing = assertThrows(BundleException.class, () -> Standard.loadProfile("cn-99"));
        assertTrue(missing.getMessage().contains("no profile cn-99"), missing.getMessage());
        assertTrue(missing.getMessage().contains("cn-53"), missing.getMessage());
        assertThrows(BundleException.class, () -> Standard.loadProfile("../standard"));
        assertThrows(BundleException.class, () -> Standard.loadProfile(empty));
    }

    private static List<String> findings(Standard standard, String document) {
        return standard.validate(document.getBytes(StandardCharsets.UTF_8)).findings().stream()
                .map(Finding::ruleId)
                .toList();
    }
}
