package org.tongcai;

/** The outcome for a document or a set of documents. */
public enum Verdict {
    /** No error was found; warnings may have been. */
    ACCEPTED,
    /** At least one error was found. */
    REJECTED,
    /** It could not be judged to the end: unreadable input or a limit reached. Never confused with invalid data. */
    UNDETERMINED
}
