/** Dirty tables made safe to read: encoding, separator, rows with their physical lines, and a journal of what became of every row. */
@NullMarked
package org.tongcai.examples.importing;

import org.jspecify.annotations.NullMarked;
