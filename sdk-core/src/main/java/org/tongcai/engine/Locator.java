package org.tongcai.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/**
 * Finds again in the bytes what a rule points at: rules see noted values only, which know nothing of where they stand. Costs a walk
 * through the document up to the place, and only documents that break rules pay it.
 */
final class Locator {
    /**
     * A place in the document.
     *
     * @param pointer JSON Pointer of the value, or of the innermost object that is there where the value is missing
     * @param title titles down to the field, there or not
     * @param position where the value starts, in bytes from the start of the document
     * @param value the value as a finding may show it; null for none
     */
    record Spot(
            String pointer,
            Bilingual title,
            int position,
            @Nullable String value) {}

    private static final String[] NOWHERE = {};

    private Locator() {}

    /**
     * The place that a pointer names, in a document that was read to its end and is of the type of {@code root}. The path of the run must
     * be at the document itself, and is so afterwards.
     *
     * @param pointer names members that the types have, and items that are there; the last may be absent
     */
    static Spot find(Run run, Plan root, String pointer) {
        Events events = run.again();
        Plan plan = root;
        int kind = events.value(root);
        int entered = 0;
        Spot found = null;
        for (String token : pointer.isEmpty() ? NOWHERE : pointer.substring(1).split("/", -1)) {
            String step = token.replace("~1", "/").replace("~0", "~");
            if (plan instanceof UnionPlan union && kind == Events.OBJECT) {
                plan = union.branch(events);
            }
            if (plan instanceof ObjectPlan object && kind == Events.OBJECT) {
                int start = events.token;
                int place = object.names().find(step.toCharArray(), step.length());
                if (place < 0) {
                    break;
                }
                Member member = object.member(place);
                if (events.seek(new Names(List.of(step))) == Events.END) {
                    found = new Spot(run.pointer(), run.titleOf(member.title()), start, null);
                    break;
                }
                run.enter(member);
                plan = member.plan;
            } else if (plan instanceof SequencePlan list && kind == Events.ARRAY) {
                int number = Integer.parseInt(step);
                for (int i = 0; i < number && events.item(); i++) {
                    events.skip(events.value(list.items()));
                }
                if (!events.item()) {
                    break;
                }
                run.enterItems();
                run.item(number);
                plan = list.items();
            } else {
                break;
            }
            entered++;
            kind = events.value(plan);
        }
        if (found == null) {
            String value = plan == null ? null : plan.shown(events, kind);
            found = new Spot(run.pointer(), run.title(), events.token, value);
        }
        while (entered-- > 0) {
            run.leave();
        }
        return found;
    }
}
