package org.tongcai.client;

import java.util.List;

/**
 * A part of the feed. Immutable.
 *
 * @param items the changes, in the order in which the platform made them
 * @param nextCursor where the feed goes on; to be kept once the items are dealt with
 * @param upToDate whether there was nothing more at the time
 */
public record FeedPage(List<FeedItem> items, String nextCursor, boolean upToDate) {
    /** Takes a copy of the items. */
    public FeedPage {
        items = List.copyOf(items);
    }
}
