package org.tongcai.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways to the platform: through proxies, with TLS and pinned keys, with an HTTP client of the host's, and when nobody answers. */
class NetworkTest {
    private static final String UP = "{\"status\":\"UP\"}";
    private static KeyStore keys;
    private static SSLContext tls;
    private static X509TrustManager trust;

    @StartStop
    private final MockWebServer server = new MockWebServer();

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys.p12");
        char[] password = "changeit".toCharArray();
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "platform",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,dns:platform.example",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(password))
                .redirectErrorStream(true)
                .start();
        assertEquals(0, keytool.waitFor(), () -> {
            try (InputStream said = keytool.getInputStream()) {
                return new String(said.readAllBytes());
            } catch (java.io.IOException e) {
                return e.toString();
            }
        });
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, password);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, password);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("platform", keys.getCertificate("platform"));
        TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(trusted);
        trust = (X509TrustManager) others.getTrustManagers()[0];
        tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), others.getTrustManagers(), null);
    }

    @AfterAll
    static void forgetCertificate() {
        keys = null;
        tls = null;
        trust = null;
    }

    private static OkHttpClient trusting() {
        return new OkHttpClient.Builder()
                .sslSocketFactory(tls.getSocketFactory(), trust)
                .build();
    }

    private static String pin() throws Exception {
        byte[] key = keys.getCertificate("platform").getPublicKey().getEncoded();
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
    }

    private static ProcurementClient.Builder client(String endpoint) {
        return ProcurementClient.builder()
                .endpoint(endpoint)
                .validateBeforeSending(false)
                .allowInsecure(true)
                .retry(RetryPolicy.DEFAULT.withBackoff(Duration.ofMillis(1), Duration.ofMillis(2)));
    }

    private Proxy proxy() {
        return new Proxy(Proxy.Type.HTTP, server.getSocketAddress());
    }

    @Test
    void throughAProxyForPlainHttp() throws Exception {
        server.enqueue(MockPlatform.json(200, UP));
        try (ProcurementClient client =
                client("http://platform.example/tongcai").proxy(proxy()).build()) {
            assertEquals(Service.Health.UP, client.service().health());
        }
        RecordedRequest request = server.takeRequest();
        assertEquals("GET http://platform.example/tongcai/v1/health HTTP/1.1", request.getRequestLine());
        assertNull(request.getHeaders().get("Proxy-Authorization"));
    }

    @Test
    void throughAProxyThatWantsAPassword() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(407)
                .setHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")
                .build());
        server.enqueue(MockPlatform.json(200, UP));
        String password = okhttp3.Credentials.basic("clerk", "proxy-secret");
        OkHttpClient http = new OkHttpClient.Builder()
                .proxyAuthenticator((route, response) -> response.request()
                        .newBuilder()
                        .header("Proxy-Authorization", password)
                        .build())
                .build();
        try (ProcurementClient client = client("http://platform.example/tongcai")
                .httpClient(http)
                .proxy(proxy())
                .build()) {
            assertEquals(Service.Health.UP, client.service().health());
        }
        server.takeRequest();
        assertEquals(password, server.takeRequest().getHeaders().get("Proxy-Authorization"));
    }

    @Test
    void throughATunnelThatSeesNothing() throws Exception {
        server.useHttps(tls.getSocketFactory());
        server.enqueue(new MockResponse.Builder().inTunnel().build());
        server.enqueue(MockPlatform.json(200, UP));
        try (ProcurementClient client = client("https://platform.example/tongcai")
                .httpClient(trusting())
                .proxy(proxy())
                .pin("platform.example", pin())
                .build()) {
            assertEquals(Service.Health.UP, client.service().health());
        }
        RecordedRequest connect = server.takeRequest();
        assertEquals("CONNECT platform.example:443 HTTP/1.1", connect.getRequestLine());
        assertNull(connect.getHeaders().get("Request-Id"));
        assertEquals("/tongcai/v1/health", server.takeRequest().getTarget());
    }

    @Test
    void onlyThePinnedKeyIsTrusted() throws Exception {
        server.useHttps(tls.getSocketFactory());
        server.enqueue(MockPlatform.json(200, UP));
        String address = "https://localhost:" + server.getPort() + "/tongcai";
        try (ProcurementClient client =
                client(address).httpClient(trusting()).pin("localhost", pin()).build()) {
            assertEquals(Service.Health.UP, client.service().health());
        }
        try (ProcurementClient client = client(address)
                .httpClient(trusting())
                .pin("localhost", Base64.getEncoder().encodeToString(new byte[32]))
                .build()) {
            TransportException e = assertThrows(
                    TransportException.class, () -> client.service().capabilities());
            assertInstanceOf(SSLPeerUnverifiedException.class, e.getCause());
        }
        assertEquals(1, server.getRequestCount(), "nothing was sent to whoever has another key");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        server.useHttps(tls.getSocketFactory());
        try (ProcurementClient client =
                client("https://localhost:" + server.getPort()).build()) {
            assertThrows(TransportException.class, () -> client.service().health());
        }
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void theHostsHttpClientIsUsedAndStaysOpen() throws Exception {
        for (int i = 0; i < 2; i++) {
            server.enqueue(MockPlatform.json(200, UP));
        }
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("X-Host", "mall").build()))
                .build();
        String address = server.url("/tongcai").toString();
        try (ProcurementClient client = client(address).httpClient(http).build()) {
            assertEquals(Service.Health.UP, client.service().health());
        }
        try (ProcurementClient client = client(address).httpClient(http).build()) {
            assertEquals(
                    Service.Health.UP, client.service().healthAsync().get(10, java.util.concurrent.TimeUnit.SECONDS));
        }
        assertEquals("mall", server.takeRequest().getHeaders().get("X-Host"));
        assertFalse(http.dispatcher().executorService().isShutdown());
        http.dispatcher().executorService().shutdown();
    }

    @Test
    void whoeverDoesNotAnswerIsNotWaitedForAnyLonger() {
        Timeouts brief = Timeouts.DEFAULT.withRead(Duration.ofMillis(150));
        for (Timeouts timeouts : new Timeouts[] {brief, Timeouts.DEFAULT.withCall(Duration.ofMillis(150))}) {
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
            try (ProcurementClient client = client(server.url("/").toString())
                    .timeouts(timeouts)
                    .retry(RetryPolicy.NONE)
                    .build()) {
                TransportException e = assertThrows(
                        TransportException.class, () -> client.service().capabilities());
                assertEquals(0, e.status());
                assertTrue(e.retryable());
                assertInstanceOf(java.io.InterruptedIOException.class, e.getCause());
            }
        }
        // The platform may take the poll longer, on top of the time-out for reading.
        server.enqueue(MockPlatform.json(200, "{\"items\":[],\"nextCursor\":\"c\",\"upToDate\":true}")
                .newBuilder()
                .headersDelay(400, java.util.concurrent.TimeUnit.MILLISECONDS)
                .build());
        try (ProcurementClient client = client(server.url("/").toString())
                .timeouts(brief)
                .retry(RetryPolicy.NONE)
                .build()) {
            FeedPage page = client.feed().read(null, FeedOptions.DEFAULT.withPoll(Duration.ofSeconds(20)));
            assertTrue(page.upToDate());
        }
    }

    @Test
    void aTimeOutIsToldFromAnInterruption() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        server.enqueue(MockPlatform.json(200, MockPlatform.CAPABILITIES));
        try (ProcurementClient client = client(server.url("/").toString())
                .timeouts(Timeouts.DEFAULT.withRead(Duration.ofSeconds(1)))
                .build()) {
            assertEquals(
                    100,
                    client.service().capabilities().limits().maxBatchDocuments(),
                    "the second attempt was answered");
            Thread.currentThread().interrupt();
            TransportException e = assertThrows(
                    TransportException.class, () -> client.service().capabilities());
            assertTrue(Thread.interrupted(), "the interruption is the caller's");
            assertFalse(e.getCause() instanceof SocketTimeoutException);
        }
    }
}
