package org.tongcai.sandbox.attachment;

import java.io.IOException;
import java.io.OutputStream;
import org.tongcai.sandbox.http.Response;
import org.tongcai.sandbox.store.Database;
import org.tongcai.sandbox.store.Uploads;

/**
 * A part of a complete attachment on its way to a reader. No connection to the database is held while the reader takes his time, and no more
 * than a piece is in memory: complete attachments never change.
 *
 * @param from first byte
 * @param to behind the last byte
 * @param piece most bytes to read at a time
 */
record StoredContent(Database database, String id, long from, long to, int piece) implements Response.Content {
    @Override
    public long length() {
        return to - from;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        byte[] bytes = new byte[(int) Math.min(piece, to - from)];
        for (long at = from; at < to; at += piece) {
            int wanted = (int) Math.min(piece, to - at);
            if (read(at, bytes, wanted) != wanted) {
                throw new IOException("the attachment " + id + " lacks bytes");
            }
            out.write(bytes, 0, wanted);
        }
    }

    private int read(long at, byte[] bytes, int wanted) {
        return database.read(h -> {
            int[] filled = {0};
            new Uploads(h, 0).read(id, at, at + wanted, (data, offset, length) -> {
                System.arraycopy(data, offset, bytes, filled[0], length);
                filled[0] += length;
            });
            return filled[0];
        });
    }
}
