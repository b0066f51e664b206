package org.tongcai.client.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The documents of one batch, by their digests in the order of the source, and the key under which it goes. Immutable; arrays are not
 * copied.
 *
 * @param number of the batch, from 0
 * @param key the idempotency key
 * @param sent one byte a document: 1 where it is in the batch, 0 where it is left out because it does not conform
 * @param digests 32 bytes a document
 */
@SuppressWarnings("ArrayRecordComponent")
public record PlannedBatch(int number, String key, byte[] sent, byte[] digests) {
    /** Bytes of one digest. */
    public static final int DIGEST = 32;

    private static final int MOST_DOCUMENTS = 1 << 20;

    /** How many documents of the source it stands for. */
    public int size() {
        return sent.length;
    }

    /** Whether the document at that place has that digest. */
    public boolean matches(int place, byte[] digest) {
        return Arrays.equals(digests, place * DIGEST, (place + 1) * DIGEST, digest, 0, DIGEST);
    }

    byte[] payload() {
        byte[] text = key.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(12 + text.length + sent.length + digests.length);
        out.putInt(number)
                .putInt(text.length)
                .put(text)
                .putInt(sent.length)
                .put(sent)
                .put(digests);
        return out.array();
    }

    static PlannedBatch of(ByteBuffer in) throws JournalException {
        int number = in.getInt();
        byte[] text = new byte[bounded(in.getInt(), 128)];
        in.get(text);
        byte[] sent = new byte[bounded(in.getInt(), MOST_DOCUMENTS)];
        in.get(sent);
        byte[] digests = new byte[sent.length * DIGEST];
        in.get(digests);
        return new PlannedBatch(number, new String(text, StandardCharsets.US_ASCII), sent, digests);
    }

    private static int bounded(int value, int most) throws JournalException {
        if (value < 0 || value > most) {
            throw new JournalException("the journal holds a batch of impossible size");
        }
        return value;
    }
}
