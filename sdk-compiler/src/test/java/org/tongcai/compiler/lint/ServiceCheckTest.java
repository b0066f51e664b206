package org.tongcai.compiler.lint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.compiler.MiniSpec;
import org.tongcai.compiler.lint.LinterTest.Fault;
import org.tongcai.compiler.service.ServiceFiles;
import org.tongcai.compiler.spec.SpecReader;
import org.tongcai.compiler.spec.SpecService;

/** An online binding names its operations, problems and documents so that both sides mean the same. */
class ServiceCheckTest {
    private static final String OPENAPI = """
            openapi: 3.1.0
            info: {title: 测试 · Test, version: VERSION}
            paths:
              /v1/notices:
                post:
                  operationId: publishNotice
                  summary: 发布公告 · Publish a notice
                  requestBody:
                    content:
                      application/json:
                        schema:
                          $ref: ../strict/awardNotice.schema.json
                          properties: {header: {properties: {documentType: {const: awardNotice}}}}
                  responses:
                    '404': {$ref: '#/components/responses/NotFound'}
            components:
              responses:
                NotFound:
                  content:
                    application/problem+json:
                      schema: {properties: {code: {enum: [not-found]}}}
            """;

    private static final String ERRORS = """
            [
              {"code": "not-found", "status": 404, "retry": "never", "title": {"zh": "没有找到", "en": "Not found"}, "action": {"zh": "检查编号。", "en": "Check the id."}}
            ]
            """;

    static final List<Fault> FAULTS = List.of(
            new Fault("service.form", SpecService.OPENAPI, "info:", "info: &x"),
            new Fault("service.form", SpecService.OPENAPI, "version: ", "version: 9"),
            new Fault("service.form", SpecService.OPENAPI, "openapi: 3.1.0", "openapi: 3.1.0\nopenapi: 3.1.0"),
            new Fault(
                    "service.operation", SpecService.OPENAPI, "operationId: publishNotice", "operation: publishNotice"),
            new Fault("service.text", SpecService.OPENAPI, "发布公告 · Publish a notice", "发布公告"),
            new Fault("service.text", SpecService.OPENAPI, "发布公告 · Publish a notice", "Publish a notice"),
            new Fault("service.code", SpecService.OPENAPI, "[not-found]", "[not-found, gone]"),
            new Fault("service.status", SpecService.OPENAPI, "'404'", "'410'"),
            new Fault("service.reference", SpecService.OPENAPI, "responses/NotFound", "responses/Missing"),
            new Fault("service.reference", SpecService.OPENAPI, "strict/awardNotice", "strict/award"),
            new Fault("document.reference", SpecService.OPENAPI, "const: awardNotice", "const: award"),
            new Fault("service.unused-code", SpecService.ERRORS, "\"not-found\"", "\"not-there\""),
            new Fault("service.form", SpecService.ERRORS, "\"code\"", "\"name\""),
            new Fault("service.form", SpecService.ERRORS, "404", "204"),
            new Fault("service.form", SpecService.ERRORS, "\"never\"", "\"maybe\""),
            new Fault("service.text", SpecService.ERRORS, "\"检查编号。\"", "\"Check.\""),
            new Fault("json.syntax", SpecService.ERRORS, "]", ""));

    @TempDir
    Path directory;

    private Path spec() throws IOException {
        Path copy = MiniSpec.copy(Files.createTempDirectory(directory, "spec"));
        Files.createDirectories(copy.resolve(SpecService.FOLDER));
        String version = MiniSpec.read().standard().version();
        Files.writeString(copy.resolve(SpecService.OPENAPI), OPENAPI.replace("VERSION", version));
        Files.writeString(copy.resolve(SpecService.ERRORS), ERRORS);
        return copy;
    }

    @Test
    void soundBindingHasNoFaults() throws IOException {
        assertEquals(Linter.lint(MiniSpec.directory()), Linter.lint(spec()));
    }

    @TestFactory
    Stream<DynamicTest> everyFaultIsFound() {
        return FAULTS.stream()
                .map(fault -> DynamicTest.dynamicTest(fault.id() + " ← " + fault.replacement(), () -> {
                    Path copy = spec();
                    MiniSpec.edit(copy, fault.file(), fault.text(), fault.replacement());
                    List<LintFinding> findings = Linter.lint(copy);
                    assertTrue(
                            findings.stream()
                                    .anyMatch(finding -> finding.id().equals(fault.id())
                                            && finding.file().equals(fault.file())),
                            findings::toString);
                }));
    }

    /** References of the published description are to files beside it, and one schema leads to all document types. */
    @Test
    void isPublishedWithASchemaOfAnyDocument() throws IOException {
        Path copy = spec();
        SortedMap<String, byte[]> files = ServiceFiles.of(SpecReader.read(copy));
        assertTrue(
                files.keySet().containsAll(Set.of(SpecService.OPENAPI, SpecService.ERRORS)),
                () -> files.keySet().toString());
        assertArrayEquals(Files.readAllBytes(copy.resolve(SpecService.OPENAPI)), files.get(SpecService.OPENAPI));
        JsonNode schema = new ObjectMapper().readTree(files.get("service/document.schema.json"));
        assertEquals(
                schema.at("/properties/header/properties/documentType/enum").size(),
                schema.at("/allOf").size());
        assertEquals(
                "../strict/"
                        + schema.at("/properties/header/properties/documentType/enum/0")
                                .asText() + ".schema.json",
                schema.at("/allOf/0/then/$ref").asText());
    }

    @Test
    void withoutBindingNothingIsPublished() throws IOException {
        assertEquals(Set.of(), ServiceFiles.of(MiniSpec.read()).keySet());
    }
}
