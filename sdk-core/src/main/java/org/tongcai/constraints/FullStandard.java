package org.tongcai.constraints;

/**
 * Group of the constraint that generated documents carry as a whole: {@code validator.validate(document, FullStandard.class)}, in Spring
 * {@code @Validated(FullStandard.class)}, judges a document by the full standard, see {@link Conforms}; without the group only by the constraints of
 * its fields. The full standard includes these: whatever they refuse, it refuses.
 */
public interface FullStandard {}
