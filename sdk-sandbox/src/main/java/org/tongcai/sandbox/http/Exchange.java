package org.tongcai.sandbox.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.submission.Sha256;

/** One request, as operations see it. Belongs to one request. */
public final class Exchange {
    /** Header by which both sides find a request again. */
    static final String REQUEST_ID = "Request-Id";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:\\-]{1,128}");
    private static final byte[] NOTHING = {};

    private final Context context;
    private final String requestId;
    private final List<Runnable> afterwards = new ArrayList<>();
    private byte[] body = NOTHING;
    private @Nullable Caller caller;

    Exchange(Context context) {
        this.context = context;
        this.requestId = requestId(context.header(REQUEST_ID));
    }

    /** The id of a request: the one given where it is well-formed, else a new one. */
    static String requestId(@Nullable String given) {
        return given != null && NAME.matcher(given).matches() ? given : Ids.next("RQ");
    }

    Context context() {
        return context;
    }

    /** Id of the request. */
    public String requestId() {
        return requestId;
    }

    /** Whether the caller wants English. */
    public boolean english() {
        return english(context.header("Accept-Language"));
    }

    static boolean english(@Nullable String wanted) {
        if (wanted == null) {
            return false;
        }
        String lower = wanted.toLowerCase(Locale.ROOT);
        int en = lower.indexOf("en");
        int zh = lower.indexOf("zh");
        return en >= 0 && (zh < 0 || en < zh);
    }

    /** A header; null where it is absent. */
    public @Nullable String header(String name) {
        return context.header(name);
    }

    /** Media type of the body, in lower case and without parameters; "" where it is not said. */
    public String mediaType() {
        String type = context.header("Content-Type");
        if (type == null) {
            return "";
        }
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    }

    /**
     * A parameter of the path.
     *
     * @throws ProblemException {@code not-found} if it cannot be the name of anything
     */
    public String path(String name) {
        String value = context.pathParam(name);
        if (value.isEmpty() || value.length() > 128 || !NAME.matcher(value).matches()) {
            throw new ProblemException("not-found", "there is no such " + name);
        }
        return value;
    }

    /** A day of the path. */
    public LocalDate pathDay(String name) {
        return day(name, context.pathParam(name));
    }

    /** Who calls; only in operations that demand authentication. */
    public Caller caller() {
        Caller known = caller;
        if (known == null) {
            throw new IllegalStateException("not authenticated");
        }
        return known;
    }

    @Nullable
    Caller callerOrNull() {
        return caller;
    }

    void caller(Caller known) {
        caller = known;
    }

    /** The body. */
    public byte[] body() {
        return body;
    }

    /** Reads the body, which may not be larger than {@code most}. */
    void readBody(int most, String tooLarge) throws IOException {
        long announced = context.req().getContentLengthLong();
        if (announced > most) {
            throw tooLarge(most, tooLarge);
        }
        String coding = context.header("Content-Encoding");
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw new ProblemException("unsupported-media-type", "content codings are not taken");
        }
        body = bounded(context.req().getInputStream(), most, tooLarge);
    }

    private static byte[] bounded(InputStream in, int most, String tooLarge) throws IOException {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw tooLarge(most, tooLarge);
        }
        return bytes;
    }

    private static ProblemException tooLarge(int most, String code) {
        return new ProblemException(code, "more than " + most + " bytes are not taken");
    }

    void checkParameters(Set<String> known) {
        for (Map.Entry<String, List<String>> given : context.queryParamMap().entrySet()) {
            if (!known.contains(given.getKey())) {
                throw invalid(given.getKey(), "there is no such parameter");
            }
            if (given.getValue().size() > 1 && !given.getKey().equals("documentType")) {
                throw invalid(given.getKey(), "it must not be repeated");
            }
        }
    }

    /** A parameter of the query; null where it is absent. */
    public @Nullable String query(String name) {
        return context.queryParam(name);
    }

    /** A parameter that may be repeated. */
    public List<String> queries(String name) {
        return context.queryParams(name);
    }

    /** A parameter that must match; null where it is absent. */
    public @Nullable String query(String name, Pattern pattern) {
        String value = query(name);
        if (value != null && !pattern.matcher(value).matches()) {
            throw invalid(name, "it must match " + pattern);
        }
        return value;
    }

    /** A whole number within bounds. */
    public int query(String name, int least, int most, int otherwise) {
        String value = query(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The same answer as for a number out of bounds.
        }
        throw invalid(name, "it must be a whole number between " + least + " and " + most);
    }

    /** A moment, in milliseconds; null where it is absent. */
    public @Nullable Long moment(String name) {
        String value = query(name);
        try {
            return value == null
                    ? null
                    : OffsetDateTime.parse(value).toInstant().toEpochMilli();
        } catch (DateTimeParseException e) {
            throw invalid(name, "it must be a moment with offset (RFC 3339)");
        }
    }

    /** A day; null where it is absent. */
    public @Nullable LocalDate day(String name) {
        String value = query(name);
        return value == null ? null : day(name, value);
    }

    private static LocalDate day(String name, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw invalid(name, "it must be a day (yyyy-mm-dd)");
        }
    }

    /** What is answered to a parameter that is not valid. */
    public static ProblemException invalid(String name, String why) {
        return new ProblemException("invalid-parameter", name + ": " + why).with("parameter", name);
    }

    /** The whole of the request in one digest, for idempotency keys. */
    String digest() {
        String query = context.queryString();
        return Sha256.hex((context.method().name() + "\n" + context.path() + "\n" + (query == null ? "" : query) + "\n"
                        + Sha256.hex(body))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Runs something once the transaction is committed. */
    public void afterCommit(Runnable work) {
        afterwards.add(work);
    }

    void committed() {
        afterwards.forEach(Runnable::run);
        afterwards.clear();
    }

    void rolledBack() {
        afterwards.clear();
    }
}
