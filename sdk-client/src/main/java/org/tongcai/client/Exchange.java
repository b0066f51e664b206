package org.tongcai.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcai.client.json.JsonShapeException;
import org.tongcai.client.json.Members;

/**
 * One logical call on its way through its attempts. It decides and waits for nothing: whoever drives it sends what {@link #next} gives and
 * tells what became of it. Used by one thread at a time.
 */
final class Exchange<T> {
    private static final Logger LOG = LoggerFactory.getLogger(ProcurementClient.class);

    /** What to do now: hand on a value, throw, or send again after a while. */
    record Step<T>(@Nullable T value, @Nullable ProcurementException failure, boolean again, long delayNanos) {}

    private final TransportSettings settings;
    private final Operation<T> operation;
    private final RetryPolicy policy;
    private final String callId = UUID.randomUUID().toString();
    private final long start = System.nanoTime();
    private int attempts;
    private boolean renewed;
    private int endpoint;
    private long attemptStart;
    private @Nullable Request sent;
    private MetricsListener.@Nullable Attempt attempt;

    Exchange(TransportSettings settings, Operation<T> operation) {
        this.settings = settings;
        this.operation = operation;
        this.policy = operation.retry == null ? settings.retry() : operation.retry;
    }

    Operation<T> operation() {
        return operation;
    }

    /** The request of the next attempt. */
    Request next() throws IOException {
        attempts++;
        endpoint = settings.endpoints().choose();
        HttpUrl.Builder url = settings.endpoints().url(endpoint).newBuilder().addPathSegment("v1");
        operation.path.forEach(url::addPathSegment);
        operation.query.forEach(parameter -> url.addQueryParameter(parameter.getKey(), parameter.getValue()));
        HttpUrl target = url.build();
        attempt = new MetricsListener.Attempt(
                operation.name, attempts, target.host(), requestId(), operation.body.contentLength());
        attemptStart = System.nanoTime();
        tell(listener -> listener.attemptStarted(attempt));
        sent = null;
        Request request = draft(target);
        if (operation.authenticated) {
            request = settings.authenticator().authenticate(request, !operation.body.isEmpty());
        }
        sent = request;
        return request;
    }

    private String requestId() {
        return callId + "." + attempts;
    }

    private Request draft(HttpUrl target) {
        boolean bodyAllowed = !"GET".equals(operation.method) && !"HEAD".equals(operation.method);
        Request.Builder request = new Request.Builder()
                .url(target)
                .method(operation.method, bodyAllowed ? operation.body : null)
                .header("User-Agent", settings.userAgent())
                .header("Request-Id", requestId())
                .header("Accept-Language", settings.language())
                // Digests of answers are over the encoded content, which nobody sees where OkHttp decodes by itself.
                .header("Accept-Encoding", "identity");
        operation.headers.forEach(request::header);
        if (operation.mediaType != null) {
            request.header("Content-Type", operation.mediaType);
        }
        if (operation.contentDigest != null) {
            request.header("Content-Digest", operation.contentDigest);
        }
        if (operation.idempotencyKey != null) {
            request.header("Idempotency-Key", operation.idempotencyKey);
        }
        return request.build();
    }

    /** An answer came. Reads it to its end; the caller closes it. */
    Step<T> answered(Response response) {
        int status = response.code();
        long length = 0;
        try {
            Request request = response.request();
            byte[] body = Operation.NO_BODY;
            Operation.Sink sink = operation.sink;
            if (sink != null && response.isSuccessful()) {
                Bodies.stream(response, operation.mostBytes, sink, settings.authenticator());
            } else {
                body = Bodies.read(response, operation.mostBytes);
                length = body.length;
                settings.authenticator().check(request, status, response.headers(), body, body.length > 0);
            }
            Problem problem = status < 400 ? null : problem(status, body);
            String platformId = response.header("Request-Id");
            Answer answer = new Answer(
                    status, response.headers(), body, platformId == null ? requestId() : platformId, problem);
            Step<T> step = judge(answer, request);
            finished(status, length, step.again, null);
            return step;
        } catch (IOException e) {
            return broken(e, status, length);
        }
    }

    private static Problem problem(int status, byte[] body) {
        try {
            return Problem.of(Members.parse(body), status);
        } catch (IOException e) {
            // A gateway answers in HTML; the status says enough.
            return Problem.unexplained(status);
        }
    }

    private Step<T> judge(Answer answer, Request request) throws IOException {
        int status = answer.status();
        settings.noteRate(answer);
        Problem problem = answer.problem();
        if (answer.successful() || (problem != null && operation.taken.test(problem))) {
            settings.endpoints().worked(endpoint);
            return new Step<>(operation.reader.read(answer), null, false, 0);
        }
        if (problem == null) {
            throw new BrokenAnswerException("HTTP " + status + " is no answer of the service standard");
        }
        if (status == 502 || status == 503 || status == 504) {
            settings.endpoints().failed(endpoint);
        }
        boolean transientFailure = isTransient(status, problem);
        boolean freshCredentials =
                status == 401 && !renewed && settings.authenticator().renew(request);
        long wait = -1;
        if (freshCredentials) {
            renewed = true;
            wait = mayRepeat(0) ? 0 : -1;
        } else if (transientFailure) {
            wait = wait(answer);
        }
        if (wait >= 0) {
            return new Step<>(null, null, true, wait);
        }
        return failure(problem.toString(), answer.requestId(), status, problem, transientFailure, null);
    }

    private boolean isTransient(int status, Problem problem) {
        return switch (status) {
            case 408, 425, 429, 500, 502, 503, 504 -> true;
            // A network that delivers twice uses up the nonce; the next attempt has one of its own.
            case 401 -> problem.is("nonce-replayed");
            case 409 -> problem.is("request-in-progress");
            default -> false;
        };
    }

    /** How long to wait before the next attempt; -1 for no more attempts. */
    private long wait(Answer answer) {
        long asked = RateHeaders.retryAfter(answer.headers());
        if (asked > policy.maxRetryAfter().toNanos()) {
            return -1;
        }
        long own = policy.pause(attempts);
        // A little of the own pause on top, so that not everybody who was told the same comes back at once.
        long wait = asked < 0 ? own : asked + Math.min(own, asked / 4);
        return mayRepeat(wait) ? wait : -1;
    }

    private boolean mayRepeat(long wait) {
        long budget = saturated(policy.budget());
        return operation.repeatable
                && attempts < policy.attempts()
                && System.nanoTime() - start + wait <= budget
                && !settings.closed().getAsBoolean();
    }

    private static long saturated(Duration duration) {
        return duration.compareTo(Duration.ofDays(36_500)) > 0 ? Long.MAX_VALUE : duration.toNanos();
    }

    /** No answer came, or none that can be used. */
    Step<T> failed(IOException e) {
        return broken(e, 0, 0);
    }

    private Step<T> broken(IOException e, int status, long length) {
        boolean interrupted =
                e instanceof InterruptedIOException && Thread.currentThread().isInterrupted();
        Step<T> step;
        if (e instanceof TokenAuthenticator.TokenRefusedException refused && !isTransient(refused)) {
            step = failure(e.getMessage(), null, refused.status, null, false, e);
        } else {
            settings.endpoints().failed(endpoint);
            long wait = policy.pause(attempts);
            if (attempts == 1 && settings.endpoints().all().size() > 1) {
                wait = 0;
            }
            boolean again = !interrupted && mayRepeat(wait);
            String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            step = again
                    ? new Step<>(null, null, true, wait)
                    : failure(said, sent == null ? null : requestId(), status, null, !interrupted, e);
        }
        finished(status, length, step.again, e.getClass().getSimpleName());
        return step;
    }

    private static boolean isTransient(TokenAuthenticator.TokenRefusedException refused) {
        return refused.status == 429 || refused.status >= 500;
    }

    private Step<T> failure(
            String message,
            @Nullable String requestId,
            int status,
            @Nullable Problem problem,
            boolean retryable,
            @Nullable IOException cause) {
        Failure failure = new Failure(operation.name, message, requestId, status, problem, attempts, retryable, cause);
        ProcurementException exception;
        if (cause instanceof TokenAuthenticator.TokenRefusedException refused) {
            exception = refused.status >= 400 && refused.status < 500 && refused.status != 429
                    ? new AuthenticationException(failure)
                    : ProcurementException.of(failure);
        } else if (cause instanceof BrokenAnswerException || cause instanceof JsonShapeException) {
            exception = new ProtocolException(failure);
        } else {
            exception = cause != null ? new TransportException(failure) : ProcurementException.of(failure);
        }
        return new Step<>(null, exception, false, 0);
    }

    private void finished(int status, long bytes, boolean again, @Nullable String failure) {
        MetricsListener.Attempt ended = attempt;
        if (ended == null) {
            return;
        }
        attempt = null;
        Duration took = Duration.ofNanos(System.nanoTime() - attemptStart);
        if (LOG.isDebugEnabled()) {
            // The path alone: queries name people and organisations, headers hold secrets, bodies hold personal data.
            LOG.debug(
                    "{} /v1/{} -> {} in {} ms (attempt {}{}, request {})",
                    operation.method,
                    String.join("/", operation.path),
                    failure == null ? status : failure,
                    took.toMillis(),
                    ended.number(),
                    again ? ", again" : "",
                    ended.requestId());
        }
        tell(listener ->
                listener.attemptFinished(ended, new MetricsListener.Outcome(status, took, bytes, again, failure)));
    }

    private void tell(Consumer<MetricsListener> news) {
        try {
            news.accept(settings.metrics());
        } catch (RuntimeException e) {
            LOG.warn("a metrics listener failed", e);
        }
    }
}
