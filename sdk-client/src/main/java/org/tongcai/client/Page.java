package org.tongcai.client;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.client.json.JsonShapeException;
import org.tongcai.client.json.Members;

/**
 * A part of a list. Immutable.
 *
 * @param items in the platform's order
 * @param nextCursor where the next part begins; null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    /** Takes a copy of the items. */
    public Page {
        items = List.copyOf(items);
    }

    interface Item<T> {
        T of(Members members) throws JsonShapeException;
    }

    static <T> Page<T> of(Members members, Item<T> item) throws JsonShapeException {
        return new Page<>(items(members, "items", item), members.text("nextCursor"));
    }

    static <T> List<T> items(Members members, String name, Item<T> item) throws JsonShapeException {
        List<T> items = new ArrayList<>();
        for (Members each : members.objects(name)) {
            items.add(item.of(each));
        }
        return items;
    }
}
