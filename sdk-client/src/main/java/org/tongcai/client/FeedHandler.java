package org.tongcai.client;

/** Deals with changes, one after the other. */
@FunctionalInterface
public interface FeedHandler {
    /**
     * Deals with one change. It may come again after a crash or failure, so this must be idempotent: by type, platform, id and revision.
     *
     * @throws Exception to stop following; {@link FeedStoppedException} carries it
     */
    void handle(FeedItem item) throws Exception;
}
