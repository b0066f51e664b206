package org.tongcai.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.Citation;
import org.tongcai.Severity;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.rule.Facts;

/**
 * An object of a closed type. Which members are there, which facts hold and which values were faulty are bits in {@link Run#bits}: first
 * the words of members seen, then of facts, then of faulty members; any number of members, no allocation.
 */
final class ObjectPlan extends Plan {
    private static final Bilingual EXPECTED = new Bilingual("对象", "an object");

    /** Number of the frame where the object is not noted. */
    private static final int NOWHERE = -1;

    private final TypeDefinition definition;
    private final Names names;
    private final int words;
    private int factWords;
    /** Cells of the frame that its objects have in {@link Facts}. */
    private final int cells;

    private Member[] members = {};
    private ConditionPlan[] conditions = {};
    private @Nullable CriticalPlan critical;
    private final long[] required;
    /** Made when first asked for; that threads make the same twice is harmless. */
    private int @Nullable [] alphabet;
    /** Place of the member that says of which branch of a union an object is; -1 for none. It has no order in XML. */
    private int discriminator = -1;

    /**
     * Which member followed the one before it (counted from one; zero is the start) in documents seen lately: documents of one
     * sender are alike. A guess only, verified against the bytes; that threads overwrite one another's guesses is harmless.
     */
    private final int[] following;

    /** To be completed, so that types may contain themselves. */
    ObjectPlan(TypeDefinition definition, int cells) {
        super(Events.OBJECT);
        this.definition = definition;
        this.cells = cells;
        names = new Names(definition.properties().stream()
                .map(TypeDefinition.Property::name)
                .toList());
        words = (names.size() + 63) >>> 6;
        following = new int[names.size() + 1];
        for (int i = 0; i < following.length; i++) {
            following[i] = i;
        }
        required = new long[words];
        for (int i = 0; i < names.size(); i++) {
            if (definition.properties().get(i).required()) {
                required[i >> 6] |= 1L << i;
            }
        }
    }

    void complete(Member[] all, ConditionPlan[] rules, int facts, @Nullable CriticalPlan extension) {
        members = all;
        conditions = rules;
        critical = extension;
        factWords = (facts + 63) >>> 6;
    }

    /** This is a branch of a union. */
    void discriminatedBy(String name) {
        discriminator = names.find(name);
    }

    /** Place of the member that says of which branch of a union an object is; -1 for none. */
    int discriminator() {
        return discriminator;
    }

    TypeDefinition definition() {
        return definition;
    }

    Names names() {
        return names;
    }

    Member member(int place) {
        return members[place];
    }

    /** Words of bits that tell which members there are. */
    int words() {
        return words;
    }

    /** Where the members stand in the order of their names (by UTF-16 units, as RFC 8785 sorts), by their places. */
    int[] alphabet() {
        int[] known = alphabet;
        if (known == null) {
            List<String> sorted = names.words().stream().sorted().toList();
            known = names.words().stream().mapToInt(sorted::indexOf).toArray();
            alphabet = known;
        }
        return known;
    }

    /** The member that probably follows the one before; see {@link #following}. */
    int guess(int last) {
        return following[last];
    }

    @Override
    void read(Run run, int kind) {
        read(run, kind, NOWHERE);
    }

    @Override
    long capture(Run run, int kind) {
        int frame = kind == Events.OBJECT ? run.facts.object(cells) : NOWHERE;
        read(run, kind, frame);
        return frame < 0 ? Facts.FAULTY : frame;
    }

    /** Reads the object; what rules look at goes into the frame, where there is one. */
    private void read(Run run, int kind, int frame) {
        if (kind != Events.OBJECT) {
            refuse(run, kind, EXPECTED);
            return;
        }
        Events events = run.events;
        int start = events.token;
        long open = events.mark();
        int base = run.claim(words + factWords + (factWords == 0 && conditions.length == 0 ? 0 : words));
        int last = 0;
        int highest = -1;
        boolean ordered = events.xml;
        while (true) {
            int place = events.member(names, following[last]);
            if (place < 0) {
                if (place == Events.END) {
                    break;
                }
                unknown(run, events);
                continue;
            }
            if (place != following[last]) {
                learn(run, last, place);
            }
            last = place + 1;
            int word = base + (place >> 6);
            long bit = 1L << place;
            Member member = members[place];
            if ((run.bits[word] & bit) != 0) {
                repeated(run, events, member);
                continue;
            }
            run.bits[word] |= bit;
            if (place > highest) {
                highest = place == discriminator ? highest : place;
            } else if (ordered && place != discriminator) {
                // The first only: what comes after it may well be in order.
                ordered = false;
                disordered(run, events, place, base);
            }
            run.enter(member);
            if (!member.watched) {
                member.plan.read(run, events.value(member.plan));
            } else {
                watch(run, events, member, place, base, frame);
            }
            run.leave();
        }
        for (int i = 0; i < words; i++) {
            if ((required[i] & ~run.bits[base + i]) != 0) {
                missing(run, start, base);
                break;
            }
        }
        if (conditions.length != 0) {
            conditions(run, events, start, open, base);
        }
        if (critical != null) {
            critical(run, events, critical, open, base);
        }
        run.top = base;
    }

    /** Not at every miss: where senders take turns, guesses would chase one another through the caches of all processors. */
    void learn(Run run, int last, int place) {
        if ((++run.misses & 3) == 0) {
            following[last] = place;
        }
    }

    /** Reads a member that conditions ask about or rules look at, and notes the answers and the value. */
    private void watch(Run run, Events events, Member member, int place, int base, int frame) {
        int kind = events.value(member.plan);
        long errors = run.findings.errors();
        if (frame >= 0 && member.slot >= 0 && run.notes(member)) {
            run.facts.set(frame, member.slot, member.plan.capture(run, kind));
        } else {
            member.plan.read(run, kind);
        }
        ConditionPlan.Question[] questions = member.questions;
        if (questions == null) {
            return;
        }
        if (run.findings.errors() != errors) {
            run.bits[base + words + factWords + (place >> 6)] |= 1L << place;
        }
        for (ConditionPlan.Question question : questions) {
            if (question.answer(events, kind)) {
                run.bits[base + words + (question.fact >> 6)] |= 1L << question.fact;
            }
        }
    }

    private void conditions(Run run, Events events, int start, long open, int base) {
        for (ConditionPlan condition : conditions) {
            if (undecided(run, condition, base)) {
                continue;
            }
            boolean holds = true;
            for (int place : condition.present) {
                holds &= has(run, base, place);
            }
            for (int fact : condition.facts) {
                holds &= holds(run, base, fact);
            }
            for (int place : holds ? condition.thenRequired : condition.elseRequired) {
                if (!has(run, base, place) && !members[place].required()) {
                    // Seen from now on, so that two conditions do not report one omission twice.
                    run.bits[base + (place >> 6)] |= 1L << place;
                    report(run, Check.CONDITION_REQUIRED, condition, members[place], start, run.pointer());
                }
            }
            for (int place : holds ? condition.thenForbidden : condition.elseForbidden) {
                if (has(run, base, place)) {
                    forbidden(run, events, condition, members[place], open);
                }
            }
        }
    }

    /** Whether a tested value is faulty or a tested obligatory member is missing: that is reported already, and no more follows. */
    private boolean undecided(Run run, ConditionPlan condition, int base) {
        for (int place : condition.tested) {
            boolean faulty = (run.bits[base + words + factWords + (place >> 6)] & 1L << place) != 0;
            if (faulty || members[place].required() && !has(run, base, place)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(Run run, int base, int fact) {
        return (run.bits[base + words + (fact >> 6)] & 1L << fact) != 0;
    }

    /** A critical extension of a namespace that is not known here. One that says neither properly is reported as that. */
    private void critical(Run run, Events events, CriticalPlan plan, long open, int base) {
        if (!holds(run, base, plan.set())
                || holds(run, base, plan.known())
                || isFaulty(run, base, plan.namespace())
                || isFaulty(run, base, plan.critical())
                || !has(run, base, plan.namespace())
                || !run.keeps(Check.EXTENSION_CRITICAL)) {
            return;
        }
        // As this document is not to be processed anyway, there is time to go back and look.
        long here = events.here();
        String namespace = text(events, open, members[plan.namespace()]);
        String name = text(events, open, members[plan.name()]);
        int position = position(events, open, members[plan.critical()]);
        events.resume(here);
        run.enter(members[plan.critical()]);
        run.add(Check.EXTENSION_CRITICAL, position, "true", both(cut(namespace)), both(cut(name)));
        run.leave();
    }

    private boolean isFaulty(Run run, int base, int place) {
        return (run.bits[base + words + factWords + (place >> 6)] & 1L << place) != 0;
    }

    private static String text(Events events, long open, Member member) {
        events.rewind(open);
        return events.seek(new Names(List.of(member.name()))) == 0 && events.value(Wanted.SOME_TEXT) == Events.TEXT
                ? events.text()
                : "";
    }

    private static int position(Events events, long open, Member member) {
        events.rewind(open);
        return events.seek(new Names(List.of(member.name()))) == 0 ? events.name : events.token;
    }

    private static boolean has(Run run, int base, int place) {
        return (run.bits[base + (place >> 6)] & 1L << place) != 0;
    }

    private void forbidden(Run run, Events events, ConditionPlan condition, Member member, long open) {
        // The member has passed by; go back to see where it stands, as this document is wrong anyway.
        long here = events.here();
        int position = position(events, open, member);
        events.resume(here);
        run.enter(member);
        String pointer = run.pointer();
        run.leave();
        report(run, Check.CONDITION_FORBIDDEN, condition, member, position, pointer);
    }

    private static void report(
            Run run, Check check, ConditionPlan condition, Member member, int position, String pointer) {
        if (run.keeps(check)) {
            Citation source = condition.source();
            run.findings.add(
                    check,
                    Severity.ERROR,
                    pointer,
                    run.titleOf(member.title()),
                    position,
                    null,
                    source != null ? source : run.own(condition.termId()),
                    both(member.name()),
                    member.title(),
                    condition.title());
        }
    }

    private void missing(Run run, int start, int base) {
        for (int i = 0; i < members.length; i++) {
            Member member = members[i];
            if (member.required() && !has(run, base, i)) {
                missing(run, start, member);
            }
        }
    }

    static void missing(Run run, int start, Member member) {
        if (run.keeps(Check.REQUIRED)) {
            run.findings.add(
                    Check.REQUIRED,
                    Severity.ERROR,
                    run.pointer(),
                    run.titleOf(member.title()),
                    start,
                    null,
                    run.citation(member),
                    both(member.name()),
                    member.title());
        }
    }

    private void unknown(Run run, Events events) {
        if (run.keeps(Check.UNKNOWN)) {
            int position = events.name;
            String name = events.memberName();
            String shown = cut(name);
            String closest = Similar.closest(name, names.words());
            run.findings.add(
                    Check.UNKNOWN,
                    Severity.ERROR,
                    run.pointer() + "/" + Run.escaped(name),
                    run.titleOf(both(shown)),
                    position,
                    events.ordinal(),
                    null,
                    run.own(definition.termId()),
                    both(shown),
                    closest == null ? Bilingual.EMPTY : new Bilingual("；是否应为 " + closest, "; did you mean " + closest));
        }
        // In XML, more of the same name belong to it.
        events.skip(events.value(Wanted.SOME_LIST));
    }

    private static void repeated(Run run, Events events, Member member) {
        if (run.keeps(Check.SYNTAX_DUPLICATE_KEY)) {
            run.enter(member);
            run.findings.add(
                    Check.SYNTAX_DUPLICATE_KEY,
                    Severity.ERROR,
                    run.pointer(),
                    run.title(),
                    events.name,
                    events.ordinal(),
                    null,
                    events.xml ? Encoding.XML_OCCURRENCE : Encoding.NAMES,
                    both(member.name()));
            run.leave();
        }
        events.skip(events.value(member.plan.shape == Events.ARRAY ? Wanted.SOME_LIST : Wanted.ANY));
    }

    /** Reports an element that stands behind one that it should precede. */
    private void disordered(Run run, Events events, int place, int base) {
        if (run.keeps(Check.ORDER)) {
            int next = place + 1;
            while (next == discriminator || !has(run, base, next)) {
                next++;
            }
            run.enter(members[place]);
            run.add(Check.ORDER, events.name, null, both(members[place].name()), both(members[next].name()));
            run.leave();
        }
    }

    /** An object is not shown: it may hold anything. */
    @Override
    @Nullable
    String shown(Events events, int kind) {
        return null;
    }
}
