package org.tongcai.client;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One logical call: what is asked, and how its answer is read. All its attempts share body, digest and idempotency key. */
final class Operation<T> {
    /** Bound on answers in JSON; pages and batches stay far below. */
    static final long JSON_BYTES = 64L << 20;

    static final byte[] NO_BODY = {};

    /** Makes the result of an answer that is successful, or that {@link #taking} accepts. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Answer answer) throws IOException;
    }

    /** Takes a body as it arrives, instead of memory. Failures of its own are unchecked: the network is not to blame. */
    interface Sink {
        /** A body begins; what came before does not count. */
        void begin();

        /** The next bytes of it. */
        void write(byte[] bytes, int length);
    }

    final String name;
    final String method;
    final List<String> path;
    final Reader<T> reader;
    final List<Map.Entry<String, String>> query = new ArrayList<>();
    final Map<String, String> headers = new LinkedHashMap<>();
    Content body = Content.NONE;

    @Nullable
    String mediaType;

    @Nullable
    String contentDigest;

    @Nullable
    String idempotencyKey;

    boolean repeatable;
    boolean authenticated = true;
    long mostBytes = JSON_BYTES;
    Duration patience = Duration.ZERO;

    @Nullable
    RetryPolicy retry;

    @Nullable
    Sink sink;

    Predicate<Problem> taken = problem -> false;

    private Operation(String name, String method, List<String> path, Reader<T> reader) {
        this.name = name;
        this.method = method;
        this.path = path;
        this.reader = reader;
        this.repeatable = !"POST".equals(method) && !"PATCH".equals(method);
    }

    static <T> Operation<T> get(String name, Reader<T> reader, String... path) {
        return new Operation<>(name, "GET", List.of(path), reader);
    }

    static <T> Operation<T> of(String method, String name, Reader<T> reader, String... path) {
        return new Operation<>(name, method, List.of(path), reader);
    }

    /** Writing under an idempotency key, which makes it repeatable. */
    static <T> Operation<T> post(String name, Reader<T> reader, List<String> path) {
        Operation<T> operation = new Operation<>(name, "POST", path, reader);
        operation.idempotencyKey = UUID.randomUUID().toString();
        operation.repeatable = true;
        return operation;
    }

    Operation<T> body(byte[] bytes, String type) {
        return body(Content.of(bytes), type);
    }

    Operation<T> body(Content content, String type) {
        this.body = content;
        this.mediaType = type;
        this.contentDigest = content.digest();
        return this;
    }

    /** A parameter of the query; nothing where the value is null. */
    Operation<T> with(String parameter, @Nullable Object value) {
        if (value != null) {
            query.add(Map.entry(parameter, value.toString()));
        }
        return this;
    }

    Operation<T> header(String field, String value) {
        headers.put(field, value);
        return this;
    }

    Operation<T> key(@Nullable String key) {
        if (key != null) {
            this.idempotencyKey = key;
        }
        return this;
    }

    Operation<T> repeatable(boolean is) {
        this.repeatable = is;
        return this;
    }

    Operation<T> withoutCredentials() {
        this.authenticated = false;
        return this;
    }

    Operation<T> most(long bytes) {
        this.mostBytes = bytes;
        return this;
    }

    /** The platform may take that much longer to answer. */
    Operation<T> patience(Duration more) {
        this.patience = more;
        return this;
    }

    Operation<T> retry(@Nullable RetryPolicy policy) {
        this.retry = policy;
        return this;
    }

    /** Hands the body of a successful answer on as it arrives. */
    Operation<T> sink(Sink target) {
        this.sink = target;
        return this;
    }

    /** Refusals that are results. */
    Operation<T> taking(Predicate<Problem> refusals) {
        this.taken = refusals;
        return this;
    }
}
