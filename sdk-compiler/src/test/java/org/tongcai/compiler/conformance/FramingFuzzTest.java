package org.tongcai.compiler.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongcai.Limits;
import org.tongcai.ValidationOptions;
import org.tongcai.Verdict;
import org.tongcai.input.DocumentReader;
import org.tongcai.input.InputException;
import org.tongcai.input.Slice;

/** Whatever a source holds: it is cut into slices of its own bytes, in order, within the limits, and each can be judged. */
class FramingFuzzTest {
    private static final Setting SETTING = Setting.get();
    private static final Limits LIMITS = new Limits(64, 8_000, 1 << 20, 64, 20, 5, 200_000);
    private static final Duration HANG = Duration.ofMinutes(2);

    /**
     * What came of a source.
     *
     * @param slices start in the source and length of each
     * @param complete whether it was read to its end
     */
    private record Outcome(List<long[]> slices, boolean complete) {}

    @BeforeAll
    static void documents() throws IOException {
        FuzzTest.documents();
    }

    @Test
    void sourcesOfAllKinds() {
        campaign(1, 1_500);
    }

    @Test
    @Tag("long")
    void veryManySources() {
        campaign(1_000_000_000, Integer.getInteger("fuzz.sources", 200_000));
    }

    private static void campaign(long firstSeed, int sources) {
        assertTimeout(HANG.multipliedBy(1 + sources / 5_000), () -> {
            for (long seed = firstSeed; seed < firstSeed + sources; seed++) {
                Random random = new Random(seed);
                byte[] source = source(random);
                if (random.nextInt(8) == 0) {
                    zipped("seed " + seed, source, random);
                } else {
                    read("seed " + seed, source, source, random);
                }
            }
        });
    }

    /** A source that is sound apart from one gzip byte is read to its end or refused, and never taken for something else. */
    private static void zipped(String name, byte[] source, Random random) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(source);
        }
        byte[] bytes = packed.toByteArray();
        assertTrue(read(name, bytes, source, random).complete() || source.length > LIMITS.inputBytes(), name);
        switch (random.nextInt(3)) {
            case 0 -> bytes = Arrays.copyOf(bytes, 2 + random.nextInt(bytes.length - 2));
            case 1 -> bytes[2 + random.nextInt(bytes.length - 2)] ^= (byte) (1 << random.nextInt(8));
            default -> bytes[2 + random.nextInt(bytes.length - 2)] = (byte) random.nextInt(256);
        }
        read(name, bytes, null, random);
    }

    private static Outcome read(String name, byte[] bytes, byte @Nullable [] content, Random random)
            throws IOException {
        List<long[]> slices = new ArrayList<>();
        boolean complete = true;
        InputStream in = new Dribble(bytes, random);
        try {
            new DocumentReader(LIMITS).read(name, in, slice -> {
                check(name, slice, content, slices);
                slices.add(new long[] {slice.startByte(), slice.length()});
                Verdict verdict = SETTING.standard
                        .validate(slice, ValidationOptions.DEFAULT.withLimits(LIMITS))
                        .verdict();
                assertTrue(slice.length() <= LIMITS.documentBytes() || verdict == Verdict.UNDETERMINED, name);
            });
            assertTrue(!slices.isEmpty(), name);
        } catch (InputException e) {
            assertTrue(!e.reason().zh().isEmpty() && !e.reason().en().isEmpty(), name);
            assertEquals(slices.size(), e.index(), name);
            complete = false;
        }
        return new Outcome(slices, complete);
    }

    private static void check(String name, Slice slice, byte @Nullable [] content, List<long[]> before) {
        assertEquals(before.size(), slice.index(), name);
        assertTrue(slice.length() <= LIMITS.documentBytes() + 1, name);
        // Memory holds one document, however long the source.
        assertTrue(
                slice.bytes().length <= 4 * LIMITS.documentBytes() + (1 << 18),
                () -> name + " " + slice.bytes().length);
        // The bracket of an array that nobody closed comes last: only then is it known.
        boolean bracket = slice.length() == 1 && slice.bytes()[slice.offset()] == '[';
        if (!before.isEmpty() && !bracket) {
            long[] last = before.get(before.size() - 1);
            assertTrue(slice.startByte() >= last[0] + last[1], name);
        }
        if (content != null) {
            int start = (int) slice.startByte();
            byte[] own = Arrays.copyOfRange(slice.bytes(), slice.offset(), slice.offset() + slice.length());
            assertTrue(
                    Arrays.equals(own, Arrays.copyOfRange(content, start, start + own.length)),
                    () -> name + " " + slice);
            TokenPlaces.Position position = position(content, start);
            if (position.line() > 0) {
                assertEquals(position.line(), slice.startLine(), () -> name + " line\n" + FuzzTest.shown(content));
                assertEquals(
                        position.column(), slice.startColumn(), () -> name + " column\n" + FuzzTest.shown(content));
            }
        }
    }

    /** Line and column of a byte, where what is before it is UTF-8; line 0 where it is not. */
    private static TokenPlaces.Position position(byte[] content, int start) {
        String before = new String(content, 0, start, StandardCharsets.UTF_8);
        boolean sound = Arrays.equals(before.getBytes(StandardCharsets.UTF_8), Arrays.copyOf(content, start));
        return sound ? TokenPlaces.position(before, before.length()) : new TokenPlaces.Position(0, 0, 0);
    }

    /** Documents, sound and broken, put together in every way that occurs and in some that should not. */
    private static byte[] source(Random random) {
        ByteMutator mutator = new ByteMutator(random);
        String[] marks = switch (random.nextInt(6)) {
            case 0 -> new String[] {"", "\n", "\n"};
            case 1 -> new String[] {"[", ",", "]"};
            case 2 -> new String[] {"", "\r\n\r\n", ""};
            case 3 -> new String[] {"\u001e", "\n\u001e", "\n"};
            case 4 -> new String[] {"\uFEFF[\n", "\n,\n", "\n]\n"};
            default -> new String[] {"", "", ""};
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(marks[0].getBytes(StandardCharsets.UTF_8));
        for (int i = random.nextInt(5); i >= 0; i--) {
            boolean broken = random.nextInt(3) == 0;
            List<byte[]> documents = FuzzTest.DOCUMENTS;
            out.writeBytes(broken ? mutator.mutate(documents) : documents.get(random.nextInt(documents.size())));
            out.writeBytes(marks[i == 0 ? 2 : 1].getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = out.toByteArray();
        return random.nextInt(10) == 0 ? mutator.mutate(List.of(bytes)) : bytes;
    }

    /** A stream that gives as little as it likes at a time, as networks do. */
    private static final class Dribble extends InputStream {
        private final ByteArrayInputStream bytes;
        private final Random random;
        private final int most;

        Dribble(byte[] bytes, Random random) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.random = random;
            this.most = random.nextBoolean() ? 40 : 10_000;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return length == 0 ? 0 : bytes.read(into, offset, Math.min(length, 1 + random.nextInt(most)));
        }
    }
}
