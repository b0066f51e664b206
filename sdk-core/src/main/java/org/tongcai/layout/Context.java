package org.tongcai.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.LayoutPath;

/**
 * Where a path starts: a value of the document and the contexts around it. Immutable.
 *
 * @param value a map, list, text or boolean; null where the document has none
 * @param outer the context one level out; null for the document
 * @param position among its siblings, from 1
 */
record Context(@Nullable Object value, @Nullable Context outer, int position) {
    static Context of(Map<?, ?> document) {
        return new Context(document, null, 1);
    }

    Context at(int newPosition) {
        return new Context(value, outer, newPosition);
    }

    /** The values of a path that are there, each as a context. */
    List<Context> resolve(LayoutPath path) {
        Context start = this;
        if (path.absolute()) {
            while (start.outer != null) {
                start = start.outer;
            }
        }
        for (int i = 0; i < path.up() && start.outer != null; i++) {
            start = start.outer;
        }
        List<Context> found = new ArrayList<>();
        if (path.steps().isEmpty()) {
            if (start.value != null) {
                found.add(start);
            }
        } else {
            walk(start, start.value, path.steps(), 0, found);
        }
        return found;
    }

    private static void walk(
            Context level, @Nullable Object value, List<String> steps, int index, List<Context> found) {
        if (value == null) {
            return;
        }
        if (index == steps.size()) {
            found.add(new Context(value, level, found.size() + 1));
            return;
        }
        String step = steps.get(index);
        if (!step.equals(LayoutPath.EACH)) {
            walk(level, value instanceof Map<?, ?> map ? map.get(step) : null, steps, index + 1, found);
        } else if (value instanceof List<?> items) {
            for (Object item : items) {
                if (index + 1 == steps.size()) {
                    found.add(new Context(item, level, found.size() + 1));
                } else {
                    walk(new Context(item, level, 1), item, steps, index + 1, found);
                }
            }
        }
    }
}
