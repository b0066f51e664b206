package org.tongcai.report;

import org.tongcai.Severity;
import org.tongcai.Verdict;

/** ANSI colours (ECMA-48 SGR), or none. */
final class Ansi {
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String CYAN = "36";

    private final boolean on;

    Ansi(boolean on) {
        this.on = on;
    }

    String bold(String text) {
        return style("1", text);
    }

    String dim(String text) {
        return style("2", text);
    }

    String verdict(Verdict verdict, String text) {
        return style(
                "1;"
                        + switch (verdict) {
                            case ACCEPTED -> GREEN;
                            case REJECTED -> RED;
                            case UNDETERMINED -> YELLOW;
                        },
                text);
    }

    String severity(Severity severity, String text) {
        return style(
                switch (severity) {
                    case ERROR -> RED;
                    case WARNING -> YELLOW;
                    case INFO -> CYAN;
                },
                text);
    }

    private String style(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
