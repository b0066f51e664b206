package org.tongcai.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A line on standard error for whoever waits longer than two seconds: how far, how fast, how long still. */
final class Progress {
    private static final long FIRST = 2_000_000_000L;
    private static final long INTERVAL = 200_000_000L;
    private static final int BAR = 24;

    private final Terminal terminal;
    private final boolean wanted;
    private final long total;
    private final String pass;
    private final long start = System.nanoTime();
    private long next = start + FIRST;
    private long bytes;
    private long documents;
    private boolean shown;

    /**
     * @param total bytes of all sources; -1 where unknown
     * @param pass which of several passes this is, with a space behind it; "" where there is one
     */
    Progress(Terminal terminal, boolean wanted, long total, String pass) {
        this.terminal = terminal;
        this.wanted = wanted && terminal.progress();
        this.total = total;
        this.pass = pass;
    }

    /** The stream, counted. */
    InputStream count(InputStream in) {
        return new Counted(in);
    }

    /** One more document. */
    void document() {
        documents++;
        show();
    }

    /** So many more bytes, read by somebody else. */
    void bytes(long more) {
        bytes += more;
        show();
    }

    private void show() {
        if (wanted && System.nanoTime() > next) {
            next = System.nanoTime() + INTERVAL;
            shown = true;
            terminal.err().print("\r\u001b[K" + line((System.nanoTime() - start) / 1e9));
            terminal.err().flush();
        }
    }

    /** Removes the line. */
    void done() {
        if (shown) {
            shown = false;
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }

    String line(double seconds) {
        double rate = bytes / seconds;
        StringBuilder line = new StringBuilder(pass);
        if (total > 0) {
            double part = Math.min(1, bytes / (double) total);
            int full = (int) (part * BAR);
            line.append('[')
                    .append("#".repeat(full))
                    .append("-".repeat(BAR - full))
                    .append("] ")
                    .append(Math.round(part * 100))
                    .append("%  ");
        }
        if (documents > 0) {
            line.append(String.format(terminal.locale(), terminal.in("%,d 个文档  ", "%,d documents  "), documents));
        }
        line.append(String.format(terminal.locale(), "%.1f MB/s", rate / 1e6));
        if (total > 0 && bytes > 0) {
            long left = Math.round(Math.max(0, total - bytes) / rate);
            line.append(String.format(
                    terminal.locale(), terminal.in("  剩余 %d:%02d", "  %d:%02d left"), left / 60, left % 60));
        }
        return line.toString();
    }

    private final class Counted extends FilterInputStream {
        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            bytes += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            bytes += Math.max(0, count);
            return count;
        }
    }
}
