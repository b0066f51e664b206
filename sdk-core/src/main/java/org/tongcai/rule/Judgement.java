package org.tongcai.rule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Layer;

/**
 * How documents are judged, and room to do it in. Belongs to one thread; reused from document to document without allocation.
 */
public final class Judgement {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    final Frame frame = new Frame();
    /** What references led to in the document at hand. */
    final Map<Object, Object> found = new HashMap<>();
    /** Missing documents that were reported already. */
    final Set<Object> missed = new HashSet<>();

    /** Why the rule at hand is undetermined or was skipped: the first reason. */
    @Nullable
    Bilingual undetermined;

    @Nullable
    Bilingual skipped;

    private int stages = ~0;
    private @Nullable LocalDate asOf;
    private long asOfDay;
    private @Nullable Resolver resolver;
    private Missing missing = Missing.SKIP;

    /** What is done about a document that is referred to but not there. */
    public enum Missing {
        /** The rule is skipped, and the report says so. */
        SKIP,
        /** The same, and the missing document is reported. */
        REPORT
    }

    /** The day whose law decides for all documents; null: that of each rule, else the day of issue, else today in China. */
    public Judgement asOf(@Nullable LocalDate day) {
        asOf = day;
        asOfDay = day == null ? 0 : day.toEpochDay();
        return this;
    }

    /** The layers whose rules are judged; all where nothing is said. */
    public Judgement stages(Set<Layer> wanted) {
        stages = 0;
        for (Layer layer : wanted) {
            stages |= 1 << layer.ordinal();
        }
        return this;
    }

    boolean wants(Layer layer) {
        return (stages & 1 << layer.ordinal()) != 0;
    }

    /** Where other documents are found; null: rules that need them are passed over. */
    public Judgement resolver(@Nullable Resolver other) {
        resolver = other;
        return this;
    }

    /** What is done about documents that are not there; {@link Missing#SKIP} where nothing is said. */
    public Judgement missing(Missing what) {
        missing = what;
        return this;
    }

    boolean isDayGiven() {
        return asOf != null;
    }

    /** The day for a document that was issued that day; {@link Facts#ABSENT} where it does not say. */
    long day(long issued) {
        if (asOf != null) {
            return asOfDay;
        }
        return issued == Facts.ABSENT ? LocalDate.now(CHINA).toEpochDay() : issued;
    }

    void clearReasons() {
        undetermined = null;
        skipped = null;
    }

    void undetermined(Bilingual reason) {
        undetermined = undetermined == null ? reason : undetermined;
    }

    void skipped(Bilingual reason) {
        skipped = skipped == null ? reason : skipped;
    }

    @Nullable
    Resolver resolver() {
        return resolver;
    }

    Missing missing() {
        return missing;
    }

    /** Lets go of the document. */
    void end() {
        frame.end();
        if (!found.isEmpty()) {
            found.clear();
        }
        if (!missed.isEmpty()) {
            missed.clear();
        }
    }
}
