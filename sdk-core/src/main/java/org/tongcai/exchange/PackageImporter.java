package org.tongcai.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;

/**
 * Imports packages: verifies all of one, holds it against the ledger, judges its documents, hands them on, and makes the receipt. Nothing is
 * handed on of a package that is refused; one that comes again gets its first receipt. Safe for threads where ledger and handler are.
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
        try (WorkFolder folder = new WorkFolder(work)) {
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
                receipt = new ReceiptWriter(reader.standard(), receiver, OffsetDateTime.now(clock))
                        .refused(said[0], digest[0], e, confirmed(last));
            }
            return new ImportResult(said[0], e, false, receipt);
        }
    }

    private static long confirmed(ImportLedger.@Nullable Entry last) {
        return last == null ? 0 : last.state() == ImportLedger.State.DONE ? last.sequence() : last.sequence() - 1;
    }

    private ImportResult locked(VerifiedPackage verified, ImportHandler handler, Path scratch) throws IOException {
        PackageInfo info = verified.info();
        ImportLedger.Entry known = admit(info, verified.digest());
        if (known != null && known.state() == ImportLedger.State.DONE) {
            return new ImportResult(info, null, true, ledger.receipt(info.sender(), info.receiver(), info.sequence()));
        }
        if (known != null && known.state() == ImportLedger.State.DECIDED && handler.isCommitted(info)) {
            return done(verified, known);
        }
        ImportLedger.Entry entry = new ImportLedger.Entry(
                info.packageId(),
                info.sequence(),
                verified.digest(),
                verified.manifestDigest(),
                info.group(),
                info.part(),
                info.parts(),
                ImportLedger.State.BEGUN);
        ledger.record(info.sender(), info.receiver(), entry);
        handler.begin(info);
        OffsetDateTime now = OffsetDateTime.now(clock);
        byte[] receipt;
        try (ReceiptWriter.Documents documents = new ReceiptWriter.Documents(scratch)) {
            PackageContent content = new PackageContent(verified.folder(), reader.limits(), reader.algorithms());
            Standard standard = reader.standard();
            content.documents(verified.entries(), (each, slice) -> {
                DocumentReport report = standard.validate(slice, options);
                documents.add(each, report);
                handler.document(each, slice, report);
            });
            for (ManifestEntry each : verified.entries()) {
                if (each.isAttachment()) {
                    handler.attachment(each, verified.folder().resolve(each.path()));
                }
            }
            receipt = new ReceiptWriter(standard, receiver, now).taken(verified, documents);
        }
        ledger.receipt(info.sender(), info.receiver(), info.sequence(), receipt);
        ledger.record(info.sender(), info.receiver(), entry.in(ImportLedger.State.DECIDED));
        handler.commit(info, receipt);
        return done(verified, entry);
    }

    private ImportResult done(VerifiedPackage verified, ImportLedger.Entry entry) throws IOException {
        PackageInfo info = verified.info();
        ledger.record(info.sender(), info.receiver(), entry.in(ImportLedger.State.DONE));
        return new ImportResult(info, null, false, ledger.receipt(info.sender(), info.receiver(), info.sequence()));
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
        if (last != null && last.state() != ImportLedger.State.DONE) {
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
