package org.tongcai.client;

import java.io.IOException;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.ContentDigest;
import org.tongcai.signature.HttpMessage;

/** Proves who the client is, and finds out whether an answer is the platform's. Safe for threads. */
abstract class Authenticator {
    private final Algorithms algorithms;

    Authenticator(Algorithms algorithms) {
        this.algorithms = algorithms;
    }

    /** Nothing to prove. */
    static Authenticator none() {
        return new Authenticator(Algorithms.jdk()) {
            @Override
            Request authenticate(Request request, boolean body) {
                return request;
            }
        };
    }

    /** Whether {@link #authenticate} may wait for the network. */
    boolean mayBlock() {
        return false;
    }

    /** The request of one attempt, completed; a new proof each time. */
    abstract Request authenticate(Request request, boolean body) throws IOException;

    /**
     * Holds an answer against its digest, and its signature where one is demanded.
     *
     * @param body the body; null where it is checked as it passes by
     */
    void check(Request request, int status, Headers headers, byte @Nullable [] body, boolean hasBody)
            throws BrokenAnswerException {
        if (body == null || !hasBody) {
            return;
        }
        ContentDigest.Match match = ContentDigest.check(message(request, status, headers), body, algorithms);
        if (match == ContentDigest.Match.DIFFERS || match == ContentDigest.Match.MALFORMED) {
            throw new BrokenAnswerException("the body of the answer is not that of its Content-Digest");
        }
    }

    /** Computes the digests of a body that passes by. */
    ContentDigest.Checker checker(Request request, int status, Headers headers) {
        return ContentDigest.checker(message(request, status, headers), algorithms);
    }

    /** Called when the platform said 401; whether new credentials may change its mind. */
    boolean renew(Request refused) {
        return false;
    }

    static HttpMessage message(Request request) {
        HttpUrl url = request.url();
        String host = url.host().indexOf(':') >= 0 ? "[" + url.host() + "]" : url.host();
        HttpMessage.Builder message = HttpMessage.request(
                request.method(), url.scheme(), host + ":" + url.port(), url.encodedPath(), url.encodedQuery());
        request.headers().forEach(field -> message.field(field.getFirst(), field.getSecond()));
        return message.build();
    }

    static HttpMessage message(Request request, int status, Headers headers) {
        HttpMessage.Builder message = HttpMessage.response(status, message(request));
        headers.forEach(field -> message.field(field.getFirst(), field.getSecond()));
        return message.build();
    }

    static Request with(Request request, Map<String, String> fields) {
        Request.Builder builder = request.newBuilder();
        fields.forEach(builder::header);
        return builder.build();
    }
}
