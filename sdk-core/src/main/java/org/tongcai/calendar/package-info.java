/** Working days, on the State Council's holidays. */
@NullMarked
package org.tongcai.calendar;

import org.jspecify.annotations.NullMarked;
