/** From published procurement intentions (CSV) to {@code procurementIntention} documents of the standard. */
@NullMarked
package org.tongcai.examples.intentions;

import org.jspecify.annotations.NullMarked;
