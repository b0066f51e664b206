package org.tongcai.client;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongcai.DocumentReport;
import org.tongcai.client.journal.PlannedBatch;

/** Documents on their way into one batch, those that do not conform among them. Filled by one thread, then read by others. */
final class PushBatch {
    /** One document: where it stands in the source, and its line where it is sent. */
    static final class Entry {
        final long index;
        final byte[] digest;
        final Content.@Nullable Piece line;
        final @Nullable DocumentReport report;
        private @Nullable String hex;

        private Entry(long index, byte[] digest, Content.@Nullable Piece line, @Nullable DocumentReport report) {
            this.index = index;
            this.digest = digest;
            this.line = line;
            this.report = report;
        }

        boolean sent() {
            return line != null;
        }

        String hex() {
            String text = hex;
            if (text == null) {
                text = HexFormat.of().formatHex(digest);
                hex = text;
            }
            return text;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private int bytes;

    void addSent(long index, byte[] digest, Content.Piece line, @Nullable DocumentReport report) {
        // A report that says nothing is not worth the memory of a whole batch of them.
        DocumentReport kept = report == null || report.findings().isEmpty() ? null : report;
        entries.add(new Entry(index, digest, line, kept));
        bytes += line.length() + 1;
    }

    void addInvalid(long index, byte[] digest, DocumentReport report) {
        entries.add(new Entry(index, digest, null, report));
    }

    List<Entry> entries() {
        return entries;
    }

    int size() {
        return entries.size();
    }

    int bytes() {
        return bytes;
    }

    List<Entry> sent() {
        return entries.stream().filter(Entry::sent).toList();
    }

    /** The body of a request with these. */
    static Content body(List<Entry> some) {
        return Content.ofLines(
                some.stream().map(entry -> Objects.requireNonNull(entry.line)).toList());
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
