package org.tongcai.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tongcai.client.json.Members;

/**
 * The changes at a platform, in order and without gaps. Safe for threads.
 *
 * <p>A cursor that the platform does not know any more ends in an {@link InvalidRequestException} with the problem {@code invalid-cursor}:
 * beginning anew is for the caller to decide.
 */
public final class Feed {
    private static final Set<String> RAW = Set.of("document");

    private final Transport transport;

    Feed(Transport transport) {
        this.transport = transport;
    }

    /**
     * One page.
     *
     * @param cursor where to go on; null for the beginning, {@code latest} for what happens from now on
     */
    public FeedPage read(@Nullable String cursor, FeedOptions options) {
        return transport.call(operation(cursor, options));
    }

    /** As {@link #read}. */
    public CompletableFuture<FeedPage> readAsync(@Nullable String cursor, FeedOptions options) {
        return transport.callAsync(operation(cursor, options));
    }

    private static Operation<FeedPage> operation(@Nullable String cursor, FeedOptions options) {
        Operation<FeedPage> operation = Operation.get("readFeed", Feed::page, "feed")
                .with("cursor", cursor)
                .with("limit", options.pageSize())
                .with("include", options.content() ? "document" : null)
                .with("wait", options.poll().isZero() ? null : options.poll().toSeconds())
                .patience(options.poll())
                .most(options.content() ? 4 * Operation.JSON_BYTES : Operation.JSON_BYTES);
        options.documentTypes().forEach(type -> operation.with("documentType", type));
        return operation;
    }

    private static FeedPage page(Answer answer) throws IOException {
        Members members = Members.parse(answer.body(), RAW);
        return new FeedPage(
                Page.items(members, "items", FeedItem::of), members.required("nextCursor"), members.flag("upToDate"));
    }

    /**
     * Follows the feed in this thread: for ever, or once through; see {@link FeedOptions#onceThrough}. Interrupting the thread or closing
     * the client ends it.
     *
     * @param cursor where to begin; null for the beginning
     * @return the cursor behind the last page that was dealt with; null where there was none
     * @throws FeedStoppedException if the handler failed
     */
    public @Nullable String follow(@Nullable String cursor, FeedOptions options, FeedHandler handler) {
        return follow(cursor, options, handler, null);
    }

    /** Follows the feed for ever with the default options; see {@link #follow(String, FeedOptions, FeedHandler)}. */
    public @Nullable String follow(@Nullable String cursor, FeedHandler handler) {
        return follow(cursor, FeedOptions.DEFAULT, handler);
    }

    /**
     * Follows the feed from where the store says, and stores the place after each page; see {@link #follow(String, FeedOptions,
     * FeedHandler)}.
     *
     * @throws UncheckedIOException if the store fails
     */
    public @Nullable String follow(CursorStore store, FeedOptions options, FeedHandler handler) {
        try {
            return follow(store.load(), options, handler, store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String follow(
            @Nullable String from, FeedOptions options, FeedHandler handler, @Nullable CursorStore store) {
        String cursor = from;
        while (!Thread.currentThread().isInterrupted()) {
            FeedPage page = read(cursor, options);
            for (FeedItem item : page.items()) {
                handle(cursor, item, handler);
            }
            if (store != null && !page.nextCursor().equals(cursor)) {
                try {
                    store.save(page.nextCursor());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            cursor = page.nextCursor();
            if (page.upToDate() && options.untilUpToDate()) {
                return cursor;
            }
            if (page.items().isEmpty() && !rest(options.pause())) {
                return cursor;
            }
        }
        return cursor;
    }

    private static void handle(@Nullable String cursor, FeedItem item, FeedHandler handler) {
        try {
            handler.handle(item);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedStoppedException(cursor, item, e);
        } catch (Exception e) {
            throw new FeedStoppedException(cursor, item, e);
        }
    }

    private static boolean rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
