package org.tongcai.sandbox.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The database: a pool of connections, and its tables brought up to date. Thread-safe. */
public final class Database implements AutoCloseable {
    private static final String MIGRATIONS = "classpath:org/tongcai/sandbox/db";

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final boolean h2File;
    private final boolean ours;
    private final boolean exclusive;

    private Database(HikariDataSource pool, boolean h2File, boolean ours, boolean exclusive) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.h2File = h2File;
        this.ours = ours;
        this.exclusive = exclusive;
    }

    /**
     * Opens a database and brings its tables up to date.
     *
     * @param url JDBC URL of H2 or PostgreSQL; {@code jdbc:h2:mem:} is a new one in memory that goes when it is closed
     * @param user user; "" for what the URL says
     * @param password password; "" for what the URL says
     * @param connections size of the pool
     * @throws IllegalArgumentException if the URL is of another database
     */
    public static Database open(String url, String user, String password, int connections) {
        boolean h2 = url.startsWith("jdbc:h2:");
        boolean ours = url.equals("jdbc:h2:mem:");
        if (!h2 && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("the database must be H2 or PostgreSQL: " + withoutParameters(url));
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("tongcai-sandbox");
        config.setJdbcUrl(h2 ? dialect(ours ? url + "tongcai-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" : url) : url);
        if (h2 || !user.isEmpty()) {
            config.setUsername(user.isEmpty() ? "sa" : user);
            config.setPassword(password);
        }
        config.setMaximumPoolSize(connections);
        config.setAutoCommit(true);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // Whoever asks how the platform is, or for anything else while the database is away, is told so soon.
        config.setConnectionTimeout(5_000);
        if (h2) {
            // Documents of an ordinary size stay in their rows; H2 would otherwise keep each in a store of its own.
            config.setConnectionInitSql("SET MAX_LENGTH_INPLACE_LOB 32768");
        } else {
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        HikariDataSource pool = new HikariDataSource(config);
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations(MIGRATIONS)
                    .placeholders(Map.of(
                            "bytes",
                            h2 ? "BINARY LARGE OBJECT" : "BYTEA",
                            "text",
                            h2 ? "CHARACTER LARGE OBJECT" : "TEXT"))
                    .load()
                    .migrate();
            String upper = url.toUpperCase(Locale.ROOT);
            boolean shared = upper.startsWith("JDBC:H2:TCP:")
                    || upper.startsWith("JDBC:H2:SSL:")
                    || upper.contains("AUTO_SERVER=TRUE");
            return new Database(pool, h2 && !url.startsWith("jdbc:h2:mem:"), ours, h2 && !shared);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** H2 as PostgreSQL speaks. A writer waits for the one before him instead of failing after H2's two seconds. */
    private static String dialect(String url) {
        StringBuilder out = new StringBuilder(url);
        String upper = url.toUpperCase(Locale.ROOT);
        for (String setting : new String[] {"MODE=PostgreSQL", "DATABASE_TO_LOWER=TRUE", "LOCK_TIMEOUT=30000"}) {
            String name = setting.substring(0, setting.indexOf('=') + 1).toUpperCase(Locale.ROOT);
            if (!upper.contains(";" + name)) {
                out.append(';').append(setting);
            }
        }
        return out.toString();
    }

    /** For messages: parameters may hold a password. */
    private static String withoutParameters(String url) {
        return url.replaceFirst("[;?].*", "");
    }

    /** Runs in one transaction, which is rolled back where an exception comes out. */
    public <T> T transaction(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }

    /** The same; once it returns, what was changed survives the end of the process and a failure of power. */
    public <T> T durable(Function<Handle, T> work) {
        T result = transaction(work);
        if (h2File) {
            // H2 writes what is committed half a second later; PostgreSQL has done so already.
            change(h -> h.execute("CHECKPOINT SYNC"));
        }
        return result;
    }

    /** Runs in one transaction, which is rolled back where an exception comes out. */
    public void change(Consumer<Handle> work) {
        jdbi.useTransaction(work::accept);
    }

    /** Reads; each statement sees what is committed at its time. */
    public <T> T read(Function<Handle, T> work) {
        return jdbi.withHandle(work::apply);
    }

    /** Whether no other process can have it open: H2 locks its file. */
    public boolean isExclusive() {
        return exclusive;
    }

    /** Whether the database answers. */
    public boolean isAlive() {
        try {
            return read(h -> h.createQuery("SELECT 1").mapTo(Integer.class).one()) == 1;
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (ours) {
            change(h -> h.execute("SET DB_CLOSE_DELAY 0"));
        }
        pool.close();
    }
}
