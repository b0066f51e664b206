package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.client.Credentials;
import org.tongcai.client.DocumentQuery;
import org.tongcai.client.ProcurementClient;
import org.tongcai.client.RetryPolicy;
import org.tongcai.client.TransportException;

/** Section 1.1 of the online binding: TLS 1.2 or newer, no plain HTTP, keys that may be pinned. */
class TlsTest {
    private static final String PASSWORD = "only-for-this-test";
    private static final DocumentQuery NONE = DocumentQuery.all().linkId("LK-NONE");

    @TempDir
    static Path folder;

    private static Sandbox sandbox;
    private static Sandbox.Credentials application;
    private static X509Certificate certificate;
    private static X509TrustManager trust;
    private static SSLContext context;

    @BeforeAll
    static void start() throws Exception {
        Path file = selfSigned(folder.resolve("platform.p12"));
        KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        certificate = (X509Certificate) keys.getCertificate("platform");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("platform", certificate);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        trust = (X509TrustManager) factory.getTrustManagers()[0];
        context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        sandbox =
                Sandbox.builder().standard(Samples.STANDARD).tls(file, PASSWORD).start();
        sandbox.addTenant("demo", "示例租户");
        application = sandbox.newApplication("demo", "app");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    /** A key store with a certificate of its own making, for 127.0.0.1 and localhost. */
    private static Path selfSigned(Path file) throws Exception {
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
                        "SAN=ip:127.0.0.1,dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, keytool.waitFor(), said);
        return file;
    }

    private static OkHttpClient.Builder trusting() {
        return new OkHttpClient.Builder().sslSocketFactory(context.getSocketFactory(), trust);
    }

    private static ProcurementClient.Builder builder(OkHttpClient.Builder http) {
        return ProcurementClient.builder()
                .endpoint(sandbox.baseUrl().toString())
                .credentials(Credentials.clientSecret(application.clientId(), application.secret()))
                .httpClient(http.build())
                .retry(RetryPolicy.NONE)
                .validateBeforeSending(false);
    }

    @Test
    void aClientThatTrustsTheCertificateIsServed() {
        assertEquals("https", sandbox.baseUrl().getScheme());
        try (ProcurementClient client = builder(trusting()).build()) {
            assertTrue(client.documents()
                    .submit(Samples.product("TLS-1", 1).getBytes(StandardCharsets.UTF_8))
                    .accepted());
        }
    }

    @Test
    void aClientThatDoesNotTrustItSendsNothing() {
        try (ProcurementClient client = builder(new OkHttpClient.Builder()).build()) {
            TransportException refused = assertThrows(
                    TransportException.class, () -> client.documents().list(NONE, null));
            assertInstanceOf(SSLHandshakeException.class, refused.getCause());
        }
    }

    @Test
    void aPinnedKeyIsServedAndAnotherIsNot() throws Exception {
        byte[] key = MessageDigest.getInstance("SHA-256")
                .digest(certificate.getPublicKey().getEncoded());
        try (ProcurementClient client = builder(trusting())
                .pin("127.0.0.1", Base64.getEncoder().encodeToString(key))
                .build()) {
            assertTrue(client.documents().list(NONE, null).items().isEmpty());
        }
        key[0] ^= 1;
        try (ProcurementClient client = builder(trusting())
                .pin("127.0.0.1", Base64.getEncoder().encodeToString(key))
                .build()) {
            TransportException refused = assertThrows(
                    TransportException.class, () -> client.documents().list(NONE, null));
            assertInstanceOf(SSLPeerUnverifiedException.class, refused.getCause());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void newVersionsAreSpoken(String version) throws IOException {
        try (SSLSocket socket = connect()) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            assertEquals(version, socket.getSession().getProtocol());
        }
    }

    /** Offers of an old version, written by hand: the Java of this test would not make them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void oldVersionsAreRefused(int minor) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sandbox.baseUrl().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(clientHello(minor));
            byte[] answer = socket.getInputStream().readNBytes(7);
            // An alert (21) that is fatal (2): protocol_version (70), RFC 5246 section 7.2.2.
            assertEquals("21 2 70", answer[0] + " " + answer[5] + " " + answer[6]);
        }
    }

    /** The same by hand for TLS 1.2 is answered with ServerHello (22, 2): the bytes are right, only the version is not. */
    @Test
    void theOfferWrittenByHandIsTakenForANewVersion() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sandbox.baseUrl().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(clientHello(3));
            byte[] answer = socket.getInputStream().readNBytes(7);
            assertEquals("22 2", answer[0] + " " + answer[5]);
        }
    }

    /** ClientHello of SSL 3.0 (0) to TLS 1.2 (3), RFC 5246 section 7.4.1.2. */
    private static byte[] clientHello(int minor) {
        byte[] suites = {(byte) 0xc0, 0x2b, (byte) 0xc0, 0x09, (byte) 0xc0, 0x0a};
        // supported_groups: secp256r1; signature_algorithms: ecdsa_secp256r1_sha256.
        byte[] extensions = {0, 10, 0, 4, 0, 2, 0, 23, 0, 13, 0, 4, 0, 2, 4, 3};
        int body = 2 + 32 + 1 + 2 + suites.length + 2 + 2 + extensions.length;
        ByteBuffer hello = ByteBuffer.allocate(9 + body);
        hello.put((byte) 22).put((byte) 3).put((byte) Math.min(minor, 1)).putShort((short) (body + 4));
        hello.put((byte) 1).put((byte) 0).putShort((short) body);
        hello.put((byte) 3).put((byte) minor).put(new byte[32]).put((byte) 0);
        hello.putShort((short) suites.length).put(suites).put((byte) 1).put((byte) 0);
        hello.putShort((short) extensions.length).put(extensions);
        return hello.array();
    }

    private static SSLSocket connect() throws IOException {
        return (SSLSocket) context.getSocketFactory()
                .createSocket("127.0.0.1", sandbox.baseUrl().getPort());
    }

    @Test
    void plainHttpIsNotAnswered() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sandbox.baseUrl().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET /tongcai/v1/health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertFalse(answer.contains("HTTP/"), answer);
        } catch (SocketException e) {
            // Reset: as good as closed.
            assertTrue(String.valueOf(e.getMessage()).contains("reset"), e.toString());
        }
    }

    @Test
    void whereOthersListenPlainHttpCannotBeStarted() {
        Sandbox.Builder open = Sandbox.builder().standard(Samples.STANDARD).listen("0.0.0.0", 0);
        assertThrows(IllegalArgumentException.class, open::start);
        assertThrows(
                IllegalArgumentException.class, open.publicUrl(URI.create("http://platform.example/tongcai"))::start);
        try (Sandbox behind =
                open.publicUrl(URI.create("https://platform.example/tongcai")).start()) {
            assertEquals("https://platform.example/tongcai", behind.baseUrl().toString());
        }
    }
}
