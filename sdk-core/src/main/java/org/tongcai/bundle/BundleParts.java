package org.tongcai.bundle;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.bundle.JsonTree.Members;

/** Makes the records of a bundle from its JSON files; the encoding is described in docs/design/architecture.md. */
final class BundleParts {
    private BundleParts() {}

    /** The format comes first: of another format nothing else can be relied on. */
    static Manifest manifest(Members json) throws IOException {
        int format = json.whole("format", 0);
        if (format != Manifest.FORMAT) {
            throw new IOException(
                    "the bundle has format " + format + ", this version of Tongcai reads format " + Manifest.FORMAT);
        }
        List<Manifest.ProfileEntry> profiles = new ArrayList<>();
        for (Object item : json.items("profiles")) {
            Members profile = Members.of(item);
            profiles.add(new Manifest.ProfileEntry(
                    profile.text("id"), profile.text("version"), bilingual(profile, "title")));
        }
        List<Manifest.DocumentType> documentTypes = new ArrayList<>();
        for (Object item : json.items("documentTypes")) {
            Members type = Members.of(item);
            documentTypes.add(new Manifest.DocumentType(
                    type.text("name"), type.text("type"), type.text("domain"), bilingual(type, "title")));
        }
        List<Manifest.CodeListEntry> codeLists = new ArrayList<>();
        for (Object item : json.items("codeLists")) {
            Members list = Members.of(item);
            codeLists.add(new Manifest.CodeListEntry(
                    list.text("id"), bilingual(list, "title"), Math.toIntExact(list.whole("size"))));
        }
        return new Manifest(
                format,
                json.text("id"),
                json.text("version"),
                json.text("edition"),
                bilingual(json, "title"),
                profiles,
                documentTypes,
                json.texts("types"),
                codeLists);
    }

    static TypeDefinition type(Members json) throws IOException {
        List<TypeDefinition.Property> properties = new ArrayList<>();
        for (Object item : json.items("properties")) {
            Members property = Members.of(item);
            properties.add(new TypeDefinition.Property(
                    property.text("name"),
                    property.text("termId"),
                    bilingual(property, "title"),
                    property.flag("required"),
                    node(property.members("node")),
                    citations(property, "basis")));
        }
        List<TypeDefinition.Condition> conditions = new ArrayList<>();
        for (Object item : json.items("conditions")) {
            conditions.add(condition(Members.of(item)));
        }
        Map<String, String> branches = new LinkedHashMap<>();
        if (json.has("branches")) {
            json.members("branches").map().forEach((value, type) -> branches.put((String) value, (String) type));
        }
        return new TypeDefinition(
                json.text("name"),
                json.text("termId"),
                bilingual(json, "title"),
                json.textOrNull("documentType"),
                properties,
                conditions,
                json.textOrNull("discriminator"),
                branches);
    }

    static CodeList codeList(Members json, List<CodeList.Entry> entries) throws IOException {
        return new CodeList(
                json.text("id"),
                bilingual(json, "title"),
                bilingual(json, "description"),
                json.text("status"),
                json.text("codes"),
                json.text("confidence"),
                json.textOrNull("edition"),
                citations(json, "sources"),
                json.has("coverage") ? coverage(json.members("coverage")) : CodeList.Coverage.COMPLETE,
                entries);
    }

    private static CodeList.Coverage coverage(Members json) throws IOException {
        String until = json.textOrNull("completeUntil");
        return new CodeList.Coverage(
                json.textOrNull("codePattern"),
                until == null ? null : LocalDate.parse(until),
                json.has("unverified") ? json.texts("unverified") : List.of());
    }

    static List<Term> terms(Object json) throws IOException {
        List<Term> terms = new ArrayList<>();
        for (Object item : JsonTree.list(json)) {
            Members term = Members.of(item);
            terms.add(new Term(
                    term.text("id"),
                    term.text("path"),
                    bilingual(term, "title"),
                    bilingual(term, "description"),
                    term.textOrNull("notation"),
                    term.text("type"),
                    term.flag("required"),
                    term.textOrNull("codeList"),
                    term.textOrNull("identifier"),
                    term.text("sensitivity", "public"),
                    term.textOrNull("section"),
                    term.textOrNull("unit"),
                    term.texts("refersTo"),
                    term.text("since"),
                    term.has("deprecated") ? bilingual(term, "deprecated") : null,
                    citations(term, "sources"),
                    term.texts("examples")));
        }
        return List.copyOf(terms);
    }

    private static TypeDefinition.Condition condition(Members json) throws IOException {
        List<TypeDefinition.Test> tests = new ArrayList<>();
        for (Object item : json.items("tests")) {
            Members test = Members.of(item);
            tests.add(new TypeDefinition.Test(test.text("property"), test.texts("values")));
        }
        return new TypeDefinition.Condition(
                json.text("termId"),
                bilingual(json, "title"),
                tests,
                obligation(json, "then"),
                obligation(json, "otherwise"),
                citations(json, "basis"));
    }

    private static TypeDefinition.Obligation obligation(Members json, String name) throws IOException {
        if (!json.has(name)) {
            return TypeDefinition.Obligation.NONE;
        }
        Members obligation = json.members(name);
        return new TypeDefinition.Obligation(obligation.texts("required"), obligation.texts("forbidden"));
    }

    private static Node node(Members json) throws IOException {
        String kind = json.text("kind");
        return switch (kind) {
            case "text" -> text(json);
            case "whole" -> new Node.Whole(json.whole("minimum"), json.whole("maximum"));
            case "flag" -> new Node.Flag();
            case "sequence" ->
                new Node.Sequence(
                        node(json.members("items")),
                        Math.toIntExact(json.whole("minItems")),
                        Math.toIntExact(json.whole("maxItems")),
                        json.flag("unique"));
            case "reference" -> new Node.Reference(json.text("type"));
            default -> throw new IOException("unknown kind of node: " + kind);
        };
    }

    private static Node.Text text(Members json) throws IOException {
        Node.DecimalShape decimal = null;
        if (json.has("decimal")) {
            Members shape = json.members("decimal");
            decimal = new Node.DecimalShape(
                    Math.toIntExact(shape.whole("digits")),
                    Math.toIntExact(shape.whole("fraction")),
                    shape.flag("signed"));
        }
        String binding = json.textOrNull("binding");
        return new Node.Text(
                json.whole("minLength", 0),
                json.whole("maxLength", -1),
                json.textOrNull("pattern"),
                json.textOrNull("format"),
                decimal,
                json.textOrNull("codeList"),
                binding == null ? null : constant(Node.Binding.class, binding),
                json.textOrNull("identifier"),
                json.textOrNull("constant"),
                constant(Node.Sensitivity.class, json.text("sensitivity", "public")));
    }

    static <E extends Enum<E>> E constant(Class<E> type, String text) throws IOException {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IOException("unknown " + type.getSimpleName() + ": " + text, e);
        }
    }

    static Bilingual bilingual(Members json, String name) throws IOException {
        Members text = json.members(name);
        return new Bilingual(text.text("zh", ""), text.text("en", ""));
    }

    static List<Citation> citations(Members json, String name) throws IOException {
        List<Citation> citations = new ArrayList<>();
        for (Object item : json.items(name)) {
            Members citation = Members.of(item);
            citations.add(new Citation(
                    citation.text("document"), citation.textOrNull("number"), citation.textOrNull("article")));
        }
        return citations;
    }
}
