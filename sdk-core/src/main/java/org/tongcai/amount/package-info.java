/** Amounts of money as documents print them. */
@NullMarked
package org.tongcai.amount;

import org.jspecify.annotations.NullMarked;
