package org.tongcai.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Following changes: nothing is passed over, the place is kept behind what was dealt with. */
class FeedTest {
    @StartStop
    private final MockWebServer server = new MockWebServer();

    private static String item(int i) {
        return "{\"documentType\":\"product\",\"platformCode\":\"P\",\"documentId\":\"D-" + i
                + "\",\"revision\":1,\"change\":\"CREATED\",\"document\":{\"header\":{\"documentId\":\"D-" + i
                + "\",\"note\":\"\\u91c7\u8d2d {\"}}}";
    }

    private void page(String next, boolean upToDate, int... items) {
        StringBuilder text = new StringBuilder();
        for (int item : items) {
            text.append(text.length() == 0 ? "" : " , ").append(item(item));
        }
        server.enqueue(MockPlatform.json(
                200, "{\"items\":[" + text + "],\"nextCursor\":\"" + next + "\",\"upToDate\":" + upToDate + "}"));
    }

    @Test
    void pageAfterPageToTheEnd(@TempDir Path folder) throws Exception {
        page("a", false, 1, 2);
        page("b", true, 3);
        CursorStore store = new FileCursorStore(folder.resolve("cursor"));
        assertNull(store.load());
        List<String> seen = new ArrayList<>();
        try (ProcurementClient client = MockPlatform.client(server).build()) {
            client.feed().follow(store, FeedOptions.DEFAULT.withContent().onceThrough(), item -> {
                seen.add(item.entry().documentId());
                // The very bytes, also beyond ASCII.
                String document = new String(item.document(), StandardCharsets.UTF_8);
                assertTrue(document.startsWith("{\"header\":") && document.endsWith("{\"}}"), document);
            });
        }
        assertEquals(List.of("D-1", "D-2", "D-3"), seen);
        assertEquals("b", store.load());
        assertEquals(
                "/tongcai/v1/feed?limit=100&include=document",
                server.takeRequest().getTarget());
        assertEquals(
                "/tongcai/v1/feed?cursor=a&limit=100&include=document",
                server.takeRequest().getTarget());
    }

    @Test
    void aHandlerThatFailsStopsBeforeThePlaceIsKept() {
        page("a", false, 1);
        page("b", true, 2, 3);
        List<String> saved = new ArrayList<>();
        CursorStore store = new CursorStore() {
            @Override
            public String load() {
                return null;
            }

            @Override
            public void save(String cursor) {
                saved.add(cursor);
            }
        };
        try (ProcurementClient client = MockPlatform.client(server).build()) {
            FeedStoppedException e = assertThrows(
                    FeedStoppedException.class,
                    () -> client.feed().follow(store, FeedOptions.DEFAULT.withPoll(Duration.ZERO), item -> {
                        if (item.entry().documentId().equals("D-3")) {
                            throw new IllegalStateException("no");
                        }
                    }));
            assertEquals("a", e.cursor());
            assertEquals("D-3", e.item().entry().documentId());
        }
        assertEquals(List.of("a"), saved);
    }

    @Test
    void aCursorThatIsNotKnownAnyMoreIsForTheCaller() {
        server.enqueue(MockPlatform.problem(400, "invalid-cursor"));
        try (ProcurementClient client = MockPlatform.client(server).build()) {
            InvalidRequestException e = assertThrows(
                    InvalidRequestException.class, () -> client.feed().read("old", FeedOptions.DEFAULT));
            assertEquals("invalid-cursor", e.problem().code());
        }
    }
}
