package org.tongcai.rule;

import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Layer;
import org.tongcai.bundle.RuleDefinition;

/** Takes what rules say of a document. A rule that does not apply or is not in force says nothing. */
public interface Sink {
    /** The document keeps a rule that concerns it; once for each element that the rule goes through. */
    default void holds(RuleDefinition rule) {}

    /**
     * The document breaks a rule.
     *
     * @param rule the rule
     * @param pointer the field that it points at (RFC 6901); the field itself may be absent; "" for the document
     * @param message what is wrong, with the figures
     * @param fix what to do, with the figures
     */
    void fails(RuleDefinition rule, String pointer, Bilingual message, Bilingual fix);

    /** It cannot be told whether the document keeps a rule; never taken for yes. Once for each rule, with the first reason. */
    void undetermined(RuleDefinition rule, Bilingual reason);

    /** A rule was not judged because a document that it needs was not found. Once for each rule, with the first reason. */
    void skipped(RuleDefinition rule, Bilingual reason);

    /** The rules of a whole layer were not judged. */
    void skipped(Layer layer, Bilingual reason);

    /**
     * A document that is referred to is not there. Only where {@link Judgement.Missing#REPORT} asks for it, once for each document.
     *
     * @param pointer the reference; "" where it stands in another document
     * @param documentType type of the missing document
     * @param documentId its id
     * @param platformCode its platform; null where the reference names none
     */
    void notFound(String pointer, String documentType, String documentId, @Nullable String platformCode);
}
