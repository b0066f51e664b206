package org.tongcai.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;
import org.tongcai.Summary;
import org.tongcai.ValidationOptions;

/**
 * Imports packages: verifies all of one, holds it against the ledger, judges its documents, hands them on, and makes the receipt. Nothing is
 * handed on of a package that is refused. One that comes again is a duplicate, unless documents of it could not be judged: these are judged
 * anew. Safe for threads where ledger and handler are.
 */
public final class PackageImporter {
    private final PackageReader reader;
    private final ImportLedger ledger;
    private final ReceiverProfile receiver;
    private final Path work;
    private final ValidationOptions options;
    private final Clock clock;

    /**
     * An importer.
     *
     * @param work folder for what is being verified; room for a whole package is needed
     */
    public PackageImporter(
            PackageReader reader,
            ImportLedger ledger,
            ReceiverProfile receiver,
            Path work,
            ValidationOptions options,
            Clock clock) {
        this.reader = reader;
        this.ledger = ledger;
        this.receiver = receiver;
        this.work = work;
        this.options = options;
        this.clock = clock;
    }

    /**
     * Imports one package.
     *
     * @throws IOException if the machine fails, not the package: nothing is lost, the same package can be imported again
     */
    public ImportResult take(Path source, ImportHandler handler) throws IOException {
        PackageInfo[] said = new PackageInfo[1];
        PackageDigest[] digest = new PackageDigest[1];
        try (WorkFolder folder = new WorkFolder(work, WorkFolder.VERIFYING)) {
            VerifiedPackage verified = reader.verify(source, folder.resolve("package"), (info, its) -> {
                said[0] = info;
                digest[0] = its;
                if (!info.receiver().equals(receiver.party().code())) {
                    throw new PackageRefusedException(
                            RefusalReason.WRONG_RECEIVER,
                            PackageInfo.FILE,
                            new Bilingual("接收方是 " + info.receiver(), "it is for " + info.receiver()));
                }
                // Told early, before gigabytes are read; asked again under the lock.
                admit(info, its);
            });
            PackageInfo info = verified.info();
            try (Closeable lock = ledger.lock(info.sender(), info.receiver())) {
                return locked(verified, handler, folder.resolve(""));
            }
        } catch (PackageRefusedException e) {
            byte[] receipt = null;
            if (said[0] != null
                    && digest[0] != null
                    && said[0].receiver().equals(receiver.party().code())) {
                ImportLedger.Entry last = ledger.last(said[0].sender(), said[0].receiver());
                receipt = writer().refused(said[0], digest[0], e, confirmed(last));
            }
            return new ImportResult(said[0], e, false, 0, receipt);
        }
    }

    private static long confirmed(ImportLedger.@Nullable Entry last) {
        return last == null ? 0 : last.isTaken() ? last.sequence() : last.sequence() - 1;
    }

    private ImportResult locked(VerifiedPackage verified, ImportHandler handler, Path scratch) throws IOException {
        PackageInfo info = verified.info();
        ImportLedger.Entry known = admit(info, verified.digest());
        if (known == null) {
            ImportLedger.Entry last = ledger.last(info.sender(), info.receiver());
            if (last != null && !last.manifestDigest().equals(verified.previousManifest())) {
                throw new PackageRefusedException(
                        RefusalReason.CHAIN_BROKEN,
                        BatchManifest.FILE,
                        new Bilingual(
                                "previousDigest 不是 " + last.packageId() + " 的清单的摘要",
                                "previousDigest is not of the manifest of " + last.packageId()));
            }
            known = new ImportLedger.Entry(
                    info.packageId(),
                    info.sequence(),
                    verified.digest(),
                    verified.manifestDigest(),
                    info.group(),
                    info.part(),
                    info.parts(),
                    1,
                    ImportLedger.State.BEGUN);
            ledger.record(info.sender(), info.receiver(), known);
            return round(verified, known, handler, scratch);
        }
        return switch (known.state()) {
            case BEGUN -> round(verified, known, handler, scratch);
            case DECIDED ->
                handler.isCommitted(info, known.round()) ? done(info, known) : round(verified, known, handler, scratch);
            case DONE -> again(verified, known, handler, scratch);
        };
    }

    private ImportResult again(VerifiedPackage verified, ImportLedger.Entry known, ImportHandler handler, Path scratch)
            throws IOException {
        PackageInfo info = verified.info();
        EarlierReceipt first = receipt(info, known.round());
        if (!first.isFinal()) {
            return round(verified, known.in(known.round() + 1, ImportLedger.State.BEGUN), handler, scratch);
        }
        byte[] receipt = writer().duplicate(verified, first, confirmed(ledger.last(info.sender(), info.receiver())));
        return new ImportResult(info, null, true, known.round(), receipt);
    }

    private EarlierReceipt receipt(PackageInfo info, int round) throws IOException {
        return EarlierReceipt.read(ledger.receipt(info.sender(), info.receiver(), info.sequence(), round));
    }

    private ReceiptWriter writer() {
        return new ReceiptWriter(reader.standard(), receiver, OffsetDateTime.now(clock));
    }

    /** Judges and hands on: all in the first round, later what could not be judged in the round before. */
    private ImportResult round(VerifiedPackage verified, ImportLedger.Entry entry, ImportHandler handler, Path scratch)
            throws IOException {
        PackageInfo info = verified.info();
        int round = entry.round();
        EarlierReceipt earlier = round == 1 ? null : receipt(info, round - 1);
        handler.begin(info, round);
        ReceiptWriter writer = writer();
        byte[] receipt;
        try (ReceiptWriter.Documents documents =
                new ReceiptWriter.Documents(scratch, earlier == null ? Summary.NONE : earlier.judged())) {
            PackageContent content = reader.content(verified.folder());
            content.documents(verified.entries(), (each, slice) -> {
                if (earlier != null && earlier.isJudged(each)) {
                    documents.keep(earlier.said(each));
                    return;
                }
                DocumentReport report = reader.standard().validate(slice, options);
                documents.add(each, report);
                handler.document(each, slice, report);
            });
            for (ManifestEntry each : verified.entries()) {
                if (each.isAttachment() && earlier == null) {
                    handler.attachment(each, verified.folder().resolve(each.path()));
                    reader.progress().accept(each.size());
                }
            }
            ImportLedger.Entry last = ledger.last(info.sender(), info.receiver());
            receipt = writer.taken(verified, documents, Math.max(info.sequence(), confirmed(last)));
        }
        // Until it is decided, a later round leaves no trace: a crash before leaves the package as taken as it was.
        ledger.receipt(info.sender(), info.receiver(), info.sequence(), round, receipt);
        ledger.record(info.sender(), info.receiver(), entry.in(round, ImportLedger.State.DECIDED));
        handler.commit(info, receipt);
        return done(info, entry);
    }

    private ImportResult done(PackageInfo info, ImportLedger.Entry entry) throws IOException {
        int round = entry.round();
        ledger.record(info.sender(), info.receiver(), entry.in(round, ImportLedger.State.DONE));
        byte[] receipt = ledger.receipt(info.sender(), info.receiver(), info.sequence(), round);
        return new ImportResult(info, null, false, round, receipt);
    }

    /** Whether the package may come now; the entry where its import has begun before. */
    private ImportLedger.@Nullable Entry admit(PackageInfo info, PackageDigest digest) throws IOException {
        ImportLedger.Entry known = ledger.find(info.sender(), info.receiver(), info.sequence());
        if (known != null) {
            if (known.digest().equals(digest)) {
                return known;
            }
            throw refuse(
                    RefusalReason.REPLAY,
                    "序号 " + info.sequence() + " 是 " + known.packageId(),
                    "number " + info.sequence() + " is " + known.packageId());
        }
        ImportLedger.Entry last = ledger.last(info.sender(), info.receiver());
        long expected = last == null ? 1 : last.sequence() + 1;
        if (last != null && !last.isTaken()) {
            expected = last.sequence();
        }
        if (info.sequence() != expected) {
            throw refuse(
                    info.sequence() > expected ? RefusalReason.SEQUENCE_GAP : RefusalReason.REPLAY,
                    "应为 " + expected + "，来的是 " + info.sequence(),
                    expected + " is expected, " + info.sequence() + " came");
        }
        if (last != null && !last.digest().equals(info.previous())) {
            throw refuse(
                    RefusalReason.CHAIN_BROKEN,
                    "前一包应是 " + last.packageId(),
                    "the one before must be " + last.packageId());
        }
        boolean open = last != null && last.part() < last.parts();
        boolean continues = last != null
                && open
                && info.group().equals(last.group())
                && info.part() == last.part() + 1
                && info.parts() == last.parts();
        if (open ? !continues : info.part() != 1) {
            throw refuse(
                    RefusalReason.PART_MISSING,
                    "来的是第 " + info.part() + " 包，共 " + info.parts() + " 包",
                    "part " + info.part() + " of " + info.parts() + " came");
        }
        return null;
    }

    private static PackageRefusedException refuse(RefusalReason reason, String zh, String en) {
        return new PackageRefusedException(reason, PackageInfo.FILE, new Bilingual(zh, en));
    }
}
