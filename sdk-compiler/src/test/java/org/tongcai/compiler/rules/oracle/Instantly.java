package org.tongcai.compiler.rules.oracle;

import java.time.OffsetDateTime;

/** A moment as written; equal to another by its place on the time line, to the millisecond. */
record Instantly(OffsetDateTime written) implements Comparable<Instantly> {
    long millis() {
        return written.toInstant().toEpochMilli();
    }

    @Override
    public int compareTo(Instantly other) {
        return Long.compare(millis(), other.millis());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Instantly instant && compareTo(instant) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(millis());
    }
}
