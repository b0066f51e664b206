package org.tongcai.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** A bad network between client and platform: forwards bytes, and does to each connection what its dice say. */
final class FaultProxy implements Closeable {
    /** What may happen to a connection. */
    enum Fault {
        /** Nothing until so many bytes have passed; then it is cut, as idle connections are. */
        CUT_LATER,
        /** Refused at once. */
        REFUSED,
        /** Cut within the request. */
        HALF_REQUEST,
        /** The platform has done its work; the answer is cut. */
        HALF_ANSWER,
        /** The platform has done its work; a gateway answers 500 in its place. */
        ANSWER_REPLACED,
        /** A gateway answers without asking the platform. */
        TOO_MANY,
        /** Everything takes a while. */
        SLOW,
        /** The request is delivered a second time behind the first. */
        TWICE,
        /** For a while nothing goes through, for anybody. */
        OUTAGE
    }

    private static final String ANSWER =
            "HTTP/1.1 %s\r\nContent-Length: 0\r\nRetry-After: 0\r\nConnection: close\r\n\r\n";

    private final ServerSocket server;
    private final int target;
    private final Random dice;
    private final AtomicInteger faultsLeft;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long darkUntil = System.nanoTime();

    FaultProxy(int target, long seed, int faults) throws IOException {
        this.target = target;
        this.dice = new Random(seed);
        this.faultsLeft = new AtomicInteger(faults);
        this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on, and for that long, nothing goes through, for anybody; what is open is cut. */
    void darken(Duration time) {
        darkUntil = System.nanoTime() + time.toNanos();
        open.forEach(FaultProxy::reset);
    }

    /** What happens to one connection. */
    private record Fate(Fault fault, int bytes, int millis, boolean faulty) {}

    private synchronized Fate roll() {
        boolean faulty = faultsLeft.getAndDecrement() > 0;
        Fault fault = faulty ? Fault.values()[dice.nextInt(Fault.values().length)] : Fault.CUT_LATER;
        return new Fate(fault, 1 + dice.nextInt(40_000), dice.nextInt(40), faulty);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                Fate fate = roll();
                if (fate.fault == Fault.OUTAGE) {
                    darkUntil = System.nanoTime() + 150_000_000L;
                }
                if (fate.fault == Fault.REFUSED || System.nanoTime() - darkUntil < 0) {
                    reset(client);
                } else {
                    threads.execute(() -> serve(client, fate));
                }
            } catch (IOException e) {
                // Closed: the end of this proxy.
            }
        }
    }

    private void serve(Socket client, Fate fate) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        try (client;
                Socket platform = new Socket("127.0.0.1", target)) {
            open.add(platform);
            if (fate.fault == Fault.TOO_MANY) {
                client.getInputStream().read(new byte[16 << 10]);
                client.getOutputStream().write(answer("429 Too Many Requests"));
                drain(client);
                return;
            }
            threads.execute(() -> up(client, platform, fate, request));
            down(client, platform, fate);
            if (fate.fault == Fault.TWICE) {
                again(request);
            }
        } catch (IOException | RejectedExecutionException e) {
            // One side went away, as it does in bad networks, or this proxy did.
        } finally {
            open.remove(client);
        }
    }

    private void up(Socket client, Socket platform, Fate fate, ByteArrayOutputStream request) {
        try {
            InputStream in = client.getInputStream();
            OutputStream out = platform.getOutputStream();
            byte[] buffer = new byte[8 << 10];
            int passed = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                pause(fate);
                if (fate.fault == Fault.HALF_REQUEST && passed + n > fate.bytes) {
                    out.write(buffer, 0, Math.max(0, fate.bytes - passed));
                    out.flush();
                    reset(platform);
                    reset(client);
                    return;
                }
                synchronized (request) {
                    request.write(buffer, 0, n);
                }
                out.write(buffer, 0, n);
                out.flush();
                passed += n;
                if (fate.faulty && fate.fault == Fault.CUT_LATER && passed > fate.bytes) {
                    reset(client);
                    reset(platform);
                    return;
                }
            }
            platform.shutdownOutput();
        } catch (IOException e) {
            // The other direction notices, too.
        }
    }

    private void down(Socket client, Socket platform, Fate fate) throws IOException {
        InputStream in = platform.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] buffer = new byte[8 << 10];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            pause(fate);
            if (fate.fault == Fault.ANSWER_REPLACED) {
                out.write(answer("500 Internal Server Error"));
                drain(client);
                return;
            }
            if (fate.fault == Fault.HALF_ANSWER) {
                out.write(buffer, 0, Math.min(n - 1, fate.bytes % n));
                out.flush();
                reset(client);
                reset(platform);
                return;
            }
            out.write(buffer, 0, n);
            out.flush();
            if (fate.fault == Fault.TWICE) {
                return;
            }
        }
    }

    /** Delivers what was delivered, on a connection of its own; nobody hears the answer. */
    private void again(ByteArrayOutputStream request) throws IOException {
        try (Socket second = new Socket("127.0.0.1", target)) {
            synchronized (request) {
                second.getOutputStream().write(request.toByteArray());
            }
            second.shutdownOutput();
            second.getInputStream().read(new byte[16 << 10]);
        }
    }

    private static byte[] answer(String status) {
        return String.format(ANSWER, status).getBytes(StandardCharsets.US_ASCII);
    }

    /** Ends a connection so that the answer still arrives. */
    private static void drain(Socket client) throws IOException {
        client.shutdownOutput();
        client.setSoTimeout(200);
        byte[] buffer = new byte[16 << 10];
        try {
            while (client.getInputStream().read(buffer) >= 0) {
                // The rest of the request, which nobody wants.
            }
        } catch (java.net.SocketTimeoutException e) {
            // Enough.
        }
    }

    private static void pause(Fate fate) {
        if (fate.fault == Fault.SLOW) {
            try {
                Thread.sleep(fate.millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends a connection by a reset, as crashing machines do. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // Gone already.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(FaultProxy::reset);
        threads.shutdownNow();
    }
}
