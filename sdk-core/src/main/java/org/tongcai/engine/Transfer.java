package org.tongcai.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Carries a document from events over into a {@link Sink}, member by member along its plan, without a tree. It does not judge: whatever
 * fits the shape of the type is taken. What does not leaves as {@link Refusal}. Reused from document to document, not thread-safe.
 */
final class Transfer {
    /** Numbers of at most 18 digits; longer ones are pinned in the events. */
    private static final long EXACT = 999_999_999_999_999_999L;

    private static final int ALL = 1 << 24;

    private final Run run;
    /** Pairs for each member of the open objects: where it belongs, where it starts. */
    private int[] marks = new int[128];

    private int top;

    private final Output out = new Output();
    private final JsonSink json = new JsonSink(out);
    private final XmlSink xml;

    Transfer(Run run) {
        this.run = run;
        xml = new XmlSink(out, XmlReports.namespace(run.manifest().edition()));
    }

    /** Where to write the next document, of at most so many bytes. */
    Sink open(Style style, int most) {
        out.begin(most);
        return style.isXml() ? xml.styled(style) : json.styled(style);
    }

    /** Hands out what was written. */
    void writeTo(OutputStream target) throws IOException {
        target.write(out.bytes, 0, out.size);
    }

    /** Lets go of unusually large buffers. */
    void close() {
        out.close();
    }

    /** Carries over the document whose object was just announced. */
    void document(Root root, Sink sink) {
        top = 0;
        sink.begin(root);
        boolean empty = object(root.type(), -1, sink);
        sink.end(empty);
        out.requireFit();
    }

    /** Carries over the members of an object; whether it has none. */
    private boolean object(ObjectPlan type, int discriminator, Sink sink) {
        Events events = run.events;
        int base = run.claim(type.words());
        int first = top;
        int[] ranks = sink.ranks(type);
        boolean ordered = true;
        int before = -1;
        int last = 0;
        while (true) {
            int guess = type.guess(last);
            int place = events.member(type.names(), guess);
            if (place < 0) {
                if (place == Events.END) {
                    break;
                }
                throw Refusal.UNFIT;
            }
            if (place != guess) {
                type.learn(run, last, place);
            }
            last = place + 1;
            int word = base + (place >> 6);
            long bit = 1L << place;
            if ((run.bits[word] & bit) != 0) {
                throw Refusal.UNFIT;
            }
            run.bits[word] |= bit;
            Member member = type.member(place);
            if (place == discriminator && !sink.takesDiscriminators()) {
                // It chose the branch, so it is known already.
                events.value(member.plan);
                continue;
            }
            int rank = ranks == null ? place : ranks[place];
            boolean rising = rank > before;
            int start = sink.position();
            sink.member(member, place, top == first);
            int kind = events.value(member.plan);
            if (kind == Events.ARRAY) {
                list(member, sink);
            } else {
                value(member, member.plan, kind, sink);
            }
            ordered &= rising;
            before = rank;
            mark(rank, start);
        }
        boolean empty = top == first;
        if (!ordered) {
            sink.arrange(marks, first, top);
        }
        top = first;
        run.top = base;
        return empty;
    }

    private void mark(int rank, int start) {
        if (top + 2 > marks.length) {
            marks = Arrays.copyOf(marks, marks.length * 2);
        }
        marks[top] = rank;
        marks[top + 1] = start;
        top += 2;
    }

    private void list(Member member, Sink sink) {
        if (!(member.plan instanceof SequencePlan sequence)) {
            throw Refusal.UNFIT;
        }
        Events events = run.events;
        Plan items = sequence.items();
        boolean first = true;
        sink.list(member);
        while (events.item()) {
            int kind = events.value(items);
            sink.item(member, first);
            value(member, items, kind, sink);
            first = false;
        }
        if (first && !sink.takesEmptyLists()) {
            throw Refusal.EMPTY_LIST;
        }
        sink.endList(member, first);
    }

    private void value(Member member, Plan plan, int kind, Sink sink) {
        Events events = run.events;
        switch (kind) {
            case Events.OBJECT -> object(member, plan, sink);
            case Events.TEXT -> {
                require(plan.shape == Events.TEXT && events.forbidden < 0);
                sink.text(member, events);
            }
            case Events.NUMBER -> {
                require(plan.shape == Events.NUMBER && events.whole);
                long number = events.number;
                if (number >= -EXACT && number <= EXACT) {
                    sink.number(member, number);
                } else {
                    sink.number(member, digits(events.written(ALL)));
                }
            }
            case Events.TRUE, Events.FALSE -> {
                require(plan.shape == Events.TRUE);
                sink.flag(member, kind == Events.TRUE);
            }
            default -> throw Refusal.UNFIT;
        }
    }

    private void object(Member member, Plan plan, Sink sink) {
        ObjectPlan branch = null;
        ObjectPlan type;
        int discriminator = -1;
        if (plan instanceof UnionPlan union) {
            int start = run.events.token;
            branch = union.branch(run.events);
            if (branch == null) {
                throw Refusal.noBranch(start);
            }
            type = branch;
            discriminator = branch.discriminator();
        } else if (plan instanceof ObjectPlan known) {
            type = known;
        } else {
            throw Refusal.UNFIT;
        }
        sink.object(member, branch);
        boolean empty = object(type, discriminator, sink);
        sink.endObject(member, empty);
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw Refusal.UNFIT;
        }
    }

    /** The digits of a whole number, without a fraction of zeros. */
    private static String digits(String written) {
        String number = written.strip();
        int point = number.indexOf('.');
        return point < 0 ? number : number.substring(0, point);
    }
}
