package org.tongcai.compiler.lint;

import java.util.Locale;
import org.tongcai.compiler.spec.Json;

/** No text of the standard holds what the standard forbids in documents (section 7 of the dialect), or begins or ends with space. */
final class TextCheck {
    private final Findings findings;

    TextCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Json value) {
        if (value instanceof Json.Obj object) {
            object.members().values().forEach(this::check);
        } else if (value instanceof Json.Arr array) {
            array.items().forEach(this::check);
        } else if (value instanceof Json.Text text) {
            int control = control(text.value());
            if (control >= 0) {
                findings.add(LintCheck.TEXT_CONTROL, text.place(), hex(control));
            } else if (!text.value().equals(text.value().strip())) {
                findings.add(LintCheck.TEXT_BLANK, text.place(), text.value());
            }
        }
    }

    static String hex(int point) {
        return String.format(Locale.ROOT, "%04X", point);
    }

    /** The first character that must not stand in a text; -1 for none. Line breaks and tabs may stand in descriptions. */
    static int control(String text) {
        return text.codePoints()
                .filter(point -> point < 0x20 && point != '\t' && point != '\n' && point != '\r'
                        || point >= 0x7F && point <= 0x9F
                        || point >= 0xD800 && point <= 0xDFFF
                        || point == 0xFFFE
                        || point == 0xFFFF)
                .findFirst()
                .orElse(-1);
    }
}
