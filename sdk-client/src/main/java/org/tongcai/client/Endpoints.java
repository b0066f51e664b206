package org.tongcai.client;

import java.util.List;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;

/**
 * The entrances of one platform in order of preference. One that failed is left alone for a while; where all have failed, the one whose
 * rest ends first is tried. Safe for threads.
 */
final class Endpoints {
    private static final long REST = 30_000_000_000L;

    private final List<HttpUrl> urls;
    private final long[] restUntil;
    private final LongSupplier clock;

    Endpoints(List<HttpUrl> urls, LongSupplier clock) {
        this.urls = List.copyOf(urls);
        this.clock = clock;
        this.restUntil = new long[urls.size()];
        java.util.Arrays.fill(restUntil, clock.getAsLong());
    }

    List<HttpUrl> all() {
        return urls;
    }

    synchronized int choose() {
        long now = clock.getAsLong();
        int best = 0;
        for (int i = 0; i < restUntil.length; i++) {
            if (restUntil[i] - now <= 0) {
                return i;
            }
            if (restUntil[i] - restUntil[best] < 0) {
                best = i;
            }
        }
        return best;
    }

    HttpUrl url(int index) {
        return urls.get(index);
    }

    synchronized void failed(int index) {
        restUntil[index] = clock.getAsLong() + REST;
    }

    synchronized void worked(int index) {
        restUntil[index] = clock.getAsLong();
    }
}
