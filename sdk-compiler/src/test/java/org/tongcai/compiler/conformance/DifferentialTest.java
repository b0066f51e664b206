package org.tongcai.compiler.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongcai.bundle.Node;

/** On structure, the engine and a generic JSON Schema validator with the strict schemas agree on every document. */
class DifferentialTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** More than a reader can use. */
    private static final int ENOUGH = 10;

    private static final Setting SETTING = Setting.get();
    private static final Mutator.Family FAMILY = new Mutator.Family(SETTING.bundle);
    private static final List<ObjectNode> BASES = new ArrayList<>();
    private static final List<String> TYPES = new ArrayList<>();

    @BeforeAll
    static void prepare() throws IOException {
        for (JsonNode document : SETTING.accepted().values()) {
            String type = document.at("/header/documentType").asText();
            BASES.add((ObjectNode) document);
            TYPES.add(type);
            FAMILY.learn(SETTING.definition(type), document);
        }
    }

    @Test
    @Tag("long")
    void agreeOnEveryCase() throws IOException {
        Differential differential = agreeOnCases(1);
        assertTrue(differential.accepted > 300 && differential.rejected > 4_000, () -> figures(differential));
    }

    /** One in four; that each case finds what its definition foretells is seen elsewhere for all of them. */
    @Test
    void agreeOnCases() throws IOException {
        Differential differential = agreeOnCases(4);
        assertTrue(differential.accepted > 75 && differential.rejected > 1_000, () -> figures(differential));
    }

    private static Differential agreeOnCases(int every) throws IOException {
        Differential differential = new Differential(SETTING);
        List<String> failures = new ArrayList<>();
        int[] count = {0};
        SETTING.forEach(sample -> count[0]++ % every == 0, (sample, document) -> {
            boolean forced = count[0] / every % 4 == 0;
            String difference = differential.disagreement(document, sample.type(), forced);
            if (difference != null && failures.size() < ENOUGH) {
                failures.add(sample.name() + ": " + difference);
            }
        });
        assertTrue(failures.isEmpty(), () -> String.join("\n\n", failures));
        return differential;
    }

    /** Every description of a text that the standard has, with every edge of it: none is left to chance. */
    @Test
    void agreeOnTheEdgesOfEveryText() {
        Differential differential = new Differential(SETTING);
        List<String> failures = new ArrayList<>();
        Set<Node.Text> done = new HashSet<>();
        List<ObjectNode> smallFirst = new ArrayList<>(BASES);
        smallFirst.sort(Comparator.comparingInt(document -> document.toString().length()));
        for (ObjectNode base : smallFirst) {
            String type = base.at("/header/documentType").asText();
            ObjectNode document = base.deepCopy();
            for (Place place : Place.in(SETTING.bundle, SETTING.definition(type), document)) {
                if (place.node() instanceof Node.Text text && text.constant() == null && done.add(kind(text))) {
                    JsonNode before = place.value();
                    for (String edge : HostileValues.edges(text)) {
                        place.replace(JsonNodeFactory.instance.textNode(edge));
                        String difference = differential.disagreement(bytes(document), type, false);
                        if (difference != null && failures.size() < ENOUGH) {
                            failures.add(place.name() + " = " + edge + ": " + difference);
                        }
                    }
                    place.replace(before);
                }
            }
        }
        assertTrue(failures.isEmpty(), () -> String.join("\n\n", failures));
        assertTrue(differential.accepted > 300 && differential.rejected > 1_000, () -> figures(differential));
    }

    /** What of a description matters to the structure. */
    private static Node.Text kind(Node.Text text) {
        return new Node.Text(
                text.minLength(),
                text.maxLength(),
                text.pattern(),
                text.format(),
                text.decimal(),
                null,
                null,
                null,
                null,
                Node.Sensitivity.PUBLIC);
    }

    @Test
    void agreeOnMutations() {
        campaign(20261121, 3_000);
    }

    @Test
    @Tag("long")
    void agreeOnVeryManyMutations() {
        campaign(4_000_000_000L, Integer.getInteger("differential.documents", 250_000));
    }

    /** Each document has a seed of its own, so that a failure is found again by its seed alone. */
    private static void campaign(long firstSeed, int documents) {
        Differential differential = new Differential(SETTING);
        List<String> failures = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + documents && failures.size() < ENOUGH; seed++) {
            Random random = new Random(seed);
            int which = base(random);
            ObjectNode document = BASES.get(which).deepCopy();
            String type = TYPES.get(which);
            boolean forced = random.nextInt(4) == 0;
            Mutator mutator = FAMILY.mutator(random.nextLong());
            // Most documents with one change: where several things are wrong, a difference hides behind the others.
            for (int changes = random.nextInt(3) > 0 ? 1 : 2 + random.nextInt(4); changes > 0; changes--) {
                mutator.change(SETTING.definition(type), document);
            }
            String difference = differential.disagreement(bytes(document), type, forced);
            if (difference != null) {
                Differential scratch = new Differential(SETTING);
                Shrinker.shrink(document, smaller -> scratch.disagreement(bytes(smaller), type, forced) != null);
                failures.add("seed " + seed + ": " + scratch.disagreement(bytes(document), type, forced));
            }
        }
        assertTrue(failures.isEmpty(), () -> String.join("\n\n", failures));
        // A campaign that only makes rubbish, or nothing but valid documents, proves nothing.
        int all = differential.accepted + differential.rejected + differential.outside;
        assertEquals(documents, all);
        assertTrue(differential.accepted > all / 10, () -> figures(differential));
        assertTrue(differential.rejected > all / 4, () -> figures(differential));
        assertTrue(differential.outside < all / 4, () -> figures(differential));
    }

    /** The documents of the conditions are many and alike; the others get their share. */
    private static int base(Random random) {
        int which = random.nextInt(BASES.size());
        for (int i = 0; i < 3 && BASES.get(which).size() > 12; i++) {
            which = random.nextInt(BASES.size());
        }
        return which;
    }

    private static String figures(Differential differential) {
        return differential.accepted + " accepted, " + differential.rejected + " rejected, " + differential.outside
                + " outside";
    }

    private static byte[] bytes(JsonNode document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
