package org.tongcai.client;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.DocumentReport;
import org.tongcai.client.journal.PlannedBatch;

/** Documents on their way into one batch, those that do not conform among them. Filled by one thread, then read by others. */
final class PushBatch {
    /** One document: where it stands in the source, and in the body where it is sent. */
    static final class Entry {
        final long index;
        final byte[] digest;
        final int offset;
        final int length;
        final @Nullable DocumentReport report;

        private Entry(long index, byte[] digest, int offset, int length, @Nullable DocumentReport report) {
            this.index = index;
            this.digest = digest;
            this.offset = offset;
            this.length = length;
            this.report = report;
        }

        boolean sent() {
            return length > 0;
        }

        String hex() {
            return HexFormat.of().formatHex(digest);
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Body body = new Body();

    /** Gives its bytes without a copy. */
    private static final class Body extends ByteArrayOutputStream {
        byte[] part(List<Entry> entries) {
            int length = 0;
            for (Entry entry : entries) {
                length += entry.length + 1;
            }
            byte[] part = new byte[length];
            int at = 0;
            for (Entry entry : entries) {
                System.arraycopy(buf, entry.offset, part, at, entry.length);
                at += entry.length;
                part[at++] = '\n';
            }
            return part;
        }

        byte[] wholeOrPart(List<Entry> entries, int all) {
            return entries.size() == all ? toByteArray() : part(entries);
        }
    }

    void addSent(long index, byte[] digest, byte[] line, @Nullable DocumentReport report) {
        // A report that says nothing is not worth the memory of a whole batch of them.
        DocumentReport kept = report == null || report.findings().isEmpty() ? null : report;
        entries.add(new Entry(index, digest, body.size(), line.length, kept));
        body.write(line, 0, line.length);
        body.write('\n');
    }

    void addInvalid(long index, byte[] digest, DocumentReport report) {
        entries.add(new Entry(index, digest, 0, 0, report));
    }

    List<Entry> entries() {
        return entries;
    }

    int size() {
        return entries.size();
    }

    int bytes() {
        return body.size();
    }

    List<Entry> sent() {
        return entries.stream().filter(Entry::sent).toList();
    }

    byte[] body(List<Entry> some) {
        return body.wholeOrPart(some, (int) entries.stream().filter(Entry::sent).count());
    }

    PlannedBatch plan(int number, String key) {
        byte[] sent = new byte[entries.size()];
        byte[] digests = new byte[entries.size() * PlannedBatch.DIGEST];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) (entries.get(i).sent() ? 1 : 0);
            System.arraycopy(entries.get(i).digest, 0, digests, i * PlannedBatch.DIGEST, PlannedBatch.DIGEST);
        }
        return new PlannedBatch(number, key, sent, digests);
    }
}
