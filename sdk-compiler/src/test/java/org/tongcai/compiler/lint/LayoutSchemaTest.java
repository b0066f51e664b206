package org.tongcai.compiler.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.compiler.MiniSpec;

/** {@code spec/technical/layouts.schema.json} describes the layouts that there are, and not those that the linter refuses. */
class LayoutSchemaTest {
    private static final Metaschema SCHEMA = Metaschema.ofLayouts();

    private static List<Path> layouts() throws IOException {
        try (Stream<Path> files = Files.list(Metaschema.specDirectory().resolve("business/layouts"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void layoutsOfTheStandardAreValid() throws IOException {
        assertTrue(layouts().size() > 20);
        for (Path layout : layouts()) {
            assertEquals(List.of(), SCHEMA.errors(Files.readString(layout)), layout.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"where\": \"price\" → \"filter\": \"price\"",
                "\"number\": \"一、\" → \"number\": \"I.\"",
                "{\"many\": \"lots/*\"} → {\"several\": \"lots/*\"}",
                "\"each\": \"lots/*\" → \"each\": \"lots[*]\"",
                "{\"title\": → {\"heading\":",
                "\"in\": [true] → \"in\": [1]",
                "\"align\": \"left\" → \"align\": \"right\"",
                "\"documentType\": \"awardNotice\", → "
            })
    void faultsAreRefused(String edit) throws IOException {
        String[] texts = edit.split(" → ", -1);
        String layout = Files.readString(MiniSpec.directory().resolve("business/layouts/awardNotice.json"));
        String sound = layout.replace("\"body\": [\n", "\"confidence\": \"found\", \"body\": [\n");
        assertEquals(List.of(), SCHEMA.errors(sound));
        assertTrue(sound.replace(",\n", ", ").contains(texts[0].strip()) || sound.contains(texts[0].strip()));
        assertFalse(
                SCHEMA.errors(sound.replace(",\n", ", ").replace(texts[0].strip(), texts[1]))
                        .isEmpty(),
                edit);
    }
}
