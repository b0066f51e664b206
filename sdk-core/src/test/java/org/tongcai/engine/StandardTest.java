package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.Finding;
import org.tongcai.Standard;
import org.tongcai.bundle.BundleException;

/** What an embedder calls. */
class StandardTest {
    private static final Standard STANDARD = Standard.of(new TestBundle());

    @TempDir
    Path folder;

    @Test
    void textAndBytesAreJudgedAlike() {
        assertTrue(STANDARD.validate(Documents.award()).accepted());
        assertFalse(STANDARD.validate("{}").accepted());
    }

    @Test
    void halfACharacterIsNotTakenForAQuestionMark() {
        String whole = Documents.award().replace("台式计算机", "\uD83D\uDE00");
        assertEquals(List.of(), STANDARD.validate(whole).findings());
        String half = Documents.award().replace("台式计算机", "\uD83D");
        assertEquals(
                List.of("syntax.control-character"),
                STANDARD.validate(half).findings().stream().map(Finding::ruleId).toList());
    }

    @Test
    void aPrintedFindingIsOneLineWithoutControls() {
        String hostile = Documents.award().replaceFirst("\\{", "{\"\\\\u001b[2J\\\\n\\\\u202e\":1,");
        Finding finding = STANDARD.validate(hostile).findings().get(0);
        assertEquals("structure.unknown-field", finding.ruleId());
        assertEquals(
                0, finding.toString().chars().filter(Character::isISOControl).count());
        assertEquals(-1, finding.toString().indexOf('\u202E'));
    }

    @Test
    void aBundleNamesNoFilesOutsideItsFolder() throws IOException {
        Path bundle = Files.createDirectory(folder.resolve("bundle"));
        Files.createDirectory(bundle.resolve("types"));
        Files.writeString(folder.resolve("secret.json"), "{}");
        Files.writeString(bundle.resolve("bundle.json"), MANIFEST);
        Standard standard = Standard.load(bundle);
        BundleException refused =
                assertThrows(BundleException.class, () -> standard.bundle().type("../../secret"));
        assertTrue(refused.getMessage().contains("leaves the bundle"), refused.getMessage());
    }

    private static final String MANIFEST = """
            {"format":1,"id":"x","version":"0.1.0","edition":"0.1","title":{"zh":"例","en":"example"},
             "documentTypes":[],"types":["../../secret"],"codeLists":[]}
            """;
}
