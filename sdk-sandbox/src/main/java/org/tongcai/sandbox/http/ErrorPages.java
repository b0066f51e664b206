package org.tongcai.sandbox.http;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.tongcai.signature.ContentDigest;
import org.tongcai.signature.DigestAlgorithm;

/**
 * What the HTTP server itself refuses, before any operation sees it: answered with problems as everything else. Nothing of what the server
 * found goes out, which may be a stack trace or a piece of the request. Thread-safe.
 */
final class ErrorPages extends ErrorHandler {
    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    /** For methods that nobody knows, too. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            org.eclipse.jetty.server.Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        String requestId = Exchange.requestId(request.getHeaders().get(Exchange.REQUEST_ID));
        boolean english = Exchange.english(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        Response answer = problems.response(problem(status), requestId, english);
        byte[] body = Objects.requireNonNull(answer.body());
        answer.header(Exchange.REQUEST_ID, requestId)
                .header(ContentDigest.FIELD, ContentDigest.of(DigestAlgorithm.SHA_256, body));
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /** The catalogue has no codes for what an HTTP library can get wrong but people who use one cannot: 414, 417, 431, 505 are 400. */
    private static ProblemException problem(int status) {
        return switch (status) {
            case 404 -> Server.nothingHere();
            case 413 -> new ProblemException("document-too-large", "the body is too large");
            case 503 ->
                new ProblemException("unavailable", "the platform cannot take the request now")
                        .header("Retry-After", "5");
            default ->
                status < 500 || status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505
                        ? new ProblemException("malformed-request", malformed(status))
                        : new ProblemException("internal-error", "the platform failed; the log has the details");
        };
    }

    private static String malformed(int status) {
        return switch (status) {
            case 408 -> "the request did not come to its end in time";
            case 414 -> "the URI is longer than " + Server.HEADER_BYTES + " bytes";
            case 431 -> "the headers are longer than " + Server.HEADER_BYTES + " bytes";
            default -> "the request line or a header is not valid HTTP, or the path can be read in two ways";
        };
    }
}
