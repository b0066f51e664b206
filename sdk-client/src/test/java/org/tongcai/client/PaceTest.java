package org.tongcai.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** When the next request leaves, and where to; with a clock that stands still. */
class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(-5);

    private static String date(ZonedDateTime moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.withZoneSameInstant(ZoneOffset.UTC));
    }

    @Test
    void retryAfterInSecondsOrAsADate() {
        assertEquals(-1, RateHeaders.retryAfter(Headers.of()));
        assertEquals(7 * SECOND, RateHeaders.retryAfter(Headers.of("Retry-After", " 7 ")));
        assertEquals(0, RateHeaders.retryAfter(Headers.of("Retry-After", "0")));
        for (String unreadable : new String[] {"-1", "soon", "1.5", "12345678901"}) {
            assertEquals(-1, RateHeaders.retryAfter(Headers.of("Retry-After", unreadable)));
        }
        // The platform's clock, which may be an hour off.
        ZonedDateTime theirs = ZonedDateTime.now(ZoneOffset.UTC).minusHours(1);
        Headers dates = Headers.of("Date", date(theirs), "Retry-After", date(theirs.plusSeconds(30)));
        assertEquals(30 * SECOND, RateHeaders.retryAfter(dates));
        assertEquals(
                0, RateHeaders.retryAfter(Headers.of("Date", date(theirs), "Retry-After", date(theirs.minusDays(1)))));
        long own = RateHeaders.retryAfter(
                Headers.of("Retry-After", date(ZonedDateTime.now(ZoneOffset.UTC).plusHours(1))));
        assertEquals(3600.0, (double) own / SECOND, 120.0);
        assertEquals(
                999_999_999L,
                RateHeaders.retryAfter(Headers.of("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT")) / SECOND);
    }

    private TransportSettings settings(RateGate gate, RetryPolicy retry) {
        return new TransportSettings(
                new Endpoints(List.of(HttpUrl.get("https://platform.example/")), now::get),
                Authenticator.none(),
                retry,
                gate,
                MetricsListener.NONE,
                "",
                "en",
                () -> false);
    }

    private static Answer answer(int status, String... headers) {
        return new Answer(status, Headers.of(headers), Operation.NO_BODY, "r", null);
    }

    @Test
    void callsSlowDownBeforeTheQuotaIsExceeded() {
        RateGate gate = new RateGate(0, now::get);
        TransportSettings settings = settings(gate, RetryPolicy.DEFAULT);
        settings.noteRate(
                answer(200, "RateLimit-Policy", "\"default\";q=600;w=60", "RateLimit", "\"default\";r=1;t=9"));
        assertEquals(0, gate.reserve());
        settings.noteRate(answer(200, "RateLimit", "\"default\";r=0;t=9"));
        assertEquals(9 * SECOND, gate.reserve());
        now.addAndGet(9 * SECOND);
        assertEquals(0, gate.reserve());
        settings.noteRate(answer(429, "Retry-After", "3"));
        assertEquals(3 * SECOND, gate.reserve(), "one who was refused speaks for all");
        settings.noteRate(answer(200, "RateLimit", "\"default\";r=0;t=86400"));
        assertEquals(60 * SECOND, gate.reserve(), "no announcement holds up others for longer than a minute");
        settings.noteRate(answer(200, "RateLimit", "nonsense"));
    }

    @Test
    void anEntranceThatFailedIsLeftAloneForAWhileAndThenComesBack() {
        Endpoints endpoints =
                new Endpoints(List.of(HttpUrl.get("https://a.example/"), HttpUrl.get("https://b.example/")), now::get);
        assertEquals(0, endpoints.choose());
        endpoints.failed(0);
        assertEquals(1, endpoints.choose());
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        endpoints.failed(1);
        assertEquals(0, endpoints.choose(), "all failed: the one whose rest ends first");
        now.addAndGet(Duration.ofSeconds(20).toNanos());
        assertEquals(0, endpoints.choose(), "the first one is preferred again");
        endpoints.failed(0);
        endpoints.worked(0);
        assertEquals(0, endpoints.choose(), "one that works again is not avoided");
    }
}
