package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcai.Finding;

/** What depends on other members: conditions, unions, repetition, and types of any size and depth. */
class ConditionsAndUnionsTest {
    private static final Engine ENGINE = new Engine(new TestBundle());
    private static final String AGENCY = "\"agency\":{\"name\":\"示例招标代理有限公司\"},";

    @Test
    void aValueBringsAnObligation() {
        String agency = Documents.award().replace("\"SELF\"", "\"AGENCY\"");
        Finding missing = only(agency);
        assertEquals("structure.condition-required", missing.ruleId());
        assertEquals("", missing.pointer());
        assertEquals("委托代理时必须填写采购代理机构：缺少 agency（采购代理机构）", missing.message().zh());
        valid(agency.replace("\"bidOpening\"", AGENCY + "\"bidOpening\""));
        // The order of members does not matter.
        valid(agency.replace("\"organizationForm\"", AGENCY + "\"organizationForm\""));
    }

    @Test
    void otherwiseAMemberMayBeForbidden() {
        String document = Documents.award().replace("\"bidOpening\"", AGENCY + "\"bidOpening\"");
        Finding finding = only(document);
        assertEquals("structure.condition-forbidden", finding.ruleId());
        assertEquals("/agency", finding.pointer());
        assertEquals(1 + document.indexOf("\"agency\""), finding.column());
    }

    @Test
    void presenceBringsAnObligation() {
        String document = Documents.award()
                .replace("\"bidOpening\"", "\"agencyFee\":" + Documents.money("1") + ",\"bidOpening\"");
        Finding finding = only(document);
        assertEquals("structure.condition-required", finding.ruleId());
        assertTrue(finding.message().zh().startsWith("有代理费时应有代理机构"));
    }

    @Test
    void oneOmissionIsReportedOnceThoughTwoConditionsAskForIt() {
        String document = Documents.award()
                .replace("\"SELF\"", "\"AGENCY\"")
                .replace("\"bidOpening\"", "\"agencyFee\":" + Documents.money("1") + ",\"bidOpening\"");
        assertEquals("structure.condition-required", only(document).ruleId());
    }

    @Test
    void nothingFollowsFromAFaultyOrMissingValue() {
        String withAgency = Documents.award().replace("\"bidOpening\"", AGENCY + "\"bidOpening\"");
        assertEquals(
                "codes.unknown",
                only(withAgency.replace("\"SELF\"", "\"OTHER\"")).ruleId());
        assertEquals(
                "structure.required",
                only(withAgency.replace("\"organizationForm\":\"SELF\",", "")).ruleId());
    }

    @Test
    void aBooleanMayDecide() {
        String joint = Documents.award().replace("\"bidOpening\"", "\"jointBid\":true,\"bidOpening\"");
        assertEquals("structure.condition-required", only(joint).ruleId());
        valid(joint.replace("true", "false"));
    }

    @Test
    void theDiscriminatorMayComeLast() {
        String price = "\"price\":{\"kind\":\"total\",\"amount\":" + Documents.money("48000.00") + "}";
        String turned = "\"price\":{\"amount\":" + Documents.money("48000.00") + ",\"kind\":\"total\"}";
        assertTrue(Documents.award().contains(price));
        valid(Documents.award().replace(price, turned));
        Finding finding = only(Documents.award().replace(price, turned.replace("48000.00", "48000.000")));
        assertEquals("/lots/0/price/amount/amount", finding.pointer());
        String rate = "\"price\":{\"printed\":\"八六点五\",\"rate\":\"86.5\",\"kind\":\"discountRate\"}";
        valid(Documents.award().replace(price, rate));
    }

    @Test
    void aRepeatedMemberIsReportedWhereItIsRepeated() {
        String document = Documents.award().replace("\"projectName\"", "\"projectNumber\":{\"a\":[]},\"projectName\"");
        Finding finding = only(document);
        assertEquals("syntax.duplicate-key", finding.ruleId());
        assertEquals("/projectNumber", finding.pointer());
        assertEquals(1 + document.indexOf("\"projectNumber\":{"), finding.column());
    }

    @Test
    void aTypeMayContainItself() {
        StringBuilder nested = new StringBuilder("{\"name\":\"a\",\"value\":\"v\"}");
        for (int i = 0; i < 20; i++) {
            nested.insert(0, "{\"name\":\"n" + i + "\",\"children\":[").append("]}");
        }
        String extended = Documents.award().replace("\"bidOpening\"", "\"extensions\":[" + nested + "],\"bidOpening\"");
        valid(extended);
        Finding finding = only(extended.replace("\"value\":\"v\"", "\"value\":\"\""));
        assertEquals("/extensions/0" + "/children/0".repeat(20) + "/value", finding.pointer());
    }

    @Test
    void listsOfTextMayHaveToDiffer() {
        String experts =
                Documents.award().replace("\"bidOpening\"", "\"experts\":[\"甲专家\",\"乙专家\",\"丙专家\"],\"bidOpening\"");
        valid(experts);
        Finding finding = only(experts.replace("丙专家", "甲专家"));
        assertEquals("structure.unique-items", finding.ruleId());
        assertEquals("/experts/2", finding.pointer());
        assertEquals("与第 1 项重复", finding.message().zh());

        List<String> many = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            many.add("\"专家" + i + "\"");
        }
        Finding tooMany = only(Documents.award()
                .replace("\"bidOpening\"", "\"experts\":[" + String.join(",", many) + "],\"bidOpening\""));
        assertEquals("structure.max-items", tooMany.ruleId());
        assertEquals("/experts", tooMany.pointer());
        assertEquals("至多 30 项，实为 31 项", tooMany.message().zh());
    }

    @Test
    void aTypeMayHaveMoreMembersThanALongHasBits() {
        StringBuilder wide = new StringBuilder("{\"header\":" + Documents.header("wideNotice"));
        for (int i = 1; i < 131; i++) {
            wide.append(",\"f").append(i).append("\":").append(i == 129 ? "false" : "\"v" + i + "\"");
        }
        String document = wide.append('}').toString().replace(",\"f128\":\"v128\"", "");
        // f129 is false: f128 is forbidden by "otherwise", and has been left out.
        valid(document);
        assertEquals(
                "structure.required",
                only(document.replace(",\"f120\":\"v120\"", "")).ruleId());
        assertEquals(
                "/f127",
                only(document.replace("\"v127\"", "\"v127-v127-v127\"")).pointer());
        assertEquals(
                "structure.condition-forbidden",
                only(document.replace("\"f129\"", "\"f128\":\"v\",\"f129\"")).ruleId());
        String yes = document.replace("false", "true");
        valid(yes);
        assertEquals(
                "structure.condition-required",
                only(yes.replace(",\"f130\":\"v130\"", "")).ruleId());
        assertEquals(
                "syntax.duplicate-key",
                only(document.replace("\"f130\"", "\"f127\":\"v\",\"f130\"")).ruleId());
    }

    private static void valid(String document) {
        assertEquals(List.of(), Documents.judge(ENGINE, document).findings());
    }

    private static Finding only(String document) {
        List<Finding> findings = Documents.judge(ENGINE, document).findings();
        assertEquals(1, findings.size(), findings::toString);
        return findings.get(0);
    }
}
