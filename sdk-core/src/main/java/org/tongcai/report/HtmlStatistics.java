package org.tongcai.report;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Skipped;
import org.tongcai.Summary;
import org.tongcai.Verdict;

/** The figures behind the charts, over all documents, in bounded memory. */
final class HtmlStatistics {
    /** Different rules, fields, sources or types that are told apart; a folder of a million files must not cost a million counters. */
    private static final int DISTINCT = 10_000;

    /** Upper bounds of the classes of the histogram "findings a document"; the last class is open. */
    static final long[] CLASSES = {0, 1, 2, 5, 10, 20, 50, Long.MAX_VALUE};

    private Summary summary = Summary.NONE;
    private long suppressed;
    private final Map<Layer, Long> layers = new EnumMap<>(Layer.class);
    private static final Pattern ITEM_ZH = Pattern.compile(" / 第 [0-9]+ 项");
    private static final Pattern ITEM_EN = Pattern.compile(" / item [0-9]+");

    private final Tally<String> rules = new Tally<>(DISTINCT);
    private final Map<String, Bilingual> examples = new HashMap<>();
    private final Map<String, Bilingual> demands = new HashMap<>();
    private final Tally<Bilingual> fields = new Tally<>(DISTINCT);
    private final Tally<String> sources = new Tally<>(DISTINCT);
    private final Map<Verdict, Tally<String>> types = new EnumMap<>(Verdict.class);
    private final Tally<Skipped> notJudged = new Tally<>(DISTINCT);
    private final Tally<String> allTypes = new Tally<>(DISTINCT);
    private final long[] histogram = new long[CLASSES.length];

    HtmlStatistics() {
        for (Verdict verdict : Verdict.values()) {
            types.put(verdict, new Tally<>(DISTINCT));
        }
    }

    /** Counts a document; its findings come through {@link #add(Finding)}. */
    void add(DocumentReport document) {
        summary = summary.plus(document);
        suppressed += document.suppressed();
        document.skipped().forEach(notJudged::add);
        String type = document.documentType() == null ? "" : document.documentType();
        allTypes.add(type);
        types.get(document.verdict()).add(type);
        long findings = document.findings().size() + document.suppressed();
        int i = 0;
        while (findings > CLASSES[i]) {
            i++;
        }
        histogram[i]++;
        if (!document.findings().isEmpty()) {
            sources.add(document.source(), document.findings().size());
        }
    }

    /** Counts a finding and tells how often its rule has come by now. */
    long add(Finding finding) {
        layers.merge(finding.layer(), 1L, Long::sum);
        if (!finding.title().zh().isEmpty()) {
            fields.add(field(finding.title()));
        }
        long occurrence = rules.add(finding.ruleId());
        if (occurrence == 1) {
            examples.put(finding.ruleId(), finding.message());
            if (finding.ruleTitle() != null) {
                demands.put(finding.ruleId(), finding.ruleTitle());
            }
        }
        return occurrence;
    }

    /** What a rule demands; null where the findings do not say. */
    @Nullable
    Bilingual demand(String ruleId) {
        return demands.get(ruleId);
    }

    /** The message of the first finding of a rule. */
    Bilingual example(String ruleId) {
        return examples.getOrDefault(ruleId, Bilingual.EMPTY);
    }

    Summary summary() {
        return summary;
    }

    /** Findings that the engine made but did not keep. */
    long suppressed() {
        return suppressed;
    }

    /** All findings that came. */
    long findings() {
        return summary.errors() + summary.warnings() + summary.infos();
    }

    long of(Layer layer) {
        return layers.getOrDefault(layer, 0L);
    }

    Tally<String> rules() {
        return rules;
    }

    /** What was not judged, and in how many documents. */
    Tally<Skipped> notJudged() {
        return notJudged;
    }

    Tally<Bilingual> fields() {
        return fields;
    }

    Tally<String> sources() {
        return sources;
    }

    /** Documents by type; "" where it could not be told. */
    Tally<String> types() {
        return allTypes;
    }

    long ofType(String type, Verdict verdict) {
        return types.get(verdict).count(type);
    }

    /** Documents with as many findings as class {@code i} of {@link #CLASSES}. */
    long inClass(int i) {
        return histogram[i];
    }

    /** The path without the numbers of list items: the same field of all items is one field. report.js does the same. */
    private static Bilingual field(Bilingual title) {
        return new Bilingual(
                ITEM_ZH.matcher(title.zh()).replaceAll(""),
                ITEM_EN.matcher(title.en()).replaceAll(""));
    }
}
