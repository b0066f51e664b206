package org.tongcai.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.Sandbox;
import picocli.CommandLine.Option;

/** Where {@code serve} listens, and how what passes there is kept from others: where they can listen, there is TLS. */
final class ServeDoor {
    private static final String PASSWORD = "TONGCAI_TLS_PASSWORD";
    private static final int MOST_PASSWORD_BYTES = 4_096;
    private static final int MOST_STORE_BYTES = 1 << 20;

    @Option(names = "--host", paramLabel = "ADDRESS", descriptionKey = "serve-host")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", descriptionKey = "serve-port")
    private int port = 8765;

    @Option(names = "--tls-keystore", paramLabel = "FILE", descriptionKey = "serve-tls-keystore")
    private @Nullable Path keyStore;

    @Option(names = "--tls-password-file", paramLabel = "FILE", descriptionKey = "serve-tls-password-file")
    private @Nullable Path passwordFile;

    @Option(names = "--public-url", paramLabel = "URL", descriptionKey = "serve-public-url")
    private @Nullable String publicUrl;

    /**
     * Opens it.
     *
     * @throws Failure if it would be open to others without TLS, or cannot be opened as asked
     */
    void apply(Sandbox.Builder sandbox, Map<String, String> environment) {
        if (port < 0 || port > 65_535) {
            throw Failure.usage("端口应为 0 至 65535：" + port, "the port must be 0 to 65535: " + port);
        }
        boolean loopback = isLoopback();
        if (keyStore == null && publicUrl == null && !loopback) {
            throw Failure.usage(
                    "没有 TLS 时只能监听本机回环地址，不能监听 " + host
                            + "：请用 --tls-keystore 指定密钥库；已有代理提供 TLS 的，用 --public-url 指明对外的 https 基础地址",
                    "without TLS only loopback addresses are listened on, not " + host
                            + ": name a key store with --tls-keystore, or with --public-url the https base URL of a"
                            + " proxy that provides TLS");
        }
        sandbox.listen(host, port);
        if (keyStore != null) {
            String password = password(environment);
            check(keyStore, password);
            sandbox.tls(keyStore, password);
        }
        if (publicUrl != null) {
            sandbox.publicUrl(url(publicUrl));
        }
        if (loopback && publicUrl == null) {
            // Receivers of events on this machine are for trying things out, which nobody else can do here.
            sandbox.localCallbacks();
        }
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw Failure.usage("--host 不是本机的地址：" + host, "--host is no address of this machine: " + host);
        }
    }

    private static URI url(String url) {
        if (!url.matches("https://[A-Za-z0-9.:\\[\\]-]+/tongcai")) {
            throw Failure.usage(
                    "--public-url 应为 https 的基础地址，如 https://platform.example/tongcai：" + url,
                    "--public-url must be an https base URL such as https://platform.example/tongcai: " + url);
        }
        return URI.create(url);
    }

    private String password(Map<String, String> environment) {
        if (passwordFile != null) {
            return new String(read(passwordFile, MOST_PASSWORD_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
        String password = environment.get(PASSWORD);
        if (password == null) {
            throw Failure.usage(
                    "密钥库的口令请放在环境变量 " + PASSWORD + " 中，或者用 --tls-password-file 指定文件",
                    "put the password of the key store into the environment variable " + PASSWORD
                            + ", or name a file with --tls-password-file");
        }
        return password;
    }

    private static byte[] read(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw Failure.system(
                    "无法读取 " + file + "：" + Failure.detail(e), "cannot read " + file + ": " + Failure.detail(e), e);
        }
    }

    /** What would otherwise show as an internal error once the server starts. */
    private static void check(Path file, String password) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(new ByteArrayInputStream(read(file, MOST_STORE_BYTES)), password.toCharArray());
            for (String alias : Collections.list(keys.aliases())) {
                Key key = keys.getKey(alias, password.toCharArray());
                if (key != null && keys.getCertificateChain(alias) != null) {
                    return;
                }
            }
            throw Failure.system(
                    file + " 中没有带证书的私钥",
                    file + " holds no private key with a certificate",
                    new GeneralSecurityException("no key"));
        } catch (IOException e) {
            if (e.getCause() instanceof GeneralSecurityException) {
                throw Failure.system("密钥库 " + file + " 的口令不对", "wrong password for the key store " + file, e);
            }
            throw unusable(file, e);
        } catch (GeneralSecurityException e) {
            throw unusable(file, e);
        }
    }

    private static Failure unusable(Path file, Exception e) {
        return Failure.system(file + " 不是可用的 PKCS #12 密钥库", file + " is no PKCS #12 key store that can be used", e);
    }

    /** What went wrong with listening. */
    Failure unbound(BindException cause, Throwable failure) {
        boolean taken = String.valueOf(cause.getMessage()).contains("in use");
        return taken
                ? Failure.system(
                        "端口 " + port + " 已被占用；请用 --port 另选一个，0 为任意空闲端口",
                        "port " + port + " is in use; choose another with --port, 0 for any that is free",
                        failure)
                : Failure.system(
                        "不能监听 " + host + " 的端口 " + port + "：" + cause.getMessage(),
                        "cannot listen on port " + port + " of " + host + ": " + cause.getMessage(),
                        failure);
    }
}
