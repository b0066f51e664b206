package org.tongcai.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;

/** The kernel on PostgreSQL. */
class PostgresTest extends KernelSuite {
    private EmbeddedPostgres postgres;

    @Override
    String database() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @AfterAll
    void stopPostgres() throws IOException {
        postgres.close();
    }
}
