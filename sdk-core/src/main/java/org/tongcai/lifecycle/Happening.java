package org.tongcai.lifecycle;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the thing whose life is followed; what a {@code processEvent} says. Immutable.
 *
 * @param kind what kind of event it is
 * @param event id of the event in the lifecycle; null where the kind is no transition
 * @param from the state before, as its sender says; null where he does not
 * @param to the state after, as its sender says; null where he does not
 * @param at when it happened
 * @param reason the reason given; null for none
 * @param signed whether it carries a signature
 * @param documents the documents it concerns and those it brought about
 */
public record Happening(
        Kind kind,
        @Nullable String event,
        @Nullable String from,
        @Nullable String to,
        OffsetDateTime at,
        @Nullable String reason,
        boolean signed,
        List<DocumentName> documents) {
    public Happening {
        documents = List.copyOf(documents);
    }

    /** A transition without reason, signature and documents. */
    public static Happening of(String event, OffsetDateTime at) {
        return new Happening(Kind.TRANSITION, event, null, null, at, null, false, List.of());
    }

    /** The same with documents. */
    public Happening with(DocumentName... more) {
        return new Happening(kind, event, from, to, at, reason, signed, List.of(more));
    }

    /** The same with a reason. */
    public Happening because(String why) {
        return new Happening(kind, event, from, to, at, why, signed, documents);
    }

    /** The same, signed. */
    public Happening withSignature() {
        return new Happening(kind, event, from, to, at, reason, true, documents);
    }

    /** The kinds of events, as the code list {@code process-event-kind} has them. */
    public enum Kind {
        /** The state changes. */
        TRANSITION,
        /** The terms stand still from now on. */
        CLOCK_STOP,
        /** The terms run again. */
        CLOCK_RESUME,
        /** Anything else that is worth recording and changes nothing. */
        OTHER
    }

    /**
     * Which document.
     *
     * @param type document type
     * @param id {@code header.documentId}
     */
    public record DocumentName(String type, String id) {}
}
