package org.tongcai.compiler.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/**
 * One case of a restriction that a profile makes ({@code spec/technical/profiles.md}, section 8): a document that the standard accepts
 * and the profile does not, or one that both accept.
 *
 * @param id directory and number, {@code cn-53#3}
 * @param title what it shows
 * @param document the document
 * @param proves the restriction, {@code types.Order.required.plan}
 * @param finding id of the one finding; null where the profile accepts the document, too
 * @param pointer where it must point; null where there is no finding
 * @param standard what the standard alone makes of the document
 */
public record ProfileCase(
        String id,
        Bilingual title,
        RuleCase.Document document,
        String proves,
        @Nullable String finding,
        @Nullable String pointer,
        Standing standard) {
    /** The file of a profile directory that holds them. */
    public static final String FILE = "restrictions.json";

    private static final Set<String> MEMBERS =
            Set.of("title", "base", "patch", "proves", "finding", "pointer", "standard");

    /** What the standard alone makes of a document that the profile rejects. */
    public enum Standing {
        /** Nothing is found. */
        ACCEPTS,
        /** The same is found, milder. */
        WARNS,
        /** The same is found: the profile only says it again, on its own authority. */
        REJECTS
    }

    /** The cases of a profile directory; none where it has no file of them. */
    public static List<ProfileCase> read(Path profile) throws IOException {
        Path file = profile.resolve(FILE);
        List<ProfileCase> cases = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            for (JsonNode node :
                    new ObjectMapper().readTree(Files.readAllBytes(file)).path("cases")) {
                cases.add(read(profile.getFileName() + "#" + (cases.size() + 1), node));
            }
        }
        return cases;
    }

    private static ProfileCase read(String id, JsonNode node) throws IOException {
        node.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                throw new IllegalArgumentException(id + ": unknown member " + name);
            }
        });
        boolean fails = node.has("finding");
        if (!node.path("base").isTextual() || !node.path("proves").isTextual() || fails != node.has("pointer")) {
            throw new IOException(id + ": base and proves are needed; finding and pointer belong together");
        }
        return new ProfileCase(
                id,
                new Bilingual(
                        node.path("title").path("zh").asText(),
                        node.path("title").path("en").asText()),
                new RuleCase.Document(
                        node.path("base").asText(), node.get("patch") instanceof ArrayNode patch ? patch : null),
                node.path("proves").asText(),
                fails ? node.path("finding").asText() : null,
                fails ? node.path("pointer").asText() : null,
                switch (node.path("standard").asText("accepts")) {
                    case "accepts" -> Standing.ACCEPTS;
                    case "warns" -> Standing.WARNS;
                    case "rejects" -> Standing.REJECTS;
                    default -> throw new IOException(id + ": standard is accepts, warns or rejects");
                });
    }
}
