package org.tongcai.compiler.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts around the standard say what the schemas say. */
class SpecTextTest {
    private static final Path SPEC = Path.of(System.getProperty("spec.directory", "../spec"));
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void everyDocumentTypeIsListedWithItsNumber(String readme) throws IOException {
        String text = Files.readString(SPEC.resolve(readme));
        List<String> types = SpecReader.read(SPEC).standard().documentTypes();
        List<String> missing =
                types.stream().filter(type -> !text.contains("`" + type + "`")).toList();
        assertEquals(List.of(), missing);
        assertTrue(text.contains(Integer.toString(types.size())), () -> types.size() + " in " + readme);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "README.zh-CN.md",
                "business/README.md",
                "service/README.md",
                "technical/README.md",
                "crosswalks/README.md",
                "cases/README.md"
            })
    void linksLeadToFiles(String page) throws IOException {
        Path file = SPEC.resolve(page);
        List<String> dead = LINK.matcher(Files.readString(file))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !Files.exists(file.resolveSibling(link)))
                .toList();
        assertEquals(List.of(), dead);
    }

    /** A description that only says the title again explains nothing. */
    @Test
    void noDescriptionRepeatsItsTitle() {
        Spec spec = SpecReader.read(SPEC);
        List<String> repeated = new ArrayList<>();
        for (SpecType type : spec.types().values()) {
            for (SpecProperty property : type.properties()) {
                SpecLabel label = spec.labels().get(property.termId());
                boolean zh = bare(property.description()).equals(bare(property.title()));
                boolean en = label != null && bare(label.description()).equalsIgnoreCase(bare(label.title()));
                if (zh || en) {
                    repeated.add(type.name() + "." + property.name());
                }
            }
        }
        assertEquals(List.of(), repeated);
    }

    private static String bare(String text) {
        return text.replaceAll("[。.的 ]", "");
    }

    @Test
    void theMatrixAnswersEveryRow() {
        assertEquals(122, SpecCoverage.read(SPEC).rows().size());
    }
}
