package org.tongcai.batch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongcai.input.Slice;
import org.tongcai.rule.DocumentKey;

/**
 * Tells documents apart. What is noted of each is seven numbers: its identity (type and number, two; platform; revision), its content
 * (two), and the how-manieth it is. Sorted by these, versions of one document lie side by side, and this goes through them.
 *
 * <p>Of several revisions the highest counts. The same revision twice with the same content counts once. With other content it is a mistake
 * that is reported; so that the order of the batch plays no part, the one with the higher content number counts until it is mended.
 */
final class Versions implements Consumer<long[]> {
    /** Numbers of one version. */
    static final int WIDTH = 7;
    /** Type, number, platform. */
    static final int DOCUMENT = 3;
    /** Type, number, platform, revision. */
    static final int KEY = 4;
    /** Of a content: its number, and which document has it. */
    static final int CONTENT = 3;

    /** The order in which they must come. */
    static final Comparator<long[]> ORDER = Arrays::compare;

    private final Result result;
    private long @Nullable [] current;
    private long @Nullable [] other;

    /** What comes of it. */
    interface Result {
        /**
         * One version.
         *
         * @param key its identity
         * @param contents the content that counts, then another one where there is one: {@value #CONTENT} numbers each
         */
        void version(long[] key, long[] contents);

        /** A document that counts no more. */
        void superseded(long number);
    }

    Versions(Result result) {
        this.result = result;
    }

    /** What is noted of a document. */
    static long[] of(DocumentKey key, Slice document, long number, Fingerprint print) {
        long[] all = Arrays.copyOf(key(key, print), WIDTH);
        print.of(document);
        all[KEY] = print.high();
        all[KEY + 1] = print.low();
        all[KEY + 2] = number;
        return all;
    }

    /** The identity of a version. */
    static long[] key(DocumentKey key, Fingerprint print) {
        long platform = platform(key.platformCode(), print);
        print.of(-1, List.of(key.documentType(), key.documentId()));
        return new long[] {print.high(), print.low(), platform, key.revision()};
    }

    static long platform(@Nullable String code, Fingerprint print) {
        return code == null ? Long.MIN_VALUE : print.of(-2, List.of(code)).high();
    }

    @Override
    public void accept(long[] version) {
        long[] before = current;
        if (before == null || !Arrays.equals(before, 0, KEY, version, 0, KEY)) {
            emit();
            if (before != null && Arrays.equals(before, 0, DOCUMENT, version, 0, DOCUMENT)) {
                result.superseded(before[WIDTH - 1]);
            }
            current = version;
            other = null;
        } else if (Arrays.equals(before, KEY, WIDTH - 1, version, KEY, WIDTH - 1)) {
            result.superseded(version[WIDTH - 1]);
        } else {
            result.superseded(before[WIDTH - 1]);
            other = before;
            current = version;
        }
    }

    /** There are no more. */
    void end() {
        emit();
        current = null;
        other = null;
    }

    private void emit() {
        long[] one = current;
        if (one == null) {
            return;
        }
        long[] contents = Arrays.copyOfRange(one, KEY, WIDTH);
        long[] second = other;
        if (second != null) {
            contents = Arrays.copyOf(contents, 2 * CONTENT);
            System.arraycopy(second, KEY, contents, CONTENT, CONTENT);
        }
        result.version(Arrays.copyOf(one, KEY), contents);
    }

    /** Of the contents of a version one that is not this: which document has it; -1 for none. */
    static long rival(long[] contents, long high, long low) {
        for (int i = 0; i < contents.length; i += CONTENT) {
            if (contents[i] != high || contents[i + 1] != low) {
                return contents[i + 2];
            }
        }
        return -1;
    }
}
