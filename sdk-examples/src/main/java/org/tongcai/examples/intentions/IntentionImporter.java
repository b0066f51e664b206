package org.tongcai.examples.intentions;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongcai.examples.importing.Amount;
import org.tongcai.examples.importing.Fate;
import org.tongcai.examples.importing.Imported;
import org.tongcai.examples.importing.Journal;
import org.tongcai.examples.importing.Months;
import org.tongcai.examples.importing.Reason;
import org.tongcai.examples.importing.Row;
import org.tongcai.examples.importing.Sender;
import org.tongcai.examples.importing.SourceText;
import org.tongcai.examples.importing.TableReader;
import org.tongcai.examples.intentions.Intention.Outline;
import org.tongcai.examples.intentions.Layout.Field;
import org.tongcai.model.ProcurementIntention;

/**
 * Imports published procurement intentions: rows of one notice become one {@code procurementIntention} document. Two layouts are
 * known: one row an item, and tables cut in two (outlines first, projects below). Rows whose columns slipped are put back when there is
 * only one way; every other row is reported. Immutable, thread-safe.
 */
public final class IntentionImporter {
    /** 某某单位2026年01月(至)06月政府采购意向: the official form of the title. */
    private static final Pattern TITLE =
            Pattern.compile("(.+?)[0-9]{4}年[0-9]{1,2}月?[（(]?至?[）)]?(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?政府采购意向.*");

    private final IntentionOptions options;
    private final Sender sender;

    /** An importer; {@code sender} fills the headers. */
    public IntentionImporter(IntentionOptions options, Sender sender) {
        this.options = options;
        this.sender = sender;
    }

    /** Imports one file. Throws {@code IllegalArgumentException} where the head is not one of an intention table. */
    public Imported<ProcurementIntention> run(SourceText source) {
        Journal journal = new Journal();
        List<Row> rows = TableReader.rows(source, options.separator(), journal);
        if (rows.isEmpty()) {
            return new Imported<>(List.of(), journal);
        }
        Layout layout = Layout.of(rows.get(0).cells(), options.budgetUnit());
        Realigner realigner = new Realigner(layout);
        Map<String, Notice> notices = new LinkedHashMap<>();
        for (Row row : rows.subList(1, rows.size())) {
            journal.read();
            read(row, layout, realigner, notices, journal);
        }
        List<ProcurementIntention> documents = new ArrayList<>();
        for (Notice notice : notices.values()) {
            notice.pair(journal);
            if (!notice.items().isEmpty()) {
                notice.items().forEach(item -> journal.imported());
                documents.add(IntentionDocuments.of(notice, options, sender, journal));
            }
        }
        return new Imported<>(documents, journal);
    }

    private static void read(
            Row row, Layout layout, Realigner realigner, Map<String, Notice> notices, Journal journal) {
        if (row.blank()) {
            journal.write(row, Fate.SKIPPED, Reason.BLANK, "", "");
            return;
        }
        if (layout.repeatsHead(row)) {
            journal.write(row, Fate.SKIPPED, Reason.REPEATED_HEAD, "", "");
            return;
        }
        if (row.cells().size() != layout.width()) {
            int found = row.cells().size();
            journal.write(row, Fate.REJECTED, Reason.COLUMN_COUNT, "", "", layout.width(), found);
            return;
        }
        if (row.cells().stream().anyMatch(c -> c.indexOf('\uFFFD') >= 0)) {
            journal.write(row, Fate.REJECTED, Reason.BROKEN_TEXT, "", "");
            return;
        }
        Row aligned = row;
        boolean outline = isOutline(row, layout);
        if (!outline && realigner.slipped(row)) {
            Optional<Realigner.Repaired> repaired = realigner.repair(row);
            if (repaired.isEmpty()) {
                journal.write(row, Fate.REJECTED, Reason.SHIFTED, "", "");
                return;
            }
            aligned = repaired.get().row();
        }
        String purchaser = purchaser(aligned, layout);
        if (purchaser.isEmpty()) {
            journal.write(row, Fate.REJECTED, Reason.PURCHASER_MISSING, layout.title(Field.TITLE), "");
            return;
        }
        if (outline) {
            notice(aligned, layout, purchaser, notices)
                    .add(new Outline(
                            row,
                            layout.cell(row, Field.PROJECT),
                            layout.cell(row, Field.BUDGET),
                            layout.cell(row, Field.MONTH)));
            return;
        }
        item(row, aligned, layout, journal).ifPresent(item -> {
            if (item.repaired()) {
                realigner
                        .repair(row)
                        .ifPresent(r -> journal.write(
                                row, Fate.REPAIRED, Reason.REALIGNED, "", "", r.by(), layout.title(r.from())));
            }
            if (layout.cell(item.row(), Field.LINK).isEmpty()) {
                journal.write(item.row(), Fate.NOTED, Reason.LINK_MISSING, layout.title(Field.LINK), "");
            }
            notice(item.row(), layout, purchaser, notices).add(item, journal);
        });
    }

    /** In a table that was cut in two, the outline stands under the project, 是 or 否 under the budget, remarks under the month. */
    private static boolean isOutline(Row row, Layout layout) {
        return !layout.has(Field.SUMMARY)
                && !layout.cell(row, Field.PROJECT).isEmpty()
                && layout.cell(row, Field.BUDGET).matches("是|否")
                && Months.read(layout.cell(row, Field.MONTH)).isEmpty();
    }

    private static Optional<Intention> item(Row row, Row aligned, Layout layout, Journal journal) {
        String project = layout.cell(aligned, Field.PROJECT);
        if (project.isEmpty()) {
            journal.write(row, Fate.REJECTED, Reason.NAME_MISSING, layout.title(Field.PROJECT), "");
            return Optional.empty();
        }
        String printed = layout.cell(aligned, Field.BUDGET);
        Amount budget = Amount.read(printed, layout.unit(), Amount.SUM);
        if (budget.yuan() == null) {
            Reason problem = budget.problem() == null ? Reason.PRICE_NOT_A_NUMBER : budget.problem();
            journal.write(row, Fate.REJECTED, problem, layout.title(Field.BUDGET), printed);
            return Optional.empty();
        }
        String expected = layout.cell(aligned, Field.MONTH);
        Optional<YearMonth> month = Months.read(expected);
        if (month.isEmpty()) {
            Reason reason = expected.isEmpty() ? Reason.MONTH_MISSING : Reason.MONTH_INVALID;
            journal.write(row, Fate.REJECTED, reason, layout.title(Field.MONTH), expected);
            return Optional.empty();
        }
        if (budget.stated() != null && budget.stated() != layout.unit()) {
            String cell = budget.stated().zh();
            String column = layout.unit().zh();
            journal.write(row, Fate.NOTED, Reason.PRICE_UNIT, layout.title(Field.BUDGET), printed, cell, column);
        }
        return Optional.of(new Intention(
                aligned,
                aligned != row,
                project,
                layout.cell(aligned, Field.SUMMARY),
                budget.yuan(),
                layout.cell(aligned, Field.RESERVED),
                month.get(),
                layout.cell(aligned, Field.REMARKS)));
    }

    private static String purchaser(Row row, Layout layout) {
        String stated = layout.cell(row, Field.PURCHASER);
        Matcher title = TITLE.matcher(layout.cell(row, Field.TITLE));
        return stated.isEmpty() && title.matches() ? title.group(1) : stated;
    }

    /** Rows with one link are one notice; without links, rows of one purchaser and title are. */
    private static Notice notice(Row row, Layout layout, String purchaser, Map<String, Notice> notices) {
        String link = layout.cell(row, Field.LINK);
        String title = layout.cell(row, Field.TITLE);
        String published = layout.cell(row, Field.PUBLISHED);
        String key = link.isEmpty() ? purchaser + "|" + title + "|" + published : link;
        return notices.computeIfAbsent(key, k -> new Notice(k, title, purchaser, published, link));
    }
}
