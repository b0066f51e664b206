package org.tongcai.compiler.spec;

/**
 * The English label of a term, from {@code business/labels/en/}. Immutable.
 *
 * @param place where it stands
 * @param title English title
 * @param description English description; may be empty
 */
public record SpecLabel(Place place, String title, String description) {}
