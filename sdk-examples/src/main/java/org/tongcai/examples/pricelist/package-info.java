/** From an e-mall's price list (CSV) to {@code product} documents of the standard. */
@NullMarked
package org.tongcai.examples.pricelist;

import org.jspecify.annotations.NullMarked;
