package org.tongcai.cli;

import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/** What {@code explain} prints of one thing: a heading, texts and lines with a name. Not thread-safe. */
final class ExplainPage {
    private final Terminal terminal;
    private final StringBuilder text = new StringBuilder();

    ExplainPage(Terminal terminal, String heading, @Nullable String remark) {
        this.terminal = terminal;
        text.append(heading).append(remark == null ? "" : "  (" + remark + ")").append('\n');
    }

    /** A line as it is. */
    void text(String line) {
        text.append(line).append('\n');
    }

    /** A line with a name; nothing where there is no value. */
    void line(String zh, String en, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            text.append("  ")
                    .append(terminal.in(new Bilingual(zh + "：", en + ": ")))
                    .append(value)
                    .append('\n');
        }
    }

    /** The same in the user's language. */
    void line(String zh, String en, @Nullable Bilingual value) {
        line(zh, en, value == null ? null : terminal.in(value));
    }

    /** An empty line and a heading for what follows. */
    void part(String zh, String en) {
        text.append('\n').append(terminal.in(zh, en)).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
