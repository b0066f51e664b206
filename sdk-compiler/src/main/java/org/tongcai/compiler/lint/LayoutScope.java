package org.tongcai.compiler.lint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.LayoutPath;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/**
 * What a path of a layout can find, by the schemas: the twin of the contexts that the run time walks. Immutable.
 *
 * @param shapes the possible values
 * @param outer the scope one level out; null for the document
 */
record LayoutScope(List<Shape> shapes, @Nullable LayoutScope outer) {

    /**
     * A possible value.
     *
     * @param node what it looks like
     * @param property the field that holds it; null for the document
     * @param owner type that the field belongs to; empty for the document
     * @param trail the way to it from the document, as an absolute path of the layout language
     */
    record Shape(Node node, @Nullable SpecProperty property, String owner, String trail) {}

    static LayoutScope of(SpecType document) {
        return new LayoutScope(List.of(new Shape(new Node.Reference(document.name()), null, "", "")), null);
    }

    /** The scope of a path; null where a step finds nothing. */
    @Nullable
    LayoutScope resolve(LayoutPath path, Spec spec) {
        LayoutScope start = this;
        while (path.absolute() && start.outer != null) {
            start = start.outer;
        }
        for (int i = 0; i < path.up(); i++) {
            if (start.outer == null) {
                return null;
            }
            start = start.outer;
        }
        if (path.steps().isEmpty()) {
            return start;
        }
        LayoutScope level = start;
        List<Shape> current = start.shapes;
        for (int i = 0; i < path.steps().size(); i++) {
            String step = path.steps().get(i);
            List<Shape> next = new ArrayList<>();
            for (Shape shape : current) {
                if (step.equals(LayoutPath.EACH)) {
                    items(shape, next);
                } else {
                    members(shape, step, spec, next);
                }
            }
            if (next.isEmpty()) {
                return null;
            }
            current = next;
            if (step.equals(LayoutPath.EACH) && i + 1 < path.steps().size()) {
                level = new LayoutScope(current, level);
            }
        }
        return new LayoutScope(current, level);
    }

    private static void items(Shape shape, List<Shape> found) {
        if (shape.node() instanceof Node.Sequence list) {
            found.add(new Shape(list.items(), shape.property(), shape.owner(), shape.trail() + "/*"));
        }
    }

    private static void members(Shape shape, String name, Spec spec, List<Shape> found) {
        for (SpecType type : objects(shape.node(), spec)) {
            SpecProperty property = type.property(name);
            if (property != null) {
                found.add(new Shape(property.node(), property, type.name(), shape.trail() + "/" + name));
            }
        }
    }

    /** The object types that a value may have: the type referred to, or its branches. */
    static List<SpecType> objects(Node node, Spec spec) {
        SpecType type = node instanceof Node.Reference reference ? spec.types().get(reference.type()) : null;
        if (type == null) {
            return List.of();
        }
        return type.isUnion()
                ? type.branches().stream()
                        .map(branch -> spec.types().get(branch))
                        .filter(java.util.Objects::nonNull)
                        .toList()
                : List.of(type);
    }
}
