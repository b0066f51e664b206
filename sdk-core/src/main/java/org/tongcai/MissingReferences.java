package org.tongcai;

/** What to make of a document that is referred to and that the resolver does not have. */
public enum MissingReferences {
    /** The rules that need it are shown as skipped: the caller may simply not have everything at hand. */
    SKIP,
    /** It is an error ({@code references.not-found}): the caller has everything, so the reference leads nowhere. */
    ERROR
}
