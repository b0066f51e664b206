package org.tongcai.engine;

import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.bundle.Node;

/** A list. */
final class SequencePlan extends Plan {
    private static final Bilingual EXPECTED = new Bilingual("列表", "a list");

    private final Plan items;
    private final int minItems;
    private final int maxItems;
    private final boolean unique;

    SequencePlan(Node.Sequence node, Plan items) {
        this.items = items;
        minItems = node.minItems();
        maxItems = node.maxItems() < 0 ? Integer.MAX_VALUE : node.maxItems();
        unique = node.unique();
    }

    @Override
    void read(Run run, int kind) {
        if (kind != Events.ARRAY) {
            refuse(run, kind, EXPECTED);
            return;
        }
        Events events = run.events;
        int start = events.token;
        int count = 0;
        if (unique) {
            run.repetitions.begin();
        }
        run.enterItems();
        while (events.item()) {
            run.item(count);
            int each = events.value();
            items.read(run, each);
            // Beyond maxItems the list is wrong anyway, and need not be remembered.
            if (unique && count < maxItems) {
                repetition(run, each);
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
    }

    private void repetition(Run run, int kind) {
        Events events = run.events;
        if (kind != Events.TEXT) {
            run.repetitions.pass();
            return;
        }
        int first = run.repetitions.add(events.chars, events.length);
        if (first >= 0 && run.keeps(Check.UNIQUE)) {
            run.add(Check.UNIQUE, events.token, items.shown(events, kind), both(first + 1));
        }
    }

    @Override
    @Nullable
    String shown(Events events, int kind) {
        return items.shown(events, kind);
    }
}
