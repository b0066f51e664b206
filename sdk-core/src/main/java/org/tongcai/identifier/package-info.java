/**
 * Identifiers that Chinese public procurement runs on: what they look like, their check digits, and what exactly is
 * wrong with one that does not hold.
 *
 * <p>{@link org.tongcai.identifier.IdentifierKind} is the entry for code that only knows an identifier by its name; the
 * value types ({@link org.tongcai.identifier.CreditCode} and the others) are for code that works with one. Both share
 * one implementation. Everything here is immutable and thread-safe, and nothing looks anything up: whether a region or
 * a catalogue code <em>exists</em> is a question for the code lists.
 */
@NullMarked
package org.tongcai.identifier;

import org.jspecify.annotations.NullMarked;
