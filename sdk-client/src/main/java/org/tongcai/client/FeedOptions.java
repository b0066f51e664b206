package org.tongcai.client;

import java.time.Duration;
import java.util.List;

/**
 * How the feed is read. Immutable; start from {@link #DEFAULT}.
 *
 * @param documentTypes only these; empty for all. Part of a cursor: a cursor of other types is refused
 * @param pageSize changes a page, 1 to 1,000
 * @param content whether the documents come along
 * @param poll how long the platform may hold an answer back until something happens, up to 30 s; zero to be answered at once
 * @param pause how long to wait before asking again where nothing new was there
 * @param untilUpToDate whether to return once everything has been read; else following goes on for ever
 */
public record FeedOptions(
        List<String> documentTypes,
        int pageSize,
        boolean content,
        Duration poll,
        Duration pause,
        boolean untilUpToDate) {
    /** All types, 100 a page, without content, waiting 20 s for news, for ever. */
    public static final FeedOptions DEFAULT =
            new FeedOptions(List.of(), 100, false, Duration.ofSeconds(20), Duration.ofSeconds(1), false);

    /** Checks the bounds. */
    public FeedOptions {
        documentTypes = List.copyOf(documentTypes);
        if (pageSize < 1 || pageSize > 1_000) {
            throw new IllegalArgumentException("a page has 1 to 1000 items: " + pageSize);
        }
        if (poll.isNegative() || poll.toSeconds() > 30 || pause.isNegative()) {
            throw new IllegalArgumentException("poll is 0 to 30 s, pause at least 0");
        }
    }

    /** The same for these types. */
    public FeedOptions withDocumentTypes(String... types) {
        return new FeedOptions(List.of(types), pageSize, content, poll, pause, untilUpToDate);
    }

    /** The same with pages of another size. */
    public FeedOptions withPageSize(int size) {
        return new FeedOptions(documentTypes, size, content, poll, pause, untilUpToDate);
    }

    /** The same with the documents in it. */
    public FeedOptions withContent() {
        return new FeedOptions(documentTypes, pageSize, true, poll, pause, untilUpToDate);
    }

    /** The same with another time that the platform may hold answers back. */
    public FeedOptions withPoll(Duration time) {
        return new FeedOptions(documentTypes, pageSize, content, time, pause, untilUpToDate);
    }

    /** The same with another pause where nothing is new. */
    public FeedOptions withPause(Duration time) {
        return new FeedOptions(documentTypes, pageSize, content, poll, time, untilUpToDate);
    }

    /** The same, ending once everything has been read. */
    public FeedOptions onceThrough() {
        return new FeedOptions(documentTypes, pageSize, content, Duration.ZERO, pause, true);
    }
}
