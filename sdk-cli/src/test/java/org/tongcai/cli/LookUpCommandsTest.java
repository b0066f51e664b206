package org.tongcai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.cli.Shell.Outcome;

class LookUpCommandsTest {

    @ParameterizedTest
    @CsvSource({
        "AwardNotice,必填",
        "awardNotice.lots,必填",
        "structure.required,缺少必填字段",
        "procurement-method,公开招标",
        "招标公告,TenderNotice",
        "采购方式,公开招标",
        "structure.const,应为“…”",
        "procurement-method/OPEN_TENDER,公开招标",
        "tenderNotice,GP-NOTICE ",
        "GP-NOTICE-001,参数 workdays：5（地方不得改变）",
        "gp-notice-001,财政部令第87号",
        "GP-NOTICE-001,assert: stated == param.workdays",
        "GP-NOTICE-001,replace /noticePeriod/workdays 3",
        "GP-CONTROL-009,限额 openTenderGoodsServices",
        "GP-NOTICE,GP-NOTICE-001  错误",
        "openTenderGoodsServices,GP-CONTROL-009",
        "limit:openTenderGoodsServices,2000000  全国",
        "D09,国有企业",
        "contract,生命周期：lifecycle:contract",
        "lifecycle:contract,（起点）",
        "mall-order,lifecycle:mall-order",
    })
    void explainTellsWhatTheStandardSays(String id, String said) {
        Outcome outcome = Shell.chinese().run("explain", "--standard", Shell.standard(), id);
        assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.err());
        assertTrue(outcome.out().contains(said) || id.equals("AwardNotice"), outcome.out());
    }

    @Test
    void unknownIdsBringSuggestions() {
        Outcome outcome = Shell.english().run("explain", "--standard", Shell.standard(), "structure.requierd");
        assertEquals(Exit.USAGE, outcome.exit());
        assertTrue(outcome.err().contains("did you mean structure.required"), outcome.err());
        Outcome rule = Shell.english().run("explain", "--standard", Shell.standard(), "GP-NOTICE-0011");
        assertTrue(rule.err().contains("did you mean GP-NOTICE-001"), rule.err());
        Outcome lifecycle = Shell.english().run("explain", "--standard", Shell.standard(), "lifecycle:contrat");
        assertTrue(lifecycle.err().contains("did you mean lifecycle:contract"), lifecycle.err());
        Outcome title = Shell.chinese().run("explain", "--standard", Shell.standard(), "公告日期");
        assertTrue(title.err().contains("是否指"), title.err());
        assertEquals(List.of(), Suggestions.of("zzzzzz", List.of("abc", "awardNotice")));
    }

    @Test
    void aRuleTellsWhichOtherDocumentsItReads() {
        Outcome outcome = Shell.english().run("explain", "--standard", Shell.standard(), "GP-CONTROL-009");
        assertTrue(outcome.out().contains("other document refs."), outcome.out());
        assertTrue(outcome.out().contains("in force: since "), outcome.out());
    }

    @Test
    void codesAreListedAndSearched() {
        Outcome lists = Shell.english().run("codes", "--standard", Shell.standard());
        assertTrue(lists.out().contains("procurement-method"), lists.out());
        Outcome search = Shell.english().run("codes", "--standard", Shell.standard(), "--search", "公开招标");
        assertTrue(search.out().contains("procurement-method/OPEN_TENDER"), search.out());
        Outcome csv = Shell.english()
                .run("codes", "--standard", Shell.standard(), "--format", "csv", "procurement-method", "OPEN_TENDER");
        assertTrue(csv.out().startsWith("list,code,name_zh"), csv.out());
        assertTrue(csv.out().contains("\nprocurement-method,OPEN_TENDER,公开招标,"), csv.out());
    }

    @Test
    void codesAreShownAsTheyStoodOnADay() {
        // 重庆市 was part of 四川省 until 1997; its own code begins with 50 since then.
        Outcome then = Shell.english()
                .run("codes", "--standard", Shell.standard(), "region", "--as-of", "1990-01-01", "--search", "重庆市");
        Outcome now = Shell.english()
                .run("codes", "--standard", Shell.standard(), "region", "--as-of", "2026-01-01", "--search", "重庆市");
        assertTrue(now.out().startsWith("500000"), now.out());
        assertFalse(then.out().contains("500000"), then.out());
    }

    @Test
    void unknownListsAndCodesBringSuggestions() {
        Outcome list = Shell.english().run("codes", "--standard", Shell.standard(), "procurement-methods");
        assertEquals(Exit.USAGE, list.exit());
        assertTrue(list.err().contains("did you mean procurement-method"), list.err());
        Outcome code = Shell.english().run("codes", "--standard", Shell.standard(), "procurement-method", "OPEN_TENDR");
        assertEquals(Exit.USAGE, code.exit());
        assertTrue(code.err().contains("OPEN_TENDER"), code.err());
        Outcome name = Shell.chinese().run("codes", "--standard", Shell.standard(), "region", "云南");
        assertTrue(name.err().contains("--search"), name.err());
    }

    @Test
    void identifiersAreJudgedWithTheExpectedCheckCharacter() {
        Outcome outcome = Shell.english().run("id", "creditCode", "91000000000000000X");
        assertEquals(Exit.REJECTED, outcome.exit());
        assertTrue(outcome.out().contains("should be K but is X"), outcome.out());
        assertEquals(
                Exit.ACCEPTED, Shell.english().run("id", "postCode", "100000").exit());
        Outcome unknown = Shell.english().run("id", "creditcode", "1");
        assertEquals(Exit.USAGE, unknown.exit());
        assertTrue(unknown.err().contains("did you mean creditCode"), unknown.err());
    }

    @Test
    void personalIdentifiersAreMasked() {
        Outcome outcome = Shell.english().run("id", "residentId", "110101199003070011");
        assertFalse(outcome.out().contains("19900307"), outcome.out());
    }

    @Test
    void lintNeedsAFolder() {
        assertEquals(Exit.USAGE, Shell.english().run("lint", "/no/such/folder").exit());
        assertTrue(Shell.english().run("lint", Shell.SPEC.toString()).exit() <= Exit.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "validate", "explain", "codes", "id", "lint", "cases"})
    void helpSpeaksBothLanguages(String command) {
        String[] arguments = command.isEmpty() ? new String[] {"--help"} : new String[] {command, "--help"};
        Outcome zh = Shell.chinese().run(arguments);
        Outcome en = Shell.english().run(arguments);
        assertEquals(Exit.ACCEPTED, zh.exit());
        assertTrue(zh.out().contains("用法"), zh.out());
        assertTrue(en.out().contains("Usage"), en.out());
        assertTrue(
                en.out().codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN),
                en.out());
        // Every option is described: no line ends with the bare option.
        assertFalse(zh.out().matches("(?s).*\\n +-[^ ]*, --[a-z-]+\\n.*"), zh.out());
    }

    @Test
    void versionTellsSdkAndStandard() {
        Outcome outcome = Shell.english().run("--version");
        assertEquals(Exit.ACCEPTED, outcome.exit());
        assertTrue(outcome.out().matches("(?s)tongcai [0-9]+\\.[0-9]+\\.[0-9]+.*\\nstandard .*"), outcome.out());
    }

    @Test
    void withoutCommandTheHelpGoesToStandardError() {
        Outcome outcome = Shell.chinese().run();
        assertEquals(Exit.USAGE, outcome.exit());
        assertTrue(outcome.err().contains("validate"), outcome.err());
        assertEquals("", outcome.out());
    }

    @Test
    void languageComesFromOptionThenEnvironment() {
        Map<String, String> german = Map.of("LANG", "de_DE.UTF-8");
        Map<String, String> chinese = Map.of("LANG", "zh_CN.UTF-8");
        assertEquals(Locale.ENGLISH, Language.of(new String[] {}, Map.of()));
        assertEquals(Locale.ENGLISH, Language.of(new String[] {}, german));
        assertEquals(Locale.SIMPLIFIED_CHINESE, Language.of(new String[] {}, chinese));
        assertEquals(Locale.ENGLISH, Language.of(new String[] {}, Map.of("LC_ALL", "C", "LANG", "zh_CN")));
        // What the launcher says where it has to replace a locale that is not installed.
        assertEquals(
                Locale.SIMPLIFIED_CHINESE,
                Language.of(new String[] {}, Map.of("TONGCAI_LANG", "zh_CN.UTF-8", "LC_ALL", "C.UTF-8")));
        assertEquals(Locale.ENGLISH, Language.of(new String[] {"codes", "--lang", "en"}, chinese));
        assertEquals(Locale.SIMPLIFIED_CHINESE, Language.of(new String[] {"--lang=zh"}, german));
        assertEquals(Exit.USAGE, Shell.english().run("--lang", "fr").exit());
    }

    @Test
    void lifecyclesAreListedAndSayWhatMayHappenNext() {
        Outcome all = Shell.english().run("lifecycle", "--standard", Shell.standard());
        assertTrue(all.out().contains("contract  Procurement contract  (15 states, 18 transitions)"), all.out());
        Outcome next = Shell.chinese()
                .run(
                        "lifecycle",
                        "--standard",
                        Shell.standard(),
                        "contract",
                        "--state",
                        "PERFORMING",
                        "--have",
                        "contract");
        assertEquals(Exit.ACCEPTED, next.exit(), next.err());
        assertTrue(next.out().contains("accept  验收合格 → 验收合格；须有 acceptanceReport；规则 GP-ACCEPTANCE-"), next.out());
        Outcome unknown = Shell.english().run("lifecycle", "--standard", Shell.standard(), "contracts");
        assertEquals(Exit.USAGE, unknown.exit());
        assertTrue(unknown.err().contains("did you mean contract"), unknown.err());
        Outcome state = Shell.english().run("lifecycle", "--standard", Shell.standard(), "contract", "--state", "DONE");
        assertEquals(Exit.USAGE, state.exit());
        assertTrue(state.err().contains("SETTLED"), state.err());
    }

    /** The later part of the history of the project in the examples: the result is determined and published. */
    @Test
    void historiesAreJudged() {
        String examples = System.getProperty("spec.directory", "../spec") + "/cases/examples/";
        Outcome history = Shell.english()
                .run(
                        "lifecycle",
                        "--standard",
                        Shell.standard(),
                        "project",
                        examples + "processEvent.json",
                        examples + "processEvent-determined.json",
                        examples + "awardNotice.json",
                        examples + "awardDecision.json");
        assertEquals(Exit.ACCEPTED, history.exit(), history.err() + history.out());
        assertTrue(history.out().contains("procurementProject XM-2026-000042  state: Result published"), history.out());
        assertTrue(history.out().contains("rules that could not be judged: "), history.out());
        assertTrue(history.out().contains("contract  Start contracting → Being contracted"), history.out());
        Outcome wrong = Shell.english()
                .run("lifecycle", "--standard", Shell.standard(), "contract", examples + "processEvent.json");
        assertEquals(Exit.REJECTED, wrong.exit());
        assertTrue(wrong.out().contains("lifecycle.transition"), wrong.out());
    }
}
