package org.tongcai.client.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a push: before a batch is sent, its digests and key are forced to disk; after it, what became of it. Append-only. Safe for
 * threads; one process at a time.
 *
 * <p>A record is: length of the payload (4 bytes), kind (1), payload, CRC-32C of all that (4). The first record names the platform. What
 * follows the last record that is whole was being written when the process died, and is cut off. That is always safe: a batch whose record
 * is lost is sent again, and a platform takes the same document once.
 */
public final class Journal implements Closeable {
    private static final byte HEAD = 'H';
    private static final byte BATCH = 'B';
    private static final byte RESULT = 'R';
    private static final int FRAME = 9;
    private static final int MOST_PAYLOAD = 64 << 20;
    private static final String MAGIC = "tongcai push journal 1\n";

    private final FileChannel channel;
    private final FileLock lock;
    private final List<Place> places = new ArrayList<>();
    private long end;

    /** Where the record of a batch stands, and what became of it. */
    private static final class Place {
        private final long offset;
        private @Nullable Counts result;

        private Place(long offset) {
            this.offset = offset;
        }
    }

    private Journal(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens a journal, or begins one.
     *
     * @param platform what is pushed to; a journal of another platform is refused, for what that one confirmed says nothing about this one
     * @throws JournalException if it is in use, of another platform, or no journal
     */
    public static Journal open(Path file, String platform) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            Journal journal = new Journal(channel, lock(channel, file));
            journal.read(MAGIC + platform);
            return journal;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileLock lock(FileChannel channel, Path file) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process; told below like the other case.
        }
        throw new JournalException("the journal is in use: " + file);
    }

    private void read(String head) throws IOException {
        ByteBuffer first = record(0, HEAD);
        if (first == null) {
            requireBeginningOf(head);
            channel.truncate(0);
            append(HEAD, head.getBytes(StandardCharsets.UTF_8));
            return;
        }
        String found = StandardCharsets.UTF_8.decode(first.duplicate()).toString();
        if (!found.startsWith(MAGIC)) {
            throw new JournalException("not a journal of a push");
        }
        if (!found.equals(head)) {
            throw new JournalException("the journal belongs to a push to " + found.substring(MAGIC.length()));
        }
        end = FRAME + first.remaining();
        while (readNext()) {
            // Every record that is whole.
        }
        channel.truncate(end);
    }

    /** A file without a whole first record is a journal only where it is the torn beginning of one. */
    private void requireBeginningOf(String head) throws IOException {
        byte[] whole = frame(HEAD, head.getBytes(StandardCharsets.UTF_8));
        long size = channel.size();
        if (size > 0) {
            ByteBuffer there = bytes(0, (int) Math.min(size, whole.length));
            if (size >= whole.length || !there.equals(ByteBuffer.wrap(whole, 0, there.remaining()))) {
                throw new JournalException("not a journal of a push");
            }
        }
    }

    private boolean readNext() throws IOException {
        ByteBuffer batch = record(end, BATCH);
        if (batch != null) {
            int length = batch.remaining();
            if (PlannedBatch.of(batch).number() != places.size()) {
                throw new JournalException("the batches of the journal are out of order");
            }
            places.add(new Place(end));
            end += FRAME + length;
            return true;
        }
        ByteBuffer result = record(end, RESULT);
        if (result == null) {
            return false;
        }
        int length = result.remaining();
        int number = result.getInt();
        if (number < 0 || number >= places.size()) {
            throw new JournalException("the journal holds a result without its batch");
        }
        places.get(number).result = Counts.read(result);
        end += FRAME + length;
        return true;
    }

    /** The payload of the record there; null where there is none, or of another kind, or not whole. */
    private @Nullable ByteBuffer record(long at, byte kind) throws IOException {
        if (channel.size() - at < FRAME) {
            return null;
        }
        ByteBuffer front = bytes(at, 5);
        int length = front.getInt();
        if (front.get() != kind || length < 0 || length > MOST_PAYLOAD || channel.size() - at - FRAME < length) {
            return null;
        }
        ByteBuffer whole = bytes(at, FRAME + length);
        CRC32C crc = new CRC32C();
        crc.update(whole.array(), 0, FRAME + length - 4);
        if (whole.getInt(FRAME + length - 4) != (int) crc.getValue()) {
            return null;
        }
        return ByteBuffer.wrap(whole.array(), 5, length).slice();
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new JournalException("the journal was cut while it was read");
            }
        }
        return buffer.flip();
    }

    /** How many batches it knows. */
    public synchronized int size() {
        return places.size();
    }

    /** A batch of an earlier run, read from disk. */
    public synchronized PlannedBatch batch(int number) throws IOException {
        Place place = places.get(number);
        ByteBuffer payload = record(place.offset, BATCH);
        if (payload == null) {
            throw new JournalException("the journal was altered while it was in use");
        }
        return PlannedBatch.of(payload);
    }

    /** What became of a batch; null where that is uncertain. */
    public synchronized @Nullable Counts result(int number) {
        return places.get(number).result;
    }

    /** Notes a batch durably, before it is sent; its number is the next one. */
    public synchronized void begin(PlannedBatch batch) throws IOException {
        if (batch.number() != places.size()) {
            throw new IllegalArgumentException("the next batch is " + places.size());
        }
        byte[] payload = batch.payload();
        Place place = new Place(end);
        append(BATCH, payload);
        places.add(place);
    }

    /** Notes durably what became of a batch. */
    public synchronized void end(int number, Counts counts) throws IOException {
        ByteBuffer payload = ByteBuffer.allocate(Integer.BYTES + Counts.BYTES);
        payload.putInt(number);
        counts.write(payload);
        append(RESULT, payload.array());
        places.get(number).result = counts;
    }

    private void append(byte kind, byte[] payload) throws IOException {
        byte[] frame = frame(kind, payload);
        ByteBuffer buffer = ByteBuffer.wrap(frame);
        while (buffer.hasRemaining()) {
            channel.write(buffer, end + buffer.position());
        }
        channel.force(false);
        end += frame.length;
    }

    private static byte[] frame(byte kind, byte[] payload) {
        ByteBuffer buffer = ByteBuffer.allocate(FRAME + payload.length);
        buffer.putInt(payload.length).put(kind).put(payload);
        CRC32C crc = new CRC32C();
        crc.update(buffer.array(), 0, buffer.position());
        return buffer.putInt((int) crc.getValue()).array();
    }

    /** Lets go of the file. */
    @Override
    public synchronized void close() throws IOException {
        try {
            lock.release();
        } finally {
            channel.close();
        }
    }
}
