package org.tongcai.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcai.bundle.RuleDefinition;

/** Rules over several documents. */
class ReferencesTest {
    private final Sample sample = new Sample();
    private final Tables tables = new Tables(sample);
    private final MemoryResolver resolver = new MemoryResolver(tables);
    private final Judgement judgement = new Judgement().resolver(resolver);

    private List<String> judge(String notice, String... rules) {
        List<RuleDefinition> all = new ArrayList<>();
        for (String rule : rules) {
            all.add(Rules.rule(rule.replaceAll("\\bdoc\\.(\\w+)", "['.',['v','doc'],'Notice','$1']")));
        }
        Rules.Lines lines = new Rules.Lines();
        RuleSet.of("notice", all, tables).judge(sample.facts("notice", notice), judgement, lines);
        return lines.lines;
    }

    private Facts plan(String id, int revision, String amount, String rest) {
        Facts facts = sample.facts(
                "plan",
                "{'header':{'documentId':'" + id + "','revision':" + revision + ",'platform':{'code':'P1'}},'amount':'"
                        + amount + "'" + rest + "}");
        resolver.add(facts);
        return facts;
    }

    private static String reference(String type, String id) {
        return "{'documentType':'" + type + "','documentId':'" + id + "'}";
    }

    private static final String TO = """
            {'refs':[{'name':'plan','kind':'to','type':'plan','expr':doc.plan}],
             'let':[{'name':'amount','expr':['.',['ref','plan'],'Plan','amount']}],
             'assert':['le_dec',doc.budget,['v','amount']],'target':['doc','budget'],'message':'{amount}'}
            """;

    @Test
    void aFieldLeadsToADocument() {
        plan("PL-1", 1, "100", "");
        String notice = "{'budget':'101','plan':" + reference("plan", "PL-1") + "}";
        assertEquals(List.of("fails /budget 100 | 100"), judge(notice, TO));
        plan("PL-1", 3, "200", "");
        plan("PL-1", 2, "50", "");
        assertEquals(List.of(), judge(notice, TO), "the highest revision counts");
    }

    @Test
    void aDocumentThatIsNotThereSkipsTheRule() {
        String notice = "{'budget':'101','plan':" + reference("plan", "PL-9") + "}";
        assertEquals(List.of("skipped 没有找到“【plan】”PL-9 | “plan” PL-9 was not found"), judge(notice, TO));
        judgement.missing(Judgement.Missing.REPORT);
        assertEquals(
                List.of(
                        "not found /plan plan PL-9 null",
                        "skipped 没有找到“【plan】”PL-9 | “plan” PL-9 was not found",
                        "skipped 没有找到“【plan】”PL-9 | “plan” PL-9 was not found"),
                judge(notice, TO, TO),
                "reported once, however many rules ask");
        assertEquals(
                List.of("skipped 引用的不是“【plan】” | the reference is to no “plan”"),
                judge(notice.replace("'plan','doc", "'notice','doc"), TO));
        assertEquals(List.of("skipped 缺少“【plan】”（doc.plan） | “plan” (doc.plan) is missing"), judge("{}", TO));
    }

    @Test
    void whatDoesNotConcernTheDocumentIsNotLookedUp() {
        String rule = TO.replace("'let'", "'when':['has',['v','doc'],'Notice','staff'],'let'");
        assertEquals(List.of(), judge("{'plan':" + reference("plan", "PL-9") + "}", rule));
    }

    @Test
    void withoutAResolverTheLayerIsSkippedOnce() {
        judgement.resolver(null);
        assertEquals(List.of("skipped layer references no other documents were given"), judge("{}", TO, TO));
        assertEquals(List.of("fails   | "), judge("{}", "{}"));
    }

    @Test
    void anOptionalReferenceMayBeMissing() {
        String rule = """
                {'refs':[{'name':'plan','kind':'to','type':'plan','optional':true,'expr':doc.plan}],
                 'assert':['&&',['hasref','plan'],['gt_dec_int',['.',['ref','plan'],'Plan','amount'],10]]}
                """;
        plan("PL-1", 1, "100", "");
        assertEquals(List.of(), judge("{'plan':" + reference("plan", "PL-1") + "}", rule));
        assertEquals(List.of("fails   | "), judge("{'plan':" + reference("plan", "PL-2") + "}", rule));
        assertEquals(List.of("fails   | "), judge("{}", rule));
        String bold = rule.replace("['hasref','plan']", "true");
        assertEquals(List.of("undetermined 没有找到引用的单据 | the document referred to is not there"), judge("{}", bold));
    }

    @Test
    void aListOfReferencesLeadsToAListOfDocuments() {
        String rule = """
                {'refs':[{'name':'plans','kind':'to','type':'plan','many':true,'expr':doc.others}],
                 'let':[{'name':'sum','expr':['sum',['map','p',['ref','plans'],['.',['v','p'],'Plan','amount']]]}],
                 'assert':['lt_dec_int',['v','sum'],0],'message':'{sum}'}
                """;
        plan("PL-1", 1, "100", "");
        plan("PL-2", 1, "20", "");
        String others = "{'others':[" + reference("plan", "PL-1") + "," + reference("notice", "X") + ","
                + reference("plan", "PL-2") + "]}";
        assertEquals(List.of("fails  120 | 120"), judge(others, rule));
        assertEquals(List.of("fails  0 | 0"), judge("{}", rule));
        assertEquals(1, judge(others.replace("PL-2", "PL-3"), rule).size());
        assertEquals(
                "skipped 没有找到“【plan】”PL-3 | “plan” PL-3 was not found",
                judge(others.replace("PL-2", "PL-3"), rule).get(0));
    }

    @Test
    void documentsThatReferToADocumentAreFound() {
        String rule = """
                {'refs':[{'name':'plans','kind':'from','type':'plan','many':true,'path':['notice']}],
                 'let':[{'name':'n','expr':['size_list',['ref','plans']]}],
                 'assert':['lt_int',['v','n'],0],'message':'{n}'}
                """;
        plan("PL-1", 1, "1", ",'notice':" + reference("notice", "N-1"));
        plan("PL-2", 1, "1", ",'notice':" + reference("notice", "N-1"));
        plan("PL-2", 2, "1", ",'notice':" + reference("notice", "N-2"));
        plan("PL-3", 1, "1", ",'notice':" + reference("plan", "N-1"));
        plan("PL-4", 1, "1", "");
        assertEquals(List.of("fails  1 | 1"), judge("{'header':{'documentId':'N-1'}}", rule));
        String of = rule.replace("'path'", "'of':['ref','plan'],'path'")
                .replace("'refs':[", "'refs':[{'name':'plan','kind':'to','type':'plan','expr':doc.plan},");
        plan("N-1", 1, "1", "");
        assertEquals(List.of("fails  1 | 1"), judge("{'plan':" + reference("plan", "N-1") + "}", of));
    }

    @Test
    void documentsWithCertainValuesAreFound() {
        String rule = """
                {'refs':[{'name':'plans','kind':'where','type':'plan','many':true,
                   'fields':[{'path':['tags'],'expr':doc.title},{'path':['amount'],'expr':doc.budget}]}],
                 'let':[{'name':'n','expr':['size_list',['ref','plans']]}],
                 'assert':['lt_int',['v','n'],0],'message':'{n}'}
                """;
        plan("PL-1", 1, "100.00", ",'tags':['a','b']");
        plan("PL-2", 1, "100", ",'tags':['b']");
        plan("PL-3", 1, "100", ",'tags':['a']");
        plan("PL-4", 1, "101", ",'tags':['b']");
        assertEquals(List.of("fails  2 | 2"), judge("{'title':'b','budget':'100.0'}", rule));
        assertEquals(List.of("fails  0 | 0"), judge("{'title':'c','budget':'100.0'}", rule));
        assertEquals(
                List.of("undetermined 缺少“【budget】”（doc.budget） | “budget” (doc.budget) is missing"),
                judge("{'title':'b'}", rule));
    }

    @Test
    void aPlatformTellsDocumentsOfOneNumberApart() {
        Facts one = plan("PL-1", 1, "1", "");
        Facts two = sample.facts(
                "plan", "{'header':{'documentId':'PL-1','revision':2,'platform':{'code':'P2'}},'amount':'2'}");
        resolver.add(two);
        assertSame(one, resolver.find("plan", "PL-1", "P1"));
        assertSame(two, resolver.find("plan", "PL-1", "P2"));
        assertSame(two, resolver.find("plan", "PL-1", null));
        assertNull(resolver.find("plan", "PL-1", "P3"));
        assertNull(resolver.find("plan", "PL-2", null));
        assertNull(resolver.find("notice", "PL-1", null));
    }
}
