package org.tongcai.compiler.dictionary;

import java.util.LinkedHashSet;
import java.util.Set;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;

/** Which types a type holds, directly or not. */
final class Reach {
    private Reach() {}

    /** All of them with the type itself, in document order. */
    static Set<String> from(Dictionary dictionary, String root) {
        Set<String> reached = new LinkedHashSet<>();
        visit(dictionary, root, reached);
        return reached;
    }

    /** Number of fields of a type with everything it holds, each type counted once. */
    static int fields(Dictionary dictionary, String root) {
        return from(dictionary, root).stream()
                .mapToInt(name -> dictionary.type(name).properties().size())
                .sum();
    }

    private static void visit(Dictionary dictionary, String name, Set<String> reached) {
        if (!reached.add(name)) {
            return;
        }
        TypeDefinition type = dictionary.type(name);
        type.properties().forEach(property -> {
            if (Dictionary.element(property.node()) instanceof Node.Reference reference) {
                visit(dictionary, reference.type(), reached);
            }
        });
        type.branches().values().forEach(branch -> visit(dictionary, branch, reached));
    }
}
