package org.tongcai.engine;

import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.bundle.Node;
import org.tongcai.rule.Facts;

/** A list. */
final class SequencePlan extends Plan {
    private static final Bilingual EXPECTED = new Bilingual("列表", "a list");

    /** Number of the list where it is not noted. */
    private static final int NOWHERE = -1;

    private final Plan items;
    private final int minItems;
    private final int maxItems;
    private final boolean unique;

    SequencePlan(Node.Sequence node, Plan items) {
        super(Events.ARRAY);
        this.items = items;
        minItems = node.minItems();
        maxItems = node.maxItems() < 0 ? Integer.MAX_VALUE : node.maxItems();
        unique = node.unique();
    }

    @Override
    void read(Run run, int kind) {
        read(run, kind, NOWHERE);
    }

    @Override
    long capture(Run run, int kind) {
        int list = kind == Events.ARRAY ? run.facts.list() : NOWHERE;
        return read(run, kind, list) ? list : Facts.FAULTY;
    }

    /** What each item must look like. */
    Plan items() {
        return items;
    }

    /** Whether the list itself is in order; its items are another matter. */
    private boolean read(Run run, int kind, int list) {
        if (kind != Events.ARRAY) {
            refuse(run, kind, EXPECTED);
            return false;
        }
        Events events = run.events;
        boolean distinct = true;
        int start = events.token;
        int count = 0;
        if (unique) {
            run.repetitions.begin();
        }
        run.enterItems();
        while (events.item()) {
            run.item(count);
            int each = events.value(items);
            // Beyond maxItems the list is wrong anyway, and need not be remembered.
            if (list < 0 || count >= maxItems) {
                items.read(run, each);
            } else {
                run.facts.add(list, items.capture(run, each));
            }
            if (unique && count < maxItems) {
                distinct &= !repetition(run, each);
            }
            count++;
            run.item(Run.BETWEEN);
        }
        run.leave();
        if (count < minItems) {
            if (run.keeps(Check.MIN_ITEMS)) {
                run.add(Check.MIN_ITEMS, start, null, both(minItems), both(count));
            }
        } else if (count > maxItems && run.keeps(Check.MAX_ITEMS)) {
            run.add(Check.MAX_ITEMS, start, null, both(maxItems), both(count));
        }
        return distinct && count >= minItems && count <= maxItems;
    }

    /** Whether the item just read repeats an earlier one. */
    private boolean repetition(Run run, int kind) {
        Events events = run.events;
        if (kind != Events.TEXT) {
            run.repetitions.pass();
            return false;
        }
        int first = run.repetitions.add(events.chars, events.length);
        if (first >= 0 && run.keeps(Check.UNIQUE)) {
            run.add(Check.UNIQUE, events.token, items.shown(events, kind), both(first + 1));
        }
        return first >= 0;
    }

    @Override
    @Nullable
    String shown(Events events, int kind) {
        return items.shown(events, kind);
    }
}
