package org.tongcai.compiler;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@link Main} for builds that call the compiler within their own virtual machine: a fault of the spec is an exception, since ending the
 * virtual machine would end the build tool with it.
 */
public final class Build {
    private Build() {}

    /**
     * Runs with the arguments of {@link Main}; messages go to standard error.
     *
     * @throws IllegalStateException if the exit code would not be 0
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = Main.run(List.of(args), out);
        if (code != 0) {
            throw new IllegalStateException(
                    "the compiler of the standard ended with " + code + "; its messages stand above");
        }
    }
}
