package org.tongcai.signature;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a signature can see of a request or response: everything but the body. Immutable; made by the adapters of HTTP libraries.
 *
 * <p>A server must build scheme and authority from what the client sees, not from what a proxy in front of it sends.
 */
public final class HttpMessage {
    private final @Nullable String method;
    private final String scheme;
    private final String authority;
    private final String path;
    private final @Nullable String query;
    private final int status;
    private final List<Field> fields;
    private final @Nullable HttpMessage request;

    private HttpMessage(Builder builder) {
        this.method = builder.method;
        this.scheme = builder.scheme;
        this.authority = builder.authority;
        this.path = builder.path;
        this.query = builder.query;
        this.status = builder.status;
        this.fields = List.copyOf(builder.fields);
        this.request = builder.request;
    }

    /**
     * A request in parts, as they stand in the request line.
     *
     * @param method as sent; case-sensitive
     * @param scheme {@code http} or {@code https}
     * @param authority the value of {@code Host} or {@code :authority}; upper case and the default port are normalised away
     * @param path the raw path, still percent-encoded; empty is {@code /}
     * @param query the raw query without the question mark; null where there is none
     */
    public static Builder request(String method, String scheme, String authority, String path, @Nullable String query) {
        Builder builder = new Builder();
        builder.method = method;
        builder.scheme = scheme.toLowerCase(Locale.ROOT);
        builder.authority = normalAuthority(builder.scheme, authority);
        builder.path = path.isEmpty() ? "/" : path;
        builder.query = query;
        return builder;
    }

    /** A request to an absolute address. */
    public static Builder request(String method, URI uri) {
        if (uri.getScheme() == null || uri.getRawAuthority() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("not an absolute address without user information");
        }
        return request(method, uri.getScheme(), uri.getRawAuthority(), uri.getRawPath(), uri.getRawQuery());
    }

    /**
     * A response.
     *
     * @param request what it answers, with all its fields as they were sent
     */
    public static Builder response(int status, HttpMessage request) {
        Builder builder = new Builder();
        builder.status = status;
        builder.request = request;
        return builder;
    }

    /** A response to nothing in particular: it cannot be bound to a request. */
    static Builder response(int status) {
        Builder builder = new Builder();
        builder.status = status;
        return builder;
    }

    private static String normalAuthority(String scheme, String authority) {
        String lower = authority.toLowerCase(Locale.ROOT);
        String port = "https".equals(scheme) ? ":443" : "http".equals(scheme) ? ":80" : ":";
        return lower.endsWith(port) ? lower.substring(0, lower.length() - port.length()) : lower;
    }

    /** Whether this is a request. */
    public boolean isRequest() {
        return method != null;
    }

    /** The method; null for a response. */
    public @Nullable String method() {
        return method;
    }

    /** The status; 0 for a request. */
    public int status() {
        return status;
    }

    /** The scheme in lower case; empty for a response. */
    public String scheme() {
        return scheme;
    }

    /** The authority in lower case without a default port; empty for a response. */
    public String authority() {
        return authority;
    }

    /** The raw path; empty for a response. */
    public String path() {
        return path;
    }

    /** The raw query without the question mark; null where there is none. */
    public @Nullable String query() {
        return query;
    }

    /** What a response answers; null for a request. */
    public @Nullable HttpMessage request() {
        return request;
    }

    /** The values of all fields of that name in their order, as sent; empty where there is none. The name's case does not matter. */
    public List<String> values(String name) {
        List<String> values = new ArrayList<>(1);
        for (Field each : fields) {
            if (each.name.equalsIgnoreCase(name)) {
                values.add(each.value);
            }
        }
        return values;
    }

    /** Whether there is a field of that name. */
    public boolean has(String name) {
        for (Field each : fields) {
            if (each.name.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** The same message with one more field. */
    public HttpMessage with(String name, String value) {
        Builder builder = new Builder();
        builder.method = method;
        builder.scheme = scheme;
        builder.authority = authority;
        builder.path = path;
        builder.query = query;
        builder.status = status;
        builder.request = request;
        builder.fields.addAll(fields);
        return builder.field(name, value).build();
    }

    /** Method, path and status; no fields, as they may hold secrets. */
    @Override
    public String toString() {
        return isRequest() ? method + " " + path : "response " + status;
    }

    private record Field(String name, String value) {}

    /** Collects the fields. */
    public static final class Builder {
        private @Nullable String method;
        private String scheme = "";
        private String authority = "";
        private String path = "";
        private @Nullable String query;
        private int status;
        private final List<Field> fields = new ArrayList<>();
        private @Nullable HttpMessage request;

        private Builder() {}

        /** Adds a field behind the others; several of one name are allowed. */
        public Builder field(String name, String value) {
            fields.add(new Field(name, value));
            return this;
        }

        /** The message. */
        public HttpMessage build() {
            return new HttpMessage(this);
        }
    }
}
