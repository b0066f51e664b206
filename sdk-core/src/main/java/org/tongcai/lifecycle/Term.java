package org.tongcai.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.LifecycleDefinition.Clock;
import org.tongcai.bundle.LifecycleDefinition.Unit;
import org.tongcai.calendar.WorkCalendar;

/**
 * A term that was started: a clock with its days. Immutable.
 *
 * @param clock which one
 * @param started the day it was started, which does not count
 * @param pauses spans in which it stood still, both ends not counted; the end is null where it still stands
 * @param stopped the day it was ended; null where it still runs
 */
public record Term(
        Clock clock,
        LocalDate started,
        List<Pause> pauses,
        @Nullable LocalDate stopped) {
    /** More days than any term has; a standstill without end is met long before. */
    private static final int HORIZON = 4_000;

    public Term {
        pauses = List.copyOf(pauses);
    }

    /** A span in which the term stands still. */
    public record Pause(LocalDate from, @Nullable LocalDate to) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    Term paused(LocalDate day) {
        List<Pause> more = new ArrayList<>(pauses);
        more.add(new Pause(day, null));
        return new Term(clock, started, more, stopped);
    }

    Term resumed(LocalDate day) {
        List<Pause> more = new ArrayList<>(pauses);
        int last = more.size() - 1;
        more.set(last, new Pause(more.get(last).from(), day));
        return new Term(clock, started, more, stopped);
    }

    Term stopped(LocalDate day) {
        return new Term(clock, started, pauses, day);
    }

    /** Whether it stands still now. */
    public boolean isPaused() {
        return !pauses.isEmpty() && pauses.get(pauses.size() - 1).to() == null;
    }

    /**
     * How many of its days have passed up to and including {@code day}.
     *
     * @throws org.tongcai.calendar.CalendarYearMissingException if the calendar lacks a year that it needs
     */
    public int used(LocalDate day, WorkCalendar calendar) {
        int used = 0;
        for (LocalDate at = started.plusDays(1); !at.isAfter(day); at = at.plusDays(1)) {
            used += counts(at, calendar) ? 1 : 0;
        }
        return used;
    }

    /**
     * The last day of the term; null while it stands still. A last calendar day that is a holiday moves to the next working day.
     *
     * @throws org.tongcai.calendar.CalendarYearMissingException if the calendar lacks a year that it needs
     */
    public @Nullable LocalDate due(WorkCalendar calendar) {
        if (isPaused()) {
            return null;
        }
        LocalDate at = started;
        int left = clock.limit();
        for (int i = 0; left > 0 && i < HORIZON; i++) {
            at = at.plusDays(1);
            left -= counts(at, calendar) ? 1 : 0;
        }
        return clock.unit() == Unit.DAYS && !clock.least() && !calendar.isWorkingDay(at)
                ? calendar.nextWorkingDay(at)
                : at;
    }

    private boolean counts(LocalDate day, WorkCalendar calendar) {
        for (Pause pause : pauses) {
            if (pause.covers(day)) {
                return false;
            }
        }
        return clock.unit() == Unit.DAYS || calendar.isWorkingDay(day);
    }
}
