package org.tongcai.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.rule.Facts;

/**
 * One of several object types, chosen by a discriminator. The reader looks ahead for it, which costs next to nothing where it comes
 * first, and goes back to read the object as the type chosen.
 */
final class UnionPlan extends Plan {
    private static final Bilingual EXPECTED = new Bilingual("对象", "an object");

    private final TypeDefinition definition;
    private final Names discriminator;
    private final Names kinds;
    /** Names of the branches' types, in the order of the kinds. */
    private final Names types;

    private final Bilingual kindsInWords;
    private final Bilingual typesInWords;
    private ObjectPlan[] branches = {};

    /** To be completed, so that types may contain themselves. */
    UnionPlan(TypeDefinition definition) {
        super(Events.OBJECT);
        this.definition = definition;
        String property = definition.discriminator();
        if (property == null) {
            throw new BundleException("union without discriminator: " + definition.name(), null);
        }
        discriminator = new Names(List.of(property));
        kinds = new Names(new ArrayList<>(definition.branches().keySet()));
        types = new Names(new ArrayList<>(definition.branches().values()));
        kindsInWords = inWords(kinds);
        typesInWords = inWords(types);
    }

    private static Bilingual inWords(Names names) {
        return new Bilingual(String.join("、", names.words()), String.join(", ", names.words()));
    }

    TypeDefinition definition() {
        return definition;
    }

    void complete(ObjectPlan[] plans) {
        branches = plans;
        for (ObjectPlan plan : plans) {
            plan.discriminatedBy(discriminator.word(0));
        }
    }

    @Override
    void read(Run run, int kind) {
        ObjectPlan branch = choose(run, kind);
        if (branch != null) {
            branch.read(run, kind);
        }
    }

    @Override
    long capture(Run run, int kind) {
        ObjectPlan branch = choose(run, kind);
        return branch == null ? Facts.FAULTY : branch.capture(run, kind);
    }

    /** The branch of an object whose reading was just begun, which is at its start again; null where it has none. */
    @Nullable
    ObjectPlan branch(Events events) {
        long open = events.mark();
        ObjectPlan branch = null;
        if (events.seek(discriminator) != Events.END && events.value(Wanted.SOME_TEXT) == Events.TEXT) {
            int place = kind(events);
            branch = place < 0 ? null : branches[place];
        }
        events.rewind(open);
        return branch;
    }

    /** Which kind the text just read is; negative for none. */
    private int kind(Events events) {
        return events.unnamed ? Events.UNKNOWN : kinds.find(events.chars, events.length);
    }

    /** Whether this is the name of the discriminator. */
    boolean isDiscriminator(String name) {
        return discriminator.word(0).equals(name);
    }

    String discriminator() {
        return discriminator.word(0);
    }

    /** The place of the discriminator among the names of a branch. */
    int findDiscriminator(Names names, int expected) {
        String own = discriminator.word(0);
        return expected < names.size() && names.word(expected).equals(own) ? expected : names.find(own);
    }

    /**
     * Turns the current text, a qualified name out of {@code xsi:type}, into the kind that it stands for.
     *
     * @return whether it stands for one; else the text is left as it is
     */
    boolean readType(Events events, XmlNamespaces namespaces, String ours) {
        int from = XmlScalars.local(events, namespaces, ours);
        int place = from < 0 ? Events.UNKNOWN : types.find(events.chars, from, events.length);
        if (place < 0) {
            return false;
        }
        String kind = kinds.word(place);
        kind.getChars(0, kind.length(), events.chars, 0);
        events.length = kind.length();
        return true;
    }

    ObjectPlan[] branches() {
        return branches;
    }

    /** The branch to read the object with, which is at its start again; null where there is none, and the value is passed over. */
    private @Nullable ObjectPlan choose(Run run, int kind) {
        if (kind != Events.OBJECT) {
            refuse(run, kind, EXPECTED);
            return null;
        }
        Events events = run.events;
        int start = events.token;
        long open = events.mark();
        if (events.seek(discriminator) == Events.END) {
            // Without it nothing can be said about the rest.
            ObjectPlan.missing(run, start, chooser());
            return null;
        }
        int chosen = events.value(Wanted.SOME_TEXT);
        if (chosen == Events.TEXT) {
            int place = kind(events);
            if (place >= 0) {
                events.rewind(open);
                return branches[place];
            }
        }
        run.enter(chooser());
        if (chosen == Events.TEXT) {
            if (run.keeps(Check.UNION)) {
                run.add(Check.UNION, events.token, cut(events.text()), events.xml ? typesInWords : kindsInWords);
            }
        } else {
            chooser().plan.read(run, chosen);
        }
        run.leave();
        events.rewind(open);
        events.skip(kind);
        return null;
    }

    /** The discriminator, as the first branch has it. */
    private Member chooser() {
        int place = branches[0].names().place(discriminator.word(0));
        return branches[0].member(place);
    }

    /** An object is not shown: it may hold anything. */
    @Override
    @Nullable
    String shown(Events events, int kind) {
        return null;
    }
}
