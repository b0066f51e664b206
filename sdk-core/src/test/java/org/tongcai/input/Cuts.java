package org.tongcai.input;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.tongcai.Limits;

/** What a reader made of a source, kept. */
record Cuts(List<Cut> documents) {
    /** A slice whose bytes were copied; bytes as Latin-1, so that nothing is lost. */
    record Cut(String bytes, long index, long startByte, int line, int column) {
        String text() {
            return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    static Cuts of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Cuts of(byte[] bytes) {
        return of(new ByteArrayInputStream(bytes), Limits.DEFAULT);
    }

    static Cuts of(InputStream in, Limits limits) {
        List<Cut> cuts = new ArrayList<>();
        try {
            read(in, limits, cuts);
        } catch (InputException e) {
            throw new UncheckedIOException(e);
        }
        return new Cuts(cuts);
    }

    static void read(InputStream in, Limits limits, List<Cut> cuts) throws InputException {
        new DocumentReader(limits)
                .read(
                        "-",
                        in,
                        s -> cuts.add(new Cut(
                                new String(s.bytes(), s.offset(), s.length(), StandardCharsets.ISO_8859_1),
                                s.index(),
                                s.startByte(),
                                s.startLine(),
                                s.startColumn())));
    }

    List<String> texts() {
        return documents.stream().map(Cut::text).toList();
    }

    /** {@code line:column@byte} of each document. */
    List<String> places() {
        return documents.stream()
                .map(d -> d.line() + ":" + d.column() + "@" + d.startByte())
                .toList();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Limits limits(int documentBytes, long inputBytes) {
        Limits d = Limits.DEFAULT;
        return new Limits(
                d.depth(),
                documentBytes,
                d.stringLength(),
                d.numberLength(),
                d.findingsPerDocument(),
                d.findingsPerCheck(),
                inputBytes);
    }

    /** A stream that hands out a few bytes at a time and never says how many are to come. */
    static final class Dribble extends InputStream {
        private final InputStream source;
        private final Random random;
        private final int most;

        Dribble(byte[] bytes, long seed, int most) {
            this.source = new ByteArrayInputStream(bytes);
            this.random = new Random(seed);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            return source.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return source.read(target, offset, Math.min(length, 1 + random.nextInt(most)));
        }
    }
}
