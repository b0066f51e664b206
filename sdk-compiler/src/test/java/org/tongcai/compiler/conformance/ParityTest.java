package org.tongcai.compiler.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongcai.Verdict;
import org.tongcai.compiler.cases.XmlTwin;
import org.tongcai.input.Slice;
import org.tongcai.rule.Facts;

/** The same document, written in JSON and written in XML, is judged the same: verdict, findings and their places, by structure and rules. */
class ParityTest {
    /** More than a reader can use. */
    private static final int ENOUGH = 10;

    private static final Setting SETTING = Setting.get();
    private static final Mutator.Family FAMILY = new Mutator.Family(SETTING.bundle);
    private static final List<ObjectNode> BASES = new ArrayList<>();
    private static final List<String> TYPES = new ArrayList<>();

    @BeforeAll
    static void prepare() throws IOException {
        for (Map.Entry<String, JsonNode> document : SETTING.accepted().entrySet()) {
            String type = document.getValue().at("/header/documentType").asText();
            BASES.add((ObjectNode) document.getValue());
            TYPES.add(type);
            FAMILY.learn(SETTING.definition(type), document.getValue());
        }
    }

    @Test
    void rulesReadTheSameFacts() throws IOException {
        XmlTwin twins = new XmlTwin(SETTING.bundle);
        int[] count = {0};
        for (Map.Entry<String, byte[]> example : SETTING.examples().entrySet()) {
            byte[] xml = twins.of(example.getValue(), null).xml();
            assertNotNull(xml, example.getKey());
            // Facts are noted in the order in which they are met, and XML knows one order only.
            byte[] ordered = SETTING.standard.json().rewrite(example.getValue());
            Facts expected = SETTING.standard.facts(Slice.of("-", ordered));
            Facts found = SETTING.standard.facts(Slice.of("-", xml));
            assertNotNull(expected);
            assertNotNull(found);
            assertArrayEquals(expected.toBytes(), found.toBytes(), example.getKey());
            count[0]++;
        }
        assertTrue(count[0] > 100, () -> "only " + count[0]);
    }

    @Test
    void agreeOnMutations() {
        campaign(20261122, 3_000);
    }

    @Test
    @Tag("long")
    void agreeOnVeryManyMutations() {
        campaign(6_000_000_000L, Integer.getInteger("differential.documents", 250_000));
    }

    /** Each document has a seed of its own, so that a failure is found again by its seed alone. */
    private static void campaign(long firstSeed, int documents) {
        Parity parity = new Parity(SETTING);
        List<String> failures = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + documents && failures.size() < ENOUGH; seed++) {
            Random random = new Random(seed);
            int which = base(random);
            ObjectNode document = BASES.get(which).deepCopy();
            String type = TYPES.get(which);
            boolean forced = random.nextInt(4) == 0;
            Mutator mutator = FAMILY.mutator(random.nextLong());
            for (int changes = random.nextInt(3) > 0 ? 1 : 2 + random.nextInt(4); changes > 0; changes--) {
                mutator.change(SETTING.definition(type), document);
            }
            if (parity.disagreement(bytes(document), type, forced) != null) {
                Parity scratch = new Parity(SETTING);
                Shrinker.shrink(document, smaller -> scratch.disagreement(bytes(smaller), type, forced) != null);
                failures.add("seed " + seed + ": " + scratch.disagreement(bytes(document), type, forced));
            }
        }
        assertTrue(failures.isEmpty(), () -> String.join("\n\n", failures));
        int without = parity.inexpressible.values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertEquals(documents, parity.judged() + without);
        // A campaign of which nothing can be said in XML, or nothing is wrong, proves nothing.
        assertTrue(parity.judged() > documents / 2, parity::toString);
        assertTrue(parity.agreed.getOrDefault(Verdict.ACCEPTED, 0) > documents / 20, parity::toString);
        assertTrue(parity.agreed.getOrDefault(Verdict.REJECTED, 0) > documents / 4, parity::toString);
    }

    /** Small ones rather than large ones: most of what can be changed is in both. */
    private static int base(Random random) {
        int which = random.nextInt(BASES.size());
        for (int i = 0; i < 3 && BASES.get(which).size() > 12; i++) {
            which = random.nextInt(BASES.size());
        }
        return which;
    }

    private static byte[] bytes(JsonNode document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }
}
