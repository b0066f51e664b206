package org.tongcai.engine;

import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;

/** What a value must look like, ready to judge. Immutable once compiled, thread-safe. */
abstract class Plan extends Wanted {
    /** Longest value that a finding shows. */
    static final int SHOWN = 200;

    private static final Bilingual[] KINDS = {
        new Bilingual("对象", "an object"),
        new Bilingual("列表", "a list"),
        new Bilingual("文本", "a string"),
        new Bilingual("数字", "a number"),
        new Bilingual("布尔值", "a boolean"),
        new Bilingual("布尔值", "a boolean"),
        new Bilingual("null", "null"),
    };

    Plan(int shape) {
        super(shape);
    }

    /** Reads the value just announced to its end and reports what is wrong with it. */
    abstract void read(Run run, int kind);

    /**
     * Reads the value just announced as {@link #read} does, and notes it for rules. The answer is its cell in
     * {@link org.tongcai.rule.Facts}, FAULTY where it is not what it should be.
     */
    abstract long capture(Run run, int kind);

    /** The current value as a finding may show it; null for nothing. */
    @Nullable
    String shown(Events events, int kind) {
        return switch (kind) {
            case Events.OBJECT, Events.ARRAY, Events.NULL -> null;
            case Events.TEXT -> cut(events.text());
            default -> events.written(SHOWN);
        };
    }

    /** Reports a value of another type and passes over it. */
    final void refuse(Run run, int kind, Bilingual expected) {
        refuse(run, kind, expected, KINDS[kind]);
    }

    final void refuse(Run run, int kind, Bilingual expected, Bilingual found) {
        Events events = run.events;
        Check check = kind == Events.NULL ? Check.NULL : Check.TYPE;
        if (run.keeps(check)) {
            run.add(check, events.token, shown(events, kind), expected, found);
        }
        events.skip(kind);
    }

    /** A kind of value in words. */
    static Bilingual kind(int kind) {
        return KINDS[kind];
    }

    static String cut(String text) {
        if (text.length() <= SHOWN) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return text.substring(0, end);
    }

    static Bilingual both(String text) {
        return new Bilingual(text, text);
    }

    static Bilingual both(long figure) {
        return both(Long.toString(figure));
    }
}
