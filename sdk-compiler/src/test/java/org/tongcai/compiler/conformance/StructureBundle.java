package org.tongcai.compiler.conformance;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.Term;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Property;
import org.tongcai.calendar.WorkCalendar;

/**
 * A standard without code lists and identifiers. The engine holds a condition back where the value that decides is wrong already, be it
 * for a code list alone; to compare structure with structure, nothing but structure may be wrong.
 */
final class StructureBundle implements Bundle {
    private final Bundle bundle;
    private final Map<String, TypeDefinition> types = new ConcurrentHashMap<>();

    StructureBundle(Bundle bundle) {
        this.bundle = bundle;
    }

    @Override
    public Manifest manifest() {
        return bundle.manifest();
    }

    @Override
    public TypeDefinition type(String name) {
        return types.computeIfAbsent(name, this::bare);
    }

    @Override
    public CodeList codeList(String id) {
        return bundle.codeList(id);
    }

    @Override
    public List<Term> terms() {
        return bundle.terms();
    }

    @Override
    public WorkCalendar calendar() {
        return bundle.calendar();
    }

    private TypeDefinition bare(String name) {
        TypeDefinition type = bundle.type(name);
        List<Property> properties = type.properties().stream()
                .map(p -> new Property(p.name(), p.termId(), p.title(), p.required(), bare(p.node()), p.basis()))
                .toList();
        return new TypeDefinition(
                type.name(),
                type.termId(),
                type.title(),
                type.documentType(),
                properties,
                type.conditions(),
                type.discriminator(),
                type.branches());
    }

    private static Node bare(Node node) {
        if (node instanceof Node.Sequence list) {
            return new Node.Sequence(bare(list.items()), list.minItems(), list.maxItems(), list.unique());
        }
        return node instanceof Node.Text text
                ? new Node.Text(
                        text.minLength(),
                        text.maxLength(),
                        text.pattern(),
                        text.format(),
                        text.decimal(),
                        null,
                        null,
                        null,
                        text.constant(),
                        text.sensitivity())
                : node;
    }
}
