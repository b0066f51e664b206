package org.tongcai;

import org.jspecify.annotations.Nullable;

/**
 * Something that was not judged in one document, and why: an honest report says what it does not say. Immutable.
 *
 * @param kind whether it was left out, or tried without coming to an end
 * @param layer the layer that it belongs to
 * @param ruleId the rule; null where the whole layer is meant
 * @param ruleTitle what the rule demands; null where the whole layer is meant
 * @param reason why
 */
public record Skipped(
        Kind kind,
        Layer layer,
        @Nullable String ruleId,
        @Nullable Bilingual ruleTitle,
        Bilingual reason) {

    /** What became of it. */
    public enum Kind {
        /** Left out: the caller did not ask for it, or what it needs is not at hand. Says nothing about the document. */
        SKIPPED,
        /** Tried, and a value that is needed is absent, faulty or cannot be computed. Never taken for "in order". */
        UNDETERMINED
    }
}
