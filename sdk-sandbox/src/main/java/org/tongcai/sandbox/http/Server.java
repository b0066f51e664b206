package org.tongcai.sandbox.http;

import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.Endpoint;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.tongcai.sandbox.SandboxOptions;

/** The HTTP server: Javalin on Jetty, and nothing that it would do by itself. */
public final class Server implements AutoCloseable {
    /** Most bytes of request line and headers. */
    static final int HEADER_BYTES = 16 << 10;

    private static final long IDLE_MILLIS = 60_000;
    private static final long STOP_MILLIS = 10_000;

    private final Javalin javalin;
    private final SandboxOptions options;

    private Server(Javalin javalin, SandboxOptions options) {
        this.javalin = javalin;
        this.options = options;
    }

    /**
     * Starts.
     *
     * @throws IllegalArgumentException if it would be without TLS where others can listen
     */
    public static Server start(
            SandboxOptions options, List<Operation> operations, Dispatcher dispatcher, Problems problems) {
        // Behind a proxy with TLS the public URL says https.
        if (options.keyStore() == null && options.publicUrl() == null && !isLoopback(options.host())) {
            throw new IllegalArgumentException(
                    "without TLS the sandbox listens on loopback addresses only: name a key store, or the https URL of"
                            + " the proxy in front of it, to listen on " + options.host());
        }
        Routes routes = new Routes(options.basePath(), operations);
        ErrorPages pages = new ErrorPages(problems);
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.compressionStrategy = io.javalin.compression.CompressionStrategy.NONE;
            config.http.prefer405over404 = true;
            config.http.generateEtags = false;
            config.http.asyncTimeout = 60_000;
            config.jetty.threadPool = pool();
            config.jetty.modifyHttpConfiguration(Server::harden);
            config.jetty.modifyServer(server -> {
                server.setStopTimeout(STOP_MILLIS);
                server.setErrorHandler(pages);
            });
            config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(pages));
            config.jetty.addConnector((server, http) -> connector(options, server, http));
            for (Operation operation : operations) {
                config.routes.addEndpoint(new Endpoint(
                        operation.method(),
                        options.basePath() + operation.path(),
                        context -> dispatcher.handle(context, operation)));
            }
            config.routes.before(context -> {
                // Javalin would answer 200 to HEAD wherever there is GET, and ask nobody.
                String allow = routes.allow(context.path());
                if (context.method() == HandlerType.HEAD && !allow.contains("HEAD") && !allow.isEmpty()) {
                    throw new MethodNotAllowedResponse();
                }
            });
            config.routes.exception(
                    HttpResponseException.class,
                    (e, context) -> dispatcher.refuse(context, refusal(routes.allow(context.path()))));
        });
        javalin.start();
        return new Server(javalin, options);
    }

    private static ProblemException refusal(String allow) {
        return allow.isEmpty()
                ? nothingHere()
                : new ProblemException("method-not-allowed", "there is no such method here").header("Allow", allow);
    }

    static ProblemException nothingHere() {
        return new ProblemException("not-found", "there is nothing here");
    }

    private static QueuedThreadPool pool() {
        QueuedThreadPool pool = new QueuedThreadPool(64, 4);
        pool.setName("tongcai-sandbox");
        pool.setDaemon(true);
        return pool;
    }

    private static void harden(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setResponseHeaderSize(HEADER_BYTES);
        http.setIdleTimeout(IDLE_MILLIS);
        // A path that a proxy may read in another way than we do is refused (%2e%2e, %2f, ;x).
        http.setUriCompliance(UriCompliance.DEFAULT);
    }

    private static ServerConnector connector(
            SandboxOptions options, org.eclipse.jetty.server.Server server, HttpConfiguration http) {
        HttpConfiguration own = new HttpConfiguration(http);
        harden(own);
        ServerConnector connector;
        if (options.keyStore() == null) {
            connector = new ServerConnector(server, new HttpConnectionFactory(own));
        } else {
            own.addCustomizer(new SecureRequestCustomizer(false));
            SslContextFactory.Server tls = new SslContextFactory.Server();
            tls.setKeyStorePath(options.keyStore().toString());
            tls.setKeyStorePassword(options.keyStorePassword());
            tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
            connector = new ServerConnector(
                    server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(own));
        }
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        return connector;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("unknown host " + host, e);
        }
    }

    /** Port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Base URL by which it is reached on this machine. */
    public String localUrl() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return (options.keyStore() == null ? "http://" : "https://") + host + ":" + port() + options.basePath();
    }

    /** Lets running requests end, for ten seconds. */
    @Override
    public void close() {
        javalin.stop();
    }
}
