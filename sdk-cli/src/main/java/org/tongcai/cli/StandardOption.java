package org.tongcai.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tongcai.Standard;
import org.tongcai.bundle.BundleException;
import picocli.CommandLine.Option;

/** Which standard a command works with. */
final class StandardOption {
    @Option(names = "--standard", paramLabel = "DIR", descriptionKey = "standard")
    private @Nullable Path directory;

    @Option(names = "--profile", paramLabel = "ID|DIR", descriptionKey = "profile")
    private @Nullable String profile;

    /** The standard of that folder or the one that comes with the command, with the profile if any. */
    Standard load() {
        if (profile != null) {
            return load(profile);
        }
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

    private Standard load(String wanted) {
        if (directory != null) {
            throw Failure.usage("--standard 和 --profile 不能同时使用", "--standard and --profile do not go together");
        }
        Path path = Path.of(wanted);
        if (Files.isRegularFile(path.resolve("profile.json"))) {
            throw Failure.usage(
                    wanted + " 尚未编译，请先运行 tongcai profile build " + wanted,
                    wanted + " is not compiled; run tongcai profile build " + wanted + " first");
        }
        try {
            return Files.isDirectory(path) ? Standard.loadProfile(path) : Standard.loadProfile(wanted);
        } catch (BundleException e) {
            throw Failure.usage(
                    "无法使用规范 " + wanted + "：" + e.getMessage(),
                    "cannot use the profile " + wanted + ": " + e.getMessage());
        }
    }
}
