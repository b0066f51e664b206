/** The audit trail: what was submitted, judged, corrected and read, each entry chained to the one before. Internal. */
@NullMarked
package org.tongcai.sandbox.audit;

import org.jspecify.annotations.NullMarked;
