package org.tongcai.compiler.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Node;

/**
 * A property of a type. Immutable.
 *
 * @param name name on the wire
 * @param place where the name stands
 * @param source its JSON
 * @param termId stable id
 * @param title Chinese title
 * @param description Chinese description
 * @param required whether it must be present
 * @param node what its value must look like
 * @param sensitivity who may see it (also of objects and lists, whose nodes do not say)
 * @param notation government notation; null where not stated
 * @param basis citations as written
 * @param section section of the official notice layout; null for none
 * @param unit unit of measure; null for none
 * @param refersTo document types of which it names a document; empty where it names none
 * @param since edition that brought it; null where not stated
 * @param deprecated null where it is not
 * @param examples example values
 */
public record SpecProperty(
        String name,
        Place place,
        Json.Obj source,
        String termId,
        String title,
        String description,
        boolean required,
        Node node,
        Node.Sensitivity sensitivity,
        @Nullable String notation,
        List<String> basis,
        @Nullable String section,
        @Nullable String unit,
        List<String> refersTo,
        @Nullable String since,
        @Nullable Deprecation deprecated,
        List<Json> examples) {
    public SpecProperty {
        basis = List.copyOf(basis);
        refersTo = List.copyOf(refersTo);
        examples = List.copyOf(examples);
    }

    /** The node, or that of the items where it is a list. */
    public Node element() {
        return node instanceof Node.Sequence sequence ? sequence.items() : node;
    }
}
