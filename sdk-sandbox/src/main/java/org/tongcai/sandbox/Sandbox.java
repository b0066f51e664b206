package org.tongcai.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcai.Standard;
import org.tongcai.sandbox.attachment.Attachments;
import org.tongcai.sandbox.audit.DenialLog;
import org.tongcai.sandbox.http.Cursors;
import org.tongcai.sandbox.http.Dispatcher;
import org.tongcai.sandbox.http.Ids;
import org.tongcai.sandbox.http.Operation;
import org.tongcai.sandbox.http.Problems;
import org.tongcai.sandbox.http.Server;
import org.tongcai.sandbox.http.Signatures;
import org.tongcai.sandbox.http.Tokens;
import org.tongcai.sandbox.resource.Domains;
import org.tongcai.sandbox.resource.Intake;
import org.tongcai.sandbox.resource.Kernel;
import org.tongcai.sandbox.resource.MasterData;
import org.tongcai.sandbox.resource.Platform;
import org.tongcai.sandbox.resource.Reading;
import org.tongcai.sandbox.resource.ServiceInfo;
import org.tongcai.sandbox.resource.Views;
import org.tongcai.sandbox.resource.Waiters;
import org.tongcai.sandbox.store.Accounts;
import org.tongcai.sandbox.store.Database;
import org.tongcai.sandbox.store.Idempotency;
import org.tongcai.sandbox.submission.Judge;
import org.tongcai.sandbox.submission.LookUpTable;
import org.tongcai.sandbox.webhook.Callbacks;
import org.tongcai.sandbox.webhook.Deliverer;
import org.tongcai.sandbox.webhook.Subscriptions;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.KeyFormatException;
import org.tongcai.signature.Keys;
import org.tongcai.signature.VerifyingKey;

/**
 * The reference platform of the service standard: every operation over HTTP, judged by the engine, kept in a database. Thread-safe.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *     sandbox.addTenant("demo", "示例平台");
 *     Credentials credentials = sandbox.newApplication("demo", "mall");
 *     // talk to sandbox.baseUrl()
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
    private static final int CONNECTIONS = 12;

    private final SandboxOptions options;
    private final Database database;
    private final Accounts accounts;
    private final Algorithms algorithms = Algorithms.installed();
    private final Signatures signatures;
    private final Waiters waiters = new Waiters();
    private final Cleaner cleaner;
    private final Deliverer deliverer;
    private final Server server;

    private Sandbox(SandboxOptions options, Builder builder, Standard standard) {
        this.options = options;
        this.database =
                Database.open(options.database(), options.databaseUser(), options.databasePassword(), CONNECTIONS);
        try {
            this.accounts = new Accounts(database);
            String scheme = options.keyStore() == null ? "http" : "https";
            this.signatures = new Signatures(
                    accounts,
                    algorithms,
                    scheme(options, scheme),
                    Duration.ofSeconds(options.limits().clockSkewSeconds()));
            Judge judge = new Judge(standard, options.limits().documentBytes());
            new LookUpTable(database, judge).renew();
            Problems problems = Problems.load();
            if (database.isExclusive()) {
                // What another process was working at when it was killed need not wait for its lease to end.
                new Idempotency(database).releaseAll();
            }
            this.cleaner = new Cleaner(database, accounts);
            this.deliverer = new Deliverer(database, new Callbacks(options.localCallbacks()), builder.clock);
            Platform platform = new Platform(
                    options, database, judge, new Cursors(accounts), problems, waiters, this::url, deliverer::wake);
            Tokens tokens = new Tokens(accounts);
            this.server = Server.start(
                    options,
                    operations(platform, tokens),
                    new Dispatcher(
                            database,
                            problems,
                            tokens,
                            signatures,
                            options.limits().requestsPerMinute(),
                            builder.listener,
                            new DenialLog(database)),
                    problems);
            cleaner.start();
            if (builder.deliversByItself) {
                deliverer.start();
            }
        } catch (RuntimeException e) {
            waiters.close();
            database.close();
            throw e;
        }
        LOG.info("{} listens, standard {}", options, standard.name());
    }

    private static String scheme(SandboxOptions options, String own) {
        String url = options.publicUrl();
        return url == null ? own : URI.create(url).getScheme();
    }

    private List<Operation> operations(Platform platform, Tokens tokens) {
        List<Operation> all = new ArrayList<>();
        Intake intake = new Intake(platform);
        Reading reading = new Reading(platform);
        all.addAll(new ServiceInfo(platform, signatures, tokens, () -> all).operations());
        all.addAll(new Kernel(platform, intake, reading).operations());
        Domains domains = new Domains(platform, intake);
        all.addAll(domains.operations());
        all.addAll(new Views(platform, reading, domains).operations());
        all.addAll(new MasterData(platform, reading).operations());
        all.addAll(new Attachments(platform, algorithms).operations());
        all.addAll(new Subscriptions(platform, deliverer).operations());
        return all;
    }

    /** Starts on a free port of this machine, with a database in memory and the standard on the class path. */
    public static Sandbox start() {
        return builder().start();
    }

    /** A builder. */
    public static Builder builder() {
        return builder(SandboxOptions.DEFAULT);
    }

    /** A builder that begins with options. */
    public static Builder builder(SandboxOptions options) {
        return new Builder(options);
    }

    private String url() {
        String url = options.publicUrl();
        return url == null ? server.localUrl() : url;
    }

    /** Base URL, without a slash at its end: all paths of the service standard are below it. */
    public URI baseUrl() {
        return URI.create(url());
    }

    /** Adds a tenant; one that is there already stays as it is. */
    public void addTenant(String code, String name) {
        if (!code.matches("[A-Za-z0-9._\\-]{1,64}")) {
            throw new IllegalArgumentException("a code is 1 to 64 of A-Z a-z 0-9 . _ -");
        }
        accounts.tenant(code, name);
    }

    /**
     * Adds an application, or changes one.
     *
     * @throws IllegalArgumentException if there is no such tenant, or the client id is another tenant's
     */
    public void addApplication(Application application) {
        @Nullable String secret = application.secret();
        accounts.application(
                application.tenant(),
                application.clientId(),
                secret == null ? null : Tokens.hash(secret),
                application.scopes(),
                options.limits().requestsPerMinute());
    }

    /**
     * What an application gets tokens by; shown once, for the platform keeps only a hash of the secret.
     *
     * @param clientId client id
     * @param secret secret
     */
    public record Credentials(String clientId, String secret) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Credentials[" + clientId + "]";
        }
    }

    /** Adds an application that may do everything, with a new secret. */
    public Credentials newApplication(String tenant, String clientId) {
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(Ids.random(32));
        addApplication(new Application(tenant, clientId, secret));
        return new Credentials(clientId, secret);
    }

    /** On an empty database: a first tenant with an application; nothing otherwise, so that a second start changes nothing. */
    public Optional<Credentials> createFirst(String tenant, String name, String clientId) {
        if (!accounts.isEmpty()) {
            return Optional.empty();
        }
        addTenant(tenant, name);
        return Optional.of(newApplication(tenant, clientId));
    }

    /**
     * Adds a key by which requests of an application are verified, valid from now on.
     *
     * @param key public key as PEM or JWK, or shared secret as JWK; shared secrets are kept as they are, since signatures need them
     * @param validUntil when it ends; null: not yet known
     * @throws IllegalArgumentException if there is no such application, or it is no key
     */
    public void addKey(String clientId, String keyId, String key, @Nullable Instant validUntil) {
        VerifyingKey verifying;
        try {
            verifying = Keys.readVerifying(keyId, key, algorithms);
        } catch (KeyFormatException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        accounts.key(
                clientId,
                new Accounts.Key(keyId, verifying.algorithm(), key),
                0,
                validUntil == null ? null : validUntil.toEpochMilli());
    }

    /**
     * The public key, as JWK, that verifies responses to requests signed by an algorithm with public keys. Responses to requests signed by
     * a shared secret are signed by that.
     *
     * @throws IllegalArgumentException for an algorithm that is not installed
     */
    public String responseKey(String algorithm) {
        return signatures.publicKey(algorithm);
    }

    /** Delivers the events that are due; how many. */
    int deliver() throws InterruptedException {
        return deliverer.round();
    }

    /** Takes no more requests, lets the running ones end, and closes the database. */
    @Override
    public void close() {
        waiters.close();
        server.close();
        deliverer.close();
        cleaner.close();
        database.close();
    }

    /** Builds a sandbox. Not thread-safe. */
    public static final class Builder {
        private String host;
        private int port;
        private String basePath;
        private String database;
        private String databaseUser;
        private String databasePassword;
        private @Nullable String publicUrl;
        private @Nullable Path keyStore;
        private String keyStorePassword;
        private String environment;
        private boolean localCallbacks;
        private SandboxOptions.Limits limits;
        private @Nullable Standard standard;
        private RequestListener listener = RequestListener.NONE;
        private Clock clock = Clock.systemUTC();
        private boolean deliversByItself = true;

        private Builder(SandboxOptions o) {
            host = o.host();
            port = o.port();
            basePath = o.basePath();
            database = o.database();
            databaseUser = o.databaseUser();
            databasePassword = o.databasePassword();
            publicUrl = o.publicUrl();
            keyStore = o.keyStore();
            keyStorePassword = o.keyStorePassword();
            environment = o.environment();
            localCallbacks = o.localCallbacks();
            limits = o.limits();
        }

        /** Port on 127.0.0.1; 0 for a free one. */
        public Builder port(int number) {
            return listen(host, number);
        }

        /** Address and port; addresses that are not loopback demand {@link #tls} or {@link #publicUrl}. */
        public Builder listen(String address, int number) {
            host = address;
            port = number;
            return this;
        }

        /** JDBC URL of H2 or PostgreSQL. */
        public Builder database(String url) {
            return database(url, "", "");
        }

        /** JDBC URL of H2 or PostgreSQL, with user and password. */
        public Builder database(String url, String user, String password) {
            database = url;
            databaseUser = user;
            databasePassword = password;
            return this;
        }

        /** TLS with a PKCS #12 key store. */
        public Builder tls(Path file, String password) {
            keyStore = file;
            keyStorePassword = password;
            return this;
        }

        /**
         * Under which URL others reach it. Without {@link #tls} that is a proxy that speaks TLS with them and hands on {@code Host} and
         * path as they are.
         *
         * @param url https and with the base path
         */
        public Builder publicUrl(URI url) {
            publicUrl = url.toString();
            return this;
        }

        /** Limits. */
        public Builder limits(SandboxOptions.Limits other) {
            limits = other;
            return this;
        }

        /** Allows events to be delivered to this machine, for tests. */
        public Builder localCallbacks() {
            localCallbacks = true;
            return this;
        }

        /** The standard that judges; by default the one on the class path. */
        public Builder standard(Standard other) {
            standard = other;
            return this;
        }

        /** Is told of every request. */
        public Builder requests(RequestListener other) {
            listener = other;
            return this;
        }

        /** Events go by another clock and only when {@link Sandbox#deliver} is called, for tests of what takes days. */
        Builder deliveriesBy(Clock other) {
            clock = other;
            deliversByItself = false;
            return this;
        }

        /**
         * Starts.
         *
         * @throws IllegalArgumentException if the options do not go together
         */
        public Sandbox start() {
            SandboxOptions options = new SandboxOptions(
                    host,
                    port,
                    basePath,
                    database,
                    databaseUser,
                    databasePassword,
                    publicUrl,
                    keyStore,
                    keyStorePassword,
                    environment,
                    localCallbacks,
                    limits);
            return new Sandbox(options, this, standard == null ? Standard.load() : standard);
        }
    }
}
