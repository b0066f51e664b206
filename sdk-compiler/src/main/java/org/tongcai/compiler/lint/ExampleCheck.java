package org.tongcai.compiler.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.JsonText;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;
import org.tongcai.compiler.strict.StrictOptions;
import org.tongcai.compiler.strict.StrictSchemas;
import org.tongcai.identifier.IdentifierKind;
import org.tongcai.identifier.IdentifierProblem;

/** Examples must be valid: structure by the strict schemas with a validator that is not ours, codes and identifiers by their own checks. */
final class ExampleCheck {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int SHOWN = 80;

    private final Spec spec;
    private final Findings findings;
    private final StrictSchemas schemas;
    private final SchemaRegistry registry;

    ExampleCheck(Spec spec, Findings findings) {
        this.spec = spec;
        this.findings = findings;
        this.schemas = new StrictSchemas(spec, StrictOptions.STRUCTURE);
        this.registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    }

    void check() {
        for (SpecType type : spec.types().values()) {
            for (Json example : type.source().items("examples")) {
                structure(example, schemas.type(type.name()));
                values(example, example, new Node.Reference(type.name()));
            }
            for (SpecProperty property : type.properties()) {
                for (Json example : property.examples()) {
                    structure(example, schemas.property(type.name(), property));
                    values(example, example, property.node());
                }
            }
        }
    }

    /** The schema holds what the example needs and nothing else: compiling all types for each example would take minutes. */
    private void structure(Json example, JsonNode schema) {
        try {
            JsonNode value = MAPPER.readTree(JsonText.compact(example));
            List<Error> errors = registry.getSchema(schema).validate(value);
            if (!errors.isEmpty()) {
                report(example, errors.get(0).toString(), errors.get(0).toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void values(Json example, Json value, Node node) {
        if (node instanceof Node.Sequence sequence && value instanceof Json.Arr array) {
            array.items().forEach(item -> values(example, item, sequence.items()));
        } else if (node instanceof Node.Reference reference && value instanceof Json.Obj object) {
            SpecType type = spec.types().get(reference.type());
            if (type == null) {
                return;
            }
            type.branches().forEach(branch -> branch(example, object, type, branch));
            for (SpecProperty property : type.properties()) {
                Json member = object.get(property.name());
                if (member != null) {
                    values(example, member, property.node());
                }
            }
        } else if (node instanceof Node.Text text && value instanceof Json.Text given) {
            text(example, given.value(), text);
        }
    }

    private void branch(Json example, Json.Obj value, SpecType union, String branch) {
        String discriminator = union.discriminator();
        SpecType type = spec.types().get(branch);
        SpecProperty property = discriminator == null || type == null ? null : type.property(discriminator);
        if (property != null
                && property.node() instanceof Node.Text text
                && value.text(property.name(), "").equals(text.constant())) {
            values(example, value, new Node.Reference(branch));
        }
    }

    private void text(Json example, String value, Node.Text node) {
        String list = node.codeList();
        if (list != null && node.binding() != Node.Binding.PREFERRED && !ConditionCheck.isCode(spec, list, value)) {
            boolean own = node.binding() == Node.Binding.EXTENSIBLE && value.startsWith("x-");
            if (!own) {
                report(example, "“" + value + "”不在代码表 " + list + " 中", "\"" + value + "\" is not in code list " + list);
            }
        }
        IdentifierKind kind = node.identifier() == null ? null : IdentifierKind.of(node.identifier());
        IdentifierProblem problem = kind == null ? null : kind.check(value);
        if (problem != null) {
            report(example, problem.messageZh(), problem.messageEn());
        }
    }

    private void report(Json example, String zh, String en) {
        String text = JsonText.compact(example);
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        findings.add(new LintFinding(
                LintCheck.EXAMPLE.id(),
                example.place().file(),
                example.place().line(),
                example.place().column(),
                LintCheck.EXAMPLE.severity(),
                new Bilingual(
                        LintCheck.EXAMPLE.message(shown, zh).zh(),
                        LintCheck.EXAMPLE.message(shown, en).en())));
    }
}
