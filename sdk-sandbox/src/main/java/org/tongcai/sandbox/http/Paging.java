package org.tongcai.sandbox.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins, and by what it is filtered. The cursor carries the filters of the first page; on later pages they are the same or
 * absent. Belongs to one request.
 */
public final class Paging {
    /** {@code cursor=latest}: from now on. */
    public static final String LATEST = "latest";

    private static final int LIMIT = 1_000;

    private final Exchange exchange;
    private final Cursors cursors;
    private final TreeMap<String, List<String>> filters = new TreeMap<>();
    private final String canonical;
    private final long position;

    /**
     * Reads cursor and filters.
     *
     * @param purpose operation, and the parts of its path that must not change
     * @param names parameters that filter
     */
    public Paging(Exchange exchange, Cursors cursors, String purpose, Collection<String> names) {
        this.exchange = exchange;
        this.cursors = cursors;
        for (String name : names) {
            List<String> values = new ArrayList<>(exchange.queries(name));
            values.sort(null);
            if (!values.isEmpty()) {
                filters.put(name, values);
            }
        }
        String cursor = exchange.query("cursor");
        String given = purpose + "?" + text();
        if (cursor == null || cursor.equals(LATEST)) {
            canonical = given;
            position = 0;
        } else {
            Cursors.Held held = cursors.read(exchange.caller(), cursor);
            if (!held.filters().startsWith(purpose + "?")
                    || (!filters.isEmpty() && !held.filters().equals(given))) {
                throw Cursors.invalid("it was made by another query");
            }
            canonical = held.filters();
            position = held.position();
            restore(canonical.substring(purpose.length() + 1));
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        filters.forEach((name, values) -> values.forEach(value -> text.append(text.length() == 0 ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return text.toString();
    }

    private void restore(String text) {
        filters.clear();
        if (!text.isEmpty()) {
            for (String pair : text.split("&")) {
                int equals = pair.indexOf('=');
                filters.computeIfAbsent(pair.substring(0, equals), name -> new ArrayList<>())
                        .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
    }

    /** Whether the page begins at what comes next. */
    public boolean latest() {
        return LATEST.equals(exchange.query("cursor"));
    }

    /** Position after which the page begins; 0 for the first one. */
    public long position() {
        return position;
    }

    /** How many items a page has. */
    public int limit() {
        return exchange.query("limit", 1, LIMIT, 100);
    }

    /** A filter; null where it is absent. */
    public @Nullable String value(String name) {
        List<String> values = filters.get(name);
        return values == null ? null : values.get(0);
    }

    /** A filter that may be repeated. */
    public List<String> values(String name) {
        return filters.getOrDefault(name, List.of());
    }

    /** A cursor to go on with. */
    public String next(long after) {
        return cursors.write(exchange.caller(), canonical, after);
    }
}
