package org.tongcai.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tongcai.Standard;
import org.tongcai.exchange.PackageKey;
import org.tongcai.exchange.PackageReader;
import org.tongcai.signature.Algorithms;
import picocli.CommandLine.Option;

/** By which keys packages are read. */
final class PackageSource {
    @Option(names = "--keys", paramLabel = "DIR", descriptionKey = "package-keys", required = true)
    private Path keys = Path.of("");

    @Option(names = "--decrypt", paramLabel = "KEYFILE", descriptionKey = "package-decrypt")
    private @Nullable Path decrypt;

    @Option(names = "--passphrase", paramLabel = "FILE", descriptionKey = "package-passphrase")
    private @Nullable Path passphrase;

    PackageReader reader(Standard standard) {
        Algorithms algorithms = Algorithms.installed();
        PackageKeyFiles files = new PackageKeyFiles(keys, algorithms);
        PackageReader reader = new PackageReader(standard, files, algorithms).withOwners(files::isOwner);
        PackageKey secret = PackageKeyFiles.secret(decrypt, passphrase);
        return secret == null ? reader : reader.withKey(secret);
    }
}
