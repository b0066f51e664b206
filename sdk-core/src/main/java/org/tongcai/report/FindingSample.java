package org.tongcai.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Severity;

/**
 * The findings that a bounded table lists out of any number: first some of every rule, so that no kind of problem is missing, then the errors, the warnings and
 * the rest, in input order.
 */
final class FindingSample {
    /** A finding with the document it was made in and its number in input order. */
    record Item(long number, DocumentReport document, Finding finding) {}

    private final int capacity;

    /** Findings of one rule that go before all others: a small part of the whole, but at least one. */
    private final int quota;

    private final List<Item> ofEachRule = new ArrayList<>();
    private final Map<Severity, List<Item>> bySeverity = new EnumMap<>(Severity.class);

    FindingSample(int capacity) {
        this.capacity = capacity;
        this.quota = Math.max(1, Math.min(20, capacity / 100));
        for (Severity severity : Severity.values()) {
            bySeverity.put(severity, new ArrayList<>());
        }
    }

    /**
     * Offers a finding.
     *
     * @param document the document without its findings, so that the sample does not keep those it does not list
     * @param occurrence how often its rule has come by now, from 1
     */
    void offer(long number, DocumentReport document, Finding finding, long occurrence) {
        List<Item> group = occurrence <= quota ? ofEachRule : group(finding.severity());
        if (group.size() < capacity) {
            group.add(new Item(number, document, finding));
        }
    }

    private List<Item> group(Severity severity) {
        List<Item> group = bySeverity.get(severity);
        if (group == null) {
            throw new IllegalStateException("every severity has a group");
        }
        return group;
    }

    /** The chosen findings in input order. */
    List<Item> items() {
        List<Item> chosen = new ArrayList<>(ofEachRule);
        for (Severity severity : Severity.values()) {
            List<Item> group = group(severity);
            chosen.addAll(group.subList(0, Math.max(0, Math.min(group.size(), capacity - chosen.size()))));
        }
        chosen.sort(Comparator.comparingLong(Item::number));
        return chosen;
    }
}
