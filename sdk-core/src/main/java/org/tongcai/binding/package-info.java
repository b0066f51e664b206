/** What typed models of the standard's documents have in common, so that the engine reads and writes them without reflection. */
@NullMarked
package org.tongcai.binding;

import org.jspecify.annotations.NullMarked;
