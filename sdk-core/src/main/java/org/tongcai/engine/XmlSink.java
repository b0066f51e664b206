package org.tongcai.engine;

import org.jspecify.annotations.Nullable;

/**
 * Writes XML: without blanks, indented, or as its own Canonical XML 1.1, which the others differ from by the declaration and blanks
 * between elements only.
 */
final class XmlSink extends Sink {
    private static final byte[] DECLARATION = Tags.ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    private static final byte[] INSTANCE = Tags.ascii(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
    private static final byte[] TYPED = Tags.ascii("\">");
    private static final byte[] TRUE = Tags.ascii("true");
    private static final byte[] FALSE = Tags.ascii("false");

    private final Output out;
    private final byte[] namespace;
    private boolean pretty;
    private boolean canonical;
    private int depth;
    private Tags tags = new Tags("");

    XmlSink(Output out, String namespace) {
        this.out = out;
        this.namespace = Tags.ascii(" xmlns=\"" + namespace + '"');
    }

    /** How to write the next document. */
    XmlSink styled(Style style) {
        pretty = style.isPretty();
        canonical = style.isCanonical();
        return this;
    }

    @Override
    void begin(Root root) {
        depth = 1;
        tags = root.tags();
        if (!canonical) {
            out.put(DECLARATION);
            if (pretty) {
                out.put('\n');
            }
        }
        out.put(tags.start);
        // Its closing bracket waits for the namespaces.
        out.size--;
        out.put(namespace);
        if (root.unions()) {
            out.put(INSTANCE);
        }
        out.put('>');
    }

    @Override
    void end(boolean empty) {
        depth--;
        if (pretty && !empty) {
            out.line(depth);
        }
        out.put(tags.end);
        if (pretty) {
            out.put('\n');
        }
    }

    @Override
    void member(Member member, int place, boolean first) {
        // Elements are written with their values.
    }

    @Override
    void object(Member member, @Nullable ObjectPlan branch) {
        if (branch == null) {
            start(member);
        } else {
            if (pretty) {
                out.line(depth);
            }
            out.put(member.tags().startTyped);
            out.put(branch.definition().name());
            out.put(TYPED);
        }
        depth++;
    }

    @Override
    void endObject(Member member, boolean empty) {
        depth--;
        if (pretty && !empty) {
            out.line(depth);
        }
        out.put(member.tags().end);
    }

    @Override
    void list(Member member) {
        // The element is repeated; nothing stands around.
    }

    @Override
    void item(Member member, boolean first) {
        // See list.
    }

    @Override
    void endList(Member member, boolean empty) {
        // See list.
    }

    private void start(Member member) {
        if (pretty) {
            out.line(depth);
        }
        out.put(member.tags().start);
    }

    @Override
    void text(Member member, Events events) {
        start(member);
        out.text(events.chars, events.length, Escapes.XML);
        out.put(member.tags().end);
    }

    @Override
    void number(Member member, long value) {
        start(member);
        out.put(value);
        out.put(member.tags().end);
    }

    @Override
    void number(Member member, String digits) {
        start(member);
        out.put(digits);
        out.put(member.tags().end);
    }

    @Override
    void flag(Member member, boolean value) {
        start(member);
        out.put(value ? TRUE : FALSE);
        out.put(member.tags().end);
    }

    @Override
    boolean takesDiscriminators() {
        return false;
    }

    @Override
    boolean takesEmptyLists() {
        return false;
    }

    @Override
    int position() {
        return out.size;
    }

    @Override
    void arrange(int[] marks, int from, int to) {
        out.arrange(marks, from, to);
    }
}
