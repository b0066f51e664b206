package org.tongcai.examples;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Severity;
import org.tongcai.Summary;
import org.tongcai.examples.importing.Fate;
import org.tongcai.examples.importing.Imported;
import org.tongcai.examples.importing.Journal;
import org.tongcai.examples.importing.Reason;

/** What the demonstration prints: one line a file, then the most frequent reasons. Not thread-safe. */
final class DemoSummary {
    private static final int TOP = 8;
    private static final List<Bilingual> HEAD = List.of(
            new Bilingual("文件", "file"),
            new Bilingual("行", "rows"),
            new Bilingual("未导入", "not imported"),
            new Bilingual("单据", "documents"),
            new Bilingual("接受", "accepted"),
            new Bilingual("拒绝", "rejected"),
            new Bilingual("错误", "errors"));

    private final Map<String, Imported<?>> imports;
    private final Journal journal;
    private final Map<String, Summary> documents = new TreeMap<>();
    private final Map<String, Long> errors = new TreeMap<>();
    private Summary total = Summary.NONE;

    DemoSummary(Map<String, Imported<?>> imports, Journal journal) {
        this.imports = imports;
        this.journal = journal;
    }

    void add(DocumentReport document) {
        Path file = Path.of(document.source()).getFileName();
        String name = file == null ? document.source() : file.toString();
        documents.put(name, documents.getOrDefault(name, Summary.NONE).plus(document));
        total = total.plus(document);
        for (Finding finding : document.findings()) {
            if (finding.severity() == Severity.ERROR) {
                errors.merge(finding.ruleId(), 1L, Long::sum);
            }
        }
    }

    void print(PrintStream out, Locale locale, List<Path> written) {
        List<List<String>> table = new ArrayList<>();
        table.add(HEAD.stream().map(h -> h.in(locale)).toList());
        documents.forEach((name, summary) -> {
            Imported<?> imported = imports.get(name.replace(".ndjson", ""));
            String rows =
                    imported == null ? "" : Long.toString(imported.journal().rows());
            String rejected =
                    imported == null ? "" : Long.toString(imported.journal().count(Fate.REJECTED));
            table.add(line(name, rows, rejected, summary));
        });
        Bilingual sum = new Bilingual("合计", "total");
        table.add(line(
                sum.in(locale), Long.toString(journal.rows()), Long.toString(journal.count(Fate.REJECTED)), total));
        TextTable.print(out, table, 1);

        out.println();
        List<String> fates = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            long count = fate.remark()
                    ? journal.entries().stream().filter(e -> e.fate() == fate).count()
                    : journal.count(fate);
            fates.add(fate.title().in(locale) + " " + count);
        }
        out.println(new Bilingual("各行去向：", "What became of the rows: ").in(locale) + String.join(", ", fates));
        out.println(new Bilingual("未导入的行，按原因：", "Rows not imported, by reason:").in(locale));
        journal.reasons(Fate.REJECTED).stream()
                .limit(TOP)
                .forEach(e -> out.printf("%6d  %-22s %s%n", e.getValue(), e.getKey(), example(e.getKey(), locale)));
        out.println(new Bilingual("错误最多的检查：", "Checks with the most errors:").in(locale));
        errors.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(TOP)
                .forEach(e -> out.printf("%6d  %s%n", e.getValue(), e.getKey()));
        out.println();
        written.forEach(path -> out.println(path.toAbsolutePath().normalize()));
    }

    /** The first row that failed for this reason, as an example. */
    private String example(Reason reason, Locale locale) {
        return journal.entries().stream()
                .filter(e -> e.fate() == Fate.REJECTED && e.reason() == reason)
                .findFirst()
                .map(e -> e.message().in(locale) + " (" + e.row().file() + ":"
                        + e.row().line() + ")")
                .orElse("");
    }

    private static List<String> line(String name, String rows, String rejected, Summary summary) {
        return List.of(
                name,
                rows,
                rejected,
                Long.toString(summary.documents()),
                Long.toString(summary.accepted()),
                Long.toString(summary.rejected()),
                Long.toString(summary.errors()));
    }
}
