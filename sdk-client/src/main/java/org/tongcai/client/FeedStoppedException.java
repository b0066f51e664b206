package org.tongcai.client;

import org.jspecify.annotations.Nullable;

/** The handler of a feed failed. Following again from {@link #cursor} brings the item again, and maybe some before it. */
public final class FeedStoppedException extends ProcurementException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String cursor;
    private final transient FeedItem item;

    FeedStoppedException(@Nullable String cursor, FeedItem item, Exception cause) {
        super(new Failure("readFeed", "the handler failed: " + cause.getMessage(), null, 0, null, 0, true, cause));
        this.cursor = cursor;
        this.item = item;
    }

    /** Where to go on; null for the beginning. */
    public @Nullable String cursor() {
        return cursor;
    }

    /** What the handler failed on. */
    public FeedItem item() {
        return item;
    }
}
