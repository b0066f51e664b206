package org.tongcai.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.tongcai.client.json.Members;
import org.tongcai.signature.Algorithms;

/** Bears a token that it fetches, keeps in memory and renews before it runs out. One fetch at a time, whoever needs it. */
final class TokenAuthenticator extends Authenticator {
    private static final int MOST_BYTES = 64 << 10;
    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    private final String id;
    private final String secret;
    private final OkHttpClient http;
    private final Supplier<HttpUrl> base;
    private final LongSupplier clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Token token;

    private record Token(String value, long renewAt) {
        @Override
        public String toString() {
            return "token …";
        }
    }

    TokenAuthenticator(
            OkHttpClient http, Credentials.ClientSecret credentials, Supplier<HttpUrl> base, LongSupplier clock) {
        super(Algorithms.jdk());
        this.http = http;
        this.id = credentials.id;
        this.secret = credentials.secret;
        this.base = base;
        this.clock = clock;
    }

    @Override
    boolean mayBlock() {
        Token known = token;
        return known == null || isDue(known);
    }

    @Override
    Request authenticate(Request request, boolean body) throws IOException {
        return request.newBuilder().header("Authorization", "Bearer " + token()).build();
    }

    @Override
    boolean renew(Request refused) {
        Token known = token;
        String used = refused.header("Authorization");
        if (known != null && ("Bearer " + known.value).equals(used)) {
            token = null;
        }
        return used != null;
    }

    private boolean isDue(Token known) {
        return known.renewAt - clock.getAsLong() <= 0;
    }

    private String token() throws IOException {
        Token known = token;
        if (known != null && !isDue(known)) {
            return known.value;
        }
        try {
            fetching.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        try {
            known = token;
            if (known == null || isDue(known)) {
                known = fetch();
                token = known;
            }
            return known.value;
        } finally {
            fetching.unlock();
        }
    }

    private Token fetch() throws IOException {
        HttpUrl url = base.get()
                .newBuilder()
                .addPathSegment("v1")
                .addPathSegment("token")
                .build();
        Request request = new Request.Builder()
                .url(url)
                // RFC 6749 section 2.3.1: both are form-encoded before they are joined.
                .header("Authorization", okhttp3.Credentials.basic(encode(id), encode(secret)))
                .header("Accept", "application/json")
                .header("Accept-Encoding", "identity")
                .post(RequestBody.create("grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII), FORM))
                .build();
        try (Response response = http.newCall(request).execute()) {
            byte[] body = Bodies.read(response, MOST_BYTES);
            if (!response.isSuccessful()) {
                throw new TokenRefusedException(response.code(), error(body));
            }
            check(request, response.code(), response.headers(), body, body.length > 0);
            Members members = Members.parse(body);
            long seconds = Math.min(members.wholeOr("expires_in", 60), 86_400);
            // Renewed when a tenth of its time is left, at least some seconds, for requests that are on their way.
            long margin = Math.max(Math.min(5, seconds / 2), seconds / 10);
            return new Token(members.required("access_token"), clock.getAsLong() + (seconds - margin) * 1_000_000_000L);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String error(byte[] body) {
        try {
            String error = Members.parse(body).textOr("error", "");
            return error.matches("[a-z_]{1,40}") ? error : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** The platform gave no token. */
    static final class TokenRefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        final int status;

        TokenRefusedException(int status, String error) {
            super("no token was given: HTTP " + status + (error.isEmpty() ? "" : ", " + error));
            this.status = status;
        }
    }
}
