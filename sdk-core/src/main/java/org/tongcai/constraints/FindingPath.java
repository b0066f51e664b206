package org.tongcai.constraints;

import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.ContainerElementNodeBuilderCustomizableContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.LeafNodeBuilderCustomizableContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeBuilderCustomizableContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeBuilderDefinedContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Property;

/**
 * Puts violations where findings are: a JSON Pointer becomes the property path that Jakarta Validation gives for the fields of the generated class.
 * What has no field, such as the discriminator of a union, is reported at the object that it belongs to. Immutable.
 */
final class FindingPath {
    /** As the validation engine calls the items of lists. */
    static final String ITEM = "<list element>";

    /** Names of fields cannot be words of Java; the generated classes put an underscore in front. */
    private static final Set<String> WORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while");

    private static final int NO_INDEX = -1;

    private final Bundle bundle;
    private final String type;

    FindingPath(Bundle bundle, String type) {
        this.bundle = bundle;
        this.type = type;
    }

    /** A node of a path: a property, or an item of the list before it where {@code name} is null. */
    private record Part(@Nullable String name, int index, boolean object) {}

    /** Adds the violation at the place of a pointer. */
    void add(ConstraintViolationBuilder violation, String pointer) {
        // The node so far: one that may still be given an index, or one that has been.
        NodeBuilderCustomizableContext open = null;
        NodeBuilderDefinedContext closed = null;
        for (Part part : parts(pointer)) {
            String name = part.name();
            if (name == null) {
                item(part, open, closed);
                return;
            }
            NodeBuilderCustomizableContext next = open != null
                    ? open.addPropertyNode(name)
                    : closed != null ? closed.addPropertyNode(name) : violation.addPropertyNode(name);
            open = part.index() < 0 ? next : null;
            closed = part.index() < 0 ? null : next.inIterable().atIndex(part.index());
        }
        if (open != null) {
            open.addConstraintViolation();
        } else if (closed != null) {
            closed.addConstraintViolation();
        } else {
            violation.addConstraintViolation();
        }
    }

    /** The last node of a path that ends in a list: an object or a text. */
    private static void item(
            Part item, @Nullable NodeBuilderCustomizableContext open, @Nullable NodeBuilderDefinedContext closed) {
        int index = item.index();
        if (item.object()) {
            LeafNodeBuilderCustomizableContext bean = open != null
                    ? open.addBeanNode()
                    : Objects.requireNonNull(closed).addBeanNode();
            bean.inIterable().atIndex(index).addConstraintViolation();
        } else {
            ContainerElementNodeBuilderCustomizableContext element = open != null
                    ? open.addContainerElementNode(ITEM, List.class, 0)
                    : Objects.requireNonNull(closed).addContainerElementNode(ITEM, List.class, 0);
            element.inIterable().atIndex(index).addConstraintViolation();
        }
    }

    private List<Part> parts(String pointer) {
        List<Part> parts = new ArrayList<>();
        Node here = new Node.Reference(type);
        int index = NO_INDEX;
        String[] names = pointer.split("/", -1);
        for (int i = 1; i < names.length; i++) {
            if (here instanceof Node.Sequence list) {
                index = Integer.parseInt(names[i]);
                here = list.items();
                continue;
            }
            String name = names[i].replace("~1", "/").replace("~0", "~");
            Node next = here instanceof Node.Reference object ? member(object.type(), name) : null;
            if (next == null) {
                break;
            }
            parts.add(new Part(WORDS.contains(name) ? "_" + name : name, index, true));
            index = NO_INDEX;
            here = next;
        }
        if (index >= 0) {
            parts.add(new Part(null, index, here instanceof Node.Reference));
        }
        return parts;
    }

    /** What a member of a type, or of some branch of a union, looks like; null where the class has no such field. */
    private @Nullable Node member(String object, String name) {
        if (!bundle.manifest().types().contains(object)) {
            return null;
        }
        TypeDefinition definition = bundle.type(object);
        if (name.equals(definition.discriminator())) {
            return null;
        }
        for (Property property : definition.properties()) {
            if (property.name().equals(name)) {
                return property.node();
            }
        }
        for (String branch : definition.branches().values()) {
            Node found = member(branch, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
