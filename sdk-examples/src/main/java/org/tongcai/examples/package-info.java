/** Runnable examples, one for each thing a user wants to do. Start with {@link org.tongcai.examples.ValidateOneDocument}. */
@NullMarked
package org.tongcai.examples;

import org.jspecify.annotations.NullMarked;
