package org.tongcai.cli;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.RequestListener;

/** One line a request on standard error: when, what, which operation, who, status, how long, its id. Safe for threads. */
final class RequestLog implements RequestListener {
    private static final int UNAVAILABLE = 503;
    private static final int MOST = 200;

    private final PrintStream err;
    private final boolean failuresOnly;

    RequestLog(PrintStream err, boolean failuresOnly) {
        this.err = err;
        this.failuresOnly = failuresOnly;
    }

    @Override
    public void answered(Request request) {
        Throwable failure = request.failure();
        if (failuresOnly && failure == null) {
            return;
        }
        String line = LocalTime.now().truncatedTo(ChronoUnit.MILLIS) + " " + request.method() + " "
                + printable(request.path()) + " " + orDash(request.operation()) + " " + orDash(request.clientId())
                + " " + request.status() + " " + request.millis() + " ms " + request.requestId();
        synchronized (err) {
            err.println(line);
            if (failure != null && request.status() == UNAVAILABLE) {
                // What is around the platform fails: its reason says all, and comes with every request.
                err.println("  " + root(failure));
            } else if (failure != null) {
                failure.printStackTrace(err);
            }
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
            root = root.getCause();
        }
        return root;
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }

    /** What callers send must not forge lines, nor fill the log. */
    private static String printable(String path) {
        String bounded = path.length() > MOST ? path.substring(0, MOST) + "…" : path;
        return bounded.replaceAll("[^\\x21-\\x7E…]", "?");
    }
}
