/**
 * The proof of correctness: the engine against validators and parsers that are not ours, on the standard's own cases, on mutations of
 * them and on arbitrary bytes.
 */
@NullMarked
package org.tongcai.compiler.conformance;

import org.jspecify.annotations.NullMarked;
