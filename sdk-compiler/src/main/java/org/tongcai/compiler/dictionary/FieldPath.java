package org.tongcai.compiler.dictionary;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Property;

/** Finds the field at the end of a path that a rule names. */
final class FieldPath {
    private final Dictionary dictionary;

    FieldPath(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** {@code Type.property} of the field that findings of the rule point at; null where they point at a document or an element. */
    @Nullable
    String target(RuleDefinition rule, String documentType) {
        List<String> target = rule.target();
        String type = documentType;
        for (RuleDefinition.Each each : rule.each()) {
            if (each.name().equals(target.get(0))) {
                type = each.type();
            }
        }
        String field = null;
        for (String name : target.subList(1, target.size())) {
            Found found = type == null ? null : find(type, name);
            if (found == null) {
                return null;
            }
            field = found.owner() + "." + name;
            type = Dictionary.element(found.node()) instanceof Node.Reference reference ? reference.type() : null;
        }
        return field;
    }

    private record Found(String owner, Node node) {}

    /** The property of a type, or of one of its branches. */
    private @Nullable Found find(String name, String property) {
        if (!dictionary.manifest().types().contains(name)) {
            return null;
        }
        TypeDefinition type = dictionary.type(name);
        for (Property own : type.properties()) {
            if (own.name().equals(property)) {
                return new Found(name, own.node());
            }
        }
        for (String branch : type.branches().values()) {
            Found found = find(branch, property);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
