package org.tongcai.compiler.lint;

import org.tongcai.Bilingual;
import org.tongcai.Severity;

/**
 * A fault of a spec directory. Immutable.
 *
 * @param id stable id of the check, {@code keyword.unknown}
 * @param file path relative to the spec directory
 * @param line from 1
 * @param column in characters, from 1
 * @param severity an error fails the build, a warning does not
 * @param message what is wrong
 */
public record LintFinding(String id, String file, int line, int column, Severity severity, Bilingual message) {
    /** {@code file:line:column: [id] 中文 | English}: editors and build logs find the place. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": [" + id + "] " + (severity == Severity.ERROR ? "" : "(warning) ")
                + message.zh() + " | " + message.en();
    }
}
