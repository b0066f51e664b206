package org.tongcai.sandbox.http;

import io.javalin.http.HandlerType;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the service standard. Immutable.
 *
 * @param id operationId
 * @param method method
 * @param path path with parameters in braces, without the base path
 * @param open whether it is there for everybody
 * @param keyed whether it demands an idempotency key; it then runs in the transaction in which its response is kept
 * @param scope scope that it demands; null where that depends on the request
 * @param parameters parameters of the query
 * @param body bytes that a body may have; 0 for none
 * @param tooLarge error for a body that is larger
 * @param work what it does
 */
public record Operation(
        String id,
        HandlerType method,
        String path,
        boolean open,
        boolean keyed,
        @Nullable String scope,
        Set<String> parameters,
        int body,
        String tooLarge,
        Work work) {
    public Operation {
        parameters = Set.copyOf(parameters);
    }

    /** What an operation does. */
    public sealed interface Work permits Direct, Stored, Waiting {}

    /** Answers at once. */
    @FunctionalInterface
    public non-sealed interface Direct extends Work {
        /** Answers. */
        Response answer(Exchange exchange);
    }

    /** Answers in a transaction. */
    @FunctionalInterface
    public non-sealed interface Stored extends Work {
        /** Answers. */
        Response answer(Exchange exchange, Handle handle);
    }

    /** Answers later; no thread waits. */
    @FunctionalInterface
    public non-sealed interface Waiting extends Work {
        /** Answers. */
        CompletableFuture<Response> answer(Exchange exchange);
    }

    /** A query. */
    public static Operation get(String id, String path, @Nullable String scope, Set<String> parameters, Work work) {
        return new Operation(id, HandlerType.GET, path, false, false, scope, parameters, 0, "document-too-large", work);
    }

    /** Something that anybody may ask. */
    public static Operation open(String id, HandlerType method, String path, int body, Direct work) {
        return new Operation(id, method, path, true, false, null, Set.of(), body, "document-too-large", work);
    }

    /** Something that changes what is stored, at most once for each idempotency key. */
    public static Operation post(
            String id, String path, @Nullable String scope, int body, String tooLarge, Stored work) {
        return new Operation(id, HandlerType.POST, path, false, true, scope, Set.of(), body, tooLarge, work);
    }

    /** Anything else. */
    public static Operation other(
            String id, HandlerType method, String path, @Nullable String scope, int body, String tooLarge, Work work) {
        return new Operation(id, method, path, false, false, scope, Set.of(), body, tooLarge, work);
    }
}
