package org.tongcai.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.tongcai.calendar.WorkCalendar;
import org.tongcai.rule.Facts;
import org.tongcai.rule.Slots;

/** A notice that keeps the ten rules: as records for plain Java, and as facts for ours. */
record RuleDocument(
        OffsetDateTime issuedAt,
        String method,
        LocalDate issued,
        LocalDate accessFrom,
        LocalDate accessTo,
        OffsetDateTime deadline,
        OffsetDateTime opening,
        BigDecimal budget,
        BigDecimal bond,
        List<Lot> lots,
        List<Expert> experts) {
    record Lot(String number, BigDecimal budget, BigDecimal price) {}

    record Expert(String name, String role) {}

    /** Five lots, seven experts. */
    static RuleDocument random(Random random) {
        LocalDate issued = LocalDate.of(2026, 1, 5).plusDays(random.nextInt(200));
        OffsetDateTime deadline =
                issued.plusDays(20L + random.nextInt(10)).atTime(9, 30).atOffset(ZoneOffset.ofHours(8));
        List<Lot> lots = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 1; i <= 5; i++) {
            BigDecimal budget = BigDecimal.valueOf(10_000_000 + random.nextInt(900_000_000), 2);
            sum = sum.add(budget);
            lots.add(new Lot("" + i, budget, budget.subtract(BigDecimal.valueOf(random.nextInt(1_000_000), 2))));
        }
        List<Expert> experts = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            experts.add(new Expert("专家" + i, i < 2 ? "PURCHASER" : "EXPERT"));
        }
        return new RuleDocument(
                issued.atTime(8, 0).atOffset(ZoneOffset.ofHours(8)),
                "COMPETITIVE_CONSULTATION",
                issued,
                issued,
                issued.plusDays(18),
                deadline,
                deadline,
                sum,
                sum.multiply(new BigDecimal("0.01")).setScale(2, java.math.RoundingMode.DOWN),
                lots,
                experts);
    }

    /** The ten rules as a programmer would write them. */
    int broken(WorkCalendar calendar) {
        int broken = 0;
        broken += WorkCalendar.daysBetween(issued, deadline.toLocalDate()) >= 20 ? 0 : 1;
        broken += calendar.workingDaysBetween(accessFrom, accessTo) >= 5 ? 0 : 1;
        broken += bond.compareTo(budget.multiply(SHARE)) <= 0 ? 0 : 1;
        BigDecimal sum = BigDecimal.ZERO;
        Set<String> numbers = new HashSet<>();
        for (Lot lot : lots) {
            sum = sum.add(lot.budget);
            broken += lot.price.compareTo(lot.budget) <= 0 ? 0 : 1;
            broken += numbers.add(lot.number) ? 0 : 1;
        }
        broken += sum.compareTo(budget) == 0 ? 0 : 1;
        broken += METHODS.contains(method) || budget.compareTo(LIMIT) < 0 ? 0 : 1;
        broken += experts.size() >= 5 && experts.size() % 2 == 1 ? 0 : 1;
        int real = 0;
        for (Expert expert : experts) {
            real += expert.role.equals("EXPERT") ? 1 : 0;
        }
        broken += real >= (experts.size() * 2 + 2) / 3 ? 0 : 1;
        broken += deadline.isEqual(opening) ? 0 : 1;
        return broken;
    }

    private static final BigDecimal SHARE = new BigDecimal("0.02");
    private static final BigDecimal LIMIT = new BigDecimal("2000000");
    private static final Set<String> METHODS = Set.of("OPEN_TENDER", "INVITED_TENDER", "COMPETITIVE_CONSULTATION");

    Facts facts(Slots slots) {
        Facts facts = new Facts();
        facts.clear("notice");
        Writer notice = new Writer(facts, slots, "Notice");
        Writer header = new Writer(facts, slots, "Header");
        header.moment("issuedAt", issuedAt);
        header.text("regionCode", "530102");
        notice.object("header", header);
        notice.text("method", method);
        notice.date("issued", issued);
        Writer access = new Writer(facts, slots, "Period");
        access.date("from", accessFrom);
        access.date("to", accessTo);
        notice.object("access", access);
        notice.moment("deadline", deadline);
        notice.moment("opening", opening);
        notice.object("budget", money(facts, slots, budget));
        notice.object("bond", money(facts, slots, bond));
        int lotList = facts.list();
        for (Lot lot : lots) {
            Writer writer = new Writer(facts, slots, "Lot");
            writer.text("number", lot.number);
            writer.object("budget", money(facts, slots, lot.budget));
            writer.object("price", money(facts, slots, lot.price));
            facts.add(lotList, writer.frame);
        }
        notice.set("lots", lotList);
        int expertList = facts.list();
        for (Expert expert : experts) {
            Writer writer = new Writer(facts, slots, "Expert");
            writer.text("name", expert.name);
            writer.text("role", expert.role);
            facts.add(expertList, writer.frame);
        }
        notice.set("experts", expertList);
        return facts;
    }

    private static Writer money(Facts facts, Slots slots, BigDecimal amount) {
        Writer writer = new Writer(facts, slots, "Money");
        char[] text = amount.toPlainString().toCharArray();
        writer.set("amount", facts.decimal(text, text.length));
        return writer;
    }

    /** Writes one frame. */
    private static final class Writer {
        private final Facts facts;
        private final Slots slots;
        private final String type;
        private final int frame;

        Writer(Facts facts, Slots slots, String type) {
            this.facts = facts;
            this.slots = slots;
            this.type = type;
            this.frame = facts.object(slots.size(type));
        }

        void set(String field, long cell) {
            facts.set(frame, slots.slot(type, field), cell);
        }

        void object(String field, Writer object) {
            set(field, object.frame);
        }

        void text(String field, String text) {
            set(field, facts.text(text.toCharArray(), text.length()));
        }

        void date(String field, LocalDate date) {
            set(field, Facts.date(date.toString().toCharArray()));
        }

        void moment(String field, OffsetDateTime moment) {
            char[] text = java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx")
                    .format(moment)
                    .toCharArray();
            set(field, Facts.moment(text, text.length));
        }
    }
}
