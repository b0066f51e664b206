package org.tongcai.compiler.strict;

/**
 * What the strict schemas hold besides structure. Immutable.
 *
 * @param codeLists whether required code lists of at most {@value StrictSchemas#ENUM_LIMIT} codes become {@code enum}
 */
public record StrictOptions(boolean codeLists) {
    /** As published: with code lists. */
    public static final StrictOptions PUBLISHED = new StrictOptions(true);
    /** The structure layer of the engine alone: the differential tests compare with this. */
    public static final StrictOptions STRUCTURE = new StrictOptions(false);
}
