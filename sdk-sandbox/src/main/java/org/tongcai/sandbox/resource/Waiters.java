package org.tongcai.sandbox.resource;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Readers who wait for the feed of a tenant. None of them holds a thread: they are futures, completed when something is stored or their
 * time is over. What another process stores in the same database is seen when the time is over. Thread-safe.
 */
public final class Waiters implements AutoCloseable {
    private final Map<Long, Set<CompletableFuture<Boolean>>> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(daemon("tongcai-feed-clock"));
    private final ExecutorService readers = Executors.newFixedThreadPool(4, daemon("tongcai-feed-reader"));

    static java.util.concurrent.ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** A place in the waiting room, to be taken before the feed is read, so that nothing happens between. */
    public CompletableFuture<Boolean> enter(long tenant) {
        CompletableFuture<Boolean> place = new CompletableFuture<>();
        Set<CompletableFuture<Boolean>> room = waiting.computeIfAbsent(tenant, key -> ConcurrentHashMap.newKeySet());
        room.add(place);
        place.whenComplete((woken, failure) -> room.remove(place));
        return place;
    }

    /** Answers once the place is called, or after some seconds. */
    public <T> CompletableFuture<T> after(CompletableFuture<Boolean> place, int seconds, Supplier<T> answer) {
        clock.schedule(() -> place.complete(false), seconds, TimeUnit.SECONDS);
        return place.thenApplyAsync(woken -> answer.get(), readers);
    }

    /** Something was stored. */
    public void wake(long tenant) {
        Set<CompletableFuture<Boolean>> room = waiting.get(tenant);
        if (room != null) {
            Set.copyOf(room).forEach(place -> place.complete(true));
        }
    }

    /** Lets everybody go who waits. */
    @Override
    public void close() {
        waiting.keySet().forEach(this::wake);
        clock.shutdownNow();
        readers.shutdown();
    }
}
