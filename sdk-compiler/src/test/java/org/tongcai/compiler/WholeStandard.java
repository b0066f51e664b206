package org.tongcai.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.BundleReader;
import org.tongcai.compiler.cases.CaseGenerator;
import org.tongcai.compiler.cases.CaseSet;

/** The standard of this repository, compiled once for all tests that only look at it. Nobody changes what it hands out. */
public final class WholeStandard {
    /** The folder of the standard. */
    public static final Path SPEC = Path.of(System.getProperty("spec.directory", "../spec"));

    private WholeStandard() {}

    private static final class Compiled {
        private static final Map<String, byte[]> FILES = compile();
        private static final Bundle BUNDLE = BundleReader.fromMemory(FILES);

        private static Map<String, byte[]> compile() {
            try {
                return Compiler.bundle(SPEC).files();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Cases {
        private static final CaseSet CASES = new CaseGenerator(bundle()).generate();
    }

    /** The whole of it, with rules and layouts, in memory. */
    public static Bundle bundle() {
        return Compiled.BUNDLE;
    }

    /** The same as files: path within the bundle → content. */
    public static Map<String, byte[]> files() {
        return Compiled.FILES;
    }

    /** The cases that its definitions yield. */
    public static CaseSet cases() {
        return Cases.CASES;
    }
}
