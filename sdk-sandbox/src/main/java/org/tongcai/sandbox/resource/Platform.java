package org.tongcai.sandbox.resource;

import java.util.function.Supplier;
import org.tongcai.sandbox.SandboxOptions;
import org.tongcai.sandbox.http.Cursors;
import org.tongcai.sandbox.http.Problems;
import org.tongcai.sandbox.store.Database;
import org.tongcai.sandbox.submission.Judge;

/**
 * What the operations share. Immutable.
 *
 * @param options options
 * @param database database
 * @param judge the standard
 * @param cursors cursors
 * @param problems error catalogue
 * @param waiters who waits for the feed
 * @param url base URL as others see it, known once the server listens
 * @param delivery wakes whoever delivers events
 */
public record Platform(
        SandboxOptions options,
        Database database,
        Judge judge,
        Cursors cursors,
        Problems problems,
        Waiters waiters,
        Supplier<String> url,
        Runnable delivery) {}
