package org.tongcai.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tongcai.Standard;
import org.tongcai.bundle.BundleException;
import picocli.CommandLine.Option;

/** Which standard a command works with. */
final class StandardOption {
    @Option(names = "--standard", paramLabel = "DIR", descriptionKey = "standard")
    private @Nullable Path directory;

    /** The standard of that folder, or the one that comes with the command. */
    Standard load() {
        try {
            return directory == null ? Standard.load() : Standard.load(directory);
        } catch (BundleException e) {
            throw directory == null
                    ? Failure.system("安装不完整：" + e.getMessage(), "the installation is damaged: " + e.getMessage(), e)
                    : Failure.system(
                            "无法读取标准 " + directory + "：" + e.getMessage(),
                            "cannot read the standard in " + directory + ": " + e.getMessage(),
                            e);
        }
    }
}
