package org.tongcai.client;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The threads of a client. Those of an HTTP client that the host gave are the host's. */
final class ClientThreads {
    private final OkHttpClient http;
    private final boolean own;
    private final ScheduledThreadPoolExecutor timer;

    ClientThreads(OkHttpClient http, boolean own) {
        this.http = http;
        this.own = own;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "tongcai-client-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(true);
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    static Dispatcher dispatcher(int concurrent) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(Math.max(64, concurrent));
        dispatcher.setMaxRequestsPerHost(concurrent);
        return dispatcher;
    }

    ScheduledThreadPoolExecutor timer() {
        return timer;
    }

    void close() {
        // What still waits wakes up in its time and finds the client closed.
        timer.shutdown();
        if (own) {
            http.dispatcher().cancelAll();
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }
}
