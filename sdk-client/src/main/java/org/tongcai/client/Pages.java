package org.tongcai.client;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Goes through a list page by page, asking for the next one only when it is needed. */
final class Pages<T> implements Iterator<T> {
    private final Function<@Nullable String, Page<T>> source;
    private final Queue<T> items = new ArrayDeque<>();
    private @Nullable String cursor;
    private boolean ended;

    private Pages(Function<@Nullable String, Page<T>> source) {
        this.source = source;
    }

    static <T> Stream<T> stream(Function<@Nullable String, Page<T>> source) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Pages<>(source), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    @Override
    public boolean hasNext() {
        while (items.isEmpty() && !ended) {
            Page<T> page = source.apply(cursor);
            items.addAll(page.items());
            ended = page.nextCursor() == null;
            cursor = page.nextCursor();
        }
        return !items.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return items.remove();
    }
}
