package org.tongcai.exchange;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Standard;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.DigestAlgorithm;
import org.tongcai.signature.KeyResolver;

/**
 * Verifies packages from their first byte to their last, in constant memory. Immutable and thread-safe.
 *
 * <p>Nothing that it reads is believed before the signature has been verified, and nothing is handed on before all has been.
 */
public final class PackageReader {
    /** Digests that packages may carry: those of the code list {@code digest-algorithm}. */
    private static final Set<String> DIGESTS = Set.of("sha-256", "sm3");

    private static final int BLOCK = 1 << 16;

    private final Standard standard;
    private final KeyResolver keys;
    private final Algorithms algorithms;
    private final PackageLimits limits;
    private final BiPredicate<String, String> owners;
    private final @Nullable PackageKey secret;
    private final LongConsumer progress;

    private PackageReader(
            Standard standard,
            KeyResolver keys,
            Algorithms algorithms,
            PackageLimits limits,
            BiPredicate<String, String> owners,
            @Nullable PackageKey secret,
            LongConsumer progress) {
        this.standard = standard;
        this.keys = keys;
        this.algorithms = algorithms;
        this.limits = limits;
        this.owners = owners;
        this.secret = secret;
        this.progress = progress;
    }

    /** A reader that trusts these keys. A key belongs to the sender whose code its id is, or begins with, followed by a colon. */
    public PackageReader(Standard standard, KeyResolver keys, Algorithms algorithms) {
        this(standard, keys, algorithms, PackageLimits.DEFAULT, PackageReader::isNamedAfter, null, bytes -> {});
    }

    private static boolean isNamedAfter(String sender, String keyId) {
        return keyId.equals(sender) || keyId.startsWith(sender + ":");
    }

    /** The same with other bounds. */
    public PackageReader withLimits(PackageLimits other) {
        return new PackageReader(standard, keys, algorithms, other, owners, secret, progress);
    }

    /** The same, asking with the code of the sender and the id of the key whether the key is the sender's. */
    public PackageReader withOwners(BiPredicate<String, String> other) {
        return new PackageReader(standard, keys, algorithms, limits, other, secret, progress);
    }

    /** The same with the key of encrypted packages. */
    public PackageReader withKey(PackageKey key) {
        return new PackageReader(standard, keys, algorithms, limits, owners, key, progress);
    }

    /**
     * The same, telling how many more bytes of the payload have been gone through, for whoever waits: verifying goes through all of it twice,
     * importing a third time.
     */
    public PackageReader withProgress(LongConsumer other) {
        return new PackageReader(standard, keys, algorithms, limits, owners, secret, other);
    }

    Standard standard() {
        return standard;
    }

    LongConsumer progress() {
        return progress;
    }

    PackageContent content(Path folder) {
        return new PackageContent(folder, limits, algorithms, progress);
    }

    /** Asked once the signature is verified, before the payload is read. */
    @FunctionalInterface
    interface Gate {
        void admit(PackageInfo info, PackageDigest digest) throws IOException;
    }

    /**
     * Verifies a package and keeps nothing of it.
     *
     * @param work folder for its files while they are verified; what a killed process left there goes, too
     * @return what it is; its folder is there no more
     * @throws PackageRefusedException if it is not as it should be
     * @throws IOException if it cannot be read, or the folder cannot be written
     */
    public VerifiedPackage inspect(Path source, Path work) throws IOException {
        try (WorkFolder folder = new WorkFolder(work, WorkFolder.VERIFYING)) {
            return verify(source, folder.resolve("package"));
        }
    }

    /**
     * Verifies a package and puts its files into a folder, which must be empty or not there. What is in the folder after a refusal has not
     * been verified.
     *
     * @param source a folder, a zip archive, or an encrypted one
     * @throws PackageRefusedException if it is not as it should be
     * @throws IOException if it cannot be read, or the folder cannot be written
     */
    public VerifiedPackage verify(Path source, Path folder) throws IOException {
        return verify(source, folder, (info, digest) -> {});
    }

    VerifiedPackage verify(Path source, Path folder, Gate gate) throws IOException {
        if (Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
            try (Container files = new FolderContainer(source, limits)) {
                return new Run(folder, gate, null).verify(files);
            }
        }
        if (!Files.isRegularFile(source, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.exists(source, LinkOption.NOFOLLOW_LINKS)) {
                throw new PackageRefusedException(RefusalReason.LINK, "");
            }
            throw new NoSuchFileException(source.toString());
        }
        try (DigestStream raw = new DigestStream(new BufferedInputStream(Files.newInputStream(source), BLOCK))) {
            raw.mark(4);
            byte[] head = raw.readNBytes(4);
            raw.reset();
            InputStream in = CryptHeader.isEncrypted(head) ? new DecryptingStream(raw, secret, algorithms) : raw;
            if (in == raw && !(head.length >= 2 && head[0] == 'P' && head[1] == 'K')) {
                throw new PackageRefusedException(RefusalReason.NOT_A_PACKAGE, "");
            }
            try (Container files = new ZipContainer(in, limits)) {
                return new Run(folder, gate, raw).verify(files);
            }
        }
    }

    /** The verification of one package. */
    private final class Run {
        private final Path folder;
        private final Gate gate;
        private final @Nullable DigestStream raw;
        private long octets;
        private long files;
        private long tagOctets;

        Run(Path folder, Gate gate, @Nullable DigestStream raw) {
            this.folder = folder;
            this.gate = gate;
            this.raw = raw;
        }

        VerifiedPackage verify(Container container) throws IOException {
            byte[] declaration = tag(container, TagFiles.DECLARATION, TagFiles.MOST);
            if (!Arrays.equals(declaration, TagFiles.declaration())) {
                throw Lines.wrong(TagFiles.DECLARATION, "应为 BagIt 1.0、UTF-8", "it must say BagIt 1.0, UTF-8");
            }
            byte[] infoBytes = tag(container, PackageInfo.FILE, TagFiles.MOST);
            Container.Item item = container.next();
            DigestAlgorithm algorithm = algorithm(item);
            int most = (int) Math.min(Integer.MAX_VALUE - 8, (long) limits.files() * FileList.LINE);
            byte[] listBytes = tag(item, TagFiles.manifest(algorithm.name()), most);
            String tagFile = TagFiles.tagManifest(algorithm.name());
            byte[] tagBytes = tag(container, tagFile, TagFiles.MOST);
            byte[] sealBytes = tag(container, TagFiles.SIGNATURE, TagFiles.MOST);

            Seal seal = Seal.read(sealBytes);
            tagDigests(
                    tagFile,
                    tagBytes,
                    algorithm,
                    Map.of(
                            TagFiles.DECLARATION,
                            declaration,
                            PackageInfo.FILE,
                            infoBytes,
                            TagFiles.manifest(algorithm.name()),
                            listBytes));
            PackageInfo info = PackageInfo.read(infoBytes);
            seal.verify(tagFile, tagBytes, info, keys);
            if (!owners.test(info.sender(), seal.keyId())) {
                throw seal.refuse(RefusalReason.KEY_OF_ANOTHER);
            }
            String base = container.base();
            if (base != null && !base.equals(info.packageId())) {
                throw new PackageRefusedException(
                        RefusalReason.PATH_NOT_ALLOWED,
                        base,
                        new Bilingual("目录应以包编号命名", "the folder must be named by the package id"));
            }
            PackageDigest digest = digest(algorithm, tagBytes);
            gate.admit(info, digest);

            payload(container, FileList.read(TagFiles.manifest(algorithm.name()), listBytes), algorithm);
            if (octets != info.octets() || files != info.files()) {
                throw new PackageRefusedException(
                        RefusalReason.OXUM_MISMATCH,
                        PackageInfo.FILE,
                        new Bilingual(
                                "应为 " + info.octets() + "." + info.files() + "，实为 " + octets + "." + files,
                                info.octets() + "." + info.files() + " stated, " + octets + "." + files + " found"));
            }
            if (raw != null && raw.read() >= 0) {
                throw new PackageRefusedException(RefusalReason.CONTAINER_WRONG, "");
            }
            BatchManifest manifest = BatchManifest.read(folder, info, standard, algorithm);
            content(folder).check(manifest.entries(), standard, info.sender());
            return new VerifiedPackage(
                    info,
                    seal.keyId(),
                    digest,
                    manifest.digest(),
                    manifest.previous(),
                    raw == null ? digest : raw.digest(),
                    raw == null ? octets + tagOctets : raw.count(),
                    manifest.regionCode(),
                    manifest.senderName(),
                    manifest.receiverName(),
                    manifest.entries(),
                    folder);
        }

        private DigestAlgorithm algorithm(Container.@Nullable Item item) throws IOException {
            if (item != null
                    && item.path().startsWith("manifest-")
                    && item.path().endsWith(".txt")) {
                for (String name : DIGESTS) {
                    if (item.path().equals(TagFiles.manifest(name))) {
                        return algorithms.digest(name).orElseThrow(() -> unknown(item.path()));
                    }
                }
                throw unknown(item.path());
            }
            throw new PackageRefusedException(
                    item == null || item.path().startsWith(PackagePath.PAYLOAD)
                            ? RefusalReason.FILE_MISSING
                            : RefusalReason.FILE_UNLISTED,
                    item == null ? "manifest-*.txt" : item.path());
        }

        private PackageRefusedException unknown(String path) {
            return new PackageRefusedException(RefusalReason.ALGORITHM_UNKNOWN, path);
        }

        private byte[] tag(Container container, String path, int most) throws IOException {
            return tag(container.next(), path, most);
        }

        private byte[] tag(Container.@Nullable Item item, String path, int most) throws IOException {
            if (item == null || !item.path().equals(path)) {
                boolean first = path.equals(TagFiles.DECLARATION);
                throw first
                        ? new PackageRefusedException(RefusalReason.NOT_A_PACKAGE, path)
                        : item == null || item.path().startsWith(PackagePath.PAYLOAD)
                                ? new PackageRefusedException(RefusalReason.FILE_MISSING, path)
                                : new PackageRefusedException(
                                        RefusalReason.FILE_UNLISTED,
                                        item.path(),
                                        new Bilingual("此处应为 " + path, path + " belongs here"));
            }
            if (item.size() > most) {
                throw new PackageRefusedException(RefusalReason.TOO_LARGE, path);
            }
            byte[] bytes = item.content().readNBytes(most + 1);
            if (bytes.length > most) {
                throw new PackageRefusedException(RefusalReason.TOO_LARGE, path);
            }
            tagOctets += bytes.length;
            return bytes;
        }

        private void tagDigests(String tagFile, byte[] tagBytes, DigestAlgorithm algorithm, Map<String, byte[]> files)
                throws PackageRefusedException {
            Map<String, String> listed = FileList.read(tagFile, tagBytes).digests();
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                String stated = listed.get(file.getKey());
                if (stated == null) {
                    throw new PackageRefusedException(RefusalReason.FILE_UNLISTED, file.getKey());
                }
                if (!stated.equals(digest(algorithm, file.getValue()).value())) {
                    throw new PackageRefusedException(RefusalReason.DIGEST_MISMATCH, file.getKey());
                }
            }
            if (listed.size() != files.size()) {
                throw new PackageRefusedException(RefusalReason.FILE_MISSING, tagFile);
            }
        }

        private void payload(Container container, FileList list, DigestAlgorithm algorithm) throws IOException {
            if (list.size() > limits.files()) {
                throw new PackageRefusedException(RefusalReason.TOO_MANY_FILES, "");
            }
            Iterator<Map.Entry<String, String>> listed = list.iterator();
            for (Container.Item item = container.next(); item != null; item = container.next()) {
                if (!list.digests().containsKey(item.path()) || !item.path().startsWith(PackagePath.PAYLOAD)) {
                    throw new PackageRefusedException(RefusalReason.FILE_UNLISTED, item.path());
                }
                Map.Entry<String, String> expected = listed.hasNext() ? listed.next() : null;
                if (expected == null || !expected.getKey().equals(item.path())) {
                    throw new PackageRefusedException(
                            RefusalReason.FILE_MISSING, expected == null ? item.path() : expected.getKey());
                }
                if (!expected.getValue().equals(take(item, algorithm))) {
                    throw new PackageRefusedException(RefusalReason.DIGEST_MISMATCH, item.path());
                }
                files++;
            }
            if (listed.hasNext()) {
                throw new PackageRefusedException(
                        RefusalReason.FILE_MISSING, listed.next().getKey());
            }
        }

        /** Puts a file into the folder; its digest. */
        private String take(Container.Item item, DigestAlgorithm algorithm) throws IOException {
            Path target = folder.resolve(item.path());
            Files.createDirectories(target.getParent());
            MessageDigest digest = algorithm.newDigest();
            byte[] block = new byte[BLOCK];
            long before = octets;
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                for (int n = item.content().read(block);
                        n >= 0;
                        n = item.content().read(block)) {
                    octets += n;
                    if (octets > limits.totalBytes() || octets - before > limits.fileBytes()) {
                        throw new PackageRefusedException(RefusalReason.TOO_LARGE, item.path());
                    }
                    digest.update(block, 0, n);
                    out.write(block, 0, n);
                    progress.accept(n);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    static PackageDigest digest(DigestAlgorithm algorithm, byte[] bytes) {
        return new PackageDigest(algorithm.name(), HexFormat.of().formatHex(algorithm.digest(bytes)));
    }
}
