package org.tongcai.compiler.spec;

import org.jspecify.annotations.Nullable;

/**
 * An official document that may be cited, from {@code business/sources.json}. Immutable.
 *
 * @param source its JSON
 * @param id id for citations
 * @param document name of the document
 * @param number its number; null where it has none
 */
public record SpecSource(
        Json.Obj source,
        String id,
        String document,
        @Nullable String number) {}
