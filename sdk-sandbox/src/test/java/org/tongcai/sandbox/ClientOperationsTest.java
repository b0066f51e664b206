package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.client.Contracts;
import org.tongcai.client.Credentials;
import org.tongcai.client.Document;
import org.tongcai.client.DocumentEntry;
import org.tongcai.client.DocumentQuery;
import org.tongcai.client.DocumentSource;
import org.tongcai.client.FeedHandler;
import org.tongcai.client.FeedOptions;
import org.tongcai.client.FeedPage;
import org.tongcai.client.FeedStoppedException;
import org.tongcai.client.FileCursorStore;
import org.tongcai.client.NotFoundException;
import org.tongcai.client.Notices;
import org.tongcai.client.Orders;
import org.tongcai.client.Page;
import org.tongcai.client.ProcurementClient;
import org.tongcai.client.Products;
import org.tongcai.client.PushOptions;
import org.tongcai.client.PushReport;
import org.tongcai.client.RetryPolicy;
import org.tongcai.client.StoredDocument;
import org.tongcai.client.Submission;

/** Every public method of every group of the client against the platform; the last test knows if one was forgotten. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClientOperationsTest {
    private static final String AT = Samples.PLATFORM;
    private static final String ORDER = "DD-2026-000871";
    private static final String CONTRACT = "HTGG-2026-000061";
    private static final ClientCalls CALLS = new ClientCalls();
    private static final Set<String> OPERATIONS = ConcurrentHashMap.newKeySet();
    private static Sandbox sandbox;
    private static int tenants;

    private ProcurementClient client;

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.builder()
                .standard(Samples.STANDARD)
                .localCallbacks()
                .requests(request -> {
                    if (request.operation() != null) {
                        OPERATIONS.add(request.operation());
                    }
                })
                .start();
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    /** Each test has a tenant of its own. */
    @BeforeEach
    void newTenant() {
        String tenant = "t" + ++tenants;
        sandbox.addTenant(tenant, "示例租户");
        Sandbox.Credentials given = sandbox.newApplication(tenant, "app-" + tenant);
        client = ProcurementClient.builder()
                .endpoint(sandbox.baseUrl().toString())
                .credentials(Credentials.clientSecret(given.clientId(), given.secret()))
                .standard(Samples.STANDARD)
                .retry(RetryPolicy.DEFAULT.withBackoff(Duration.ofMillis(10), Duration.ofMillis(100)))
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    private static String reference(String type, String id) {
        return "{\"documentType\":\"" + type + "\",\"documentId\":\"" + id + "\"}";
    }

    private static Document document(String json) {
        return Document.of(json);
    }

    private void submitted(String json) {
        ClientCalls.taken(client.documents().submit(document(json)));
    }

    @Test
    void orders() {
        Orders orders = client.orders();
        Submission placed =
                CALLS.thrice(orders, "submit", Samples.of("order", "/header/revision", "1", "/status", "SUBMITTED"));
        assertEquals(ORDER, placed.receipt().documentId());
        Submission early = orders.review(AT, ORDER, document(Samples.of("orderReview")));
        assertFalse(early.accepted());
        assertEquals("state-conflict", early.problem().code());
        assertTrue(((List<?>) early.problem().members().get("allowedEvents")).contains("accept"));
        CALLS.thrice(orders, "decide", Samples.of("orderDecision"), AT, ORDER);
        assertEquals("ACCEPTED", orders.get(AT, ORDER).status());
        CALLS.thrice(orders, "ship", Samples.of("shipment", "/finalShipment", "true"), AT, ORDER);
        CALLS.thrice(orders, "receive", Samples.of("goodsReceipt"), AT, ORDER);
        CALLS.thrice(orders, "afterSale", Samples.of("afterSale", "/kind", "REPAIR"), AT, ORDER);
        String invoice = Samples.of(
                "invoice", "/orders", "[" + reference("order", ORDER) + "]", "/contract", "", "/acceptanceReports", "");
        CALLS.thrice(orders, "invoice", invoice, AT, ORDER);
        CALLS.thrice(orders, "settle", Samples.of("settlement"), AT, ORDER);
        CALLS.thrice(orders, "review", Samples.of("orderReview"), AT, ORDER);
        Orders.State state = CALLS.call(orders, "get", AT, ORDER);
        assertEquals("REVIEWED", state.status());
        assertEquals(7, state.documents().size());
        assertEquals("order", state.entry().documentType());
        assertEquals(state, CALLS.later(orders, "getAsync", AT, ORDER));
        assertThrows(NotFoundException.class, () -> orders.get(AT, "DD-0"));
    }

    @Test
    void products() {
        Products products = client.products();
        String id = "SP-2026-004821";
        CALLS.thrice(products, "submit", Samples.of("product"));
        CALLS.thrice(products, "updatePrice", Samples.of("priceUpdate"), AT, id);
        CALLS.thrice(products, "updateStock", Samples.of("stockUpdate"), AT, id);
        CALLS.thrice(products, "changeShelf", Samples.of("shelfEvent"), AT, id);
        StoredDocument stored = CALLS.call(products, "get", AT, id);
        assertEquals("application/json", stored.mediaType());
        StoredDocument same = CALLS.later(products, "getAsync", AT, id);
        assertArrayEquals(stored.bytes(), same.bytes());
        assertEquals(stored.etag(), same.etag());
        List<Products.Key> keys = List.of(new Products.Key(AT, id), new Products.Key("X", "Y"));
        List<Products.State> states = CALLS.call(products, "states", keys);
        assertTrue(states.get(0).known());
        assertTrue(new String(states.get(0).price().content(), StandardCharsets.UTF_8).contains("4299.00"));
        assertEquals("stockUpdate", states.get(0).stock().entry().documentType());
        assertEquals("shelfEvent", states.get(0).shelf().entry().documentType());
        assertFalse(states.get(1).known());
        assertNull(states.get(1).price());
        List<Products.State> later = CALLS.later(products, "statesAsync", keys);
        assertEquals(states.get(0).price().entry(), later.get(0).price().entry());

        PushReport models = CALLS.call(
                products, "push", Stream.of(1, 2, 3).map(i -> ClientCalls.model(Samples.product("M-" + i, 1))));
        assertEquals(3, models.accepted());
        String lines = Samples.product("L-0", 1) + "\n" + Samples.product("L-1", 1);
        PushReport stream =
                CALLS.call(products, "push", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        assertEquals(2, stream.documents());
        assertTrue(stream.complete());
        List<byte[]> mixed = List.of(
                Samples.product("B-1", 1).getBytes(StandardCharsets.UTF_8),
                Samples.of("shipment").getBytes(StandardCharsets.UTF_8));
        PushReport foreign = CALLS.call(
                products, "push", DocumentSource.ofBytes(mixed.iterator()), PushOptions.DEFAULT.batches(1, 1 << 20));
        assertEquals(1, foreign.accepted());
        assertEquals(1, foreign.invalid(), "a shipment is no product");
    }

    @Test
    void notices(@TempDir Path folder) throws IOException {
        Notices notices = client.notices();
        String notice = Samples.of("tenderNotice");
        String id = "ZB-2026-000123";
        byte[] bytes = Samples.STANDARD.json().write(ClientCalls.model(notice));
        Submission first = CALLS.thrice(notices, "publish", notice);
        ClientCalls.again(first, CALLS.call(notices, "publish", (Object) bytes));
        ClientCalls.again(first, CALLS.call(notices, "publish", Files.write(folder.resolve("notice.json"), bytes)));
        CALLS.twice(notices, "correct", Samples.of("correctionNotice"), AT, id);
        Notices.Publication corrected = CALLS.call(notices, "publication", AT, id);
        assertEquals(1, corrected.corrections().size());
        assertNull(corrected.withdrawal());
        CALLS.twice(notices, "withdraw", withdrawal("tenderNotice", id, 1), AT, id);
        Notices.Publication publication = CALLS.later(notices, "publicationAsync", AT, id);
        assertEquals("WITHDRAWN", publication.state());
        assertEquals("withdrawal", publication.withdrawal().documentType());
    }

    private static String withdrawal(String type, String id, int revision) {
        return Samples.of(
                "withdrawal",
                "/original",
                "{\"document\":" + reference(type, id) + ",\"revision\":" + revision + "}",
                "/scope",
                "WHOLE",
                "/itemIds",
                "",
                "/replacedBy",
                "");
    }

    @Test
    void plans() {
        submitted(Samples.of("procurementPlan"));
        String there = "DEMO-SUPERVISION-01";
        String id = "CGJH-2026-000117";
        CALLS.thrice(client.plans(), "reportExecution", Samples.of("planExecutionStatus"), there, id);
        StoredDocument plan = CALLS.call(client.plans(), "get", there, id);
        assertTrue(new String(plan.bytes(), StandardCharsets.UTF_8).contains(id));
        StoredDocument same = CALLS.later(client.plans(), "getAsync", there, id);
        assertEquals(plan.etag(), same.etag());
        Page<DocumentEntry> page = CALLS.call(client.plans(), "list", DocumentQuery.all(), null);
        assertEquals(
                List.of(id),
                page.items().stream().map(DocumentEntry::documentId).toList());
        assertEquals(
                page.items(),
                ClientCalls.all(
                        CALLS.call(client.plans(), "stream", DocumentQuery.all().pageSize(1))));
    }

    @Test
    void contracts() {
        Contracts contracts = client.contracts();
        submitted(Samples.of("awardNotice"));
        CALLS.thrice(contracts, "submit", Samples.of("contract"));
        assertNull(contracts.filing(AT, CONTRACT).status());
        CALLS.thrice(contracts, "file", Samples.of("contractFiling"), AT, CONTRACT);
        Contracts.Filing filing = CALLS.call(contracts, "filing", AT, CONTRACT);
        assertEquals("FILED", filing.status());
        assertNotNull(filing.document());
        Contracts.Filing same = CALLS.later(contracts, "filingAsync", AT, CONTRACT);
        assertEquals(filing.filing(), same.filing());
        CALLS.thrice(contracts, "change", Samples.of("contractChange"), AT, CONTRACT);
        CALLS.thrice(contracts, "reportAcceptance", Samples.of("acceptanceReport"), AT, CONTRACT);
        CALLS.thrice(contracts, "requestPayment", Samples.of("paymentRequest"), AT, CONTRACT);
        submitted(Samples.of("payment"));
        Page<DocumentEntry> payments = CALLS.call(contracts, "payments", AT, CONTRACT, null);
        assertEquals("payment", payments.items().get(0).documentType());
        assertEquals(payments.items(), ClientCalls.all(CALLS.call(contracts, "streamPayments", AT, CONTRACT)));
        CALLS.thrice(contracts, "withdraw", withdrawal("contract", CONTRACT, 2), AT, CONTRACT);
    }

    @Test
    void documentsAndFeed(@TempDir Path folder) throws IOException {
        String json = Samples.product("SP-1", 1);
        Submission first = CALLS.thrice(client.documents(), "submit", json);
        byte[] bytes = Samples.STANDARD.json().write(ClientCalls.model(json));
        ClientCalls.again(first, CALLS.call(client.documents(), "submit", (Object) bytes));
        ClientCalls.again(
                first, CALLS.call(client.documents(), "submit", Files.write(folder.resolve("p.json"), bytes)));
        List<byte[]> many = List.of(bytes, Samples.product("SP-1", 2).getBytes(StandardCharsets.UTF_8));
        PushReport push = CALLS.call(client.documents(), "push", DocumentSource.ofBytes(many.iterator()));
        assertEquals(1, push.accepted());
        assertEquals(1, push.duplicates());
        push = CALLS.call(
                client.documents(), "push", DocumentSource.ofBytes(many.iterator()), PushOptions.DEFAULT.inFlight(2));
        assertTrue(push.complete() || push.conflicts() == 1, "the older revision is taken before or superseded");

        StoredDocument newest = CALLS.call(client.documents(), "get", "product", AT, "SP-1");
        StoredDocument same = CALLS.later(client.documents(), "getAsync", "product", AT, "SP-1");
        assertEquals(newest.etag(), same.etag());
        StoredDocument older = CALLS.call(client.documents(), "get", "product", AT, "SP-1", 1, "application/json");
        assertArrayEquals(bytes, older.bytes());
        StoredDocument xml = CALLS.call(client.documents(), "get", "product", AT, "SP-1", 1, "application/xml");
        assertEquals("application/xml", xml.mediaType());
        assertThrows(NotFoundException.class, () -> client.documents().get("product", AT, "SP-0"));

        DocumentQuery query = DocumentQuery.all()
                .documentType("product")
                .platformCode(AT)
                .documentId("SP-1")
                .receivedFrom(OffsetDateTime.now(ZoneOffset.UTC).minusDays(1))
                .receivedTo(OffsetDateTime.now(ZoneOffset.UTC).plusDays(1))
                .pageSize(1);
        Page<DocumentEntry> page = CALLS.call(client.documents(), "list", query, null);
        assertEquals(
                List.of(2), page.items().stream().map(DocumentEntry::revision).toList());
        Page<DocumentEntry> later = CALLS.later(client.documents(), "listAsync", query, null);
        assertEquals(page.items(), later.items());
        assertEquals(
                2,
                ClientCalls.all(CALLS.<Stream<DocumentEntry>>call(client.documents(), "stream", query.allRevisions()))
                        .size());
        StoredDocument receipt =
                CALLS.call(client.documents(), "receipt", first.receipt().receiptId());
        assertTrue(new String(receipt.bytes(), StandardCharsets.UTF_8).contains("exchangeReceipt"));
        feed(folder);
    }

    private void feed(Path folder) throws IOException {
        FeedOptions options = FeedOptions.DEFAULT.withContent().withPageSize(1).onceThrough();
        FeedPage page = CALLS.call(client.feed(), "read", null, options);
        assertEquals(1, page.items().get(0).entry().revision());
        assertNotNull(page.items().get(0).document());
        FeedPage next = CALLS.later(client.feed(), "readAsync", page.nextCursor(), options);
        assertEquals(2, next.items().get(0).entry().revision());
        List<Integer> seen = new ArrayList<>();
        FeedHandler handler = item -> seen.add(item.entry().revision());
        String end = CALLS.call(client.feed(), "follow", page.nextCursor(), options, handler);
        assertEquals(List.of(2), seen);
        FileCursorStore store = new FileCursorStore(folder.resolve("cursor"));
        assertEquals(end, CALLS.call(client.feed(), "follow", store, options, handler));
        assertEquals(end, store.load());
        assertEquals(List.of(2, 1, 2), seen);
        FeedHandler failing = item -> {
            throw new IOException("full");
        };
        FeedStoppedException stopped = assertThrows(
                FeedStoppedException.class, () -> CALLS.call(client.feed(), "follow", page.nextCursor(), failing));
        assertEquals("full", stopped.getCause().getMessage());
    }

    @Test
    void attachments(@TempDir Path folder) throws IOException {
        ClientPlatformCalls.attachments(client, CALLS, folder);
    }

    @Test
    void registersAndCodeLists() {
        submitted(Samples.of("organization"));
        ClientPlatformCalls.registers(client.registers(), CALLS);
        ClientPlatformCalls.codeLists(client.codeLists(), CALLS);
    }

    @Test
    void reconciliation() {
        submitted(Samples.product("SP-1", 1));
        submitted(Samples.product("SP-2", 1));
        ClientPlatformCalls.reconciliation(client.reconciliation(), CALLS);
    }

    @Test
    void subscriptions() {
        ClientPlatformCalls.subscriptions(client.subscriptions(), CALLS);
    }

    @Test
    void service() {
        ClientPlatformCalls.service(client.service(), CALLS);
    }

    /** Needs the others to have run before. */
    @Test
    @Order(Integer.MAX_VALUE)
    void nothingWasForgotten() throws IOException {
        assertEquals(Set.of(), CALLS.missing());
        Set<String> offered = new TreeSet<>();
        String openapi = Files.readString(
                Path.of(System.getProperty("spec.directory", "../spec")).resolve("service/openapi.yaml"));
        Matcher matcher = Pattern.compile("(?m)^ +operationId: (\\w+)$").matcher(openapi);
        while (matcher.find()) {
            offered.add(matcher.group(1));
        }
        assertTrue(offered.size() > 50);
        // Those that the platform calls at the receiver of events.
        offered.removeIf(operation -> operation.startsWith("deliver"));
        offered.removeAll(OPERATIONS);
        assertEquals(Set.of(), offered, "operations of the service standard that the client does not reach");
    }
}
