package org.tongcai.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.input.Slice;

/** Packages are taken once, in order, without gaps, whatever is carried and whenever the machine stops. */
class ChainTest {
    @TempDir
    Path folder;

    private final Sample.Memory memory = new Sample.Memory();
    private PackageImporter importer;

    @BeforeEach
    void importer() throws IOException {
        importer = Sample.importer(folder, Sample.reader());
    }

    private Path pack(int number) throws IOException {
        return Sample.pack(folder, Sample.options(), Sample.numbered(number)).get(0);
    }

    private void assertRefused(RefusalReason reason, Path made) throws IOException {
        List<String> before = new ArrayList<>(memory.taken);
        ImportResult result = importer.take(made, memory);
        assertNotNull(result.refusal());
        assertEquals(reason, result.refusal().reason());
        assertEquals(before, memory.taken);
        if (result.receipt() != null) {
            assertEquals(List.of(), Sample.STANDARD.validate(result.receipt()).findings());
        }
    }

    private ImportResult take(Path made) throws IOException {
        ImportResult result = importer.take(made, memory);
        assertNull(result.refusal(), () -> String.valueOf(result.refusal()));
        return result;
    }

    @Test
    void aGapIsNamedAndNothingTaken() throws IOException {
        Path first = pack(1);
        Path second = pack(2);
        Path third = pack(3);
        take(first);
        String receipt = new String(importer.take(third, memory).receipt(), StandardCharsets.UTF_8);
        assertTrue(receipt.contains("\"gaps\":[{\"fromSequence\":2,\"toSequence\":2}]"), receipt);
        assertTrue(receipt.contains("\"confirmedSequence\":1"), receipt);
        assertRefused(RefusalReason.SEQUENCE_GAP, third);
        take(second);
        take(third);
        assertEquals(3, memory.taken.size());
    }

    @Test
    void otherContentUnderTheSameNumberIsRefused() throws IOException {
        take(pack(1));
        Path elsewhere = folder.resolve("elsewhere");
        assertRefused(
                RefusalReason.REPLAY,
                Sample.pack(elsewhere, Sample.options(), Sample.numbered(9)).get(0));
    }

    @Test
    void anotherChainOfTheSameSenderIsNotContinued() throws IOException {
        take(pack(1));
        Path elsewhere = folder.resolve("elsewhere");
        Sample.pack(elsewhere, Sample.options(), Sample.numbered(9));
        assertRefused(
                RefusalReason.CHAIN_BROKEN,
                Sample.pack(elsewhere, Sample.options(), Sample.numbered(8)).get(0));
    }

    @Test
    void aPartMustFollowItsPart() throws IOException {
        List<Path> parts = Sample.pack(
                folder,
                Sample.options().withSplit(1, 5_000),
                Sample.numbered(1),
                Sample.numbered(2),
                Sample.numbered(3));
        take(parts.get(0));
        assertRefused(RefusalReason.SEQUENCE_GAP, parts.get(2));
        // The sender lost its files and made another package where the second part belongs.
        Path other = folder.resolve("other");
        FileExportLedger ledger = new FileExportLedger(other.resolve("sent"));
        VerifiedPackage first = Sample.reader().verify(parts.get(0), folder.resolve("look"));
        ledger.reserve(
                "DEMO-PLATFORM-01",
                "DEMO-NATIONAL-01",
                List.of(new ExportLedger.Made(
                        first.info().packageId(), 1, first.digest(), first.manifestDigest(), "")));
        assertRefused(
                RefusalReason.PART_MISSING,
                Sample.pack(other, Sample.options(), Sample.numbered(7)).get(0));
        take(parts.get(1));
        take(parts.get(2));
        assertEquals(3, memory.taken.size());
    }

    @Test
    void aPackageForAnotherIsNotTaken() throws IOException {
        PackageOptions options = PackageOptions.of(
                Sample.STANDARD, Sample.SENDER, new ExchangeParty("ELSEWHERE", "别处"), Sample.KEY.signing(), true);
        assertRefused(
                RefusalReason.WRONG_RECEIVER,
                Sample.pack(folder, options, Sample.numbered(1)).get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin", "document", "commit", "committed"})
    void afterACrashTheImportGoesOn(String where) throws IOException {
        Path first = pack(1);
        Path second = pack(2);
        take(first);
        memory.failAt = where;
        assertThrows(IOException.class, () -> importer.take(second, memory));
        // Another process, the same disk.
        importer();
        Path third = pack(3);
        assertRefused(RefusalReason.SEQUENCE_GAP, third);
        take(second);
        take(third);
        assertEquals(
                List.of("P-1", "P-2", "P-3"),
                memory.taken.stream().map(t -> t.split(" ")[0]).toList());
    }

    /** The machine stops when the numbers are remembered and no, one, or all packages have their names. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aSenderThatCrashedGivesTheNamesAfterwards(int named) throws IOException {
        take(pack(1));
        FileExportLedger ledger = new FileExportLedger(folder.resolve("sent"));
        ExportLedger crashing = new ExportLedger() {
            @Override
            public Made last(String sender, String receiver) throws IOException {
                return ledger.last(sender, receiver);
            }

            @Override
            public void reserve(String sender, String receiver, List<Made> packages) throws IOException {
                ledger.reserve(sender, receiver, packages);
                for (Made each : packages.subList(0, named)) {
                    Path file = Path.of(each.file());
                    Files.move(file.resolveSibling("." + file.getFileName() + ".sealed"), file);
                }
                throw new IOException("power cut");
            }

            @Override
            public List<Made> unconfirmed(String sender, String receiver) throws IOException {
                return ledger.unconfirmed(sender, receiver);
            }

            @Override
            public void confirm(String sender, String receiver) {
                throw new IllegalStateException();
            }
        };
        try (PackageWriter writer =
                new PackageWriter(folder.resolve("out"), Sample.options().withSplit(1, 5_000))) {
            for (int i = 2; i < 5; i++) {
                assertTrue(writer.add(Slice.of("-", Sample.numbered(i))));
            }
            assertThrows(IOException.class, () -> writer.finish(crashing));
        }
        Path carried = folder.resolve("carried.zip");
        if (named > 0) {
            Files.move(folder.resolve("out/DEMO-NATIONAL-01-00000002.zip"), carried);
        }

        List<Path> made = Sample.pack(folder, Sample.options(), Sample.numbered(5));

        assertEquals(3 - named + 1, made.size(), "those without names, and the new one");
        if (named > 0) {
            take(carried);
        }
        for (int i = named > 0 ? 3 : 2; i <= 5; i++) {
            take(folder.resolve("out/DEMO-NATIONAL-01-0000000" + i + ".zip"));
        }
        assertEquals(
                List.of("P-1", "P-2", "P-3", "P-4", "P-5"),
                memory.taken.stream().map(t -> t.split(" ")[0]).toList());
        try (var files = Files.list(folder.resolve("out"))) {
            assertTrue(files.noneMatch(f -> f.getFileName().toString().startsWith(".")));
        }
    }

    @Test
    void aBatchThatCannotBeMadeWholeIsNotMade() throws IOException {
        Path there = Files.createDirectories(folder.resolve("out")).resolve("DEMO-NATIONAL-01-00000002.zip");
        Files.writeString(there, "somebody's");
        PackageOptions parts = Sample.options().withSplit(1, 5_000);
        assertThrows(
                FileAlreadyExistsException.class,
                () -> Sample.pack(folder, parts, Sample.numbered(1), Sample.numbered(2)));
        try (var files = Files.list(folder.resolve("out"))) {
            assertEquals(List.of(there), files.toList());
        }
        Files.delete(there);
        for (Path each : Sample.pack(folder, parts, Sample.numbered(1), Sample.numbered(2))) {
            take(each);
        }
    }
}
