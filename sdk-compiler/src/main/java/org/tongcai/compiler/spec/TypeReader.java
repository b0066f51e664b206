package org.tongcai.compiler.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;

/** Makes a type out of a file's JSON. Lenient: what is not as the dialect says is left out here and reported by the linter. */
final class TypeReader {
    private static final String SUFFIX = ".schema.json";

    private TypeReader() {}

    static SpecType read(String name, String domain, Json.Obj source) {
        List<String> required = source.texts("required");
        List<SpecProperty> properties = new ArrayList<>();
        Json.Obj members = source.obj("properties");
        members.members().forEach((property, value) -> {
            if (value instanceof Json.Obj object) {
                properties.add(property(property, members.placeOf(property), object, required.contains(property)));
            }
        });
        Map<String, List<String>> dependent = new LinkedHashMap<>();
        Json.Obj dependencies = source.obj("dependentRequired");
        dependencies.members().keySet().forEach(key -> dependent.put(key, dependencies.texts(key)));
        Json.Obj document = source.obj("x-documentType");
        return new SpecType(
                name,
                domain,
                source,
                source.text("x-termId", ""),
                source.text("title", ""),
                source.text("description", ""),
                source.has("x-documentType")
                        ? new SpecType.DocumentType(document.text("name", ""), document.text("domain", ""))
                        : null,
                properties,
                source.items("allOf").stream()
                        .filter(Json.Obj.class::isInstance)
                        .map(item -> condition((Json.Obj) item))
                        .toList(),
                dependent,
                source.text("x-discriminator"),
                source.items("oneOf").stream()
                        .filter(Json.Obj.class::isInstance)
                        .map(item -> typeName(((Json.Obj) item).text("$ref", "")))
                        .toList(),
                source.texts("x-source"),
                source.text("x-since"),
                deprecation(source));
    }

    private static SpecProperty property(String name, Place place, Json.Obj source, boolean required) {
        Node.Sensitivity sensitivity = sensitivity(source);
        return new SpecProperty(
                name,
                place,
                source,
                source.text("x-termId", ""),
                source.text("title", ""),
                source.text("description", ""),
                required,
                node(source, sensitivity),
                sensitivity,
                source.text("x-notation"),
                source.texts("x-source"),
                source.text("x-section"),
                source.text("x-unit"),
                source.texts("x-refersTo"),
                source.text("x-since"),
                deprecation(source),
                source.items("examples"));
    }

    /** {@code ../common/Money.schema.json} → {@code Money}. */
    static String typeName(String reference) {
        String file = reference.substring(reference.lastIndexOf('/') + 1);
        return file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
    }

    private static Node node(Json.Obj source, Node.Sensitivity sensitivity) {
        String reference = source.text("$ref");
        if (reference != null) {
            return new Node.Reference(typeName(reference));
        }
        return switch (source.text("type", "string")) {
            case "integer" ->
                new Node.Whole(source.whole("minimum", Long.MIN_VALUE), source.whole("maximum", Long.MAX_VALUE));
            case "boolean" -> new Node.Flag();
            case "array" ->
                new Node.Sequence(
                        node(source.obj("items"), sensitivity),
                        (int) source.whole("minItems", 1),
                        (int) source.whole("maxItems", Integer.MAX_VALUE),
                        source.flag("uniqueItems"));
            default -> text(source, sensitivity);
        };
    }

    private static Node.Text text(Json.Obj source, Node.Sensitivity sensitivity) {
        Json.Obj decimal = source.obj("x-decimal");
        Json.Obj codeList = source.obj("x-codeList");
        return new Node.Text(
                (int) source.whole("minLength", 0),
                (int) source.whole("maxLength", -1),
                source.text("pattern"),
                source.text("format"),
                source.has("x-decimal")
                        ? new Node.DecimalShape(
                                (int) decimal.whole("digits", 0),
                                (int) decimal.whole("fraction", 0),
                                decimal.flag("signed"))
                        : null,
                codeList.text("id"),
                codeList.text("id") == null ? null : binding(codeList.text("binding", "")),
                source.text("x-identifier"),
                source.text("const"),
                sensitivity);
    }

    private static Node.Binding binding(String text) {
        return switch (text) {
            case "extensible" -> Node.Binding.EXTENSIBLE;
            case "preferred" -> Node.Binding.PREFERRED;
            default -> Node.Binding.REQUIRED;
        };
    }

    private static Node.Sensitivity sensitivity(Json.Obj source) {
        String text = source.text("x-sensitivity", "public");
        for (Node.Sensitivity candidate : Node.Sensitivity.values()) {
            if (candidate.name().toLowerCase(Locale.ROOT).equals(text)) {
                return candidate;
            }
        }
        return Node.Sensitivity.PUBLIC;
    }

    private static @Nullable Deprecation deprecation(Json.Obj source) {
        if (!source.has("x-deprecated")) {
            return null;
        }
        Json.Obj object = source.obj("x-deprecated");
        Bilingual text = CodeListReader.bilingual(object.obj("text"));
        return new Deprecation(object.text("since", ""), object.text("replacedBy"), text);
    }

    private static SpecCondition condition(Json.Obj source) {
        Json.Obj condition = source.obj("if");
        Json.Obj tested = condition.obj("properties");
        List<TypeDefinition.Test> tests = new ArrayList<>();
        for (String name : condition.texts("required")) {
            tests.add(new TypeDefinition.Test(name, values(tested.obj(name))));
        }
        return new SpecCondition(
                source,
                source.text("x-termId", ""),
                source.text("title", ""),
                tests,
                obligation(source.obj("then")),
                obligation(source.obj("else")),
                source.texts("x-source"));
    }

    private static List<String> values(Json.Obj test) {
        List<Json> values = new ArrayList<>(test.items("enum"));
        Json constant = test.get("const");
        if (constant != null) {
            values.add(constant);
        }
        return values.stream().map(TypeReader::value).toList();
    }

    private static String value(Json value) {
        return value instanceof Json.Text text ? text.value() : JsonText.compact(value);
    }

    private static TypeDefinition.Obligation obligation(Json.Obj source) {
        List<String> forbidden = source.obj("properties").members().entrySet().stream()
                .filter(member -> member.getValue() instanceof Json.Flag flag && !flag.value())
                .map(Map.Entry::getKey)
                .toList();
        return new TypeDefinition.Obligation(source.texts("required"), forbidden);
    }
}
