package org.tongcai.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the engine counts on when it judges millions of identifiers. */
class HotPathTest {

    private static final int ROUNDS = 20_000;

    @ParameterizedTest
    @EnumSource
    void judgingABufferAllocatesNothing(IdentifierKind kind) {
        Vectors vectors = Vectors.ALL.get(kind);
        char[][] texts = java.util.stream.Stream.concat(
                        vectors.valid().stream(), vectors.invalid().stream().map(Vectors.Invalid::value))
                .map(String::toCharArray)
                .toArray(char[][]::new);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        int valid = judge(kind, texts);
        long before = threads.getCurrentThreadAllocatedBytes();
        valid += judge(kind, texts);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(2 * ROUNDS * vectors.valid().size(), valid);
        // One object a call would be sixteen bytes a call at least; the margin is for the measurement itself.
        assertTrue(allocated < ROUNDS, () -> allocated + " bytes in " + ROUNDS * texts.length + " calls");
    }

    private static int judge(IdentifierKind kind, char[][] texts) {
        int valid = 0;
        for (int i = 0; i < ROUNDS; i++) {
            for (char[] text : texts) {
                if (kind.isValid(text, 0, text.length)) {
                    valid++;
                }
            }
        }
        return valid;
    }

    @ParameterizedTest
    @EnumSource
    void aMegabyteIsRefusedWithoutBeingRead(IdentifierKind kind) {
        AtomicInteger reads = new AtomicInteger();
        CharSequence megabyte = new Repeated('1', 1 << 20, reads);
        IdentifierProblem problem = kind.check(megabyte);
        assertNotNull(problem);
        assertEquals(IdentifierProblem.Reason.LENGTH, problem.reason());
        assertFalse(kind.isValid(megabyte));
        assertEquals(0, reads.get());
    }

    @ParameterizedTest
    @EnumSource
    void aMegabyteIsMaskedShortAndNormalisedWhole(IdentifierKind kind) {
        String megabyte = "1".repeat(1 << 20);
        assertEquals(megabyte, kind.normalise(megabyte));
        if (kind.personal()) {
            assertTrue(kind.mask(megabyte).length() < 64);
        }
    }

    private record Repeated(char c, int length, AtomicInteger reads) implements CharSequence {

        @Override
        public char charAt(int index) {
            reads.incrementAndGet();
            return c;
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Repeated(c, end - start, reads);
        }
    }
}
