package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcai.client.AuthenticationException;
import org.tongcai.client.Credentials;
import org.tongcai.client.Document;
import org.tongcai.client.DocumentSource;
import org.tongcai.client.ProcurementClient;
import org.tongcai.client.ProcurementException;
import org.tongcai.client.Registers;
import org.tongcai.client.RetryPolicy;
import org.tongcai.client.Submission;
import org.tongcai.client.TransferProgress;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.KeyRing;
import org.tongcai.signature.Keys;
import org.tongcai.signature.NewKey;

/** What the client logs at its most talkative, and what its objects say of themselves, tells no secret and nothing about people. */
class ClientLogsTest {
    private static final String PERSON = "示例经办人甲";
    private static final String PHONE = "13800000000";
    private static final String FILE_TEXT = "attachment-bytes-nobody-logs";

    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
    private PrintStream standardError;
    private int level;
    private Sandbox sandbox;
    private Sandbox.Credentials given;

    @BeforeEach
    void listen() throws Exception {
        sandbox = Sandbox.builder().standard(Samples.STANDARD).start();
        sandbox.addTenant("demo", "示例租户");
        given = sandbox.newApplication("demo", "mall");
        level = level(0);
        standardError = System.err;
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() throws Exception {
        System.setErr(standardError);
        level(level);
        sandbox.close();
    }

    /** slf4j-simple has no other way to be made talkative later; gives the level before. */
    private static int level(int wanted) throws Exception {
        Logger logger = LoggerFactory.getLogger(ProcurementClient.class);
        Field field = logger.getClass().getDeclaredField("currentLogLevel");
        field.setAccessible(true);
        int before = field.getInt(logger);
        field.setInt(logger, wanted);
        return before;
    }

    private ProcurementClient client(Credentials credentials) {
        return ProcurementClient.builder()
                .endpoint(sandbox.baseUrl().toString())
                .credentials(credentials)
                .standard(Samples.STANDARD)
                .retry(RetryPolicy.NONE)
                .build();
    }

    private static String document(String id) {
        return Samples.of(
                "product", "/header/documentId", id, "/productId", id, "/name", PERSON + PHONE, "/catalogue", "");
    }

    private String log() {
        return captured.toString(StandardCharsets.UTF_8);
    }

    private static String told(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void tellsNothing(String text, String... secrets) {
        for (String secret : secrets) {
            assertFalse(text.contains(secret), () -> "it says " + secret + ": " + text);
        }
        for (String each : List.of("Bearer", "Basic ", "Authorization", "sig=", "keyid=", PERSON, PHONE, FILE_TEXT)) {
            assertFalse(text.contains(each), () -> "it says " + each + ": " + text);
        }
    }

    /** Calls of every kind, some of which fail. */
    private void use(ProcurementClient client, Path folder) throws Exception {
        assertTrue(client.documents().submit(Document.of(document("A"))).accepted());
        Submission conflict =
                client.documents().submit(Document.of(document("A").replace("\"revision\":", "\"revision\": ")));
        assertEquals("revision-conflict", conflict.problem().code());
        client.documents()
                .push(DocumentSource.ofBytes(List.of(document("B").getBytes(StandardCharsets.UTF_8), new byte[] {'{'})
                        .iterator()));
        Path file = Files.writeString(folder.resolve("file.txt"), FILE_TEXT);
        String id = client.attachments().upload(file, "text/plain").attachmentId();
        client.attachments().download(id, folder.resolve("copy"), null, TransferProgress.NONE);
        client.registers()
                .query(Registers.Register.SUPPLIERS, Registers.Query.all().name(PERSON), null);
        ProcurementException missing =
                assertThrows(ProcurementException.class, () -> client.products().get(Samples.PLATFORM, "NO"));
        tellsNothing(told(missing) + missing.failure() + missing.problem());
        assertThrows(
                ProcurementException.class,
                () -> client.attachments().upload(file, PERSON, "application/pdf", null, TransferProgress.NONE));
        client.feed()
                .read(null, org.tongcai.client.FeedOptions.DEFAULT.withContent().onceThrough());
    }

    @Test
    void withATokenNothingSecretIsLogged(@TempDir Path folder) throws Exception {
        Credentials credentials = Credentials.clientSecret(given.clientId(), given.secret());
        try (ProcurementClient client = client(credentials)) {
            use(client, folder);
            tellsNothing(credentials.toString(), given.secret());
        }
        assertTrue(log().contains("POST /v1/documents -> 201"), log());
        assertTrue(log().contains("GET /v1/registers/suppliers -> 200"), log());
        tellsNothing(log(), given.secret());
        try (ProcurementClient client = client(Credentials.clientSecret(given.clientId(), "wrong-secret-1"))) {
            AuthenticationException refused = assertThrows(
                    AuthenticationException.class, () -> client.documents().submit(Document.of(document("C"))));
            tellsNothing(told(refused), "wrong-secret-1");
        }
        tellsNothing(log(), "wrong-secret-1");
    }

    @Test
    void withSignaturesNothingSecretIsLogged(@TempDir Path folder) throws Exception {
        NewKey key = Keys.generate("hmac-sha256", "mall-1", Algorithms.jdk());
        String material = key.privateJwk().replaceFirst(".*\"k\" ?: ?\"([^\"]+)\".*", "$1");
        sandbox.addKey("mall", "mall-1", key.privateJwk(), null);
        Credentials credentials = Credentials.signing(key.signing(), KeyRing.of(key.verifying()));
        try (ProcurementClient client = client(credentials)) {
            use(client, folder);
            tellsNothing(credentials.toString() + key + key.signing(), material);
        }
        assertTrue(log().contains("POST /v1/batches -> 200"), log());
        tellsNothing(log(), material, "tongcai=:");
    }

    @Test
    void aNetworkThatFailsTellsTheAddressAndNothingElse() throws Exception {
        int dead;
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            dead = socket.getLocalPort();
        }
        try (ProcurementClient client = ProcurementClient.builder()
                .endpoint("http://127.0.0.1:" + dead)
                .credentials(Credentials.clientSecret(given.clientId(), given.secret()))
                .standard(Samples.STANDARD)
                .retry(RetryPolicy.NONE)
                .build()) {
            ProcurementException e = assertThrows(
                    ProcurementException.class,
                    () -> client.registers()
                            .query(
                                    Registers.Register.SUPPLIERS,
                                    Registers.Query.all().name(PERSON),
                                    null));
            tellsNothing(told(e), given.secret());
            assertInstanceOf(java.io.IOException.class, e.getCause());
        }
        assertTrue(log().contains("GET /v1/registers/suppliers -> ConnectException"), log());
        tellsNothing(log(), given.secret());
    }
}
