/** Proof that the rules of each document type can be kept together: documents that keep them, or the two rules that contradict each other. */
@NullMarked
package org.tongcai.compiler.contradiction;

import org.jspecify.annotations.NullMarked;
