package org.tongcai.lifecycle;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Bundle;
import org.tongcai.lifecycle.Happening.DocumentName;
import org.tongcai.rule.Facts;
import org.tongcai.rule.Slots;

/** Reads what {@code processEvent} documents report, as noted in {@link Facts}. Immutable and thread-safe. */
public final class ProcessEvents {
    /** The document type. */
    public static final String DOCUMENT_TYPE = "processEvent";

    private static final String EVENT = "ProcessEvent";
    private static final String VERSION = "DocumentVersion";
    private static final String REFERENCE = "DocumentReference";

    private final Slots slots;

    /** For documents of a bundle. */
    public ProcessEvents(Bundle bundle) {
        slots = new Slots(bundle.slots());
    }

    /**
     * An event, and what it happened to.
     *
     * @param subject the document whose life it belongs to; null where the event names none
     * @param sequence number in the history of the subject
     * @param happening what happened
     */
    public record Reported(@Nullable DocumentName subject, long sequence, Happening happening) {}

    /**
     * What an event document reports; null where the document is none, or lacks what every event has.
     *
     * @param facts of a document of the same bundle
     */
    public @Nullable Reported read(Facts facts) {
        if (!facts.documentType().equals(DOCUMENT_TYPE)) {
            return null;
        }
        long at = cell(facts, EVENT, 0, "occurredAt");
        if (isAbsent(at)) {
            return null;
        }
        DocumentName subject = version(facts, cell(facts, EVENT, 0, "subject"));
        List<DocumentName> documents = new ArrayList<>();
        if (subject != null) {
            documents.add(subject);
        }
        long produced = cell(facts, EVENT, 0, "produced");
        if (!isAbsent(produced)) {
            for (int entry = facts.first((int) produced); entry >= 0; entry = facts.next(entry)) {
                DocumentName document = version(facts, facts.value(entry));
                if (document != null) {
                    documents.add(document);
                }
            }
        }
        long sequence = cell(facts, EVENT, 0, "sequence");
        Happening happening = new Happening(
                kind(text(facts, EVENT, 0, "kind")),
                text(facts, EVENT, 0, "event"),
                text(facts, EVENT, 0, "fromState"),
                text(facts, EVENT, 0, "toState"),
                Facts.moment(at),
                text(facts, EVENT, 0, "reason"),
                !isAbsent(cell(facts, EVENT, 0, "signatures")),
                documents);
        return new Reported(subject, isAbsent(sequence) ? 0 : sequence, happening);
    }

    /** Histories by subject, in the order in which subjects were met; the events of each by sequence, then by time. */
    public static Map<DocumentName, List<Happening>> histories(List<Reported> events) {
        List<Reported> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparingLong(Reported::sequence)
                .thenComparing(event -> event.happening().at(), OffsetDateTime.timeLineOrder()));
        Map<DocumentName, List<Happening>> histories = new LinkedHashMap<>();
        for (Reported event : events) {
            DocumentName subject = event.subject();
            if (subject != null) {
                histories.putIfAbsent(subject, new ArrayList<>());
            }
        }
        for (Reported event : sorted) {
            List<Happening> history = histories.get(event.subject());
            if (history != null) {
                history.add(event.happening());
            }
        }
        return histories;
    }

    private @Nullable DocumentName version(Facts facts, long version) {
        if (isAbsent(version)) {
            return null;
        }
        long document = cell(facts, VERSION, (int) version, "document");
        if (isAbsent(document)) {
            return null;
        }
        String type = text(facts, REFERENCE, (int) document, "documentType");
        String id = text(facts, REFERENCE, (int) document, "documentId");
        return type == null || id == null ? null : new DocumentName(type, id);
    }

    private @Nullable String text(Facts facts, String type, int frame, String field) {
        long cell = cell(facts, type, frame, field);
        return isAbsent(cell) ? null : facts.string(cell);
    }

    private long cell(Facts facts, String type, int frame, String field) {
        int slot = slots.slot(type, field);
        return slot < 0 ? Facts.ABSENT : facts.get(frame, slot);
    }

    private static boolean isAbsent(long cell) {
        return cell == Facts.ABSENT || cell == Facts.FAULTY;
    }

    private static Happening.Kind kind(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "TRANSITION" -> Happening.Kind.TRANSITION;
            case "CLOCK_STOP" -> Happening.Kind.CLOCK_STOP;
            case "CLOCK_RESUME" -> Happening.Kind.CLOCK_RESUME;
            default -> Happening.Kind.OTHER;
        };
    }
}
