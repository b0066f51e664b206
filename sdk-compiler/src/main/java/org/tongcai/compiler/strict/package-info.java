/** Derives self-contained JSON Schemas in standard keywords from the dialect. */
@NullMarked
package org.tongcai.compiler.strict;

import org.jspecify.annotations.NullMarked;
