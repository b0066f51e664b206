package org.tongcai.cli;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.sandbox.Sandbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the reference platform of the service standard on this machine, until it is interrupted. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
    private static final String TENANT = "demo";
    private static final String TENANT_NAME = "示例平台";
    private static final String CLIENT = "tongcai";
    /** What H2 says of a file that another process has open. */
    private static final int H2_IN_USE = 90020;

    private final Terminal terminal;

    @Mixin
    private final ServeDoor door = new ServeDoor();

    @Option(names = "--db", paramLabel = "URL", descriptionKey = "serve-db")
    private @Nullable String database;

    @Option(names = "--db-user", paramLabel = "NAME", descriptionKey = "serve-db-user")
    private String user = "";

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "serve-data")
    private Path data = Path.of("tongcai-sandbox");

    @Option(
            names = {"-q", "--quiet"},
            descriptionKey = "serve-quiet")
    private boolean quiet;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String url = database == null ? file() : database;
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw Failure.usage(
                    "--db 应以 jdbc:h2: 或者 jdbc:postgresql: 开头", "--db must begin with jdbc:h2: or jdbc:postgresql:");
        }
        Sandbox sandbox = start(url);
        CountDownLatch stop = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            stop.countDown();
            sandbox.close();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            Optional<Sandbox.Credentials> first = sandbox.createFirst(TENANT, TENANT_NAME, CLIENT);
            terminal.print(first.isPresent() ? welcome(sandbox, first.get()) : again(sandbox));
            stop.await();
        } catch (InterruptedException e) {
            // Asked to end by a host; what follows is ending.
        } finally {
            // Where the process is ending already the hook closes it, and the exit code is that of the signal.
            if (disarm(hook)) {
                sandbox.close();
            }
        }
        return Exit.ACCEPTED;
    }

    private static boolean disarm(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private Sandbox start(String url) {
        Map<String, String> environment = System.getenv();
        Sandbox.Builder builder = Sandbox.builder()
                .database(url, user, environment.getOrDefault("TONGCAI_DB_PASSWORD", ""))
                .requests(new RequestLog(terminal.err(), quiet));
        door.apply(builder, environment);
        try {
            return builder.start();
        } catch (RuntimeException e) {
            throw explained(e, url);
        }
    }

    /** The database in the data folder, which its owner alone can read: it holds keys. */
    private String file() throws IOException {
        if (Files.exists(data) && !Files.isDirectory(data)) {
            throw Failure.usage(data + " 不是文件夹", data + " is not a folder");
        }
        if (data.toString().contains(";")) {
            throw Failure.usage(
                    "数据文件夹的名称不得含有分号：" + data, "the name of the data folder must not hold a semicolon: " + data);
        }
        try {
            if (!Files.exists(data)) {
                Files.createDirectories(data);
                if (data.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
                }
            }
        } catch (IOException e) {
            throw Failure.unwritable(data, e);
        }
        return "jdbc:h2:file:" + data.toAbsolutePath().normalize().resolve("sandbox");
    }

    private RuntimeException explained(RuntimeException failure, String url) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException bind) {
                return door.unbound(bind, failure);
            }
            if (cause instanceof SQLException sql) {
                Bilingual why = reason(sql);
                return Failure.system(
                        "无法打开数据库 " + bare(url) + "：" + why.zh(),
                        "cannot open the database " + bare(url) + ": " + why.en(),
                        failure);
            }
        }
        return failure;
    }

    /** What most often goes wrong, in words; by SQLSTATE, which the drivers share. */
    private static Bilingual reason(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        if (sql.getErrorCode() == H2_IN_USE) {
            return new Bilingual(
                    "正被另一个进程使用（是否已经启动过 tongcai serve？）；请先停止它，或者用 --data 另选文件夹",
                    "it is in use by another process (is tongcai serve running already?); stop it, or choose another"
                            + " folder with --data");
        }
        if (state.startsWith("28") || state.equals("08004")) {
            return new Bilingual(
                    "用户名或者密码不对（密码取自环境变量 TONGCAI_DB_PASSWORD）",
                    "wrong user or password (the password is that of the environment variable TONGCAI_DB_PASSWORD)");
        }
        if (state.equals("3D000")) {
            return new Bilingual("数据库不存在，请先建立", "there is no such database; create it first");
        }
        if (state.startsWith("08")) {
            return new Bilingual(
                    "连接不上；请检查主机名和端口，以及数据库是否已经启动",
                    "no connection; check host name and port, and that the database runs");
        }
        return new Bilingual(String.valueOf(sql.getMessage()), String.valueOf(sql.getMessage()));
    }

    /** Parameters may hold a password. */
    private static String bare(String url) {
        return url.replaceFirst("[;?].*", "");
    }

    private String welcome(Sandbox sandbox, Sandbox.Credentials credentials) {
        String base = sandbox.baseUrl().toString();
        return terminal.in("通采平台沙箱已启动：", "The sandbox platform of Tongcai listens: ") + base + "\n\n"
                + terminal.in(
                        "首次启动，已建立一个应用。密钥只显示这一次，请妥善保存：",
                        "First start: an application was made. Its secret is shown this once, keep it:")
                + "\n  client_id      " + credentials.clientId() + "\n  client_secret  " + credentials.secret() + "\n\n"
                + terminal.in("试一试：", "Try it:") + "\n"
                + "  TOKEN=$(curl -s -u '" + credentials.clientId() + ":" + credentials.secret()
                + "' -d grant_type=client_credentials " + base + "/v1/token"
                + " | sed 's/.*\"access_token\" *: *\"\\([^\"]*\\)\".*/\\1/')\n"
                + "  curl -s -H \"Authorization: Bearer $TOKEN\" " + base + "/v1/feed\n\n" + stopping();
    }

    private String again(Sandbox sandbox) {
        String base = sandbox.baseUrl().toString();
        return terminal.in("通采平台沙箱已启动：", "The sandbox platform of Tongcai listens: ") + base + "\n"
                + terminal.in(
                        "应用和密钥同首次启动；密钥遗失的，删除数据后重新启动。",
                        "Application and secret are those of the first start; if the secret is lost, delete the data and start anew.")
                + "\n  curl -s " + base + "/v1/capabilities\n" + stopping();
    }

    private String stopping() {
        return terminal.in("按 Ctrl-C 停止。", "Ctrl-C stops it.") + "\n";
    }
}
