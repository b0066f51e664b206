package org.tongcai.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcai.Bilingual;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.bundle.RuleLimit;
import org.tongcai.bundle.WordingGroup;

/** What becomes of rules: they hold, fail, do not apply, are not in force, are undetermined. */
class RuleSetTest {
    private static final String HEADER =
            "'header':{'documentType':'notice','documentId':'N-1','issuedAt':'2026-03-02T09:00:00+08:00','regionCode':'530102'}";

    private final Sample sample = new Sample();
    private final Judgement judgement = new Judgement();

    private List<String> judge(String notice, String... rules) {
        List<RuleDefinition> all = new ArrayList<>();
        for (String rule : rules) {
            all.add(Rules.rule(rule.replaceAll("\\bdoc\\.(\\w+)", "['.',['v','doc'],'Notice','$1']")));
        }
        Rules.Lines lines = new Rules.Lines();
        RuleSet.of("notice", all, new Tables(sample)).judge(sample.facts("notice", notice), judgement, lines);
        return lines.lines;
    }

    @Test
    void aRuleThatHoldsSaysNothing() {
        assertEquals(List.of(), judge("{'staff':7}", "{'assert':['gt_int',doc.staff,6]}"));
    }

    @Test
    void aRuleThatDoesNotConcernTheDocumentSaysNothing() {
        assertEquals(
                List.of(),
                judge("{}", "{'when':['has',['v','doc'],'Notice','staff'],'assert':['gt_int',doc.staff,6]}"));
    }

    @Test
    void aFindingHasTheFiguresAndPointsAtItsField() {
        String rule = """
                {'when':['&&',['has',['v','doc'],'Notice','issued'],['has',['v','doc'],'Notice','deadline']],
                 'parameters':{'minimum':20},
                 'let':[{'name':'days','expr':['days',doc.issued,['date_of',doc.deadline]]},
                        {'name':'issued','expr':doc.issued},{'name':'deadline','expr':doc.deadline},
                        {'name':'method','expr':doc.method,'codeList':'method'},
                        {'name':'tags','expr':doc.tags},{'name':'budget','expr':doc.budget},
                        {'name':'urgent','expr':doc.urgent},
                        {'name':'earliest','expr':['plus_days_rolled',doc.issued,['param','minimum']]}],
                 'assert':['ge_int',['v','days'],['param','minimum']],
                 'target':['doc','deadline'],
                 'message':'{issued} {deadline} {days}<{param.minimum} {method} {tags} {budget} {urgent}',
                 'fix':'{earliest}'}
                """;
        assertEquals(
                List.of("fails /deadline 2026-03-02 2026-03-16 09:30 14<20 公开招标 a、b 1000000.00 否"
                        + " | 2026-03-02 2026-03-16 09:30 14<20 Open a, b 1000000.00 no | 2026-03-23"),
                judge(
                        "{'issued':'2026-03-02','deadline':'2026-03-16T09:30:00+08:00','method':'OPEN',"
                                + "'tags':['a','b'],'budget':'1000000.00','urgent':false}",
                        rule));
    }

    @Test
    void aValueThatOnlyTheMessageNeedsMayBeMissing() {
        assertEquals(
                List.of("fails  ？ | ?"),
                judge("{}", "{'let':[{'name':'x','expr':doc.staff}],'assert':false,'message':'{x}'}"));
        assertEquals(List.of(), judge("{}", "{'let':[{'name':'x','expr':doc.staff}],'assert':true,'message':'{x}'}"));
    }

    @Test
    void textOfTheDocumentIsMadeHarmlessAndCut() {
        String title = "\u001b[31m" + "长".repeat(300) + "\u202e";
        String line = judge(
                        "{'title':"
                                + new String(com.fasterxml.jackson.core.io.JsonStringEncoder.getInstance()
                                                .quoteAsString(title))
                                        .transform(t -> "\"" + t + "\"")
                                + "}",
                        "{'let':[{'name':'x','expr':doc.title}],'message':'{x}'}")
                .get(0);
        String shown = " [31m" + "长".repeat(200 - 6) + "…";
        assertEquals("fails  " + shown + " | " + shown, line);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {} | 缺少“【staff】”（doc.staff） | “staff” (doc.staff) is missing
            {'staff':'!'} | “【staff】”（doc.staff）填写有误 | “staff” (doc.staff) is faulty
            """)
    void aFieldThatIsNotThereMakesARuleUndetermined(String notice, String zh, String en) {
        assertEquals(List.of("undetermined " + zh + " | " + en), judge(notice, "{'assert':['gt_int',doc.staff,6]}"));
        assertEquals(List.of("undetermined " + zh + " | " + en), judge(notice, "{'when':['gt_int',doc.staff,6]}"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-03-01, 0",
        "2026-03-02, 1",
        "2026-03-03, 1",
        "2026-03-04, 0",
    })
    void aRuleIsInForceFromItsFirstToItsLastDay(String day, int findings) {
        String rule = "{'from':'2026-03-02','to':'2026-03-03'}";
        judgement.asOf(LocalDate.parse(day));
        assertEquals(findings, judge("{}", rule).size());
        judgement.asOf(null);
        assertEquals(
                findings,
                judge("{'header':{'issuedAt':'" + day + "T00:00:00+08:00'}}", rule)
                        .size());
    }

    @Test
    void theDayThatARuleNamesComesBeforeTheDayOfIssueAndAfterTheDayThatTheCallerNames() {
        String rule = "{'from':'2026-03-02','on':doc.issued,'let':[{'name':'d','expr':['v','day']}],'message':'{d}'}";
        String document = "{" + HEADER + ",'issued':'2026-03-05'}";
        assertEquals(List.of("fails  2026-03-05 | 2026-03-05"), judge(document, rule));
        assertEquals(List.of(), judge("{" + HEADER + ",'issued':'2026-03-01'}", rule));
        judgement.asOf(LocalDate.parse("2026-03-03"));
        assertEquals(List.of("fails  2026-03-03 | 2026-03-03"), judge(document, rule));
        judgement.asOf(null);
        assertEquals(1, judge("{" + HEADER + "}", rule).size(), "undetermined without the day");
    }

    @Test
    void anElementHasItsPlaceInThePointer() {
        String rule = """
                {'each':[{'name':'lot','range':['filter','l',doc.lots,['has',['v','l'],'Lot','counts']]},
                         {'name':'n','range':['.',['v','lot'],'Lot','counts']}],
                 'let':[{'name':'x','expr':['v','n']}],
                 'assert':['lt_int',['v','x'],3],'target':['n'],'message':'{x}'}
                """;
        String lots = "{'lots':[{'lotNumber':'1'},{'counts':[1,4]},'!',{'counts':[2,3]}]}";
        assertEquals(
                List.of("undetermined 列表中有一项填写有误 | an item of the list is faulty"),
                judge(lots, rule),
                "a filter needs every item");
        assertEquals(
                List.of("fails /lots/1/counts/1 4 | 4", "fails /lots/2/counts/1 3 | 3"),
                judge(lots.replace("'!',", ""), rule));
    }

    @Test
    void elementsAreJudgedOneByOneAndAFaultyOneDoesNotHideTheOthers() {
        String rule = "{'each':[{'name':'lot','range':doc.lots}],'target':['lot','budget'],"
                + "'assert':['lt_dec_int',['.',['v','lot'],'Lot','budget'],10]}";
        assertEquals(
                List.of("fails /lots/3/budget  | ", "undetermined 列表中有一项填写有误 | an item of the list is faulty"),
                judge("{'lots':['!',{'budget':'1'},{},{'budget':'20'}]}", rule));
        assertEquals(List.of(), judge("{}", rule), "no list, no elements");
    }

    @Test
    void aListThatIsNamedLastsThroughLoops() {
        String rule = """
                {'let':[{'name':'high','expr':['filter','t',doc.rates,['gt_dec',['v','t'],['D','0.1']]]}],
                 'assert':['!',['all','t',doc.tags,['exists','h',['v','high'],
                   ['&&',['eq',['size_list',['v','high']],2],['eq_dec_int',['sum',['v','high']],1]]]]],
                 'message':'{high}'}
                """;
        assertEquals(
                List.of("fails  0.4、0.6 | 0.4, 0.6"),
                judge("{'tags':['a','b','c'],'rates':['0.1','0.4','0.6']}", rule));
    }

    @Test
    void aLimitIsThatOfTheNearestRegionOnTheDay() {
        sample.limits.add(new RuleLimit(
                "top",
                "decimal",
                null,
                "lower",
                new Bilingual("限额", "limit"),
                Bilingual.EMPTY,
                List.of(
                        value("100", "", "2020-01-01", null),
                        value("200", "53", "2020-01-01", "2025-12-31"),
                        value("300", "53", "2026-01-01", null),
                        value("400", "5301", "2027-01-01", null))));
        String rule =
                "{'let':[{'name':'x','expr':['limit','top']}],'assert':['lt_dec_int',['v','x'],0],'message':'{x}'}";
        assertEquals(List.of("fails  300 | 300"), judge("{" + HEADER + "}", rule));
        judgement.asOf(LocalDate.parse("2025-12-31"));
        assertEquals(List.of("fails  200 | 200"), judge("{" + HEADER + "}", rule));
        judgement.asOf(LocalDate.parse("2027-01-01"));
        assertEquals(List.of("fails  400 | 400"), judge("{" + HEADER + "}", rule));
        assertEquals(List.of("fails  100 | 100"), judge("{'header':{'regionCode':'110101'}}", rule));
        assertEquals(List.of("fails  100 | 100"), judge("{}", rule));
        judgement.asOf(LocalDate.parse("2019-12-31"));
        assertEquals(
                List.of("undetermined 该日该地区没有“限额” | there is no “limit” for that day and region"),
                judge("{" + HEADER + "}", rule));
    }

    private static RuleLimit.Value value(String value, String region, String from, String to) {
        return new RuleLimit.Value(
                value, region, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), List.of(), "found");
    }

    @Test
    void aWordingIsTheFirstInTheTextUnlessAnExceptionStandsThere() {
        sample.wordings.add(new WordingGroup(
                "D01", Bilingual.EMPTY, List.of("分公司", "注册地", "注册地在本市", "地"), List.of("不限注册地"), List.of(), "found"));
        String rule = "{'let':[{'name':'x','expr':['wording',doc.title,'D01']}],'assert':['eq',['v','x'],''],"
                + "'message':'{x}'}";
        assertEquals(List.of("fails  注册地在本市 | 注册地在本市"), judge("{'title':'须注册地在本市设分公司'}", rule));
        assertEquals(List.of("fails  分公司 | 分公司"), judge("{'title':'设分公司或注册地'}", rule));
        assertEquals(List.of(), judge("{'title':'设分公司，不限注册地'}", rule));
        assertEquals(List.of(), judge("{'title':'公告'}", rule));
    }

    @Test
    void aRuleThatMakesNoSenseIsAFaultOfTheBundle() {
        for (String rule : List.of(
                "{'assert':['no_such_function',1]}",
                "{'assert':['v','nobody']}",
                "{'assert':1}",
                "{'assert':['add_int','a',1]}",
                "{'assert':['eq',['v','doc'],['v','doc']]}",
                "{'assert':['.',['v','doc'],'Notice','nothing']}",
                "{'assert':['T','2026-02-30']}",
                "{'assert':['D','1,5']}",
                "{'assert':['limit','nothing']}",
                "{'assert':['wording','a','nothing']}",
                "{'assert':['eq']}",
                "{'message':'{nobody}'}",
                "{'message':'{'}")) {
            assertThrows(BundleException.class, () -> judge("{}", rule), rule);
        }
    }

    @Test
    void rulesAreForTheirDocumentTypeOnly() {
        RuleSet rules = RuleSet.of(sample, "notice");
        assertThrows(
                IllegalArgumentException.class,
                () -> rules.judge(sample.facts("plan", "{}"), judgement, new Rules.Lines()));
        assertThrows(IllegalArgumentException.class, () -> RuleSet.of(sample, "nothing"));
        assertEquals(Map.of(), sample.rules);
    }
}
