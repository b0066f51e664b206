package org.tongcai.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;
import org.tongcai.Limits;
import org.tongcai.Standard;
import org.tongcai.Verdict;
import org.tongcai.signature.DigestAlgorithm;

/** {@code data/manifest.json} of a package: a {@code batchManifest} of the standard that agrees with {@code bag-info.txt}. Immutable. */
record BatchManifest(
        String regionCode,
        String senderName,
        String receiverName,
        PackageDigest digest,
        @Nullable PackageDigest previous,
        List<ManifestEntry> entries) {
    static final String FILE = "data/manifest.json";

    static BatchManifest read(Path folder, PackageInfo info, Standard standard, DigestAlgorithm algorithm)
            throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new PackageRefusedException(RefusalReason.FILE_MISSING, FILE);
        }
        if (Files.size(file) > Limits.DEFAULT.documentBytes()) {
            throw new PackageRefusedException(RefusalReason.TOO_LARGE, FILE);
        }
        byte[] bytes = Files.readAllBytes(file);
        DocumentReport report = standard.validate(bytes);
        if (report.verdict() != Verdict.ACCEPTED || !"batchManifest".equals(report.documentType())) {
            throw new PackageRefusedException(
                    RefusalReason.MANIFEST_INVALID,
                    FILE,
                    report.findings().isEmpty()
                            ? Bilingual.EMPTY
                            : new Bilingual(
                                    report.findings().get(0).pointer() + " "
                                            + report.findings().get(0).message().zh(),
                                    report.findings().get(0).pointer() + " "
                                            + report.findings().get(0).message().en()));
        }
        Map<String, Object> json;
        List<ManifestEntry> entries = new ArrayList<>();
        try {
            json = Json.read(bytes, "entries", entry -> entries.add(ManifestEntry.read(entry)));
        } catch (IOException e) {
            throw new PackageRefusedException(RefusalReason.MANIFEST_INVALID, FILE, Bilingual.EMPTY, e);
        }
        agree(json, info);
        sums(json, entries);
        return new BatchManifest(
                Json.require(json, "header", "regionCode"),
                Json.require(json, "sender", "name"),
                Json.require(json, "receiver", "name"),
                PackageReader.digest(algorithm, bytes),
                previous(json),
                List.copyOf(entries));
    }

    private static @Nullable PackageDigest previous(Map<String, Object> json) throws IOException {
        try {
            return Json.at(json, "previousDigest") == null
                    ? null
                    : new PackageDigest(
                            Json.require(json, "previousDigest", "algorithm"),
                            Json.require(json, "previousDigest", "value"));
        } catch (IllegalArgumentException e) {
            throw new PackageRefusedException(RefusalReason.MANIFEST_INVALID, FILE, Bilingual.EMPTY, e);
        }
    }

    private static void agree(Map<String, Object> json, PackageInfo info) throws PackageRefusedException {
        same("batchId", Json.at(json, "batchId"), info.packageId());
        same("package/packageId", Json.at(json, "package", "packageId"), info.packageId());
        same("sender/code", Json.at(json, "sender", "code"), info.sender());
        same("header/platform/code", Json.at(json, "header", "platform", "code"), info.sender());
        same("receiver/code", Json.at(json, "receiver", "code"), info.receiver());
        same("sequence", Json.at(json, "sequence"), info.sequence());
        same("package/sequence", Json.at(json, "package", "sequence"), info.sequence());
        same("package/fileCount", Json.at(json, "package", "fileCount"), info.files());
        same("package/size", Json.at(json, "package", "size"), info.octets());
        same("previousDigest", Json.at(json, "previousDigest") == null, info.sequence() == 1);
        try {
            String sealedAt = Json.text(json, "package", "sealedAt");
            same("package/sealedAt", sealedAt == null ? null : OffsetDateTime.parse(sealedAt), info.sealedAt());
        } catch (DateTimeParseException e) {
            throw new PackageRefusedException(RefusalReason.MANIFEST_INVALID, FILE, Bilingual.EMPTY, e);
        }
    }

    private static void sums(Map<String, Object> json, List<ManifestEntry> entries) throws PackageRefusedException {
        long documents = entries.stream().filter(e -> !e.isAttachment()).count();
        same("documentCount", Json.at(json, "documentCount"), documents);
        same(
                "totalSize",
                Json.at(json, "totalSize"),
                entries.stream().mapToLong(ManifestEntry::size).sum());
    }

    private static void same(String what, @Nullable Object stated, Object expected) throws PackageRefusedException {
        if (!Objects.equals(stated, expected)) {
            throw new PackageRefusedException(
                    RefusalReason.MANIFEST_MISMATCH,
                    FILE,
                    new Bilingual(
                            what + " 为 " + stated + "，应为 " + expected,
                            what + " is " + stated + ", must be " + expected));
        }
    }
}
