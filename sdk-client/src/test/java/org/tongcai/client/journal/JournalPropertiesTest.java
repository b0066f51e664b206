package org.tongcai.client.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that was cut anywhere, or damaged anywhere, tells nothing that is not true. */
class JournalPropertiesTest {
    private static final String PLATFORM = "https://platform.example/tongcai";

    private static PlannedBatch batch(int number, int size, Random random) {
        byte[] sent = new byte[size];
        Arrays.fill(sent, (byte) 1);
        byte[] digests = new byte[size * PlannedBatch.DIGEST];
        random.nextBytes(digests);
        return new PlannedBatch(number, "key-" + number, sent, digests);
    }

    /** Three batches, the first two with results. */
    private static byte[] journal(Path file) throws IOException {
        Random random = new Random(7);
        try (Journal journal = Journal.open(file, PLATFORM)) {
            for (int i = 0; i < 3; i++) {
                journal.begin(batch(i, 2, random));
                if (i < 2) {
                    journal.end(i, new Counts(2, 0, 0, 0, 0, 0));
                }
            }
        }
        return Files.readAllBytes(file);
    }

    @Test
    void cutAtEveryByte(@TempDir Path folder) throws IOException {
        byte[] whole = journal(folder.resolve("whole"));
        Path file = folder.resolve("cut");
        int before = 0;
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (Journal journal = Journal.open(file, PLATFORM)) {
                int known = journal.size();
                assertTrue(known >= before && known <= 3, "length " + length);
                before = known;
                for (int i = 0; i < known; i++) {
                    assertEquals("key-" + i, journal.batch(i).key());
                }
                // Whatever was lost, the journal goes on from there.
                journal.begin(batch(known, 1, new Random(1)));
                journal.end(known, Counts.NONE);
            }
            try (Journal journal = Journal.open(file, PLATFORM)) {
                assertEquals(before + 1, journal.size());
                assertEquals(Counts.NONE, journal.result(before));
            }
        }
        assertEquals(3, before);
    }

    @Test
    void everyDamagedByteIsSeen(@TempDir Path folder) throws IOException {
        byte[] whole = journal(folder.resolve("whole"));
        Path file = folder.resolve("damaged");
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            try (Journal journal = Journal.open(file, PLATFORM)) {
                for (int i = 0; i < journal.size(); i++) {
                    PlannedBatch batch = journal.batch(i);
                    assertEquals("key-" + i, batch.key());
                    Counts result = journal.result(i);
                    assertTrue(result == null || result.accepted() == 2);
                }
                assertTrue(journal.size() < 3 || journal.result(1) == null || journal.result(0) == null, "byte " + at);
            } catch (JournalException e) {
                assertTrue(at < 9 + 64, "only a damaged head is refused, not byte " + at);
            }
        }
    }

    @Property(tries = 50)
    void whatWasNotedIsThereAgain(@ForAll @IntRange(min = 0, max = 20) int batches, @ForAll long seed)
            throws IOException {
        Path file = Files.createTempFile("tongcai-journal", ".bin");
        try {
            Files.delete(file);
            Random random = new Random(seed);
            PlannedBatch[] noted = new PlannedBatch[batches];
            boolean[] settled = new boolean[batches];
            try (Journal journal = Journal.open(file, PLATFORM)) {
                for (int i = 0; i < batches; i++) {
                    noted[i] = batch(i, random.nextInt(50), random);
                    journal.begin(noted[i]);
                    settled[i] = random.nextBoolean();
                    if (settled[i]) {
                        journal.end(i, new Counts(i, 1, 2, 3, 4, 5));
                    }
                }
            }
            try (Journal journal = Journal.open(file, PLATFORM)) {
                assertEquals(batches, journal.size());
                for (int i = 0; i < batches; i++) {
                    assertTrue(
                            Arrays.equals(noted[i].digests(), journal.batch(i).digests()));
                    assertEquals(settled[i] ? new Counts(i, 1, 2, 3, 4, 5) : null, journal.result(i));
                }
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Test
    void oneAtATime(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("journal");
        Journal first = Journal.open(file, PLATFORM);
        assertThrows(JournalException.class, () -> Journal.open(file, PLATFORM));
        first.close();
        Journal.open(file, PLATFORM).close();
    }

    @Test
    void notOfAnotherPlatformAndNotAnotherFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("journal");
        journal(file);
        assertThrows(JournalException.class, () -> Journal.open(file, "https://other.example/"));
        Path other = folder.resolve("other.txt");
        Files.writeString(
                other, "something valuable that is no journal at all, and longer than its first record\n".repeat(3));
        assertThrows(JournalException.class, () -> Journal.open(other, PLATFORM));
        assertTrue(Files.readString(other).startsWith("something valuable"));
    }
}
