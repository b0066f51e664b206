package org.tongcai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

    @Option(
            names = {"-q", "--quiet"},
            descriptionKey = "package-quiet")
    private boolean quiet;

    /** For one of several packages, of which all bytes are gone through so many times. */
    Progress progress(Terminal terminal, List<Path> packages, Path each, int passes) throws IOException {
        String which = packages.size() > 1 ? packages.indexOf(each) + 1 + "/" + packages.size() + " " : "";
        return new Progress(terminal, !quiet, size(each) * passes, which);
    }

    private static long size(Path source) throws IOException {
        long size = 0;
        if (Files.exists(source)) {
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    size += Files.size(file);
                }
            }
        }
        return size;
    }

    PackageReader reader(Standard standard) {
        Algorithms algorithms = Algorithms.installed();
        PackageKeyFiles files = new PackageKeyFiles(keys, algorithms);
        PackageReader reader = new PackageReader(standard, files, algorithms).withOwners(files::isOwner);
        PackageKey secret = PackageKeyFiles.secret(decrypt, passphrase);
        return secret == null ? reader : reader.withKey(secret);
    }
}
