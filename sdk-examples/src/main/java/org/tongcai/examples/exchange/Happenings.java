package org.tongcai.examples.exchange;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Finding;
import org.tongcai.Severity;
import org.tongcai.examples.TextTable;

/** What happened between the parties, in order. Not safe for threads. */
public final class Happenings {
    private static final List<Bilingual> HEAD = List.of(
            new Bilingual("谁", "who"),
            new Bilingual("操作", "operation"),
            new Bilingual("单据", "document"),
            new Bilingual("结果", "outcome"),
            new Bilingual("依据", "law"));

    private final List<Happening> all = new ArrayList<>();

    /**
     * One of them. Immutable.
     *
     * @param who the party
     * @param operation operation of the service standard
     * @param document type and number, or a file
     * @param outcome what came of it
     * @param reason the first error; null where there was none
     */
    public record Happening(
            Bilingual who,
            String operation,
            String document,
            Bilingual outcome,
            @Nullable Finding reason) {
        /** Rule and article of law; "" where nothing was wrong. */
        public String law() {
            if (reason == null) {
                return "";
            }
            return reason.ruleId() + (reason.citation() == null ? "" : " " + reason.citation());
        }
    }

    void add(Bilingual who, String operation, String document, Bilingual outcome, List<Finding> findings) {
        Finding reason = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .orElse(null);
        all.add(new Happening(who, operation, document, outcome, reason));
    }

    /** All, in order. */
    public List<Happening> all() {
        return List.copyOf(all);
    }

    /** Prints them as a table, and below it why something was refused. */
    public void print(PrintStream out, Locale locale) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD.stream().map(title -> title.in(locale)).toList());
        for (Happening each : all) {
            rows.add(List.of(
                    each.who().in(locale),
                    each.operation(),
                    each.document(),
                    each.outcome().in(locale),
                    each.law()));
        }
        TextTable.print(out, rows, rows.get(0).size());
        all.stream()
                .map(Happening::reason)
                .filter(reason -> reason != null && reason.citation() != null)
                .map(reason -> reason.ruleId() + "  " + reason.message().in(locale))
                .distinct()
                .forEach(out::println);
    }
}
