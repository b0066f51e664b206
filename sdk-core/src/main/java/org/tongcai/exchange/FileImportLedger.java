package org.tongcai.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A receiver's ledger in a folder: for each sender a folder with one small file for each package, its receipt, and the number of the last.
 * Safe for threads and processes on one machine.
 */
public final class FileImportLedger implements ImportLedger {
    /** File locks keep processes apart, not threads of one. */
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final Path root;

    /** A ledger in this folder, which is made where it is not there. */
    public FileImportLedger(Path root) throws IOException {
        this.root = Files.createDirectories(root).toRealPath();
    }

    private Path folder(String sender, String receiver) throws IOException {
        return Files.createDirectories(root.resolve("import~" + sender + "~" + receiver));
    }

    private static String number(long sequence) {
        return String.format(Locale.ROOT, "%016d", sequence);
    }

    @Override
    public Closeable lock(String sender, String receiver) throws IOException {
        Path file = folder(sender, receiver).resolve("lock");
        ReentrantLock threads = LOCKS.computeIfAbsent(file, f -> new ReentrantLock());
        threads.lock();
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return () -> {
                try (channel) {
                    channel.force(false);
                } finally {
                    threads.unlock();
                }
            };
        } catch (IOException | RuntimeException e) {
            threads.unlock();
            throw e;
        }
    }

    @Override
    public @Nullable Entry last(String sender, String receiver) throws IOException {
        Path file = folder(sender, receiver).resolve("last.json");
        long sequence = Files.exists(file) ? Json.number(Json.read(Files.readAllBytes(file)), "sequence") : 0;
        Entry last = sequence == 0 ? null : find(sender, receiver, sequence);
        // An entry is written before the number of the last: after crashes in between there are more.
        for (Entry next = find(sender, receiver, sequence + 1);
                next != null;
                next = find(sender, receiver, next.sequence() + 1)) {
            last = next;
        }
        return last;
    }

    @Override
    public @Nullable Entry find(String sender, String receiver, long sequence) throws IOException {
        Path file = folder(sender, receiver).resolve(number(sequence) + ".json");
        if (!Files.exists(file)) {
            return null;
        }
        Map<String, Object> json = Json.read(Files.readAllBytes(file));
        return new Entry(
                Json.require(json, "packageId"),
                Json.number(json, "sequence"),
                PackageDigest.parse(Json.require(json, "digest")),
                PackageDigest.parse(Json.require(json, "manifestDigest")),
                Json.require(json, "group"),
                (int) Json.number(json, "part"),
                (int) Json.number(json, "parts"),
                (int) Json.number(json, "round"),
                State.valueOf(Json.require(json, "state")));
    }

    @Override
    public void record(String sender, String receiver, Entry entry) throws IOException {
        Path folder = folder(sender, receiver);
        Durable.write(folder.resolve(number(entry.sequence()) + ".json"), Json.object(json -> {
            json.writeStringField("packageId", entry.packageId());
            json.writeNumberField("sequence", entry.sequence());
            json.writeStringField("digest", entry.digest().toString());
            json.writeStringField("manifestDigest", entry.manifestDigest().toString());
            json.writeStringField("group", entry.group());
            json.writeNumberField("part", entry.part());
            json.writeNumberField("parts", entry.parts());
            json.writeNumberField("round", entry.round());
            json.writeStringField("state", entry.state().name());
        }));
        if (entry.state() == State.DONE && entry.round() == 1) {
            Durable.write(
                    folder.resolve("last.json"),
                    Json.object(json -> json.writeNumberField("sequence", entry.sequence())));
        }
    }

    @Override
    public void receipt(String sender, String receiver, long sequence, int round, byte[] receipt) throws IOException {
        Durable.write(folder(sender, receiver).resolve(name(sequence, round)), receipt);
    }

    @Override
    public byte[] receipt(String sender, String receiver, long sequence, int round) throws IOException {
        return Files.readAllBytes(folder(sender, receiver).resolve(name(sequence, round)));
    }

    private static String name(long sequence, int round) {
        return number(sequence) + ".receipt" + (round > 1 ? "-" + round : "") + ".json";
    }
}
