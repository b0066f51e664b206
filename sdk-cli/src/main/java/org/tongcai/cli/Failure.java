package org.tongcai.cli;

import java.io.IOException;
import org.tongcai.Bilingual;

/** Ends a command with a message for people and an exit code. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exit;
    private final transient Bilingual text;

    private Failure(int exit, Bilingual text) {
        super(text.en());
        this.exit = exit;
        this.text = text;
    }

    /** The user asked for something that does not exist. */
    static Failure usage(String zh, String en) {
        return new Failure(Exit.USAGE, new Bilingual(zh, en));
    }

    /** The system did not do its part. */
    static Failure system(String zh, String en, Throwable cause) {
        Failure failure = new Failure(Exit.FAILURE, new Bilingual(zh, en));
        failure.initCause(cause);
        return failure;
    }

    /** {@code file} could not be written. */
    static Failure unwritable(Object file, IOException cause) {
        return system("无法写入 " + file + "：" + detail(cause), "cannot write " + file + ": " + detail(cause), cause);
    }

    /** What an exception says; file-system exceptions say only which file. */
    static String detail(IOException e) {
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null || name.startsWith("NoSuch") || name.startsWith("AccessDenied")
                ? name.replace("Exception", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                : e.getMessage();
    }

    int exit() {
        return exit;
    }

    Bilingual text() {
        return text;
    }
}
