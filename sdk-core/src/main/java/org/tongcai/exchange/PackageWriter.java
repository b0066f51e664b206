package org.tongcai.exchange;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.tongcai.input.Slice;
import org.tongcai.signature.DigestAlgorithm;

/**
 * Makes packages: documents and attachments are added, then all is sealed. Documents go to disk as they come; memory holds their entries,
 * at most 5,000 a package. Not thread-safe; close it, which removes what was not finished.
 */
public final class PackageWriter implements Closeable {
    private final PackageOptions options;
    private final Path target;
    private final WorkFolder work;
    private final LongConsumer progress;
    private final List<PackagePart> parts = new ArrayList<>();
    private final Map<String, Attachable> attachable = new HashMap<>();
    private @Nullable String regionCode;
    private @Nullable String senderName;

    private record Attachable(ManifestEntry document, String attachmentId) {}

    /**
     * A writer into a folder, where packages get the name of their id.
     *
     * @throws IOException if the folder cannot be written
     */
    public PackageWriter(Path target, PackageOptions options) throws IOException {
        this(target, options, bytes -> {});
    }

    /**
     * The same, telling how many more bytes have been gone through, for whoever waits: sealing goes through all of the payload once, and
     * twice more where it makes an archive; before, {@link #attach} goes twice through an attachment.
     */
    public PackageWriter(Path target, PackageOptions options, LongConsumer progress) throws IOException {
        this.target = Files.createDirectories(target);
        this.options = options;
        this.work = new WorkFolder(target, WorkFolder.PACKING);
        this.progress = progress;
    }

    /**
     * Adds a document with the bytes that it has, from its first character to its last that is no blank.
     *
     * @return false where its header does not say what it is; it is left out then
     */
    public boolean add(Slice given) throws IOException {
        Slice document = stripped(given);
        DocumentIdentity identity = DocumentIdentity.of(document, options.standard());
        if (identity == null) {
            return false;
        }
        if (regionCode == null) {
            regionCode = identity.regionCode();
        }
        boolean own = identity.platformCode().equals(options.sender().code());
        if (own && senderName == null) {
            senderName = identity.platformName();
        }
        PackagePart part = room(document.length());
        part.add(identity, own ? null : identity.platformCode(), document);
        for (Map.Entry<String, String> each : identity.attachments().entrySet()) {
            ManifestEntry of = new ManifestEntry(
                    identity.documentType(),
                    identity.documentId(),
                    own ? null : identity.platformCode(),
                    identity.revision(),
                    null,
                    "application/json",
                    "data",
                    0,
                    document.length(),
                    new PackageDigest("sha-256", "0".repeat(64)),
                    false);
            attachable.put(each.getKey(), new Attachable(of, each.getValue()));
        }
        return true;
    }

    private static Slice stripped(Slice document) {
        int start = document.offset();
        int end = start + document.length();
        while (start < end && isBlank(document.bytes()[start])) {
            start++;
        }
        while (end > start && isBlank(document.bytes()[end - 1])) {
            end--;
        }
        return new Slice(document.source(), document.index(), document.bytes(), start, end - start, 0, 1, 1);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /**
     * Adds a file that a document added before names as attachment, with its number and digest.
     *
     * @return false where none does; it is left out then
     */
    public boolean attach(Path file) throws IOException {
        if (Files.size(file) == 0) {
            return false;
        }
        for (String name : List.of("sha-256", "sm3")) {
            DigestAlgorithm algorithm = options.algorithms().digest(name).orElse(null);
            if (algorithm == null) {
                continue;
            }
            try (DigestStream in = new DigestStream(open(file), algorithm)) {
                in.transferTo(OutputStream.nullOutputStream());
                Attachable found = attachable.get(in.digest().value());
                if (found != null) {
                    room(in.count()).attach(found.document(), found.attachmentId(), file, mediaType(file), progress);
                    return true;
                }
            }
        }
        return false;
    }

    private InputStream open(Path file) throws IOException {
        return new ObservedStream(Files.newInputStream(file), progress);
    }

    private static String mediaType(Path file) throws IOException {
        String type = Files.probeContentType(file);
        return type == null || !type.matches("[a-z]{2,20}/[A-Za-z0-9.+-]{1,106}") ? "application/octet-stream" : type;
    }

    /** The part that the next bytes go to. */
    private PackagePart room(long bytes) throws IOException {
        PackagePart last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last == null
                || last.size() > 0
                        && (last.size() >= options.entries() || last.bytes() + bytes > options.splitBytes())) {
            if (last != null) {
                last.close();
            }
            last = new PackagePart(work.resolve("part-" + parts.size()), options.digest(), options.compress());
            parts.add(last);
        }
        return last;
    }

    /**
     * Seals the packages and gives them their names: all, or none. Where the machine fails in between, the next call that makes packages for
     * this receiver gives the names that are missing.
     *
     * @return the packages that got their names, in the order of the chain; first those of a call before that was interrupted
     * @throws FileAlreadyExistsException if there is a package of that name
     */
    public List<Path> finish(ExportLedger ledger) throws IOException {
        if (parts.isEmpty()) {
            room(0);
        }
        parts.get(parts.size() - 1).close();
        String sender = options.sender().code();
        String receiver = options.receiver().code();
        List<Path> packages = named(ledger.unconfirmed(sender, receiver));
        List<ExportLedger.Made> made = new ArrayList<>();
        try {
            sealAll(ledger.last(sender, receiver), made);
        } catch (IOException | RuntimeException e) {
            for (ExportLedger.Made each : made) {
                Durable.delete(sealed(Path.of(each.file())));
            }
            throw e;
        }
        ledger.reserve(sender, receiver, made);
        packages.addAll(named(made));
        ledger.confirm(sender, receiver);
        return packages;
    }

    private void sealAll(ExportLedger.@Nullable Made last, List<ExportLedger.Made> made) throws IOException {
        OffsetDateTime sealedAt = OffsetDateTime.now(options.clock()).withNano(0);
        ExportLedger.Made before = last;
        String group = "";
        for (int i = 0; i < parts.size(); i++) {
            long sequence = before == null ? 1 : before.sequence() + 1;
            String id = id(options.receiver().code(), sequence);
            group = i == 0 ? id : group;
            PackageInfo info = new PackageInfo(
                    id,
                    options.sender().code(),
                    options.receiver().code(),
                    sequence,
                    before == null ? null : before.digest(),
                    group,
                    i + 1,
                    parts.size(),
                    sealedAt,
                    0,
                    0);
            Path file = target.resolve(id + options.ending()).toAbsolutePath();
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            before = seal(parts.get(i), info, before, file);
            made.add(before);
            // Left there by a call that was interrupted before it had reserved the number.
            Durable.delete(sealed(file));
            Durable.move(contain(parts.get(i), id), sealed(file));
        }
    }

    /** Where a sealed package waits for its name; outside the folder that goes with this writer. */
    private static Path sealed(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".sealed");
    }

    /** Gives packages their names: those that wait for them, as the others have them and may have been carried away. */
    private static List<Path> named(List<ExportLedger.Made> made) throws IOException {
        List<Path> named = new ArrayList<>();
        for (ExportLedger.Made each : made) {
            Path file = Path.of(each.file());
            if (Files.exists(sealed(file))) {
                Durable.move(sealed(file), file);
                named.add(file);
            }
        }
        return named;
    }

    /** Unique for the sender: the receiver and the number, the receiver by a digest where its code is long. */
    private static String id(String receiver, long sequence) {
        String name = receiver.length() <= 40
                ? receiver
                : HexFormat.of()
                        .formatHex(DigestAlgorithm.SHA_256.digest(receiver.getBytes(StandardCharsets.UTF_8)), 0, 20);
        return String.format(Locale.ROOT, "%s-%08d", name, sequence);
    }

    private ExportLedger.Made seal(PackagePart part, PackageInfo plan, ExportLedger.@Nullable Made before, Path file)
            throws IOException {
        DigestAlgorithm algorithm = options.digest();
        FileList list = new FileList();
        long octets = 0;
        for (String path :
                part.entries().stream().map(ManifestEntry::path).distinct().toList()) {
            Path payload = part.folder().resolve(path);
            octets += Files.size(payload);
            try (DigestStream in = new DigestStream(open(payload), algorithm)) {
                in.transferTo(OutputStream.nullOutputStream());
                list.add(path, in.digest().value());
            }
        }
        String region = options.regionCode() != null ? options.regionCode() : regionCode;
        if (region == null) {
            throw new IllegalArgumentException("no region code given, and no document to take it from");
        }
        PackageInfo counted = plan.with(0, list.size() + 1L);
        byte[] manifest = options.manifestWriter(region, senderName)
                .write(
                        counted,
                        before == null ? null : new ManifestWriter.Before(before.packageId(), before.manifestDigest()),
                        part,
                        octets);
        list.add(BatchManifest.FILE, PackageReader.digest(algorithm, manifest).value());
        write(part, BatchManifest.FILE, manifest);
        byte[] info = counted.with(octets + manifest.length, list.size()).write();
        byte[] lines = list.write();
        FileList tags = new FileList();
        tags.add(
                TagFiles.DECLARATION,
                PackageReader.digest(algorithm, TagFiles.declaration()).value());
        tags.add(PackageInfo.FILE, PackageReader.digest(algorithm, info).value());
        tags.add(
                TagFiles.manifest(algorithm.name()),
                PackageReader.digest(algorithm, lines).value());
        byte[] tagManifest = tags.write();
        String tagFile = TagFiles.tagManifest(algorithm.name());
        write(part, TagFiles.DECLARATION, TagFiles.declaration());
        write(part, PackageInfo.FILE, info);
        write(part, TagFiles.manifest(algorithm.name()), lines);
        write(part, tagFile, tagManifest);
        write(
                part,
                TagFiles.SIGNATURE,
                Seal.of(options.key(), tagFile, tagManifest).write());
        return new ExportLedger.Made(
                plan.packageId(),
                plan.sequence(),
                PackageReader.digest(algorithm, tagManifest),
                PackageReader.digest(algorithm, manifest),
                file.toString());
    }

    private static void write(PackagePart part, String path, byte[] bytes) throws IOException {
        Files.write(part.folder().resolve(path), bytes);
    }

    /** Puts a sealed part into its container, brought to the disk, still under a name of its own. */
    private Path contain(PackagePart part, String id) throws IOException {
        if (options.form() == PackageOptions.Form.FOLDER) {
            try (var folders = Files.newDirectoryStream(part.folder().resolve("data"), Files::isDirectory)) {
                for (Path folder : folders) {
                    try (var files = Files.list(folder)) {
                        if (files.findAny().isEmpty()) {
                            Files.delete(folder);
                        }
                    }
                }
            }
            Durable.syncTree(part.folder());
            return part.folder();
        }
        List<String> files = new ArrayList<>(TagFiles.order(options.digest().name()));
        part.entries().stream().map(ManifestEntry::path).distinct().forEach(files::add);
        files.add(BatchManifest.FILE);
        Path file = work.resolve(id + options.ending());
        try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                OutputStream out = options.secret() == null
                        ? raw
                        : new EncryptingStream(raw, options.cipher(), options.secret())) {
            ZipPackager.write(part.folder(), id, files, out, progress);
        }
        Durable.sync(file);
        Durable.delete(part.folder());
        return file;
    }

    @Override
    public void close() throws IOException {
        for (PackagePart part : parts) {
            part.close();
        }
        work.close();
    }
}
