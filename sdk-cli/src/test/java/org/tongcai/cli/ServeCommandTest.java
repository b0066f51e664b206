package org.tongcai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.cli.Shell.Outcome;
import org.tongcai.client.Credentials;
import org.tongcai.client.Document;
import org.tongcai.client.ProcurementClient;
import org.tongcai.client.Submission;

class ServeCommandTest {
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/tongcai");
    private static final Pattern CLIENT = Pattern.compile("client_id +(\\S+)\\s+client_secret +(\\S+)");

    @TempDir
    Path directory;

    /** The command in this process, until it is interrupted. */
    private static final class Running implements AutoCloseable {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();
        private final CompletableFuture<Integer> exit = new CompletableFuture<>();
        private final Thread thread;

        Running(Shell shell, String... arguments) throws Exception {
            thread = new Thread(() -> exit.complete(shell.run(out, err, arguments)));
            thread.start();
            while (!out().contains("Ctrl-C") && !exit.isDone()) {
                Thread.sleep(20);
            }
            assertFalse(exit.isDone(), this::err);
        }

        String out() {
            return out.toString(StandardCharsets.UTF_8);
        }

        String err() {
            return err.toString(StandardCharsets.UTF_8);
        }

        String url() {
            return find(URL, out()).group();
        }

        @Override
        public void close() throws Exception {
            thread.interrupt();
            assertEquals(Exit.ACCEPTED, exit.get(60, TimeUnit.SECONDS));
        }
    }

    private static Matcher find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertTrue(matcher.find(), text);
        return matcher;
    }

    private static Submission submit(String url, Matcher client) throws IOException {
        try (ProcurementClient procurement = ProcurementClient.builder()
                .endpoint(url)
                .credentials(Credentials.clientSecret(client.group(1), client.group(2)))
                .build()) {
            return procurement.documents().submit(Document.of(Path.of(Shell.example("tenderNotice.json"))));
        }
    }

    /** Credentials are shown once and stay, and so do documents. */
    @Test
    void aSecondStartKeepsEverything() throws Exception {
        String data = directory.resolve("data").toString();
        Matcher client;
        try (Running first = new Running(Shell.english(), "serve", "--port", "0", "--data", data)) {
            client = find(CLIENT, first.out());
            assertTrue(submit(first.url(), client).accepted());
            assertTrue(
                    Pattern.compile(
                                    "(?m)^[0-9:.]+ POST /tongcai/v1/documents submitDocument tongcai 201 [0-9]+ ms \\S+$")
                            .matcher(first.err())
                            .find(),
                    first.err());
            assertFalse(first.err().contains(client.group(2)), first.err());
        }
        try (Running second = new Running(Shell.chinese(), "serve", "-q", "--port", "0", "--data", data)) {
            assertFalse(second.out().contains("client_secret"), second.out());
            Submission again = submit(second.url(), client);
            assertTrue(again.accepted() && again.duplicate());
            assertEquals("", second.err());
        }
    }

    @Test
    void aPortInUseIsASystemFailure() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(other.getLocalPort());
            Outcome outcome = Shell.english().run("serve", "--port", port, "--db", "jdbc:h2:mem:");
            assertEquals(Exit.FAILURE, outcome.exit());
            assertEquals(
                    "tongcai: port " + port + " is in use; choose another with --port, 0 for any that is free\n",
                    outcome.err());
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsASystemFailureAndItsPasswordStaysSecret() {
        Outcome outcome =
                Shell.chinese().run("serve", "--db", "jdbc:h2:file:/proc/none/such;PASSWORD=geheim", "--port", "0");
        assertEquals(Exit.FAILURE, outcome.exit(), outcome.err());
        assertTrue(outcome.err().startsWith("tongcai: 无法打开数据库 jdbc:h2:file:/proc/none/such："), outcome.err());
        assertFalse(outcome.err().contains("geheim"), outcome.err());
    }

    @Test
    void whatIsWrongWithADatabaseIsSaidInWords() throws Exception {
        String file = "jdbc:h2:file:" + directory.resolve("owned");
        try (Connection owner = DriverManager.getConnection(file, "owner", "right")) {
            Outcome taken = Shell.english().run("serve", "--port", "0", "--db", file);
            assertEquals(Exit.FAILURE, taken.exit());
            assertTrue(owner.isValid(1));
        }
        Outcome password = Shell.english().run("serve", "--port", "0", "--db", file, "--db-user", "owner");
        assertEquals(Exit.FAILURE, password.exit());
        assertTrue(password.err().contains("wrong user or password"), password.err());
        int nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }
        Outcome server = Shell.english()
                .run("serve", "--port", "0", "--db", "jdbc:postgresql://127.0.0.1:" + nobody + "/tongcai");
        assertEquals(Exit.FAILURE, server.exit());
        assertTrue(server.err().contains("no connection; check host name and port"), server.err());
    }

    @Test
    void whatCannotBeIsTheUsersMistake() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");
        for (String[] wrong : new String[][] {
            {"--port", "70000"}, {"--db", "jdbc:mysql://host/x"}, {"--data", file.toString()}, {"--port", "x"}
        }) {
            List<String> arguments = new ArrayList<>(List.of("serve"));
            arguments.addAll(List.of(wrong));
            assertEquals(
                    Exit.USAGE,
                    Shell.english().run(arguments.toArray(String[]::new)).exit(),
                    wrong[1]);
        }
    }

    /** Where others can listen there is TLS; who asks for less is told what to do. */
    @Test
    void withoutTlsOnlyThisMachineIsListenedOn() {
        Outcome open = Shell.english().run("serve", "--host", "0.0.0.0", "--port", "0", "--db", "jdbc:h2:mem:");
        assertEquals(Exit.USAGE, open.exit());
        assertTrue(open.err().startsWith("tongcai: without TLS only loopback addresses"), open.err());
        Outcome zh = Shell.chinese().run("serve", "--host", "::", "--port", "0", "--db", "jdbc:h2:mem:");
        assertEquals(Exit.USAGE, zh.exit());
        assertTrue(zh.err().startsWith("tongcai: 没有 TLS 时只能监听本机回环地址，不能监听 ::"), zh.err());
        for (String url : List.of("http://platform.example/tongcai", "https://platform.example/", "platform.example")) {
            Outcome plain = Shell.english().run("serve", "--host", "0.0.0.0", "--public-url", url);
            assertEquals(Exit.USAGE, plain.exit(), url);
            assertTrue(plain.err().contains("must be an https base URL"), plain.err());
        }
        Outcome nowhere = Shell.english().run("serve", "--host", "no-such-host.invalid");
        assertEquals(Exit.USAGE, nowhere.exit());
    }

    @Test
    void aProxyMayProvideTls() throws Exception {
        String[] arguments = {
            "serve",
            "--host",
            "0.0.0.0",
            "--port",
            "0",
            "--db",
            "jdbc:h2:mem:",
            "--public-url",
            "https://platform.example/tongcai"
        };
        try (Running running = new Running(Shell.english(), arguments)) {
            assertTrue(running.out().contains("https://platform.example/tongcai"), running.out());
        }
    }

    @Test
    void withAKeyStoreItSpeaksTls() throws Exception {
        Path store = keyStore("right");
        Path password = Files.writeString(directory.resolve("password"), "right-one\n");
        String[] arguments = {
            "serve",
            "--host",
            "0.0.0.0",
            "--port",
            "0",
            "--db",
            "jdbc:h2:mem:",
            "--tls-keystore",
            store.toString(),
            "--tls-password-file",
            password.toString()
        };
        try (Running running = new Running(Shell.english(), arguments)) {
            assertTrue(
                    Pattern.compile("https://0\\.0\\.0\\.0:[0-9]+/tongcai")
                            .matcher(running.out())
                            .find(),
                    running.out());
            assertFalse((running.out() + running.err()).contains("right-one"));
        }
    }

    @Test
    void aKeyStoreThatCannotBeUsedIsSaidSo() throws Exception {
        Path store = keyStore("other");
        Path wrong = Files.writeString(directory.resolve("wrong"), "wrong-one\n");
        Path text = Files.writeString(directory.resolve("text"), "no key store");
        assertKeyStore(Exit.FAILURE, "wrong password for the key store", store, wrong);
        assertKeyStore(Exit.FAILURE, "is no PKCS #12 key store", text, wrong);
        assertKeyStore(Exit.FAILURE, "cannot read", directory.resolve("none"), wrong);
        assertKeyStore(Exit.FAILURE, "cannot read", store, directory.resolve("none"));
        Outcome without = Shell.english().run("serve", "--tls-keystore", store.toString());
        assertEquals(Exit.USAGE, without.exit());
        assertTrue(without.err().contains("TONGCAI_TLS_PASSWORD"), without.err());
    }

    private static void assertKeyStore(int exit, String said, Path store, Path password) {
        Outcome outcome = Shell.english()
                .run("serve", "--tls-keystore", store.toString(), "--tls-password-file", password.toString());
        assertEquals(exit, outcome.exit(), outcome.err());
        assertTrue(outcome.err().contains(said), outcome.err());
        assertFalse(outcome.err().contains("wrong-one"), outcome.err());
    }

    /** With the password {@code right-one}. */
    private Path keyStore(String name) throws Exception {
        Path file = directory.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "platform",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "right-one")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, keytool.waitFor());
        return file;
    }

    @Test
    void theHelpIsInBothLanguages() {
        assertTrue(Shell.chinese().run("serve", "--help").out().contains("端口，0 为任意空闲端口"));
        assertTrue(Shell.english().run("serve", "--help").out().contains("0 for any that is free"));
    }

    /** As a process: what it prints to try works, Ctrl-C ends it, and the database is whole. */
    @Test
    void ctrlCStopsIt() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--lang=en",
                        "--port=0",
                        "--data=" + directory.resolve("data"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder text = new StringBuilder();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                text.append(line).append('\n');
                if (line.contains("Ctrl-C")) {
                    break;
                }
            }
            String url = find(URL, text.toString()).group();
            HttpRequest health =
                    HttpRequest.newBuilder(URI.create(url + "/v1/health")).build();
            assertEquals(
                    200,
                    HttpClient.newHttpClient()
                            .send(health, HttpResponse.BodyHandlers.discarding())
                            .statusCode());
            find(CLIENT, text.toString());
            // SIGTERM, for Java cannot send the SIGINT of a terminal; both end by the same hook.
            process.toHandle().destroy();
            assertEquals(143, process.waitFor());
        } finally {
            process.destroyForcibly();
        }
        try (Running again = new Running(
                Shell.english(),
                "serve",
                "--port",
                "0",
                "--data",
                directory.resolve("data").toString())) {
            assertFalse(again.out().contains("client_secret"), again.out());
        }
    }
}
