/**
 * Counting days as Chinese procurement law counts them: the first day is excluded, a last day that is a rest day moves
 * on, and working days follow the holiday notices that the State Council issues for each year.
 *
 * <p>Entry: {@link org.tongcai.calendar.WorkCalendar}.
 */
@NullMarked
package org.tongcai.calendar;

import org.jspecify.annotations.NullMarked;
