package org.tongcai.rule;

import org.jspecify.annotations.Nullable;

/**
 * By what a document is told from others: what its header says. Immutable.
 *
 * @param documentType its type
 * @param documentId {@code header.documentId}; "" where it says none
 * @param platformCode {@code header.platform.code}; null where it says none
 * @param revision {@code header.revision}; 0 where it says none
 */
public record DocumentKey(
        String documentType, String documentId, @Nullable String platformCode, long revision) {}
