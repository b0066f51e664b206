package org.tongcai.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.tongcai.Bilingual;

/**
 * The world outside. Standard output is the bare stream, because {@code PrintStream} would swallow a full disk; text is UTF-8 whatever
 * the platform's encoding.
 *
 * @param in standard input
 * @param out standard output, for results only
 * @param err standard error, for everything else
 * @param locale the user's language
 * @param colour whether standard output is a terminal that shows colours
 * @param progress whether standard error is a terminal
 */
record Terminal(InputStream in, OutputStream out, PrintStream err, Locale locale, boolean colour, boolean progress) {

    /** The process's own streams. The launcher tells which of them are terminals, as Java 17 cannot. */
    static Terminal ofProcess(Locale locale) {
        String terminals = System.getProperty("tongcai.terminals", "");
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                locale,
                terminals.contains("out") && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM")),
                terminals.contains("err"));
    }

    /** The text in the user's language. */
    String in(Bilingual text) {
        return text.in(locale);
    }

    /** The text in the user's language. */
    String in(String zh, String en) {
        return in(new Bilingual(zh, en));
    }

    /** Writes a result. */
    void print(CharSequence text) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
