package org.tongcai.examples.intentions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcai.examples.Senders;
import org.tongcai.examples.importing.Fate;
import org.tongcai.examples.importing.Imported;
import org.tongcai.examples.importing.Journal;
import org.tongcai.examples.importing.Reason;
import org.tongcai.examples.importing.SourceText;
import org.tongcai.model.IntentionItem;
import org.tongcai.model.ProcurementIntention;

class IntentionImporterTest {
    private static final String TABLE = "序号,标题,发布时间,子序号,采购项目名称,采购需求概况,预算金额(万元),拟面向中小企业预留,预计采购时间,备注,Link\n";
    private static final String CUT = "序号,客户名称,项目名称,金额,预计时间,link\n";
    private static final String TITLE = "示例市教育局2026年03月(至)06月政府采购意向";
    private static final String L = "https://notices.example.org/1";

    private static Imported<ProcurementIntention> run(String text) {
        return new IntentionImporter(IntentionOptions.DEFAULT, Senders.demo())
                .run(SourceText.of("intentions.csv", text.getBytes(StandardCharsets.UTF_8), null));
    }

    private static List<Reason> reasons(Imported<?> imported) {
        return imported.journal().entries().stream().map(Journal.Entry::reason).toList();
    }

    @Test
    void rowsOfOneNoticeBecomeOneDocument() {
        Imported<ProcurementIntention> imported = run(TABLE
                + "1," + TITLE + ",2026-02-03 09:10:00,1,甲项目,甲概况,12.5,否,2026年03月,," + L + "\n"
                + "2," + TITLE + ",2026-02-03 09:10:00,2,乙项目,\"乙\n概况\",80元,,2026-6,急," + L + "\n");
        ProcurementIntention notice = imported.documents().get(0);
        assertEquals(1, imported.documents().size());
        assertEquals("示例市教育局", notice.getPurchaser().getName());
        assertEquals(YearMonth.of(2026, 3), notice.getFromMonth());
        assertEquals(YearMonth.of(2026, 6), notice.getToMonth());
        assertEquals(LocalDate.of(2026, 2, 3), notice.getSignedOn());
        IntentionItem first = notice.getItems().get(0);
        assertEquals("125000.00", first.getBudget().getAmount().toPlainString());
        assertEquals(false, first.getSmeReservation().getReserved());
        IntentionItem second = notice.getItems().get(1);
        assertEquals("80.00", second.getBudget().getAmount().toPlainString());
        assertEquals("乙\n概况", second.getRequirementSummary());
        assertEquals(List.of(Reason.PRICE_UNIT), reasons(imported));
    }

    @Test
    void aRowThatSlippedToTheLeftIsPutBackAndReported() {
        Imported<ProcurementIntention> imported =
                run(TABLE + "1," + TITLE + ",2026-02-03 09:10:00,甲项目,甲概况,12.5,否,2026年03月,,," + L + "\n");
        assertEquals("甲项目", imported.documents().get(0).getItems().get(0).getProjectName());
        assertEquals(List.of(Reason.REALIGNED), reasons(imported));
        assertEquals(
                "自“子序号”起左移了 1 列，已还原",
                imported.journal().entries().get(0).message().zh());
    }

    @Test
    void aRowWithNoSingleWayBackIsNotGuessed() {
        Imported<ProcurementIntention> imported =
                run(TABLE + "1," + TITLE + ",2026-02-03 09:10:00,2026年03月,甲项目,12.5,甲概况,否,,," + L + "\n");
        assertEquals(List.of(Reason.SHIFTED), reasons(imported));
        assertEquals(List.of(), imported.documents());
    }

    @Test
    void theSlippedTwinOfAGoodRowIsADuplicate() {
        Imported<ProcurementIntention> imported = run(TABLE
                + "1," + TITLE + ",2026-02-03 09:10:00,甲项目,甲概况,12.5,否,2026年03月,,," + L + "\n"
                + "2," + TITLE + ",2026-02-03 09:10:00,1,甲项目,甲概况,12.5,否,2026年03月,," + L + "\n");
        assertEquals(1, imported.documents().get(0).getItems().size());
        Journal.Entry merged = imported.journal().entries().stream()
                .filter(e -> e.fate() == Fate.MERGED)
                .findFirst()
                .orElseThrow();
        assertEquals(2, merged.row().line());
    }

    @Test
    void outlinesOfATableCutInTwoAreJoinedWhenThereAreAsManyAsProjects() {
        Imported<ProcurementIntention> imported = run(CUT
                + "1,示例市水务局,采购需求概况,拟面向中小企业预留,备注," + L + "\n"
                + "2,示例市水务局,甲概况,是,," + L + "\n"
                + "3,示例市水务局,乙概况,否,," + L + "\n"
                + "4,示例市水务局,甲项目,10,2026年03月," + L + "\n"
                + "5,示例市水务局,乙项目,20,2026年05月," + L + "\n");
        ProcurementIntention notice = imported.documents().get(0);
        assertEquals(
                List.of("甲概况", "乙概况"),
                notice.getItems().stream()
                        .map(IntentionItem::getRequirementSummary)
                        .toList());
        assertEquals(true, notice.getItems().get(0).getSmeReservation().getReserved());
        assertEquals("示例市水务局2026年3月（至）5月政府采购意向", notice.getTitle());
        assertNull(notice.getSignedOn(), "the file has no date, so the importer has none");
        assertEquals(1, imported.journal().count(Fate.SKIPPED));
        assertEquals(2, imported.journal().count(Fate.MERGED));
    }

    @Test
    void outlinesAreNotJoinedByGuess() {
        Imported<ProcurementIntention> imported = run(CUT
                + "1,示例市水务局,甲概况,是,," + L + "\n"
                + "2,示例市水务局,甲项目,10,2026年03月," + L + "\n"
                + "3,示例市水务局,乙项目,20,2026年05月," + L + "\n");
        assertEquals(1, imported.journal().count(Fate.REJECTED));
        assertNull(imported.documents().get(0).getItems().get(0).getRequirementSummary());
    }

    @Test
    void aBadMonthOrBudgetOrAMissingPurchaserIsReported() {
        Imported<ProcurementIntention> imported = run(TABLE
                + "1," + TITLE + ",2026-02-03 09:10:00,1,甲项目,甲,12.5,否,上半年,," + L + "\n"
                + "2," + TITLE + ",2026-02-03 09:10:00,2,乙项目,乙,待定,否,2026年04月,," + L + "\n"
                + "3,其他通知,2026-02-03 09:10:00,3,丙项目,丙,12.5,否,2026年04月,," + L + "\n"
                + ",,,,,,,,,,\n");
        assertEquals(
                List.of(Reason.MONTH_INVALID, Reason.PRICE_NEGOTIABLE, Reason.PURCHASER_MISSING, Reason.BLANK),
                reasons(imported));
        assertEquals(4, imported.journal().rows());
    }

    @Test
    void aTableThatIsNoIntentionTableIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> run("a,b\n1,2\n"));
    }

    @Test
    void importingAgainGivesTheSameIds() {
        String text = CUT + "1,示例市水务局,甲项目,10,2026年03月," + L + "\n";
        assertEquals(
                run(text).documents().get(0).getHeader(),
                run(text).documents().get(0).getHeader());
    }
}
