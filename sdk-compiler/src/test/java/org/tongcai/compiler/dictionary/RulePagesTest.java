package org.tongcai.compiler.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.compiler.MiniSpec;
import org.tongcai.compiler.rules.RuleSpec;

/** Rules, their figures and lifecycles are told as they are judged, and lead to the fields, documents and laws that they name. */
class RulePagesTest {
    private static final String HOSTILE = "</pre><script>alert(1)</script>";

    @TempDir
    private Path directory;

    private Path spec;

    @BeforeEach
    void copy() {
        spec = RuleSpec.copy(directory.resolve("spec"));
    }

    @Test
    void aRuleIsToldWithEverythingThatJudgesByIt() throws IOException {
        Pages pages = pages();
        String page = pages.text("rules/award.html");
        String rule = page.substring(
                page.indexOf("<section class=\"rule\" id=\"GP-AWARD-001\""),
                page.indexOf("<section class=\"rule\" id=\"GP-AWARD-002\""));
        assertTrue(rule.contains("成交总价不超过限额") && rule.contains("The total does not exceed the limit"), rule);
        assertTrue(rule.contains("class=\"severity error\""), rule);
        assertTrue(rule.contains("第十七条"), rule);
        assertTrue(rule.contains("自 2015-03-01 起"), rule);
        assertTrue(rule.contains("href=\"../documents/awardNotice.html\""), rule);
        assertTrue(rule.contains("href=\"../limits.html#ceiling\""), rule);
        assertTrue(rule.contains("param.share</code> = <code lang=\"en\">0.95"), rule);
        assertTrue(rule.contains("href=\"../types/Lot.html#Lot.price\""), "an element's field: " + rule);
        assertTrue(rule.contains("each lot</span>: doc.lots"), rule);
        assertTrue(rule.contains("{method}的成交价 {amount} 超过 {most}"), rule);
        assertTrue(rule.contains("replace /lots/0/price/total/amount &quot;5000000&quot;"), rule);
        assertTrue(rule.contains("公开招标的成交价 5000000 超过 3800000.00"), rule);
    }

    @Test
    void aRuleNamesTheOtherDocumentsAndItsSuccessor() throws IOException {
        Pages pages = pages();
        String page = pages.text("rules/award.html");
        String rule = page.substring(page.indexOf("<section class=\"rule\" id=\"GP-AWARD-002\""));
        assertTrue(rule.contains("doc.award 引用的"), rule);
        assertTrue(rule.contains("以 contract.award 引用它的") || rule.contains("以 award 引用它的"), rule);
        assertTrue(rule.contains("supplierCode 相同的"), rule);
        assertTrue(rule.contains("（如有）"), rule);
        assertTrue(rule.contains("href=\"../rules/award.html#GP-AWARD-003\""), rule);
        assertTrue(rule.contains("自 2003-01-01 至 2020-12-31"), rule);
    }

    @Test
    void everyPlaceLeadsToTheRule() throws IOException {
        Pages pages = pages();
        pages.assertLinksResolve();
        assertTrue(pages.page("rules.html").values("href").contains("rules/award.html#GP-AWARD-001"));
        assertTrue(pages.page("documents/contract.html").values("href").contains("../rules/award.html#GP-AWARD-002"));
        assertFalse(pages.page("documents/contract.html").values("href").contains("../rules/award.html#GP-AWARD-001"));
        assertTrue(pages.page("sources.html").values("href").contains("rules/award.html#GP-AWARD-001"));
        assertTrue(pages.page("limits.html").values("href").contains("rules/award.html#GP-AWARD-001"));
        assertTrue(pages.page("wordings.html").values("href").contains("rules/award.html#GP-AWARD-003"));
        Set<String> found = new HashSet<>();
        pages.data("search.js")
                .forEach(group -> group.forEach(row -> found.add(row.get(1).asText())));
        assertTrue(found.containsAll(Set.of("GP-AWARD-003", "ceiling", "D01", "award")), found::toString);
    }

    @Test
    void aLimitShowsItsValuesByRegionAndYear() throws IOException {
        String page = pages().text("limits.html");
        assertTrue(page.contains("2000000") && page.contains("自 2003-01-01 至 2019-12-31"), page);
        assertTrue(page.contains("3000000") && page.contains("全国"), page);
    }

    @Test
    void aLifecycleIsDrawnAndTold() throws IOException {
        Pages pages = pages();
        Markup page = pages.page("lifecycles/award.html");
        assertTrue(page.values("href").contains("#state-INVITED"));
        assertTrue(pages.anchors("lifecycles/award.html").containsAll(Set.of("state-OPEN", "state-INVITED")));
        String text = pages.text("lifecycles/award.html");
        assertTrue(text.contains("class=\"loop\""), "an event that leaves the state as it is");
        assertTrue(text.contains("不超过 5 个工作日"), text);
        assertTrue(text.contains("class=\"node state union\""), "the term stands still there");
        assertEquals(2, text.split("class=\"node state", -1).length - 1);
        assertTrue(pages.page("documents/awardNotice.html").values("href").contains("../lifecycles/award.html"));
    }

    @Test
    void hostileTextStaysText() throws IOException {
        MiniSpec.edit(spec, RuleSpec.RULES, "核对金额", HOSTILE);
        MiniSpec.edit(spec, "business/limits.json", "仅供测试。", HOSTILE);
        MiniSpec.edit(spec, "business/wordings.json", "本地企业\", \"本市企业", HOSTILE + "\", \"本市企业");
        MiniSpec.edit(spec, "business/lifecycles/award.json", "再次", HOSTILE);
        Pages pages = pages();
        pages.assertSafe();
        assertTrue(pages.text("rules/award.html").contains("&lt;/pre&gt;&lt;script&gt;"));
    }

    private Pages pages() throws IOException {
        return Pages.of(spec, directory.resolve("bundle"));
    }
}
