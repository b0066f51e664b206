package org.tongcai.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.rule.Type.Kind;

/** Where in the document a value stands, as a JSON pointer; built only for findings. */
final class Place {
    /** The item of {@code each} that it is in; null for the document. */
    private final @Nullable Element owner;

    private final List<String> names;

    /** An item of a list of the document, bound to a variable. */
    record Element(Place list, Path path, int variable) {}

    private Place(@Nullable Element owner, List<String> names) {
        this.owner = owner;
        this.names = List.copyOf(names);
    }

    /** The place that a target names: {@code doc} or an item, then fields; null where the item is none of the document. */
    static @Nullable Place of(List<String> target, Map<String, Element> elements) {
        String start = target.get(0);
        List<String> names = target.subList(1, target.size());
        if (start.equals("doc")) {
            return new Place(null, names);
        }
        Element owner = elements.get(start);
        return owner == null ? null : new Place(owner, names);
    }

    /** The place of a path of fields; null where the expression is none, or leads through another document. */
    static @Nullable Place of(Object json, Map<String, Element> elements) {
        List<String> names = new ArrayList<>();
        Object at = json;
        while (at instanceof List<?> step && step.size() == 4 && step.get(0).equals(".")) {
            names.add(0, (String) step.get(3));
            at = step.get(1);
        }
        if (at instanceof List<?> start && start.size() == 2 && start.get(0).equals("v")) {
            names.add(0, (String) start.get(1));
            return of(names, elements);
        }
        return null;
    }

    /** The list that a range takes its items from: what it filters. */
    static Object list(Object range) {
        Object at = range;
        while (at instanceof List<?> step && step.size() == 4 && step.get(0).equals("filter")) {
            at = step.get(2);
        }
        return at;
    }

    /** An item of a list of the document; null where the range is something else. */
    static @Nullable Element element(
            Object range, Expressions expressions, Scope scope, Map<String, Element> elements, int variable) {
        Object list = list(range);
        Place place = of(list, elements);
        if (place == null || place.names.isEmpty()) {
            return null;
        }
        Typed typed = expressions.compile(list, scope);
        return typed.expr() instanceof Path.Sequence sequence && typed.type().is(Kind.LIST)
                ? new Element(place, sequence.path(), variable)
                : null;
    }

    String pointer(Frame f) {
        StringBuilder out = new StringBuilder();
        append(out, f);
        return out.toString();
    }

    private void append(StringBuilder out, Frame f) {
        if (owner != null) {
            owner.list.append(out, f);
            int index = index(owner, f);
            if (index >= 0) {
                out.append('/').append(index);
            }
        }
        for (String name : names) {
            out.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
    }

    /** Which item it is: the one whose cell is that of the variable, however the list was filtered. -1 where it cannot be told. */
    private static int index(Element element, Frame f) {
        long cell = f.cells[element.variable];
        long list = element.path.cell(f);
        Facts facts = f.source;
        int index = 0;
        for (int at = facts.first((int) list); at >= 0; at = facts.next(at)) {
            if (facts.value(at) == cell) {
                return index;
            }
            index++;
        }
        return -1;
    }
}
