package org.tongcai.sandbox.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.sandbox.EventReceiver;
import org.tongcai.sandbox.store.Database;
import org.tongcai.sandbox.store.Outbox;
import org.tongcai.signature.WebhookSecret;

/** A name may stand for a public address when it is judged and for one within a moment later: only what was judged is called. */
class CallbacksTest {
    private final Deque<String[]> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private static EventReceiver receiver;
    private static Database database;

    @BeforeAll
    static void start() throws Exception {
        receiver = new EventReceiver();
        database = Database.open("jdbc:h2:mem:", "", "", 2);
    }

    @AfterAll
    static void stop() {
        database.close();
        receiver.close();
    }

    @AfterEach
    void nothingElseCame() {
        assertEquals(0, receiver.waiting());
    }

    /** A name server that says something else each time. */
    private InetAddress[] lookUp(String host) throws UnknownHostException {
        asked.add(host);
        List<InetAddress> addresses = new ArrayList<>();
        for (String address : answers.remove()) {
            addresses.add(InetAddress.getByName(address));
        }
        return addresses.toArray(InetAddress[]::new);
    }

    private int deliver(boolean local, String host) throws InterruptedException {
        try (Deliverer deliverer = new Deliverer(database, new Callbacks(local, this::lookUp), Clock.systemUTC())) {
            return deliver(deliverer, host);
        }
    }

    private int deliver(Deliverer deliverer, String host) throws InterruptedException {
        Outbox.Subscription subscription = new Outbox.Subscription(
                "DY-1",
                1,
                1,
                "http://" + host + ":" + receiver.port() + "/hook",
                List.of("x"),
                null,
                WebhookSecret.generate().text(),
                null,
                0,
                Outbox.ACTIVE,
                0);
        return deliverer.deliver(subscription, "SJ-1", "{}");
    }

    @Test
    void theConnectionGoesToTheAddressThatWasJudged() throws InterruptedException {
        answers.add(new String[] {"127.0.0.1"});
        assertEquals(204, deliver(true, "hook.example"));
        assertEquals(List.of("hook.example"), asked, "looked up once");
        assertEquals(
                "hook.example:" + receiver.port(),
                receiver.next().headers().get("Host").get(0));
    }

    @Test
    void everyDeliveryIsJudgedAnew() throws InterruptedException {
        answers.add(new String[] {"127.0.0.1"});
        answers.add(new String[] {"10.0.0.1"});
        answers.add(new String[] {"127.0.0.1"});
        try (Deliverer deliverer = new Deliverer(database, new Callbacks(true, this::lookUp), Clock.systemUTC())) {
            assertEquals(204, deliver(deliverer, "hook.example"));
            assertEquals(0, deliver(deliverer, "hook.example"), "no connection is kept from the time before");
            assertEquals(204, deliver(deliverer, "hook.example"));
        }
        receiver.next();
        receiver.next();
        assertEquals(3, asked.size());
    }

    @Test
    void oneAddressWithinIsEnoughToRefuse() throws InterruptedException {
        answers.add(new String[] {"93.184.216.34", "127.0.0.1"});
        assertEquals(0, deliver(false, "hook.example"));
        answers.add(new String[] {});
        assertEquals(0, deliver(false, "hook.example"));
    }

    @Test
    void addressesInTheUrlAreJudgedLikeNames() throws InterruptedException {
        for (String host : List.of("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "127.1")) {
            try (Deliverer deliverer = new Deliverer(database, new Callbacks(false), Clock.systemUTC())) {
                assertEquals(0, deliver(deliverer, host), host);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void theseAreNotOfTheInternet(String address) throws UnknownHostException {
        assertFalse(Callbacks.isPublic(InetAddress.getByName(address)));
        Callbacks callbacks = new Callbacks(false);
        assertThrows(UnknownHostException.class, () -> callbacks.addresses(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.255.255", "172.32.0.1", "192.167.255.255",
                "198.17.255.255", "198.20.0.1", "223.255.255.255", "2001:4860:4860::8888", "240e::1", "2408:8000::1",
                "::ffff:1.1.1.1"
            })
    void theseAre(String address) throws UnknownHostException {
        assertTrue(Callbacks.isPublic(InetAddress.getByName(address)));
    }
}
