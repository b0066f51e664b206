package org.tongcai.client;

import java.net.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;

/**
 * The client of a platform that speaks the service standard. Immutable and safe for threads; make one and keep it, close it at the end.
 *
 * <pre>{@code
 * ProcurementClient client = ProcurementClient.builder()
 *     .endpoint("https://platform.example/tongcai")
 *     .credentials(Credentials.clientSecret(id, secret))
 *     .standard(Standard.load())
 *     .build();
 * Submission s = client.notices().publish(notice);
 * if (!s.accepted()) {
 *     s.findings().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>A document that does not conform is a result, never an exception, whether found here or by the platform. What comes to no result is a
 * {@link ProcurementException}. What is safe to repeat is repeated by itself. The client logs to SLF4J (method, path, status, time, request
 * id; never headers, bodies or queries) and reports to nobody else.
 */
public final class ProcurementClient implements AutoCloseable {
    private final AtomicBoolean closed;
    private final ClientThreads threads;
    private final Transport transport;
    private final Service service;
    private final Documents documents;
    private final Notices notices;
    private final Feed feed;
    private final Plans plans;
    private final Contracts contracts;
    private final Products products;
    private final Orders orders;
    private final Attachments attachments;
    private final Registers registers;
    private final CodeLists codeLists;
    private final Reconciliation reconciliation;
    private final Subscriptions subscriptions;

    private ProcurementClient(ClientParts parts) {
        this.closed = parts.closed();
        this.threads = parts.threads();
        this.transport = parts.transport();
        Submitter submitter = new Submitter(transport, parts.validation());
        this.service = new Service(transport);
        Pusher pusher = new Pusher(submitter, service);
        this.documents = new Documents(submitter, pusher);
        this.notices = new Notices(submitter);
        this.feed = new Feed(transport);
        this.plans = new Plans(submitter);
        this.contracts = new Contracts(submitter);
        this.products = new Products(submitter, pusher);
        this.orders = new Orders(submitter);
        this.attachments = new Attachments(transport, service);
        this.registers = new Registers(transport);
        this.codeLists = new CodeLists(transport);
        this.reconciliation = new Reconciliation(transport);
        this.subscriptions = new Subscriptions(transport);
    }

    /** Begins a client. */
    public static Builder builder() {
        return new Builder();
    }

    /** Documents of every type, and pushing many. */
    public Documents documents() {
        return documents;
    }

    /** Announcements. */
    public Notices notices() {
        return notices;
    }

    /** Procurement plans. */
    public Plans plans() {
        return plans;
    }

    /** Contracts. */
    public Contracts contracts() {
        return contracts;
    }

    /** Products, and pushing many. */
    public Products products() {
        return products;
    }

    /** Orders of the electronic mall. */
    public Orders orders() {
        return orders;
    }

    /** Files that documents refer to. */
    public Attachments attachments() {
        return attachments;
    }

    /** Registers of agencies, suppliers and others. */
    public Registers registers() {
        return registers;
    }

    /** Code lists of the platform. */
    public CodeLists codeLists() {
        return codeLists;
    }

    /** Comparing both sides day by day. */
    public Reconciliation reconciliation() {
        return reconciliation;
    }

    /** Events that the platform delivers. */
    public Subscriptions subscriptions() {
        return subscriptions;
    }

    /** Changes at the platform. */
    public Feed feed() {
        return feed;
    }

    /** What the platform says about itself. */
    public Service service() {
        return service;
    }

    /** Ends what is under way and lets go of connections and threads; those of an HTTP client that was given stay. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            transport.cancelAll();
            threads.close();
        }
    }

    /** How a client is to be; {@link #build} checks it. Not safe for threads. */
    public static final class Builder {
        final List<String> endpoints = new ArrayList<>();
        final List<Pin> pins = new ArrayList<>();
        Credentials credentials = Credentials.none();

        @Nullable
        Standard standard;

        @Nullable
        String profile;

        boolean validate = true;
        ValidationOptions validation = ValidationOptions.DEFAULT;
        RetryPolicy retry = RetryPolicy.DEFAULT;
        Timeouts timeouts = Timeouts.DEFAULT;
        boolean timeoutsGiven;

        @Nullable
        Proxy proxy;

        @Nullable
        OkHttpClient http;

        int requestsPerMinute;
        int concurrent = 16;
        boolean allowInsecure;
        String userAgent = "";
        Locale language = Locale.getDefault();
        MetricsListener metrics = MetricsListener.NONE;

        private Builder() {}

        /** A pinned certificate: host and SHA-256 of the public key. */
        record Pin(String host, String sha256) {}

        /**
         * Where the platform is, such as {@code https://platform.example/tongcai}; without the version. Called several times: further
         * entrances of the same platform, used in this order where those before fail.
         */
        public Builder endpoint(String url) {
            endpoints.add(Objects.requireNonNull(url, "url"));
            return this;
        }

        /** Who the client is. */
        public Builder credentials(Credentials who) {
            this.credentials = Objects.requireNonNull(who, "credentials");
            return this;
        }

        /** The standard to validate by and to write models with; by default the one on the class path. */
        public Builder standard(Standard by) {
            this.standard = Objects.requireNonNull(by, "standard");
            return this;
        }

        /** Validates by the standard on the class path with a profile that comes with it, such as {@code cn-53}. */
        public Builder profile(String id) {
            this.profile = Objects.requireNonNull(id, "profile");
            return this;
        }

        /** Whether documents are validated before they are sent; by default they are. The platform validates in any case. */
        public Builder validateBeforeSending(boolean on) {
            this.validate = on;
            return this;
        }

        /** How documents are validated before they are sent. */
        public Builder validation(ValidationOptions options) {
            this.validation = Objects.requireNonNull(options, "options");
            return this;
        }

        /** How calls are repeated. */
        public Builder retry(RetryPolicy policy) {
            this.retry = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /** How long requests may take. */
        public Builder timeouts(Timeouts times) {
            this.timeouts = Objects.requireNonNull(times, "timeouts");
            this.timeoutsGiven = true;
            return this;
        }

        /** The proxy to go through. */
        public Builder proxy(Proxy through) {
            this.proxy = Objects.requireNonNull(through, "proxy");
            return this;
        }

        /**
         * The HTTP client to stand on, for trust stores, client certificates, DNS and the like. Its pool and threads are shared and stay
         * open. Redirects and its own retries are switched off: the client has to sign anew.
         */
        public Builder httpClient(OkHttpClient client) {
            this.http = Objects.requireNonNull(client, "client");
            return this;
        }

        /**
         * Trusts that host only with this key in its chain. Call several times for rotation.
         *
         * @param sha256 base64 of the SHA-256 of the SubjectPublicKeyInfo, with or without {@code sha256/} in front
         */
        public Builder pin(String host, String sha256) {
            pins.add(new Pin(host, sha256));
            return this;
        }

        /** Sends no more than so many requests a minute; 0 for no bound of one's own. */
        public Builder requestsPerMinute(int most) {
            this.requestsPerMinute = most;
            return this;
        }

        /** So many requests under way at a time for calls that go on by themselves; 16 by default. Of a given HTTP client its own counts. */
        public Builder concurrentRequests(int most) {
            this.concurrent = most;
            return this;
        }

        /** Takes {@code http://} for hosts other than this one. For test networks only: everything can be read on the way. */
        public Builder allowInsecure(boolean allow) {
            this.allowInsecure = allow;
            return this;
        }

        /** Named in front of the client's own name in {@code User-Agent}, such as {@code mall/2.3}. */
        public Builder userAgent(String product) {
            this.userAgent = Objects.requireNonNull(product, "product");
            return this;
        }

        /** The language in which the platform explains problems; by default that of the system. */
        public Builder language(Locale locale) {
            this.language = Objects.requireNonNull(locale, "locale");
            return this;
        }

        /** Is told of every request. */
        public Builder metrics(MetricsListener listener) {
            this.metrics = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * The client. Connects to nothing yet.
         *
         * @throws IllegalArgumentException if something is missing or contradicts; the message says what
         * @throws org.tongcai.bundle.BundleException if validation needs a standard and there is none
         */
        public ProcurementClient build() {
            return new ProcurementClient(ClientParts.of(this));
        }
    }
}
