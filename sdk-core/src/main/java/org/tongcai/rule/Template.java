package org.tongcai.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/** A message with {@code {name}} for values. Immutable. */
final class Template {
    private static final Bilingual UNKNOWN = new Bilingual("？", "?");

    private final List<Part> zh;
    private final List<Part> en;

    /** A text, or a value where there is none. */
    private record Part(String text, @Nullable Typed value) {}

    Template(Bilingual message, Scope scope) {
        this.zh = parts(message.zh(), scope);
        this.en = parts(message.en(), scope);
    }

    private static List<Part> parts(String text, Scope scope) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("an open brace in a message");
            }
            parts.add(new Part(text.substring(at, open), null));
            String name = text.substring(open + 1, close);
            Typed value =
                    name.startsWith("param.") ? scope.parameter(name.substring("param.".length())) : scope.name(name);
            parts.add(new Part("", value));
            at = close + 1;
        }
        parts.add(new Part(text.substring(at), null));
        return List.copyOf(parts);
    }

    /** The message with its values; one that cannot be computed is a question mark. */
    Bilingual fill(Frame f, Tables tables) {
        StringBuilder chinese = new StringBuilder();
        for (Part part : zh) {
            chinese.append(part.text)
                    .append(
                            part.value == null
                                    ? ""
                                    : print(part.value, f, tables).zh());
        }
        StringBuilder english = new StringBuilder();
        for (Part part : en) {
            english.append(part.text)
                    .append(
                            part.value == null
                                    ? ""
                                    : print(part.value, f, tables).en());
        }
        return new Bilingual(chinese.toString(), english.toString());
    }

    private static Bilingual print(Typed value, Frame f, Tables tables) {
        try {
            long cell = value.expr().eval(f);
            return Printed.of(value.type(), cell, f.side, tables, f.day);
        } catch (Undetermined e) {
            return UNKNOWN;
        }
    }
}
