package org.tongcai.compiler.xsd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/** The types of the standard that one document type reaches, as complex types. */
final class ComplexTypes {
    private static final String HEADER = "header";

    private final Spec spec;
    private final SpecType document;
    private final Notes notes;
    private final SimpleTypes simple;
    private final Map<String, SpecType> unions = new HashMap<>();

    ComplexTypes(Spec spec, SpecType document, Notes notes, SimpleTypes simple) {
        this.spec = spec;
        this.document = document;
        this.notes = notes;
        this.simple = simple;
        for (SpecType type : spec.types().values()) {
            type.branches().forEach(branch -> unions.put(branch, type));
        }
    }

    /** Writes the root element and all types. */
    void write(SchemaText out) {
        out.open("element", "name", document.documentName(), "type", document.name());
        Notes.annotation(out, spec.title(document.termId(), document.title()), document.termId());
        unique(out, document.documentName(), document.name());
        out.close();
        SortedSet<String> reached = new TreeSet<>();
        reach(document, reached);
        reached.remove(document.name());
        type(out, document);
        reached.forEach(name -> type(out, type(name)));
    }

    private void type(SchemaText out, SpecType type) {
        if (type.isUnion()) {
            out.open("complexType", "name", type.name(), "abstract", "true");
            notes.type(out, type);
            out.empty("sequence").close();
            return;
        }
        SpecType union = unions.get(type.name());
        out.open("complexType", "name", type.name());
        notes.type(out, type);
        if (union != null) {
            out.open("complexContent").open("extension", "base", union.name());
        }
        out.open("sequence");
        for (SpecProperty property : type.properties()) {
            // The discriminator is xsi:type.
            if (union == null || !property.name().equals(union.discriminator())) {
                property(out, type, property);
            }
        }
        out.close();
        if (union != null) {
            out.close().close();
        }
        out.close();
    }

    private void property(SchemaText out, SpecType owner, SpecProperty property) {
        if (!(property.node() instanceof Node.Sequence list)) {
            element(out, owner, property, property.required() ? 1 : 0, "1");
            return;
        }
        String max = list.maxItems() > XmlSchemas.LONG_LIST ? "unbounded" : Integer.toString(list.maxItems());
        // That a list left out or of two items at least never has one is not said: a group with minOccurs="0" or a
        // choice around it makes the JDK
        // miscount the other lists of the type, and throw exceptions of its own.
        element(out, owner, property, property.required() ? list.minItems() : 0, max);
    }

    private void element(SchemaText out, SpecType owner, SpecProperty property, int min, String max) {
        List<String> attributes = new ArrayList<>(List.of("name", property.name()));
        Node node = property.element();
        Consumer<SchemaText> content = null;
        if (node instanceof Node.Reference reference) {
            add(attributes, "type", reference.type());
        } else {
            SimpleTypes.Value value = value(owner, property);
            content = value.content();
            if (value.name() != null) {
                add(attributes, "type", value.name());
            }
        }
        if (min != 1) {
            add(attributes, "minOccurs", Integer.toString(min));
        }
        if (!max.equals("1")) {
            add(attributes, "maxOccurs", max);
        }
        out.open("element", attributes.toArray(String[]::new));
        notes.property(out, property);
        if (content != null) {
            out.open("simpleType");
            content.accept(out);
            out.close();
        }
        if (node instanceof Node.Reference reference) {
            unique(out, owner.name() + "." + property.name(), reference.type());
        }
        out.close();
    }

    private static void add(List<String> attributes, String name, String value) {
        attributes.add(name);
        attributes.add(value);
    }

    /** The header names the document's own type and edition. */
    private SimpleTypes.Value value(SpecType owner, SpecProperty property) {
        SpecProperty header = document.property(HEADER);
        if (header != null
                && header.node() instanceof Node.Reference reference
                && reference.type().equals(owner.name())) {
            if (property.name().equals("documentType")) {
                return SimpleTypes.constant(document.documentName());
            }
            if (property.name().equals("standardVersion")) {
                return SimpleTypes.constant(spec.standard().edition());
            }
        }
        return simple.of(property.element());
    }

    /** The lists of an element that hold nothing twice. Long ones are left out: the JDK compares each item with each. */
    private void unique(SchemaText out, String element, String typeName) {
        SpecType type = type(typeName);
        SortedSet<String> lists = new TreeSet<>();
        List<String> candidates = type.isUnion() ? type.branches() : List.of(typeName);
        for (String candidate : candidates) {
            for (SpecProperty property : type(candidate).properties()) {
                if (property.node() instanceof Node.Sequence list
                        && list.unique()
                        && list.maxItems() <= XmlSchemas.LONG_LIST) {
                    lists.add(property.name());
                }
            }
        }
        for (String list : lists) {
            out.open("unique", "name", element + "." + list);
            out.empty("selector", "xpath", XmlSchemas.PREFIX + ":" + list);
            out.empty("field", "xpath", ".");
            out.close();
        }
    }

    private void reach(SpecType type, SortedSet<String> reached) {
        type.branches().forEach(branch -> add(branch, reached));
        for (SpecProperty property : type.properties()) {
            if (property.element() instanceof Node.Reference reference) {
                add(reference.type(), reached);
            }
        }
    }

    private void add(@Nullable String name, SortedSet<String> reached) {
        if (name != null && reached.add(name)) {
            reach(type(name), reached);
        }
    }

    private SpecType type(String name) {
        return Objects.requireNonNull(spec.types().get(name), name);
    }
}
