package org.tongcai.bundle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongcai.calendar.WorkCalendar;

/**
 * A compiled standard. Implementations are immutable to the caller and thread-safe; parts are read when first asked for and kept.
 * A part that is missing or damaged is a {@link BundleException}.
 */
public interface Bundle {
    /** The table of contents. */
    Manifest manifest();

    /** The definition of a type. */
    TypeDefinition type(String name);

    /** A code list. */
    CodeList codeList(String id);

    /** All fields and types, for {@code explain} and dictionaries. */
    List<Term> terms();

    /** The official layout of a document type; empty where the standard states none. */
    default Optional<LayoutDefinition> layout(String documentType) {
        return Optional.empty();
    }

    /** All lifecycles, in the order of their ids. */
    default List<LifecycleDefinition> lifecycles() {
        return List.of();
    }

    /** The compiled rules that apply to a document type, by id; empty where there are none. */
    default List<RuleDefinition> rules(String documentType) {
        return List.of();
    }

    /** All rules, for {@code explain} and dictionaries. */
    default RuleIndex ruleIndex() {
        return RuleIndex.EMPTY;
    }

    /**
     * The fields that rules read: type → names, sorted. A union and its branches have the same list, so that a place in it means the same in
     * all. Types of which no rule reads anything are left out.
     */
    default Map<String, List<String>> slots() {
        return Map.of();
    }

    /** Figures that differ by place or change with the years. */
    default List<RuleLimit> limits() {
        return List.of();
    }

    /** Groups of wordings that rules look for. */
    default List<WordingGroup> wordings() {
        return List.of();
    }

    /** The bounds of enterprise sizes: of each industry the largest size first. */
    default List<EnterpriseSizeBounds> enterpriseSizes() {
        return List.of();
    }

    /** Holidays and make-up days. */
    WorkCalendar calendar();
}
