package org.tongcai.compiler.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.Verdict;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.Manifest.DocumentType;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Condition;
import org.tongcai.bundle.TypeDefinition.Obligation;
import org.tongcai.bundle.TypeDefinition.Property;

/**
 * Makes the standard's test cases from its definitions: for each document type a minimal and a maximal document that are accepted,
 * and for each constraint of each member one document that breaks this constraint and nothing else. What must be found follows from
 * the definitions alone, never from what an engine says.
 */
public final class CaseGenerator {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Bundle bundle;
    private final SampleValues samples;
    private final ObjectBuilder builder;
    private final Mutations mutations;
    private final Map<String, String> discriminators = new HashMap<>();

    /** A generator for one standard. */
    public CaseGenerator(Bundle bundle) {
        this.bundle = bundle;
        this.samples = new SampleValues(bundle);
        this.builder = new ObjectBuilder(bundle, samples);
        this.mutations = new Mutations(samples);
        for (String name : bundle.manifest().types()) {
            TypeDefinition type = bundle.type(name);
            if (type.discriminator() != null) {
                type.branches().values().forEach(branch -> discriminators.put(branch, type.discriminator()));
            }
        }
    }

    /** All documents and cases. The constraints of a type that many documents share are broken in the first document that holds it, once. */
    public CaseSet generate() {
        Set<String> done = new HashSet<>();
        Map<String, JsonNode> documents = new LinkedHashMap<>();
        List<TestCase> cases = new ArrayList<>();
        for (DocumentType documentType : bundle.manifest().documentTypes()) {
            String name = documentType.name();
            TypeDefinition root = bundle.type(documentType.type());
            builder.documentType(name);
            ObjectNode minimal = builder.build(root, ObjectBuilder.Extent.MINIMAL, Map.of(), Set.of());
            ObjectNode maximal = builder.build(root, ObjectBuilder.Extent.MAXIMAL, Map.of(), Set.of());
            String minimalFile = "minimal/" + name + ".json";
            String maximalFile = "maximal/" + name + ".json";
            documents.put(minimalFile, minimal);
            documents.put(maximalFile, maximal);
            cases.add(passing(name, "minimal", title("只含必填字段", "required members only"), minimalFile, null));
            cases.add(passing(name, "maximal", title("含全部字段", "all members"), maximalFile, null));
            headers(cases, name, minimalFile);
            failing(cases, name, maximalFile, root, maximal, done);
        }
        XmlTwin twins = new XmlTwin(bundle);
        cases.replaceAll(testCase -> testCase.withXml(reason(twins, documents, testCase)));
        return new CaseSet(bundle.manifest().id() + " " + bundle.manifest().version(), documents, cases);
    }

    /** Why the document of a case cannot be written in XML; null where it can. */
    private static @Nullable Inexpressible reason(XmlTwin twins, Map<String, JsonNode> documents, TestCase testCase) {
        JsonNode document = Objects.requireNonNull(documents.get(testCase.base()));
        ArrayNode patch = testCase.patch();
        return twins.reason(patch == null ? document : JsonPatch.apply(document, patch), testCase.documentType());
    }

    private void failing(
            List<TestCase> cases, String name, String base, TypeDefinition root, ObjectNode maximal, Set<String> done) {
        for (Site site : new SiteFinder(bundle, builder).find(root, maximal)) {
            TypeDefinition type = site.type();
            if (done.add(type.name())) {
                unknownMember(cases, name, base, site);
                for (Condition condition : type.conditions()) {
                    condition(cases, name, base, site, condition);
                }
            }
            for (Property property : type.properties()) {
                if (site.object().has(property.name()) && done.add(type.name() + "." + property.name())) {
                    member(cases, name, base, site, property);
                }
            }
        }
    }

    private void member(List<TestCase> cases, String name, String base, Site site, Property property) {
        if (decidesTheType(site.type(), property)) {
            return; // headers() says what must be found there
        }
        boolean discriminator =
                property.name().equals(discriminators.get(site.type().name()));
        for (Mutations.Mutation mutation : mutations.of(site, property)) {
            Check check = discriminator && mutation.name().equals("const") ? Check.UNION : mutation.check();
            ArrayNode patch = site.setUp().deepCopy();
            patch.add(
                    isTested(site.type(), property.name()) && breaksTheMember(site, property, mutation)
                            ? rebuilt(site, property, mutation)
                            : mutation.operation());
            cases.add(failing(
                    name,
                    site.type().name() + "." + property.name() + "/" + mutation.name(),
                    title(
                            property.title().zh() + "：" + mutation.name(),
                            property.title().en() + ": " + mutation.name()),
                    base,
                    patch,
                    check,
                    mutation.pointer()));
        }
    }

    /** Whether the member itself changes. What changes inside a list leaves it present, and more no condition can ask of a list. */
    private static boolean breaksTheMember(Site site, Property property, Mutations.Mutation mutation) {
        return mutation.operation().path("path").asText().equals(site.at(property.name()));
    }

    /** A member on which conditions depend is broken in an object that was built around the broken value, lest a condition fail as well. */
    private ObjectNode rebuilt(Site site, Property property, Mutations.Mutation mutation) {
        JsonNode value = mutation.operation().get("value");
        int repeat = mutation.operation().path("repeat").asInt(1);
        if (value != null && repeat > 1) {
            value = JSON.textNode(value.asText().repeat(repeat));
        }
        String name = property.name();
        Map<String, JsonNode> given = new LinkedHashMap<>();
        if (value != null) {
            given.put(name, value);
        }
        Set<String> without = value == null ? Set.of(name) : Set.of();
        ObjectNode object = builder.attempt(site.type(), ObjectBuilder.Extent.MAXIMAL, given, without);
        if (object == null || object.has(name) != (value != null)) {
            // Only the values that stand at the site let the member in.
            decisive(site, name).forEach(given::putIfAbsent);
            object = builder.build(site.type(), ObjectBuilder.Extent.MAXIMAL, given, without);
        }
        return Site.operation("replace", site.pointer()).set("value", object);
    }

    /** The values at a site on which conditions depend, but for one member. */
    private static Map<String, JsonNode> decisive(Site site, String except) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Condition condition : site.type().conditions()) {
            for (TypeDefinition.Test test : condition.tests()) {
                JsonNode value = site.object().get(test.property());
                if (!test.values().isEmpty()
                        && value != null
                        && !test.property().equals(except)) {
                    values.put(test.property(), value);
                }
            }
        }
        return values;
    }

    private void unknownMember(List<TestCase> cases, String name, String base, Site site) {
        ArrayNode patch = site.setUp().deepCopy();
        patch.add(Site.operation("add", site.at("noSuchMember")).put("value", "x"));
        cases.add(failing(
                name,
                site.type().name() + "/unknown-field",
                title(
                        site.type().title().zh() + "：标准中没有的字段",
                        site.type().title().en() + ": a member that the standard does not have"),
                base,
                patch,
                Check.UNKNOWN,
                site.at("noSuchMember")));
    }

    private void condition(List<TestCase> cases, String name, String base, Site site, Condition condition) {
        for (ConditionCase side : ConditionCase.of(site.type(), condition, builder)) {
            Obligation obligation = side.holds() ? condition.then() : condition.otherwise();
            ObjectNode object = builder.build(site.type(), ObjectBuilder.Extent.MINIMAL, side.given(), side.without());
            String id = site.type().name() + "." + condition.termId() + (side.holds() ? "" : "-else");
            if (obligation.required().isEmpty() && obligation.forbidden().isEmpty()) {
                continue;
            }
            cases.add(passing(
                    name,
                    id + "/kept",
                    condition.title(),
                    base,
                    site.with(object).setUp()));
            for (String member : obligation.required()) {
                ObjectNode lacking = builder.lacking(site.type(), object, member, condition);
                if (lacking != null
                        && !ObjectBuilder.property(site.type(), member).required()) {
                    ArrayNode patch = site.with(lacking).setUp();
                    cases.add(failing(
                            name,
                            id + "/" + member,
                            condition.title(),
                            base,
                            patch,
                            Check.CONDITION_REQUIRED,
                            site.pointer()));
                }
            }
            for (String member : obligation.forbidden()) {
                JsonNode fixed = side.given().get(member);
                Property property = ObjectBuilder.property(site.type(), member);
                JsonNode value =
                        fixed != null ? fixed : builder.value(site.type(), property, ObjectBuilder.Extent.MINIMAL);
                ObjectNode ready = builder.readyFor(site.type(), object, member, value, condition);
                if (ready == null) {
                    continue; // it cannot be there without breaking another condition
                }
                ArrayNode patch = site.with(ready).setUp();
                patch.add(Site.operation("add", site.at(member)).set("value", value));
                cases.add(failing(
                        name,
                        id + "/" + member,
                        condition.title(),
                        base,
                        patch,
                        Check.CONDITION_FORBIDDEN,
                        site.at(member)));
            }
        }
    }

    /** Without a known type and edition nothing else can be judged: one finding, whatever is wrong with them. */
    private static void headers(List<TestCase> cases, String name, String base) {
        String type = "/header/documentType";
        header(cases, name, "no-header", base, Site.operation("remove", "/header"), Check.DOCUMENT_TYPE, "");
        header(cases, name, "no-type", base, Site.operation("remove", type), Check.DOCUMENT_TYPE, "/header");
        header(
                cases,
                name,
                "unknown-type",
                base,
                Site.operation("replace", type).put("value", "noSuchType"),
                Check.DOCUMENT_TYPE,
                type);
        header(
                cases,
                name,
                "null-type",
                base,
                Site.operation("replace", type).set("value", JSON.nullNode()),
                Check.DOCUMENT_TYPE,
                type);
        header(
                cases,
                name,
                "edition",
                base,
                Site.operation("replace", "/header/standardVersion").put("value", "99.0"),
                Check.STANDARD_VERSION,
                "/header/standardVersion");
    }

    private static void header(
            List<TestCase> cases,
            String name,
            String id,
            String base,
            ObjectNode operation,
            Check check,
            String pointer) {
        ArrayNode patch = JSON.arrayNode().add(operation);
        cases.add(failing(name, "header/" + id, title("文档头：" + id, "header: " + id), base, patch, check, pointer));
    }

    private static boolean decidesTheType(TypeDefinition type, Property property) {
        return (type.name().equals("DocumentHeader") && property.name().equals("documentType"))
                || (type.documentType() != null && property.name().equals("header"));
    }

    private static boolean isTested(TypeDefinition type, String member) {
        return type.conditions().stream()
                .flatMap(c -> c.tests().stream())
                .anyMatch(t -> t.property().equals(member));
    }

    private static TestCase passing(
            String documentType, String id, Bilingual title, String base, @Nullable ArrayNode patch) {
        return new TestCase(
                documentType + "/" + id, title, documentType, base, patch, Verdict.ACCEPTED, List.of(), null);
    }

    private static TestCase failing(
            String documentType,
            String id,
            Bilingual title,
            String base,
            @Nullable ArrayNode patch,
            Check check,
            String pointer) {
        return new TestCase(
                documentType + "/" + id,
                title,
                documentType,
                base,
                patch,
                Verdict.REJECTED,
                List.of(new TestCase.Expected(check.id(), check.layer(), pointer)),
                null);
    }

    private static Bilingual title(String zh, String en) {
        return new Bilingual(zh, en);
    }
}
