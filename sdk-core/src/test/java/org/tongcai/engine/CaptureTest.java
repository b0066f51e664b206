package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongcai.input.Slice;
import org.tongcai.rule.Facts;
import org.tongcai.rule.Slots;

/** What the engine notes for rules while it reads a document. */
class CaptureTest {
    private static final List<String> AWARD = List.of(
            "projectName", "header", "lots", "experts", "bidOpening", "announcedOn", "planMonth", "jointBid", "agency");
    private static final List<String> LOT = List.of("price", "budget", "items", "lotNumber");
    /** A union and its branches share one list. */
    private static final List<String> PRICE = List.of("rate", "amount", "kind");

    private static final Slots SLOTS = new Slots(Map.of(
            "AwardNotice", AWARD,
            "DocumentHeader", List.of("documentId"),
            "Lot", LOT,
            "Price", PRICE,
            "TotalPrice", PRICE,
            "DiscountRate", PRICE,
            "Money", List.of("amount"),
            "Item", List.of("quantity")));

    private static final Engine ENGINE = new Engine(new TestBundle(), SLOTS);

    @Test
    void scalarsAreNotedInTheCellsOfTheirType() {
        Facts facts = facts(Documents.large());
        assertEquals("awardNotice", facts.documentType());
        assertEquals("示例市教育局二〇二六年度义务教育学校教学与办公设备采购项目", facts.string(award(facts, "projectName")));
        assertTrue(facts.textIs(award(facts, "planMonth"), "2026-01".toCharArray()));
        assertEquals(LocalDate.of(2026, 3, 2).toEpochDay(), award(facts, "announcedOn"));
        String opening = "2026-02-20T09:30:00+08:00";
        assertEquals(Facts.moment(opening.toCharArray(), opening.length()), award(facts, "bidOpening"));
        assertEquals(0, award(facts, "jointBid"));
        assertEquals(1, award(facts(Documents.large().replace("\"jointBid\":false", "\"jointBid\":true")), "jointBid"));
    }

    @Test
    void objectsAreFramesAndListsAreChains() {
        Facts facts = facts(Documents.large());
        int lots = (int) award(facts, "lots");
        assertEquals(2, facts.size(lots));
        int first = facts.first(lots);
        int second = facts.next(first);
        assertEquals(-1, facts.next(second));
        int lot = (int) facts.value(second);
        assertTrue(facts.textIs(get(facts, lot, LOT, "lotNumber"), new char[] {'2'}));
        int budget = (int) get(facts, lot, LOT, "budget");
        assertEquals(125_000_000L << 5 | 2, facts.get(budget, 0));
        int items = (int) get(facts, lot, LOT, "items");
        assertEquals(5, facts.size(items));
        long quantities = 0;
        for (int entry = facts.first(items); entry >= 0; entry = facts.next(entry)) {
            quantities += facts.get((int) facts.value(entry), 0);
        }
        assertEquals(10 + 20 + 30 + 40 + 50, quantities);
    }

    @Test
    void branchesOfAUnionUseTheCellsOfTheUnion() {
        Facts facts = facts(Documents.large());
        int entry = facts.first((int) award(facts, "lots"));
        int total = (int) get(facts, (int) facts.value(entry), LOT, "price");
        assertTrue(facts.textIs(get(facts, total, PRICE, "kind"), "total".toCharArray()));
        assertEquals(Facts.ABSENT, get(facts, total, PRICE, "rate"));
        assertEquals(119_800_000L << 5 | 2, facts.get((int) get(facts, total, PRICE, "amount"), 0));
        int rate = (int) get(facts, (int) facts.value(facts.next(entry)), LOT, "price");
        assertEquals(8_650L << 5 | 2, get(facts, rate, PRICE, "rate"));
        assertEquals(Facts.ABSENT, get(facts, rate, PRICE, "amount"));
    }

    @Test
    void anObjectOfWhichNoFieldIsReadIsStillSeenToBeThere() {
        assertEquals(Facts.ABSENT, award(facts(Documents.award()), "agency"));
        long cell = award(facts(Documents.large()), "agency");
        assertNotEquals(Facts.ABSENT, cell);
        assertNotEquals(Facts.FAULTY, cell);
    }

    @Test
    void whatIsWrongIsFaultyAndTheRestIsNotedAllTheSame() {
        String document = Documents.large();
        assertEquals(
                Facts.FAULTY, award(facts(document.replace("2026-02-20T09:30:00+08:00", "2026-02-30")), "bidOpening"));
        assertEquals(Facts.FAULTY, award(facts(document.replace("\"2026-01\"", "null")), "planMonth"));
        assertEquals(
                Facts.FAULTY, award(facts(document.replaceFirst("\"agency\":\\{", "\"agency\":1,\"x\":{")), "agency"));
        Facts facts = facts(document.replace("\"quantity\":30", "\"quantity\":0"));
        int lot = (int) facts.value(facts.first((int) award(facts, "lots")));
        int items = (int) get(facts, lot, LOT, "items");
        int third = facts.next(facts.next(facts.first(items)));
        assertEquals(Facts.FAULTY, facts.get((int) facts.value(third), 0));
        assertEquals(40, facts.get((int) facts.value(facts.next(third)), 0));
    }

    @Test
    void aListThatIsWrongItselfIsFaulty() {
        String experts = "[\"甲专家\",\"乙专家\",\"丙专家\",\"丁专家\",\"戊专家\"]";
        assertEquals(5, facts(Documents.large()).size((int) award(facts(Documents.large()), "experts")));
        for (String wrong : List.of("[]", "\"甲专家\"", "[\"甲专家\",\"甲专家\"]")) {
            Facts facts = facts(Documents.large().replace(experts, wrong));
            assertEquals(Facts.FAULTY, award(facts, "experts"), wrong);
        }
        Facts item = facts(Documents.large().replace(experts, "[\"甲专家\",\"乙\"]"));
        int list = (int) award(item, "experts");
        assertEquals("甲专家", item.string(item.value(item.first(list))));
        assertEquals(Facts.FAULTY, item.value(item.next(item.first(list))));
    }

    @Test
    void aUnionWithoutAKnownKindIsFaulty() {
        for (String kind : List.of("\"other\"", "1")) {
            Facts facts = facts(Documents.award().replace("\"kind\":\"total\"", "\"kind\":" + kind));
            int lot = (int) facts.value(facts.first((int) award(facts, "lots")));
            assertEquals(Facts.FAULTY, get(facts, lot, LOT, "price"));
        }
    }

    @Test
    void ofARepeatedMemberTheFirstCounts() {
        Facts facts = facts(Documents.award().replaceFirst("\\{", "{\"projectName\":\"先写的名称\","));
        assertEquals("先写的名称", facts.string(award(facts, "projectName")));
    }

    @Test
    void textsAreNotedWhole() {
        String name = "名".repeat(190);
        Facts facts = facts(Documents.award().replace("示例办公设备采购项目", name));
        assertEquals(name, facts.string(award(facts, "projectName")));
    }

    @Test
    void factsAreKeptWhileOthersAreRead() {
        Facts kept = facts(Documents.large());
        facts(Documents.award());
        assertEquals(2, kept.size((int) award(kept, "lots")));
    }

    @Test
    void whatCannotBeReadGivesNoFacts() {
        assertNull(ENGINE.facts(Slice.of("-", Documents.bytes("{"))));
        assertNull(ENGINE.facts(Slice.of("-", Documents.bytes("{}"))));
        assertNull(ENGINE.facts(Slice.of("-", Documents.bytes(Documents.award() + "x"))));
    }

    private static Facts facts(String json) {
        Facts facts = ENGINE.facts(Slice.of("-", Documents.bytes(json)));
        assertNotNull(facts);
        return facts;
    }

    private static long award(Facts facts, String field) {
        return get(facts, 0, AWARD, field);
    }

    private static long get(Facts facts, int frame, List<String> fields, String field) {
        return facts.get(frame, fields.indexOf(field));
    }
}
