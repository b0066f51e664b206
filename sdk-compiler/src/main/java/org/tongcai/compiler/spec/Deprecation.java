package org.tongcai.compiler.spec;

import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/**
 * Why something should no longer be used. Immutable.
 *
 * @param since edition from which on
 * @param replacedBy term id of the successor; null for none
 * @param text reason and advice
 */
public record Deprecation(String since, @Nullable String replacedBy, Bilingual text) {}
