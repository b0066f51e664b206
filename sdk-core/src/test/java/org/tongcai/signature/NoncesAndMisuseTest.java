package org.tongcai.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tongcai.signature.Verification.Reason;
import org.tongcai.signature.Verification.Refused;
import org.tongcai.signature.Verification.Verified;

/** What a host may do wrong, and what a store of nonces must withstand. */
class NoncesAndMisuseTest {
    private static final Instant NOW = WireMessage.NOW;
    private static final Clock CLOCK = WireMessage.CLOCK;

    @Test
    void aNonceIsUsedOnceAndForgottenLater() throws Exception {
        Instant[] now = {NOW};
        MemoryNonceStore store = new MemoryNonceStore(new Moving(now), 2);
        assertTrue(store.firstUse("k", "a", NOW.plusSeconds(10)));
        assertFalse(store.firstUse("k", "a", NOW.plusSeconds(10)));
        assertTrue(store.firstUse("other", "a", NOW.plusSeconds(10)));
        assertTrue(store.firstUse("k", "b", NOW.plusSeconds(20)));
        assertThrows(NonceStore.UnavailableException.class, () -> store.firstUse("k", "c", NOW.plusSeconds(30)));
        assertTrue(store.firstUse("other", "c", NOW.plusSeconds(30)));
        now[0] = NOW.plusSeconds(10);
        assertTrue(store.firstUse("k", "a", NOW.plusSeconds(40)));
    }

    @Test
    void ofManyAtOnceOneIsTheFirst() throws Exception {
        MemoryNonceStore store = new MemoryNonceStore(CLOCK);
        AtomicInteger first = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 800; i++) {
            String nonce = "n" + i % 100;
            threads.execute(() -> {
                try {
                    if (store.firstUse("k", nonce, NOW.plusSeconds(600))) {
                        first.incrementAndGet();
                    }
                } catch (NonceStore.UnavailableException e) {
                    throw new AssertionError(e);
                }
            });
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(30, TimeUnit.SECONDS));
        assertEquals(100, first.get());
    }

    @Test
    void aStoreThatCannotTellRefuses() {
        WireMessage message = WireMessage.request(WireMessage.HMAC);
        MessageVerifier verifier = MessageVerifier.ofRequests(KeyRing.of(WireMessage.HMAC), (key, nonce, expires) -> {
                    throw new NonceStore.UnavailableException("down");
                })
                .withClock(CLOCK);
        Refused refused = assertInstanceOf(
                Refused.class,
                verifier.verify(message.message(), message.parts().get("body")));
        assertEquals(Reason.UNAVAILABLE, refused.reason());
    }

    @Test
    void aNonceIsKeptAsLongAsItsSignatureMayBeValid() {
        Instant[] kept = new Instant[1];
        WireMessage message = WireMessage.request(WireMessage.HMAC);
        MessageVerifier verifier = MessageVerifier.ofRequests(KeyRing.of(WireMessage.HMAC), (key, nonce, expires) -> {
            kept[0] = expires;
            return true;
        });
        byte[] body = message.parts().get("body");
        Clock early = Clock.offset(CLOCK, Duration.ofSeconds(-300));
        assertInstanceOf(Verified.class, verifier.withClock(early).verify(message.message(), body));
        assertTrue(kept[0].isAfter(NOW.plusSeconds(300)));
    }

    @Test
    void whatIsRefusedUsesUpNoNonce() {
        WireMessage message = WireMessage.request(WireMessage.HMAC);
        MessageVerifier verifier = MessageVerifier.ofRequests(KeyRing.of(WireMessage.HMAC), new MemoryNonceStore(CLOCK))
                .withClock(CLOCK);
        assertInstanceOf(Refused.class, verifier.verify(message.message(), "other".getBytes()));
        assertInstanceOf(
                Verified.class,
                verifier.verify(message.message(), message.parts().get("body")));
    }

    @Test
    void aLongBodyIsCheckedWhileItPasses() {
        WireMessage message = WireMessage.request(WireMessage.HMAC);
        MessageVerifier verifier = MessageVerifier.ofRequests(KeyRing.of(WireMessage.HMAC), new MemoryNonceStore(CLOCK))
                .withClock(CLOCK);
        assertInstanceOf(Verified.class, verifier.verifyBeforeBody(message.message(), true));
        ContentDigest.Checker checker = ContentDigest.checker(message.message(), Algorithms.jdk());
        byte[] body = message.parts().get("body");
        checker.update(body, 0, 7);
        checker.update(body, 7, body.length - 7);
        assertEquals(ContentDigest.Match.MATCHES, checker.match());
        ContentDigest.Checker shorter = ContentDigest.checker(message.message(), Algorithms.jdk());
        shorter.update(body, 0, body.length - 1);
        assertEquals(ContentDigest.Match.DIFFERS, shorter.match());
    }

    @Test
    void aSignerRefusesWhatCannotBeVerified() {
        MessageSigner signer = MessageSigner.of(WireMessage.HMAC);
        HttpMessage get = HttpMessage.request("GET", URI.create("https://platform.example/v1/feed"))
                .build();
        byte[] none = new byte[0];
        assertThrows(IllegalArgumentException.class, () -> signer.sign(get, new byte[1]), "no Content-Type");
        assertThrows(
                IllegalArgumentException.class, () -> signer.sign(get.with("Signature", "a=:AA==:"), none), "signed");
        assertThrows(
                IllegalArgumentException.class, () -> signer.sign(get.with("Idempotency-Key", "键"), none), "not ASCII");
        HttpMessage response = HttpMessage.response(200, get).build();
        assertThrows(IllegalArgumentException.class, () -> signer.sign(response, none), "request not signed");
        assertThrows(
                IllegalArgumentException.class,
                () -> MessageVerifier.ofResponses(KeyRing.of()).verify(get, none));
        assertThrows(
                IllegalArgumentException.class,
                () -> MessageVerifier.ofRequests(KeyRing.of(), new MemoryNonceStore(CLOCK))
                        .verify(response, none));
    }

    @Test
    void moreFieldsCanBeCovered() {
        HttpMessage patch = HttpMessage.request("PATCH", URI.create("https://platform.example/v1/attachments/a"))
                .field("Content-Type", "application/partial-upload")
                .field("Upload-Offset", "0")
                .build();
        MessageSigner signer = MessageSigner.of(WireMessage.HMAC)
                .withClock(CLOCK)
                .covering("Upload-Offset", "Content-Type", "X-Absent");
        HttpMessage signed = patch;
        for (var each : signer.sign(patch, new byte[3]).entrySet()) {
            signed = signed.with(each.getKey(), each.getValue());
        }
        MessageVerifier verifier = MessageVerifier.ofRequests(KeyRing.of(WireMessage.HMAC), new MemoryNonceStore(CLOCK))
                .withClock(CLOCK);
        Verified verified = assertInstanceOf(Verified.class, verifier.verify(signed, new byte[3]));
        assertTrue(verified.covered().contains("\"upload-offset\""));
        assertInstanceOf(Refused.class, verifier.verify(signed.with("Upload-Offset", "9"), new byte[3]));
    }

    private static final class Moving extends Clock {
        private final Instant[] now;

        Moving(Instant[] now) {
            this.now = now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now[0];
        }
    }
}
