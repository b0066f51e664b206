package org.tongcai.client;

import java.time.Duration;

/**
 * How long one request may take. What a call may take with all its attempts is up to {@link RetryPolicy#budget}. Immutable.
 *
 * @param connect until there is a connection
 * @param read between two arrivals of data
 * @param write between two departures of data
 * @param call from beginning to end, the body of the answer included; zero for no bound
 */
public record Timeouts(Duration connect, Duration read, Duration write, Duration call) {
    /** 10 s, 30 s, 30 s; 2 minutes altogether. */
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMinutes(2));

    /** Checks the bounds. */
    public Timeouts {
        if (connect.isNegative() || read.isNegative() || write.isNegative() || call.isNegative()) {
            throw new IllegalArgumentException("timeouts must not be negative");
        }
    }

    /** The same with another time to connect. */
    public Timeouts withConnect(Duration time) {
        return new Timeouts(time, read, write, call);
    }

    /** The same with another time to wait for data. */
    public Timeouts withRead(Duration time) {
        return new Timeouts(connect, time, write, call);
    }

    /** The same with another time to wait until data can be sent. */
    public Timeouts withWrite(Duration time) {
        return new Timeouts(connect, read, time, call);
    }

    /** The same with another time for the whole request. */
    public Timeouts withCall(Duration time) {
        return new Timeouts(connect, read, write, time);
    }
}
