package org.tongcai.sandbox.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcai.sandbox.RequestListener;
import org.tongcai.sandbox.store.Database;
import org.tongcai.sandbox.store.Idempotency;
import org.tongcai.signature.ContentDigest;
import org.tongcai.signature.DigestAlgorithm;
import org.tongcai.signature.HttpMessage;

/**
 * What every request goes through: limits, authentication, rates, idempotency, transaction, problems, signed responses. Thread-safe.
 * Logs say who asked for what and what came of it, never a body, a token or a query.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:\\-]{1,128}");
    private static final int LOCK_SECONDS = 20;

    private final Database database;
    private final Problems problems;
    private final Tokens tokens;
    private final Signatures signatures;
    private final Idempotency idempotency;
    private final RequestListener listener;
    private final Denials denials;
    private final RateLimiter rates = new RateLimiter(System::nanoTime);
    private final int openRequestsPerMinute;
    /** Who stores documents of a tenant waits here, and not with a connection in his hands. */
    private final Map<Long, ReentrantLock> writers = new ConcurrentHashMap<>();

    public Dispatcher(
            Database database,
            Problems problems,
            Tokens tokens,
            Signatures signatures,
            int openRequestsPerMinute,
            RequestListener listener,
            Denials denials) {
        this.database = database;
        this.problems = problems;
        this.tokens = tokens;
        this.signatures = signatures;
        this.idempotency = new Idempotency(database);
        this.openRequestsPerMinute = openRequestsPerMinute;
        this.listener = listener;
        this.denials = denials;
    }

    /** Gets to know what was refused for want of a grant, once nothing of the request is left. */
    @FunctionalInterface
    public interface Denials {
        /** A caller asked for an operation, and may not. */
        void denied(Caller caller, Operation operation, ProblemException problem);
    }

    /** One request on its way. */
    private static final class Run {
        private final Exchange exchange;
        private final @Nullable Operation operation;
        private final long start = System.nanoTime();
        private @Nullable HttpMessage signed;
        private RateLimiter.@Nullable Quota quota;
        private @Nullable Throwable failure;

        Run(Exchange exchange, @Nullable Operation operation) {
            this.exchange = exchange;
            this.operation = operation;
        }
    }

    /** Answers a request. */
    public void handle(Context context, Operation operation) {
        Run run = new Run(new Exchange(context), operation);
        try {
            admit(run, operation);
            if (operation.work() instanceof Operation.Waiting waiting) {
                CompletableFuture<Response> answer = waiting.answer(run.exchange);
                context.future(() -> answer.handle((response, failure) -> {
                    send(run, failure == null ? response : failed(run, unwrap(failure)));
                    return null;
                }));
                return;
            }
            send(run, answer(run, operation));
        } catch (IOException | RuntimeException e) {
            send(run, failed(run, e));
        }
    }

    /** Answers a request that is for no operation. */
    public void refuse(Context context, ProblemException problem) {
        Run run = new Run(new Exchange(context), null);
        send(run, problems.response(problem, run.exchange.requestId(), run.exchange.english()));
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof java.util.concurrent.CompletionException && cause != null ? cause : failure;
    }

    private void admit(Run run, Operation operation) throws IOException {
        Exchange x = run.exchange;
        boolean signed = x.header("Signature") != null || x.header("Signature-Input") != null;
        HttpMessage message = signatures.message(x.context().req());
        if (operation.open()) {
            rate(run, "address " + x.context().ip(), openRequestsPerMinute);
        }
        x.readBody(operation.body(), operation.tooLarge());
        ContentDigest.Match match = ContentDigest.check(message, x.body(), signatures.algorithms());
        if (match == ContentDigest.Match.DIFFERS || match == ContentDigest.Match.MALFORMED) {
            throw new ProblemException("digest-mismatch", "Content-Digest is not that of the body");
        }
        if (!operation.open()) {
            Caller caller = signed ? signatures.verify(message, x.body()) : bearer(x);
            x.caller(caller);
            run.signed = signed ? message : null;
            rate(run, "application " + caller.clientId(), caller.requestsPerMinute());
            String scope = operation.scope();
            if (scope != null) {
                caller.require(scope);
            }
        }
        x.checkParameters(operation.parameters());
    }

    private Caller bearer(Exchange x) {
        String header = x.header("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7) || header.length() > 1_000) {
            throw unauthenticated("neither a signature nor a bearer token is there");
        }
        return tokens.caller(header.substring(7).trim())
                .orElseThrow(() -> unauthenticated("the token is unknown, or has run out"));
    }

    private static ProblemException unauthenticated(String why) {
        return new ProblemException("unauthenticated", why).header("WWW-Authenticate", "Bearer realm=\"tongcai\"");
    }

    private void rate(Run run, String who, int perMinute) {
        RateLimiter.Quota quota = rates.take(who, perMinute);
        run.quota = quota;
        if (!quota.allowed()) {
            throw new ProblemException("rate-limited", "more than " + perMinute + " requests a minute")
                    .header("Retry-After", Integer.toString(quota.seconds()));
        }
    }

    private Response answer(Run run, Operation operation) {
        if (operation.keyed()) {
            return keyed(run, (Operation.Stored) operation.work());
        }
        if (operation.work() instanceof Operation.Stored stored) {
            boolean query = operation.method() == HandlerType.GET || operation.method() == HandlerType.HEAD;
            Response response = query
                    ? database.transaction(h -> stored.answer(run.exchange, h))
                    : database.durable(h -> stored.answer(run.exchange, h));
            run.exchange.committed();
            return response;
        }
        return ((Operation.Direct) operation.work()).answer(run.exchange);
    }

    private Response keyed(Run run, Operation.Stored work) {
        Exchange x = run.exchange;
        String key = x.header("Idempotency-Key");
        if (key == null || !KEY.matcher(key).matches()) {
            throw new ProblemException(
                            key == null ? "idempotency-key-missing" : "invalid-parameter",
                            "Idempotency-Key must be 1 to 128 of A-Z a-z 0-9 . _ : -")
                    .with("parameter", "Idempotency-Key");
        }
        long application = x.caller().applicationId();
        Idempotency.Claim claim = idempotency.claim(
                application, key, x.digest(), UUID.randomUUID().toString(), System.currentTimeMillis());
        if (claim instanceof Idempotency.Kept kept) {
            return replay(kept);
        }
        if (claim instanceof Idempotency.Reused) {
            throw new ProblemException("idempotency-key-reused", "the key was used for another request");
        }
        if (claim instanceof Idempotency.Running) {
            throw inProgress();
        }
        return first(run, work, key, ((Idempotency.Mine) claim).owner());
    }

    private static ProblemException inProgress() {
        return new ProblemException("request-in-progress", "the request with this key is still running")
                .header("Retry-After", "1");
    }

    private Response first(Run run, Operation.Stored work, String key, String owner) {
        Exchange x = run.exchange;
        long application = x.caller().applicationId();
        try {
            Response response = locked(
                    x.caller().tenantId(),
                    () -> database.durable(h -> {
                        Response made = work.answer(x, h);
                        if (!Idempotency.keep(h, application, key, owner, made.status(), headers(made), made.body())) {
                            throw inProgress();
                        }
                        return made;
                    }));
            x.committed();
            return response;
        } catch (ProblemException e) {
            x.rolledBack();
            note(run, e);
            Response response = problems.response(e, x.requestId(), x.english());
            if (response.status() >= 500 || response.status() == 429 || e.code().equals("request-in-progress")) {
                idempotency.release(application, key, owner);
            } else {
                database.change(h -> Idempotency.keep(
                        h, application, key, owner, response.status(), headers(response), response.body()));
            }
            return response;
        } catch (RuntimeException e) {
            x.rolledBack();
            idempotency.release(application, key, owner);
            throw e;
        }
    }

    private Response locked(long tenant, java.util.function.Supplier<Response> work) {
        ReentrantLock lock = writers.computeIfAbsent(tenant, key -> new ReentrantLock(true));
        try {
            if (!lock.tryLock(LOCK_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private static ProblemException busy() {
        return new ProblemException("unavailable", "too many requests are waiting").header("Retry-After", "2");
    }

    /** Headers that are kept with a response: one a line. */
    private static String headers(Response response) {
        StringBuilder text = new StringBuilder();
        response.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }

    private static Response replay(Idempotency.Kept kept) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : kept.headers().split("\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return new Response(kept.status(), headers, kept.body()).header("Idempotent-Replay", "?1");
    }

    private Response failed(Run run, Throwable failure) {
        Exchange x = run.exchange;
        x.rolledBack();
        if (failure instanceof ProblemException problem) {
            note(run, problem);
            return problems.response(problem, x.requestId(), x.english());
        }
        if (failure instanceof IOException) {
            return problems.response(
                    new ProblemException("malformed-request", "the body could not be read to its end"),
                    x.requestId(),
                    x.english());
        }
        LOG.error("request {} failed", x.requestId(), failure);
        run.failure = failure;
        // Where there was no connection to be had there is none now.
        boolean database =
                failure instanceof ConnectionException || failure instanceof JdbiException && !this.database.isAlive();
        ProblemException problem = database
                ? new ProblemException("unavailable", "the database does not answer").header("Retry-After", "5")
                : new ProblemException("internal-error", "the platform failed; the log has the details");
        return problems.response(problem, x.requestId(), x.english());
    }

    private void note(Run run, ProblemException problem) {
        Caller caller = run.exchange.callerOrNull();
        if (caller != null && run.operation != null && problem.code().equals("insufficient-scope")) {
            denials.denied(caller, run.operation, problem);
        }
    }

    /** Whoever reads sees by the length that it broke off: the server closes the connection. */
    private static void stream(Run run, Response.Content content) {
        try {
            HttpServletResponse out = run.exchange.context().res();
            out.setContentLengthLong(content.length());
            content.writeTo(out.getOutputStream());
        } catch (IOException | RuntimeException e) {
            LOG.warn("the answer to {} broke off", run.exchange.requestId(), e);
            run.failure = e;
        }
    }

    private void send(Run run, Response response) {
        Exchange x = run.exchange;
        Context context = x.context();
        response.header(Exchange.REQUEST_ID, x.requestId());
        RateLimiter.Quota quota = run.quota;
        if (quota != null) {
            response.header("RateLimit-Policy", "\"default\";q=" + quota.limit() + ";w=60");
            response.header("RateLimit", "\"default\";r=" + quota.remaining() + ";t=" + quota.seconds());
        }
        byte[] body = response.body();
        if (body != null && !response.headers().containsKey(ContentDigest.FIELD)) {
            response.header(ContentDigest.FIELD, ContentDigest.of(DigestAlgorithm.SHA_256, body));
        }
        HttpMessage signed = run.signed;
        Caller caller = x.callerOrNull();
        if (signed != null && caller != null && caller.keyId() != null) {
            boolean head = context.req().getMethod().equals("HEAD");
            Response seen = head ? new Response(response.status(), response.headers(), null) : response;
            signatures.sign(seen, signed, caller.keyId()).forEach(response::header);
        }
        context.status(response.status());
        response.headers().forEach(context::header);
        if (body != null) {
            context.result(body);
        } else if (response.content() != null) {
            stream(run, response.content());
        }
        RequestListener.Request request = new RequestListener.Request(
                x.requestId(),
                context.req().getMethod(),
                context.req().getRequestURI(),
                run.operation == null ? null : run.operation.id(),
                caller == null ? null : caller.clientId(),
                response.status(),
                (System.nanoTime() - run.start) / 1_000_000,
                run.failure);
        LOG.info(
                "{} {} {} {} {} ms",
                request.requestId(),
                request.operation(),
                request.clientId(),
                request.status(),
                request.millis());
        listener.answered(request);
    }
}
