package org.tongcai.compiler.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Place;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/** Document types and unions: sections 4 and 6 of the dialect. */
final class DocumentCheck {
    private static final String HEADER = "DocumentHeader";

    private final Spec spec;
    private final Findings findings;

    DocumentCheck(Spec spec, Findings findings) {
        this.spec = spec;
        this.findings = findings;
    }

    void check() {
        Map<String, String> names = new HashMap<>();
        for (SpecType type : spec.types().values()) {
            if (type.documentType() != null) {
                document(type, type.documentType(), names);
            }
            if (type.isUnion()) {
                union(type);
            }
        }
        header();
        order(names.keySet());
        Map<String, String> unions = unions();
        for (SpecType type : spec.types().values()) {
            type.properties().forEach(property -> {
                references(property, names.keySet());
                branch(property, unions);
            });
        }
    }

    /** Branch → its union. A type cannot extend two others, be it in Java or in XML Schema. */
    private Map<String, String> unions() {
        Map<String, String> unions = new HashMap<>();
        for (SpecType type : spec.types().values()) {
            for (String branch : type.branches()) {
                String other = unions.putIfAbsent(branch, type.name());
                if (other != null && !other.equals(type.name())) {
                    findings.add(LintCheck.UNION_SHARED, type.source().placeOf("oneOf"), branch, other);
                }
            }
        }
        return unions;
    }

    /** Written in XML, a branch is known by {@code xsi:type} and lacks its discriminator: referred to directly it would look different. */
    private void branch(SpecProperty property, Map<String, String> unions) {
        if (property.element() instanceof Node.Reference reference) {
            String union = unions.get(reference.type());
            if (union != null) {
                findings.add(LintCheck.UNION_DIRECT, property.place(), reference.type(), union);
            }
        }
    }

    private void references(SpecProperty property, Set<String> names) {
        if (property.refersTo().isEmpty()) {
            return;
        }
        Place place = property.source().placeOf("x-refersTo");
        if (!(property.element() instanceof Node.Text || property.element() instanceof Node.Reference)) {
            findings.add(LintCheck.DOCUMENT_REFERENCE_KIND, place);
        }
        for (String name : property.refersTo()) {
            if (!names.contains(name)) {
                findings.add(LintCheck.DOCUMENT_REFERENCE, place, name);
            }
        }
    }

    private void document(SpecType type, SpecType.DocumentType document, Map<String, String> names) {
        Json.Obj source = type.source();
        String other = names.putIfAbsent(document.name(), type.name());
        if (other != null) {
            findings.add(LintCheck.DOCUMENT_NAME, source.placeOf("x-documentType"), document.name(), other);
        }
        if (!document.domain().equals(type.domain())) {
            findings.add(LintCheck.DOCUMENT_DOMAIN, source.placeOf("x-documentType"), document.domain(), type.domain());
        }
        SpecProperty header = type.property("header");
        if (header == null || !header.required() || !header.node().equals(new Node.Reference(HEADER))) {
            findings.add(LintCheck.DOCUMENT_HEADER, source.placeOf("x-documentType"));
        }
    }

    private void header() {
        SpecType header = spec.types().get(HEADER);
        if (header == null) {
            return; // a document type without it is a finding already
        }
        for (String name : List.of("documentType", "standardVersion")) {
            SpecProperty property = header.property(name);
            if (property == null || !property.required() || !(property.node() instanceof Node.Text)) {
                findings.add(LintCheck.DOCUMENT_HEADER_TYPE, header.source().placeOf("properties"), name);
            }
        }
    }

    private void order(Set<String> names) {
        List<String> listed = spec.standard().documentTypes();
        List<String> wrong = new ArrayList<>();
        names.stream().filter(name -> !listed.contains(name)).sorted().forEach(name -> wrong.add("+" + name));
        Set<String> seen = new HashSet<>();
        for (String name : listed) {
            if (!names.contains(name) || !seen.add(name)) {
                wrong.add("-" + name);
            }
        }
        if (!wrong.isEmpty()) {
            findings.add(
                    LintCheck.STANDARD_DOCUMENTS,
                    spec.standard().source().placeOf("documentTypes"),
                    String.join(", ", wrong));
        }
    }

    private void union(SpecType type) {
        String discriminator = type.discriminator();
        if (discriminator == null) {
            return; // the keyword check has said so
        }
        Set<String> values = new HashSet<>();
        for (Json item : type.source().items("oneOf")) {
            if (!(item instanceof Json.Obj object)) {
                continue;
            }
            String reference = object.text("$ref", "");
            String name = reference.substring(reference.lastIndexOf('/') + 1).replace(".schema.json", "");
            SpecType branch = spec.types().get(name);
            if (branch == null) {
                continue; // unresolved, which is a finding of its own
            }
            SpecProperty property = branch.isUnion() ? null : branch.property(discriminator);
            String value = property != null && property.required() && property.node() instanceof Node.Text text
                    ? text.constant()
                    : null;
            if (value == null) {
                findings.add(LintCheck.UNION_BRANCH, object.placeOf("$ref"), name, discriminator);
            } else if (!values.add(value)) {
                findings.add(LintCheck.UNION_VALUE, object.placeOf("$ref"), value);
            }
        }
    }
}
