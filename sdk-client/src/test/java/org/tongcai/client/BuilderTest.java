package org.tongcai.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tongcai.Standard;

/** Mistakes show when the client is built; the pace is kept. */
class BuilderTest {
    private static ProcurementClient.Builder builder() {
        return ProcurementClient.builder().validateBeforeSending(false);
    }

    private static String refused(ProcurementClient.Builder builder) {
        return assertThrows(IllegalArgumentException.class, builder::build).getMessage();
    }

    @Test
    void endpoints() {
        assertTrue(refused(builder()).contains("no endpoint"));
        assertTrue(refused(builder().endpoint("platform.example")).contains("https://host/path"));
        assertTrue(refused(builder().endpoint("http://platform.example/")).contains("not https"));
        assertTrue(refused(builder().endpoint("https://a:b@platform.example/")).contains("credentials"));
        assertTrue(refused(builder().endpoint("https://platform.example/?a=b")).contains("query"));
        assertTrue(refused(builder().endpoint("http://127.evil.example/")).contains("not https"));
        for (String loopback : new String[] {"http://127.0.0.1:1/", "http://[::1]:1/x", "http://localhost:1"}) {
            builder().endpoint(loopback).build().close();
        }
        builder()
                .endpoint("http://platform.example/")
                .allowInsecure(true)
                .build()
                .close();
    }

    @Test
    void secretsAreNotRepeatedInMessages() {
        assertFalse(refused(builder().endpoint("https://user:hunter2@platform.example/"))
                .contains("hunter2"));
        assertFalse(Credentials.clientSecret("id", "hunter2").toString().contains("hunter2"));
    }

    @Test
    void contradictions() {
        assertTrue(refused(builder()
                        .endpoint("https://platform.example/")
                        .standard(Standard.load())
                        .profile("cn-53"))
                .contains("either"));
        assertTrue(refused(builder().endpoint("https://platform.example/").pin("platform.example", "abc"))
                .contains("pin"));
        assertThrows(IllegalArgumentException.class, () -> RetryPolicy.DEFAULT.withAttempts(0));
        assertThrows(IllegalArgumentException.class, () -> Document.of("{}").withIdempotencyKey("a b"));
    }

    @Test
    void theGateKeepsThePace() {
        AtomicLong now = new AtomicLong();
        RateGate gate = new RateGate(60, now::get);
        assertEquals(0, gate.reserve());
        assertEquals(Duration.ofSeconds(1).toNanos(), gate.reserve());
        assertEquals(Duration.ofSeconds(2).toNanos(), gate.reserve());
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        assertEquals(0, gate.reserve());
        gate.close(Duration.ofSeconds(30).toNanos());
        assertEquals(Duration.ofSeconds(30).toNanos(), gate.reserve());
    }

    @Test
    void pausesGrowAndStayBounded() {
        RetryPolicy policy = RetryPolicy.DEFAULT.withBackoff(Duration.ofMillis(100), Duration.ofSeconds(1));
        for (int made = 1; made < 70; made++) {
            long bound = Math.min(1_000, made < 20 ? 100L << (made - 1) : 1_000);
            for (int i = 0; i < 20; i++) {
                long pause = policy.pause(made);
                assertTrue(pause >= 0 && pause <= Duration.ofMillis(bound).toNanos());
            }
        }
    }
}
