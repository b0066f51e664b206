package org.tongcai.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.Citation;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Limits;
import org.tongcai.Severity;
import org.tongcai.input.Slice;

/** Collects what is found in one document, within the caps, and places it in lines at the end. Reusable, not thread-safe. */
final class Findings {
    private static final int CHECKS = Check.values().length;

    private final List<Draft> drafts = new ArrayList<>();
    private final int[] perCheck = new int[CHECKS];
    private final Map<String, Integer> perRule = new HashMap<>();
    private int maxPerCheck;
    private int maxPerDocument;
    private long errors;
    private long suppressed;

    /** A finding whose line is not known yet. */
    private record Draft(
            String ruleId,
            Layer layer,
            Severity severity,
            String pointer,
            Bilingual title,
            int position,
            int ordinal,
            @Nullable String value,
            Bilingual message,
            @Nullable Citation citation,
            @Nullable Bilingual fix,
            @Nullable Bilingual ruleTitle) {}

    void begin(Limits limits) {
        drafts.clear();
        Arrays.fill(perCheck, 0);
        perRule.clear();
        maxPerCheck = limits.findingsPerCheck();
        maxPerDocument = limits.findingsPerDocument();
        errors = 0;
        suppressed = 0;
    }

    /** Counts a finding; whether it is to be kept and so worth being put into words. */
    boolean keeps(Check check, Severity severity) {
        if (severity == Severity.ERROR) {
            errors++;
        }
        if (drafts.size() >= maxPerDocument || perCheck[check.ordinal()] >= maxPerCheck) {
            suppressed++;
            return false;
        }
        perCheck[check.ordinal()]++;
        return true;
    }

    /** Counts a finding of a rule; whether it is to be kept and so worth being put into words. */
    boolean keeps(String ruleId, Severity severity) {
        if (severity == Severity.ERROR) {
            errors++;
        }
        if (drafts.size() >= maxPerDocument || perRule.merge(ruleId, 1, Integer::sum) > maxPerCheck) {
            suppressed++;
            return false;
        }
        return true;
    }

    /** Counts what ends the reading; it is kept whatever the caps say. */
    void countFault() {
        errors++;
    }

    void add(
            Check check,
            Severity severity,
            String pointer,
            Bilingual title,
            int position,
            @Nullable String value,
            @Nullable Citation citation,
            Bilingual... details) {
        add(check, severity, pointer, title, position, 0, value, citation, details);
    }

    /** Adds a finding; {@code ordinal} says which element of its parent it is about, where its name does not; 0 where it does. */
    void add(
            Check check,
            Severity severity,
            String pointer,
            Bilingual title,
            int position,
            int ordinal,
            @Nullable String value,
            @Nullable Citation citation,
            Bilingual... details) {
        Bilingual template = check.template();
        Bilingual message = new Bilingual(fill(template.zh(), details, true), fill(template.en(), details, false));
        drafts.add(new Draft(
                check.id(),
                check.layer(),
                severity,
                pointer,
                title,
                position,
                ordinal,
                value,
                message,
                citation,
                check.fix(),
                null));
    }

    /** Adds what a rule found at a place. */
    void add(
            String ruleId,
            Bilingual ruleTitle,
            Layer layer,
            Severity severity,
            Locator.Spot spot,
            Bilingual message,
            @Nullable Citation citation,
            @Nullable Bilingual fix) {
        drafts.add(new Draft(
                ruleId,
                layer,
                severity,
                spot.pointer(),
                spot.title(),
                spot.position(),
                0,
                spot.value(),
                message,
                citation,
                fix,
                ruleTitle));
    }

    /** Errors so far, those not kept included. */
    long errors() {
        return errors;
    }

    /** Findings made but not kept. */
    long suppressed() {
        return suppressed;
    }

    /**
     * What was kept, in the order of the document, with lines and columns found in one sweep.
     *
     * @param slice the document; null for an object in memory, which has no lines
     * @param paths the XPaths of places; null where the document is not XML
     */
    List<Finding> finish(@Nullable Slice slice, @Nullable XmlPaths paths) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        drafts.sort(Comparator.comparingInt(Draft::position));
        List<Finding> findings = new ArrayList<>(drafts.size());
        Places places = slice == null ? null : new Places(slice);
        for (Draft draft : drafts) {
            if (places != null) {
                places.advance(draft.position);
            }
            findings.add(new Finding(
                    draft.ruleId,
                    draft.layer,
                    draft.severity,
                    draft.pointer,
                    draft.title,
                    places == null ? 0 : places.line(),
                    places == null ? 0 : places.column(),
                    slice == null ? -1 : slice.startByte() + draft.position,
                    draft.value,
                    draft.message,
                    draft.citation,
                    draft.fix,
                    draft.ruleTitle,
                    paths == null ? null : paths.of(draft.pointer, draft.ordinal)));
        }
        drafts.clear();
        return findings;
    }

    /** The template with {@code {0}}, {@code {1}} … replaced once each; what is put in is not looked at again. */
    private static String fill(String template, Bilingual[] details, boolean chinese) {
        StringBuilder out = new StringBuilder(template.length() + 32);
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '{' && i + 2 < template.length() && template.charAt(i + 2) == '}') {
                int which = template.charAt(i + 1) - '0';
                if (which >= 0 && which < details.length) {
                    out.append(chinese ? details[which].zh() : english(details[which]));
                    i += 2;
                    continue;
                }
            }
            out.append(c);
        }
        return out.toString();
    }

    private static String english(Bilingual text) {
        return text.en().isEmpty() ? text.zh() : text.en();
    }
}
