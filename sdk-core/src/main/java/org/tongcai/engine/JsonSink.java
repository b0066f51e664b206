package org.tongcai.engine;

import org.jspecify.annotations.Nullable;

/**
 * Writes JSON: without blanks, indented, or as RFC 8785 lays it down. The brace or comma in front of a member counts as the member's, so
 * that members can be moved.
 */
final class JsonSink extends Sink {
    private static final byte[] TRUE = Tags.ascii("true");
    private static final byte[] FALSE = Tags.ascii("false");

    private final Output out;
    private boolean pretty;
    private boolean canonical;
    private int depth;

    JsonSink(Output out) {
        this.out = out;
    }

    /** How to write the next document. */
    JsonSink styled(Style style) {
        pretty = style.isPretty();
        canonical = style.isCanonical();
        return this;
    }

    @Override
    void begin(Root root) {
        depth = 1;
    }

    @Override
    void end(boolean empty) {
        close('{', '}', empty);
        if (pretty) {
            out.put('\n');
        }
    }

    @Override
    void member(Member member, int place, boolean first) {
        out.put(first ? '{' : ',');
        if (pretty) {
            out.line(depth);
            out.put(member.tags().jsonPretty);
        } else {
            out.put(member.tags().json);
        }
    }

    @Override
    void object(Member member, @Nullable ObjectPlan branch) {
        depth++;
    }

    @Override
    void endObject(Member member, boolean empty) {
        close('{', '}', empty);
    }

    @Override
    void list(Member member) {
        depth++;
    }

    @Override
    void item(Member member, boolean first) {
        out.put(first ? '[' : ',');
        if (pretty) {
            out.line(depth);
        }
    }

    @Override
    void endList(Member member, boolean empty) {
        close('[', ']', empty);
    }

    private void close(char opening, char closing, boolean empty) {
        depth--;
        if (empty) {
            out.put(opening);
        } else if (pretty) {
            out.line(depth);
        }
        out.put(closing);
    }

    @Override
    void text(Member member, Events events) {
        out.put('"');
        out.text(events.chars, events.length, Escapes.JSON);
        out.put('"');
    }

    @Override
    void number(Member member, long value) {
        out.put(value);
    }

    @Override
    void number(Member member, String digits) {
        out.put(digits);
    }

    @Override
    void flag(Member member, boolean value) {
        out.put(value ? TRUE : FALSE);
    }

    @Override
    int @Nullable [] ranks(ObjectPlan type) {
        return canonical ? type.alphabet() : null;
    }

    @Override
    int position() {
        return out.size;
    }

    @Override
    void arrange(int[] marks, int from, int to) {
        int start = marks[from + 1];
        out.bytes[start] = ',';
        out.arrange(marks, from, to);
        out.bytes[start] = '{';
    }
}
