package org.tongcai.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tongcai.Bilingual;

/** What rules ask of other documents is known before any document is read. */
class LookUpsTest {
    private static final List<List<String>> BOTH = List.of(List.of("tags"), List.of("amount"));

    private final Sample sample = new Sample();

    private LookUps lookUps() {
        sample.rules.put("notice", List.of(Rules.rule("""
                {'refs':[{'name':'plans','kind':'from','type':'plan','many':true,'path':['notice']}]}
                """), Rules.rule("""
                {'refs':[{'name':'plans','kind':'where','type':'plan','many':true,
                   'fields':[{'path':['tags'],'expr':'a'},{'path':['amount'],'expr':'1'}]}]}
                """)));
        return LookUps.of(sample);
    }

    private Facts plan(String rest) {
        return sample.facts(
                "plan", "{'header':{'documentId':'PL-1','revision':3,'platform':{'code':'P1'}}" + rest + "}");
    }

    @Test
    void onlyWhatRulesAskIsIndexed() {
        LookUps lookUps = lookUps();
        assertTrue(lookUps.isAskedFor("plan"));
        assertFalse(lookUps.isAskedFor("notice"));
        assertEquals(2, lookUps.indexes("plan").size());
        assertEquals(0, lookUps.indexes("notice").size());
        assertNotNull(lookUps.from("plan", List.of("notice")));
        assertNull(lookUps.from("plan", List.of("tags")));
        assertNotNull(lookUps.where("plan", BOTH));
        assertNull(lookUps.where("plan", List.of(List.of("tags"))));
    }

    @Test
    void aDocumentStandsUnderEveryCombinationOfItsValues() {
        LookUps.Index index = Objects.requireNonNull(lookUps().where("plan", BOTH));
        Facts plan = plan(",'amount':'100.00','tags':['a','b']");
        assertEquals(List.of(List.of("a", "100"), List.of("b", "100")), index.values(plan, 2));
        assertNull(index.values(plan, 1), "more than are wanted");
        assertEquals(List.of(), index.values(plan(",'tags':['a','b']"), 1), "nothing to be found by");
        assertTrue(index.matches(plan, List.of("b", "100")));
        assertFalse(index.matches(plan, List.of("b", "101")));
    }

    @Test
    void aReferenceIsAKeyOfItsOwn() {
        LookUps.Index index = Objects.requireNonNull(lookUps().from("plan", List.of("notice")));
        Facts plan = plan(",'notice':{'documentType':'notice','documentId':'N-1'}");
        assertEquals(List.of(List.of(LookUps.reference("notice", "N-1"))), index.values(plan, 9));
    }

    @Test
    void theHeaderTellsDocumentsApart() {
        LookUps lookUps = lookUps();
        assertEquals(new DocumentKey("plan", "PL-1", "P1", 3), lookUps.key(plan("")));
        assertEquals(new DocumentKey("plan", "", null, 0), lookUps.key(sample.facts("plan", "{}")));
    }

    @Test
    void equalRevisionsOnSeveralPlatformsAreOrderedByPlatform() {
        for (List<String> platforms : List.of(List.of("P2", "P1"), List.of("P1", "P2"))) {
            MemoryResolver resolver = new MemoryResolver(new Tables(sample));
            platforms.forEach(platform -> resolver.add(sample.facts(
                    "plan", "{'header':{'documentId':'PL-1','revision':1,'platform':{'code':'" + platform + "'}}}")));
            Facts found = Objects.requireNonNull(resolver.find("plan", "PL-1", null));
            assertEquals("P1", lookUps().key(found).platformCode());
        }
    }

    @Test
    void aQuestionWithoutAnAnswerLeavesTheRuleUndetermined() {
        Resolver full = new MemoryResolver(new Tables(sample));
        Resolver refusing = new Resolver() {
            @Override
            public Facts find(String documentType, String documentId, String platformCode) {
                return full.find(documentType, documentId, platformCode);
            }

            @Override
            public List<Facts> from(String type, List<String> path, String documentType, String documentId) {
                throw new UnansweredException(new Bilingual("太多", "too many"));
            }

            @Override
            public List<Facts> where(String type, List<List<String>> paths, List<String> values) {
                return full.where(type, paths, values);
            }
        };
        Rules.Lines lines = new Rules.Lines();
        String rule =
                "{'refs':[{'name':'plans','kind':'from','type':'plan','many':true,'path':['notice']}],'assert':true}";
        RuleSet.of("notice", List.of(Rules.rule(rule)), new Tables(sample))
                .judge(sample.facts("notice", "{}"), new Judgement().resolver(refusing), lines);
        assertEquals(List.of("undetermined 太多 | too many"), lines.lines);
    }
}
