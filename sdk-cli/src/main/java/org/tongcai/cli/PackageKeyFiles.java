package org.tongcai.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.exchange.PackageKey;
import org.tongcai.signature.AeadCipher;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.KeyFormatException;
import org.tongcai.signature.KeyResolver;
import org.tongcai.signature.KeyValidity;
import org.tongcai.signature.Keys;
import org.tongcai.signature.SigningKey;
import org.tongcai.signature.TrustedKey;

/**
 * Keys of others in a folder, under the names that {@code keygen} gives. A key in a subfolder is that of the sender whose code the subfolder
 * has; one in the folder itself belongs to the sender whose code its id begins with.
 */
final class PackageKeyFiles implements KeyResolver {
    private static final String[] ENDINGS = {".public.pem", ".public.jwk", ".secret.jwk"};

    private final Path folder;
    private final Algorithms algorithms;
    private final Map<String, String> owners = new ConcurrentHashMap<>();

    PackageKeyFiles(Path folder, Algorithms algorithms) {
        if (!Files.isDirectory(folder)) {
            throw Failure.usage("没有文件夹 " + folder, "no folder " + folder);
        }
        this.folder = folder;
        this.algorithms = algorithms;
    }

    private static String name(String keyId) {
        return keyId.replace(':', '_');
    }

    @Override
    public Optional<TrustedKey> find(String keyId) {
        Optional<TrustedKey> found = read(folder, keyId);
        if (found.isPresent()) {
            owners.put(keyId, "");
            return found;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path each : folders) {
                Optional<TrustedKey> key = read(each, keyId);
                if (key.isPresent()) {
                    owners.put(keyId, String.valueOf(each.getFileName()));
                    return key;
                }
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        return Optional.empty();
    }

    private Optional<TrustedKey> read(Path in, String keyId) {
        for (String ending : ENDINGS) {
            Path file = in.resolve(name(keyId) + ending);
            if (Files.isRegularFile(file)) {
                try {
                    String text = Files.readString(file);
                    KeyValidity validity = Keys.readValidity(text);
                    return Optional.of(new TrustedKey(
                            Keys.readVerifying(keyId, text, algorithms), validity.from(), validity.until()));
                } catch (IOException e) {
                    throw unreadable(file, e);
                } catch (KeyFormatException e) {
                    throw Failure.usage(
                            file + "：" + e.text().zh(), file + ": " + e.text().en());
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the key, found before, is the sender's. */
    boolean isOwner(String sender, String keyId) {
        String owner = owners.getOrDefault(keyId, "");
        return owner.isEmpty() ? keyId.equals(sender) || keyId.startsWith(sender + ":") : owner.equals(sender);
    }

    /** The key that signs; without an id it has the one that its file is named after. */
    static SigningKey signing(Path file, @Nullable String given, String sender, Algorithms algorithms) {
        try {
            String text = Files.readString(file);
            String keyId = given;
            if (keyId == null && !text.stripLeading().startsWith("{")) {
                String name = String.valueOf(file.getFileName()).replaceAll("\\.(private\\.)?(pem|key)$", "");
                keyId = name.startsWith(sender + "_") ? sender + ":" + name.substring(sender.length() + 1) : name;
            }
            KeyValidity validity = Keys.readValidity(text);
            if (!validity.isValidAt(Instant.now())) {
                throw Failure.usage(
                        file + " 现在不在有效期内（" + validity + "），接收方会拒收",
                        file + " is not valid now (" + validity + "); receivers would refuse");
            }
            return Keys.readSigning(keyId, text, algorithms);
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (KeyFormatException e) {
            throw Failure.usage(
                    file + "：" + e.text().zh(), file + ": " + e.text().en());
        }
    }

    static AeadCipher cipher(String name, Algorithms algorithms) {
        return algorithms
                .cipher(name)
                .orElseThrow(() -> Failure.usage(
                        "没有加密算法 " + name + "，可选 A256GCM、SM4GCM",
                        "no cipher " + name + "; there are A256GCM and SM4GCM"));
    }

    /** The key that encrypts packages, or a passphrase; null where neither is given. */
    static @Nullable PackageKey secret(@Nullable Path key, @Nullable Path passphrase) {
        if (key != null && passphrase != null) {
            throw Failure.usage("密钥文件与口令文件不能同时给出", "a key file and a passphrase file do not go together");
        }
        Path file = key != null ? key : passphrase;
        if (file == null) {
            return null;
        }
        try {
            return key != null
                    ? PackageKey.ofBytes(Files.readAllBytes(file))
                    : PackageKey.ofPassphrase(
                            Files.readString(file).lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(
                    file + "：密钥至少 32 字节，口令至少 12 个字符",
                    file + ": a key has at least 32 bytes, a passphrase at least 12 characters");
        }
    }

    private static Failure unreadable(Path file, IOException e) {
        return Failure.system(
                "无法读取 " + file + "：" + Failure.detail(e), "cannot read " + file + ": " + Failure.detail(e), e);
    }
}
