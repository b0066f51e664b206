package org.tongcai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.Finding;
import org.tongcai.Severity;
import org.tongcai.Standard;
import org.tongcai.binding.Model;
import org.tongcai.constraints.Conforms;
import org.tongcai.constraints.FullStandard;

/** Documents judged by the full standard through Jakarta Validation. */
class JakartaConformsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Standard STANDARD = Standard.load();

    private static List<String> messages(Object bean, Class<?>... groups) {
        return Violations.VALIDATOR.validate(bean, groups).stream()
                .map(v -> v.getPropertyPath() + ": " + v.getMessage())
                .sorted()
                .toList();
    }

    private static List<String> paths(Object bean, Class<?>... groups) {
        return Violations.VALIDATOR.validate(bean, groups).stream()
                .map(v -> v.getPropertyPath().toString())
                .sorted()
                .toList();
    }

    private static ObjectNode json() throws IOException {
        return (ObjectNode) MAPPER.readTree(Examples.awardNotice());
    }

    private static AwardNotice notice(ObjectNode json) throws IOException {
        return MAPPER.treeToValue(json, AwardNotice.class);
    }

    private static AwardNotice faulty() throws IOException {
        ObjectNode json = json();
        ((ObjectNode) json.get("header")).remove("documentId");
        ((ObjectNode) json.at("/lots/0")).put("lotId", "{a} ${1+1}");
        return notice(json);
    }

    @Test
    void aValidDocumentHasNoViolations() throws IOException {
        assertEquals(List.of(), messages(notice(json()), FullStandard.class));
    }

    @Test
    void findingsStandAtTheirPropertiesWithTheRuleAndTheReasonInBothLanguages() throws IOException {
        assertEquals(
                List.of(
                        "header: [structure.required] 缺少必填字段 documentId（单据编号） · required member documentId (Document id) is missing",
                        "lots[0].lotId: [structure.pattern] 不符合格式 ^[A-Za-z0-9._:\\-]{1,50}$ · does not match ^[A-Za-z0-9._:\\-]{1,50}$"),
                messages(faulty(), FullStandard.class).stream()
                        .filter(m -> m.contains("[structure."))
                        .toList());
    }

    @Test
    void withoutTheGroupOnlyFieldsAreJudged() throws IOException {
        assertEquals(List.of("header.documentId", "lots[0].lotId"), paths(faulty()));
        ObjectNode json = json();
        json.put("procurementMethod", "SINGLE_SOURCE").remove("lots");
        assertEquals(List.of("lots"), paths(notice(json)));
    }

    /** What each error says, at its place, is what the engine says, and warnings are left out. */
    @ParameterizedTest
    @ValueSource(strings = {"awardNotice", "product", "contract"})
    void violationsAreTheErrorsOfTheEngine(String documentType) {
        Cases cases = new Cases();
        Path list = cases.lists().stream()
                .filter(f -> f.endsWith(documentType + ".json"))
                .findFirst()
                .orElseThrow();
        int compared = 0;
        for (Cases.Case document : cases.read(list)) {
            Model model = Binding.read(document.json(), documentType);
            if (model != null) {
                assertEquals(
                        errors(model),
                        Violations.of(model, FullStandard.class).stream()
                                .map(v -> v.pointer() + " " + v.message())
                                .collect(Collectors.toCollection(TreeSet::new)),
                        document.name());
                compared++;
            }
        }
        assertTrue(compared > 100, compared + " compared");
    }

    private static TreeSet<String> errors(Model model) {
        TreeSet<String> errors = new TreeSet<>();
        for (Finding finding : STANDARD.validate(model).findings()) {
            if (finding.severity() == Severity.ERROR) {
                errors.add(finding.pointer() + " [" + finding.ruleId() + "] "
                        + finding.message().zh() + " · " + finding.message().en());
            }
        }
        return errors;
    }

    /** An application's own class. */
    static final class Archive {
        @Conforms
        @Nullable
        AwardNotice latest;

        List<@Conforms(stages = {}) AwardNotice> older = List.of();

        @Conforms(profile = "cn-53", message = "not as Yunnan has it")
        @Nullable
        AwardNotice local;

        @Valid
        @Nullable
        AwardNotice cascaded;
    }

    @Test
    void onAnApplicationsOwnClasses() throws IOException {
        Archive archive = new Archive();
        assertEquals(List.of(), paths(archive));
        archive.latest = faulty();
        archive.older = List.of(notice(json()), faulty());
        assertEquals(
                List.of(
                        "latest.header",
                        "latest.lots[0].lotId",
                        "older[1].<list element>.header",
                        "older[1].<list element>.lots[0].lotId"),
                Violations.VALIDATOR.validate(archive).stream()
                        .filter(v -> v.getMessage().startsWith("[structure."))
                        .map(v -> v.getPropertyPath().toString())
                        .sorted()
                        .toList());
        Archive other = new Archive();
        other.local = faulty();
        other.cascaded = faulty();
        assertTrue(messages(other).contains("local.header: not as Yunnan has it"), messages(other)::toString);
        assertTrue(paths(other).contains("cascaded.header.documentId"), paths(other)::toString);
    }

    /** Objects and texts in lists, one in another. */
    @Test
    void placesInLists() throws IOException {
        ObjectNode json = (ObjectNode) MAPPER.readTree(
                Examples.text(Path.of(System.getProperty("spec.directory"), "cases/maximal/awardNotice.json")));
        ((ObjectNode) json.at("/lots/0")).remove("lotId");
        ((ArrayNode) json.at("/lots/0/awards")).addNull();
        ((ArrayNode) json.at("/evaluators/0/lotIds")).add(json.at("/evaluators/0/lotIds/0"));
        assertEquals(
                List.of("evaluators[0].lotIds[1].<list element>", "lots[0]", "lots[0].awards[1]"),
                Violations.VALIDATOR.validate(notice(json), FullStandard.class).stream()
                        .filter(v -> v.getMessage().startsWith("[structure."))
                        .map(v -> v.getPropertyPath().toString())
                        .sorted()
                        .toList());
    }

    /** Fields whose name would be a word of Java have an underscore in front. */
    @Test
    void placesThatTheModelNamesOtherwise() throws IOException {
        ObjectNode json = (ObjectNode) MAPPER.readTree(
                Examples.text(Path.of(System.getProperty("spec.directory"), "cases/maximal/batchManifest.json")));
        json.putObject("package");
        BatchManifest manifest = MAPPER.treeToValue(json, BatchManifest.class);
        assertTrue(
                paths(manifest, FullStandard.class).contains("_package"),
                paths(manifest, FullStandard.class)::toString);
    }

    void take(@Conforms AwardNotice notice) {}

    @Test
    void onParameters() throws Exception {
        assertTrue(Violations.VALIDATOR
                .forExecutables()
                .validateParameters(
                        this,
                        JakartaConformsTest.class.getDeclaredMethod("take", AwardNotice.class),
                        new Object[] {faulty()})
                .stream()
                .anyMatch(v -> v.getPropertyPath().toString().equals("take.notice.header")
                        || v.getPropertyPath().toString().equals("take.arg0.header")));
    }
}
