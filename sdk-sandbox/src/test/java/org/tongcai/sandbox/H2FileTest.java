package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel on H2 in a file. */
class H2FileTest extends KernelSuite {
    @TempDir
    static Path folder;

    @Override
    String database() {
        return "jdbc:h2:file:" + folder.resolve("suite");
    }

    @Test
    void everythingIsThereAfterARestart() {
        String url = "jdbc:h2:file:" + folder.resolve("restart");
        String cursor;
        Sandbox.Credentials credentials;
        try (Sandbox first =
                Sandbox.builder().standard(Samples.STANDARD).database(url).start()) {
            credentials = first.createFirst("demo", "示例", "mall").orElseThrow();
            Api api = new Api(first, credentials);
            api.post("/v1/documents", Samples.product("SP-1", 1));
            cursor = api.get("/v1/feed").json().get("nextCursor").asText();
            api.post("/v1/documents", Samples.product("SP-2", 1));
        }
        try (Sandbox second =
                Sandbox.builder().standard(Samples.STANDARD).database(url).start()) {
            assertEquals(true, second.createFirst("demo", "示例", "mall").isEmpty());
            Api api = new Api(second, credentials);
            assertEquals(
                    "SP-2",
                    api.get("/v1/feed?cursor=" + cursor)
                            .json()
                            .at("/items/0/documentId")
                            .asText());
            assertEquals(
                    200, api.post("/v1/documents", Samples.product("SP-1", 1)).status());
        }
    }
}
