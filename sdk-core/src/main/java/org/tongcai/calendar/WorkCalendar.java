package org.tongcai.calendar;

/** Placeholder until the calendar arrives. */
public final class WorkCalendar {}
