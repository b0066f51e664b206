package org.tongcai.sandbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.ParsedParameters;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What queries read, in rows: those asked for, and never all that is there. H2 says how many it looked at ({@code EXPLAIN ANALYZE}), so a
 * query that would become slow with many documents shows here with few.
 */
class ScansTest {
    private static final int EACH = 1_000;
    private static final int PAGE = 10;
    /** A page, from the documents and from what happened to them, each by an index and by position. */
    private static final int LITTLE = 100;

    private static Database database;
    private static long tenant;

    @BeforeAll
    static void fill() {
        database = Database.open("jdbc:h2:mem:", "", "", 2);
        Accounts accounts = new Accounts(database);
        accounts.tenant("t", "示例");
        database.change(h -> {
            tenant = h.createQuery("SELECT id FROM tenants").mapTo(Long.class).one();
            Documents documents = new Documents(h, tenant);
            List<DocumentRow> rows = new ArrayList<>();
            for (int i = 1; i <= 4 * EACH; i++) {
                // Most are products; of each other type there are a few at the very end.
                String type =
                        i <= 3 * EACH ? "product" : i % 100 == 0 ? "order" : i % 100 == 1 ? "payment" : "stockUpdate";
                rows.add(row(i, type));
            }
            documents.store(rows);
            for (int i = 1; i <= EACH; i++) {
                documents.withdraw(documents.find("product", "P", "D-" + i, 0).orElseThrow(), 4 * EACH + i);
            }
            documents.advance(new Documents.Counters(5L * EACH, 4L * EACH));
            h.execute("ANALYZE");
        });
    }

    private static DocumentRow row(int i, String type) {
        StoredDocument entry = new StoredDocument(
                i,
                type,
                "P",
                "D-" + i,
                1,
                "530000",
                "2026-01-01T00:00:00+08:00",
                "L-" + i,
                i,
                "0".repeat(64),
                1,
                "application/json",
                StoredDocument.CURRENT,
                true,
                "HZ-" + i,
                i,
                null);
        String contract = type.equals("payment") ? "C-" + i : "C-0";
        return new DocumentRow(
                entry, new byte[] {1}, 1, List.of(new DocumentRow.Link("contract", "P", contract)), List.of());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** Rows that the statements of some work look at. */
    private static final class Counter implements SqlLogger {
        private static final Pattern SCANNED = Pattern.compile("scanCount: ([0-9]+)");
        private int scanned;

        // There is nothing else yet that tells what was bound.
        @SuppressWarnings("removal")
        @Override
        public void logAfterExecution(StatementContext context) {
            ParsedParameters parameters = context.getParsedSql().getParameters();
            try (PreparedStatement explained = context.getConnection()
                    .prepareStatement(
                            "EXPLAIN ANALYZE " + context.getParsedSql().getSql())) {
                for (int i = 0; i < parameters.getParameterCount(); i++) {
                    var argument = parameters.isPositional()
                            ? context.getBinding().findForPosition(i)
                            : context.getBinding()
                                    .findForName(parameters.getParameterNames().get(i), context);
                    argument.orElseThrow().apply(i + 1, explained, context);
                }
                try (ResultSet plan = explained.executeQuery()) {
                    plan.next();
                    Matcher matcher = SCANNED.matcher(plan.getString(1));
                    while (matcher.find()) {
                        scanned += Integer.parseInt(matcher.group(1));
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static <T> T little(int most, Function<Handle, T> work) {
        return database.read(h -> {
            Counter counter = new Counter();
            h.setSqlLogger(counter);
            T result = work.apply(h);
            h.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
            assertTrue(counter.scanned > 0, "nothing was counted");
            assertTrue(counter.scanned <= most, "looked at " + counter.scanned + " rows instead of at most " + most);
            return result;
        });
    }

    private static Feed.Query query(List<String> types, String id, List<DocumentRow.Link> links, Feed.Which which) {
        return new Feed.Query(types, null, id, null, null, null, null, links, which);
    }

    @Test
    void documentsAreFoundByTheirIds() {
        assertEquals(
                3,
                little(LITTLE, h -> new Documents(h, tenant).withIds(Set.of("D-7", "D-8", "D-3999", "D-0")))
                        .size());
        assertEquals(
                2,
                little(
                                LITTLE,
                                h -> new Presence(h, tenant)
                                        .newest(Set.of(
                                                new Presence.Key("product", "P", "D-7"),
                                                new Presence.Key("product", "P", "D-8"),
                                                new Presence.Key("order", "P", "D-9"))))
                        .size());
        assertEquals(
                1,
                little(
                                LITTLE,
                                h -> new Presence(h, tenant)
                                        .arrivals(Set.of(
                                                new Presence.Wanted(new Presence.Key("product", "P", "D-7"), 1),
                                                new Presence.Wanted(new Presence.Key("product", "P", "D-8"), 2))))
                        .size());
    }

    @Test
    void aPageOfTheFeedReadsAPage() {
        assertEquals(PAGE, feed(0, List.of()));
        assertEquals(PAGE, feed(3_500, List.of()));
        assertEquals(PAGE, feed(4_500, List.of()));
        assertEquals(PAGE, feed(0, List.of("product")));
        assertEquals(PAGE, feed(4_500, List.of("product")));
    }

    @Test
    void aReaderOfRareTypesDoesNotReadTheOthers() {
        assertEquals(PAGE, feed(0, List.of("order", "payment")));
        assertEquals(PAGE, feed(0, List.of("order")));
        assertEquals(1, feed(3_990, List.of("order", "payment", "contract")), "the last order");
        assertEquals(PAGE, feed(0, List.of("order", "product", "payment")));
    }

    private static int feed(long after, List<String> types) {
        return little(LITTLE * Math.max(1, types.size()), h -> new Feed(h, tenant).after(after, types, PAGE))
                .items()
                .size();
    }

    @Test
    void aPageOfAQueryReadsAPage() {
        assertEquals(PAGE, page(query(List.of(), null, List.of(), Feed.Which.NEWEST)));
        assertEquals(PAGE, page(query(List.of("order", "payment"), null, List.of(), Feed.Which.NEWEST)));
        assertEquals(1, page(query(List.of("order", "product"), "D-7", List.of(), Feed.Which.NEWEST)));
        DocumentRow.Link contract = new DocumentRow.Link("contract", "P", "C-3901");
        assertEquals(1, page(query(List.of("payment"), null, List.of(contract), Feed.Which.NEWEST)));
    }

    private static int page(Feed.Query query) {
        return little(LITTLE * Math.max(1, query.types().size()), h -> new Feed(h, tenant).query(query, 0, PAGE))
                .items()
                .size();
    }

    @Test
    void whatRefersToADocumentIsFoundByThat() {
        assertEquals(
                1,
                little(
                                LITTLE,
                                h -> new Documents(h, tenant)
                                        .referringTo("contract", "P", "C-3901", List.of("payment"), PAGE))
                        .size());
        assertEquals(
                1,
                little(LITTLE, h -> new Documents(h, tenant).newestReferring("contract", "C-3901", "payment"))
                        .size());
    }
}
