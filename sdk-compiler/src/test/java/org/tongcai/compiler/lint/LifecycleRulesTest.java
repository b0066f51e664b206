package org.tongcai.compiler.lint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.compiler.MiniSpec;
import org.tongcai.compiler.lint.LinterTest.Fault;

/** A lifecycle leads from its first state to an end, and every name in it means something. */
class LifecycleRulesTest {
    private static final String AWARD = "business/lifecycles/award.json";

    static final List<Fault> FAULTS = List.of(
            new Fault(
                    "keyword.unknown", AWARD, "\"initial\": \"OPEN\",", "\"initial\": \"OPEN\", \"first\": \"OPEN\","),
            new Fault("keyword.missing", AWARD, "  \"source\": [\"law\"],\n", ""),
            new Fault("citation.unknown", AWARD, "law#第七条", "act#第七条"),
            new Fault("document.reference", AWARD, "\"awardNotice\", \"contract\"", "\"awardNotice\", \"contracts\""),
            new Fault(
                    "codelist.unknown",
                    AWARD,
                    "\"statusCodeList\": \"procurement-method\"",
                    "\"statusCodeList\": \"m\""),
            new Fault("text.surrounding-space", AWARD, "测试用。", " 测试用。"),
            new Fault("lifecycle.form", AWARD, "\"id\": \"award\"", "\"id\": \"awards\""),
            new Fault("lifecycle.form", AWARD, "{\"zh\": \"授标\", \"en\": \"Award\"}", "{\"zh\": \"授标\"}"),
            new Fault("lifecycle.form", AWARD, "\"documents\": [[\"awardNotice\"]], ", ""),
            new Fault("lifecycle.form", AWARD, "\"start\": [\"again\"]", "\"start\": []"),
            new Fault("lifecycle.form", AWARD, "\"unit\": \"workdays\"", "\"unit\": \"weeks\""),
            new Fault("lifecycle.form", AWARD, "\"2020-01-01\"", "\"2020\""),
            new Fault("lifecycle.name", AWARD, "\"initial\": \"OPEN\"", "\"initial\": \"START\""),
            new Fault("lifecycle.name", AWARD, "\"event\": \"again\"", "\"event\": \"anew\""),
            new Fault("lifecycle.name", AWARD, "\"stop\": [\"invite\"]", "\"stop\": [\"end\"]"),
            new Fault("lifecycle.duplicate", AWARD, "\"event\": \"again\"", "\"event\": \"invite\""),
            new Fault("lifecycle.duplicate", AWARD, "{\"id\": \"again\"", "{\"id\": \"invite\""),
            new Fault("lifecycle.unused", AWARD, "\"event\": \"again\"", "\"event\": \"invite\""),
            new Fault("lifecycle.unreachable", AWARD, "\"to\": \"INVITED\"", "\"to\": \"OPEN\""),
            new Fault("lifecycle.dead-end", AWARD, "\"final\": [\"INVITED\"]", "\"final\": []"),
            new Fault("lifecycle.status", AWARD, "\"code\": \"OPEN\"", "\"code\": \"SHUT\""),
            new Fault("lifecycle.state-missing", AWARD, "    {\"id\": \"INVITED\"", "    {\"id\": \"INVITING\""),
            new Fault(
                    "lifecycle.guard", AWARD, "[[\"awardNotice\"]]", "[[\"awardNotice\"]], \"guards\": [\"GP-X-001\"]"),
            new Fault("lifecycle.severity", AWARD, "\"confidence\": \"found\"", "\"confidence\": \"known\""));

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> everyFaultIsFound() {
        return FAULTS.stream()
                .map(fault -> DynamicTest.dynamicTest(fault.id() + " ← " + fault.replacement(), () -> {
                    Path copy = MiniSpec.copy(Files.createTempDirectory(directory, "spec"));
                    MiniSpec.edit(copy, fault.file(), fault.text(), fault.replacement());
                    List<LintFinding> findings = Linter.lint(copy);
                    assertTrue(
                            findings.stream()
                                    .anyMatch(finding -> finding.id().equals(fault.id())
                                            && finding.file().equals(AWARD)),
                            findings::toString);
                }));
    }
}
