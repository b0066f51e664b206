package org.tongcai.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import okhttp3.CertificatePinner;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.tongcai.Standard;

/** What a client is put together from, checked. */
record ClientParts(AtomicBoolean closed, ClientThreads threads, Transport transport, Validation validation) {
    private static final String NAME = "tongcai-client/" + version();

    static ClientParts of(ProcurementClient.Builder builder) {
        List<HttpUrl> urls = endpoints(builder);
        if (builder.requestsPerMinute < 0 || builder.concurrent < 1) {
            throw new IllegalArgumentException("requestsPerMinute is at least 0, concurrentRequests at least 1");
        }
        Validation validation = validation(builder);
        OkHttpClient http = http(builder);
        ClientThreads threads = new ClientThreads(http, builder.http == null);
        AtomicBoolean closed = new AtomicBoolean();
        LongSupplier clock = System::nanoTime;
        Endpoints endpoints = new Endpoints(urls, clock);
        TransportSettings settings = new TransportSettings(
                endpoints,
                authenticator(builder, http, endpoints, clock),
                builder.retry,
                new RateGate(builder.requestsPerMinute, clock),
                builder.metrics,
                userAgent(builder.userAgent),
                "en".equals(builder.language.getLanguage()) ? "en" : "zh-CN",
                closed::get);
        return new ClientParts(closed, threads, new Transport(http, settings, threads.timer()), validation);
    }

    private static List<HttpUrl> endpoints(ProcurementClient.Builder builder) {
        if (builder.endpoints.isEmpty()) {
            throw new IllegalArgumentException("no endpoint: say where the platform is");
        }
        List<HttpUrl> urls = new ArrayList<>();
        for (String text : builder.endpoints) {
            HttpUrl url = HttpUrl.parse(text);
            if (url == null) {
                throw new IllegalArgumentException("an endpoint is an address like https://host/path");
            }
            if (!url.username().isEmpty() || !url.password().isEmpty()) {
                throw new IllegalArgumentException("credentials do not belong into an endpoint: " + url.host());
            }
            if (url.query() != null || url.fragment() != null) {
                throw new IllegalArgumentException("an endpoint has neither query nor fragment: " + text);
            }
            if (!url.isHttps() && !builder.allowInsecure && !isLoopback(url.host())) {
                throw new IllegalArgumentException(
                        "not https: " + text + " (allowInsecure permits it on test networks)");
            }
            urls.add(withoutTrailingSlash(url));
        }
        return urls;
    }

    private static HttpUrl withoutTrailingSlash(HttpUrl url) {
        List<String> segments = url.pathSegments();
        int last = segments.size() - 1;
        return last > 0 && segments.get(last).isEmpty()
                ? url.newBuilder().removePathSegment(last).build()
                : url;
    }

    /** By name or number; other names are not looked up, for what they mean may change. */
    private static boolean isLoopback(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return true;
        }
        boolean number = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        try {
            return number && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static Validation validation(ProcurementClient.Builder builder) {
        if (builder.standard != null && builder.profile != null) {
            throw new IllegalArgumentException(
                    "either a standard or a profile: Standard.loadProfile gives both in one");
        }
        Supplier<Standard> standard;
        if (builder.standard != null) {
            Standard given = builder.standard;
            standard = () -> given;
        } else {
            String profile = builder.profile;
            standard = new Once<>(() -> profile == null ? Standard.load() : Standard.loadProfile(profile));
            if (builder.validate || profile != null) {
                // Early, so that a missing artifact shows here and not with the first document.
                standard.get();
            }
        }
        return new Validation(standard, builder.validation, builder.validate);
    }

    private static OkHttpClient http(ProcurementClient.Builder builder) {
        OkHttpClient.Builder http = builder.http == null
                ? new OkHttpClient.Builder().dispatcher(ClientThreads.dispatcher(builder.concurrent))
                : builder.http.newBuilder();
        if (builder.http == null || builder.timeoutsGiven) {
            http.connectTimeout(builder.timeouts.connect())
                    .readTimeout(builder.timeouts.read())
                    .writeTimeout(builder.timeouts.write())
                    .callTimeout(builder.timeouts.call());
        }
        if (builder.proxy != null) {
            http.proxy(builder.proxy);
        }
        if (!builder.pins.isEmpty()) {
            http.certificatePinner(pinner(builder.pins));
        }
        return http.followRedirects(false)
                .followSslRedirects(false)
                // A repeated request needs a new nonce; repeating is done here.
                .retryOnConnectionFailure(false)
                .build();
    }

    private static CertificatePinner pinner(List<ProcurementClient.Builder.Pin> pins) {
        CertificatePinner.Builder pinner = new CertificatePinner.Builder();
        for (ProcurementClient.Builder.Pin pin : pins) {
            String hash = pin.sha256().startsWith("sha256/") ? pin.sha256().substring(7) : pin.sha256();
            try {
                if (Base64.getDecoder().decode(hash).length != 32) {
                    throw new IllegalArgumentException("length");
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("a pin is the base64 of a SHA-256: " + pin.sha256(), e);
            }
            pinner.add(pin.host(), "sha256/" + hash);
        }
        return pinner.build();
    }

    private static Authenticator authenticator(
            ProcurementClient.Builder builder, OkHttpClient http, Endpoints endpoints, LongSupplier clock) {
        if (builder.credentials instanceof Credentials.Signing signing) {
            return new SigningAuthenticator(signing);
        }
        if (builder.credentials instanceof Credentials.ClientSecret secret) {
            return new TokenAuthenticator(http, secret, () -> endpoints.url(endpoints.choose()), clock);
        }
        return Authenticator.none();
    }

    private static String userAgent(String product) {
        if (!product.matches("[\\x21-\\x7e ]{0,200}")) {
            throw new IllegalArgumentException("the user agent is printable ASCII of up to 200 characters");
        }
        return (product.isBlank() ? NAME : product.strip() + " " + NAME).strip();
    }

    private static String version() {
        String version = ProcurementClient.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version.toLowerCase(Locale.ROOT);
    }
}
