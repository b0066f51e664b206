package org.tongcai.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Is told of every request, for the host's own metrics; the client itself reports to nobody. Called on the threads that do the work, so it
 * must be quick and safe for threads. What it throws is logged and has no effect.
 */
public interface MetricsListener {
    /** Hears nothing. */
    MetricsListener NONE = new MetricsListener() {};

    /** A request is about to be sent. */
    default void attemptStarted(Attempt attempt) {}

    /** A request came to its end: an answer, or a failure. */
    default void attemptFinished(Attempt attempt, Outcome outcome) {}

    /**
     * One request of a call.
     *
     * @param operation the operation, such as {@code submitBatch}: a small set of names, fit as a label
     * @param number the first is 1
     * @param host where it goes
     * @param requestId the id under which the platform logs it
     * @param requestBytes length of the body
     */
    record Attempt(String operation, int number, String host, String requestId, long requestBytes) {}

    /**
     * How a request ended.
     *
     * @param status the HTTP status; 0 where no answer came
     * @param duration from the first byte sent to the last one read
     * @param responseBytes length of the body that was read
     * @param retried whether the client sends it again
     * @param failure simple name of the exception where no usable answer came; else null
     */
    record Outcome(
            int status,
            Duration duration,
            long responseBytes,
            boolean retried,
            @Nullable String failure) {}
}
