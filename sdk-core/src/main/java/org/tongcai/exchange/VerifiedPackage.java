package org.tongcai.exchange;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package of which every byte has been verified. Immutable.
 *
 * @param info who sends what to whom
 * @param keyId key that signed it
 * @param digest digest of the tag manifest, which stands for the package in the chain
 * @param manifestDigest digest of the batch manifest's bytes
 * @param previousManifest what the batch manifest says is the digest of the one before; null in the first package
 * @param receivedDigest digest of the package as a file; of a folder that of the tag manifest
 * @param receivedSize size of the file; of a folder all files together
 * @param regionCode region of the batch manifest
 * @param senderName name of the sender
 * @param receiverName name of the receiver
 * @param entries documents and attachments, sorted by path and line
 * @param folder where its files have been put
 */
public record VerifiedPackage(
        PackageInfo info,
        String keyId,
        PackageDigest digest,
        PackageDigest manifestDigest,
        @Nullable PackageDigest previousManifest,
        PackageDigest receivedDigest,
        long receivedSize,
        String regionCode,
        String senderName,
        String receiverName,
        List<ManifestEntry> entries,
        Path folder) {
    public VerifiedPackage {
        entries = List.copyOf(entries);
    }

    /** How many documents there are, attachments not counted. */
    public long documents() {
        return entries.stream().filter(entry -> !entry.isAttachment()).count();
    }
}
