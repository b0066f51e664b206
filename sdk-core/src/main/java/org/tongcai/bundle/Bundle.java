package org.tongcai.bundle;

import java.util.List;
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

    /** Holidays and make-up days. */
    WorkCalendar calendar();
}
