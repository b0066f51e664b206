package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
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

    /** A process that was killed leaves the keys it was working at; whoever sends again need not wait until they run out. */
    @Test
    void whatAKilledProcessWasWorkingAtIsFree() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("killed");
        Sandbox.Credentials credentials;
        try (Sandbox first =
                Sandbox.builder().standard(Samples.STANDARD).database(url).start()) {
            credentials = first.createFirst("demo", "示例", "mall").orElseThrow();
        }
        try (Connection connection =
                        DriverManager.getConnection(url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "sa", "");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO idempotency (application_id, idempotency_key, request_digest, owner,"
                    + " lease_until, expires_at) SELECT id, 'K-1', 'x', 'dead', 9000000000000, 9000000000000"
                    + " FROM applications");
        }
        try (Sandbox second =
                Sandbox.builder().standard(Samples.STANDARD).database(url).start()) {
            Api.Answer answer = new Api(second, credentials)
                    .post(
                            "/v1/documents",
                            "application/json",
                            Samples.product("SP-1", 1).getBytes(StandardCharsets.UTF_8),
                            "K-1");
            assertEquals(201, answer.status(), answer.text());
        }
    }
}
