package org.tongcai.compiler.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.Severity;
import org.tongcai.compiler.MiniSpec;
import org.tongcai.compiler.lint.LinterTest.Fault;

/** Crosswalks lead from codes that somebody is named for to codes that exist; and code lists have a use. */
class CrosswalkCheckTest {
    private static final String CROSSWALK = "crosswalks/portal/";

    static final List<Fault> FAULTS = List.of(
            new Fault("crosswalk.metadata", CROSSWALK + "crosswalk.json", "\"found\"", "\"proposed\""),
            new Fault("crosswalk.metadata", CROSSWALK + "crosswalk.json", "\"id\": \"portal\"", "\"id\": \"portals\""),
            new Fault(
                    "crosswalk.metadata",
                    CROSSWALK + "crosswalk.json",
                    "  \"owner\": {\"zh\": \"测试门户\", \"en\": \"Test portal\"},\n",
                    ""),
            new Fault(
                    "crosswalk.metadata",
                    CROSSWALK + "crosswalk.json",
                    "{\"zh\": \"种类\", \"en\": \"Kind\"}",
                    "{\"zh\": \"种类\"}"),
            new Fault("crosswalk.metadata", CROSSWALK + "crosswalk.json", "\"codeList\": null, ", ""),
            new Fault("crosswalk.metadata", CROSSWALK + "crosswalk.json", "\"both\"", "\"sideways\""),
            new Fault("crosswalk.metadata", CROSSWALK + "crosswalk.json", "\"kind.csv\"", "\"method.csv\""),
            new Fault("crosswalk.metadata", CROSSWALK + "crosswalk.json", "\"kind.csv\"", "\"../kind.csv\""),
            new Fault("keyword.unknown", CROSSWALK + "crosswalk.json", "\"note\": {", "\"remark\": {"),
            new Fault(
                    "codelist.unknown",
                    CROSSWALK + "crosswalk.json",
                    "\"procurement-method\"",
                    "\"procurement-methods\""),
            new Fault("codelist.header", CROSSWALK + "method.csv", "code,zh,target", "code,target,zh"),
            new Fault("codelist.columns", CROSSWALK + "method.csv", "4,其他,,none,", "4,其他,none,"),
            new Fault("codelist.cell", CROSSWALK + "method.csv", "4,其他,", "4,,"),
            new Fault("codelist.empty", CROSSWALK + "kind.csv", "A,甲,,none,\n", ""),
            new Fault("text.surrounding-space", CROSSWALK + "method.csv", "以人民币报价", " 以人民币报价"),
            new Fault("crosswalk.target", CROSSWALK + "method.csv", "OPEN,exact", "SHUT,exact"),
            new Fault("crosswalk.target", CROSSWALK + "method.csv", "OPEN;INVITED", "OPEN;;INVITED"),
            new Fault("crosswalk.target", CROSSWALK + "method.csv", "currency/CNY", "currencies/CNY"),
            new Fault("crosswalk.target", CROSSWALK + "kind.csv", "A,甲,,none,", "A,甲,OPEN,exact,"),
            new Fault("crosswalk.relation", CROSSWALK + "method.csv", "OPEN,exact", "OPEN,same"),
            new Fault("crosswalk.relation", CROSSWALK + "method.csv", "OPEN;INVITED,broader", "OPEN;INVITED,close"),
            new Fault("crosswalk.relation", CROSSWALK + "method.csv", "4,其他,,none", "4,其他,OPEN,none"),
            new Fault("crosswalk.relation", CROSSWALK + "method.csv", "4,其他,,none", "4,其他,,broader"),
            new Fault("crosswalk.duplicate", CROSSWALK + "method.csv", "3,境内公开招标", "0,公开招标"),
            new Fault("crosswalk.ambiguous", CROSSWALK + "method.csv", "OPEN,narrower", "OPEN,exact"),
            new Fault("crosswalk.encoding", CROSSWALK + "kind.csv", "none,\n", "none,\r\n"));

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> everyFaultIsFoundInItsFile() {
        return FAULTS.stream()
                .map(fault -> DynamicTest.dynamicTest(fault.id() + " ← " + fault.replacement(), () -> {
                    Path copy = MiniSpec.copy(Files.createTempDirectory(directory, "spec"));
                    MiniSpec.edit(copy, fault.file(), fault.text(), fault.replacement());
                    List<LintFinding> findings = Linter.lint(copy);
                    assertTrue(
                            findings.stream()
                                    .anyMatch(finding ->
                                            finding.id().equals(fault.id()) && LinterTest.isAt(finding, fault)),
                            findings::toString);
                }));
    }

    @Test
    void aCodeListThatNothingUsesIsAWarningOnly() throws IOException {
        Path copy = MiniSpec.copy(directory.resolve("unusedList"));
        for (String ending : List.of(".json", ".csv")) {
            String text = Files.readString(copy.resolve("business/codelists/procurement-method" + ending));
            Files.writeString(
                    copy.resolve("business/codelists/idle" + ending), text.replace("procurement-method", "idle"));
        }
        List<LintFinding> findings = Linter.lint(copy);
        assertEquals(
                List.of("business/codelists/idle.json:1:1: [codelist.unused] (warning) 没有字段、号码或者对照表用到代码表 idle"
                        + " | no field, identifier or crosswalk uses code list idle"),
                findings.stream().map(LintFinding::toString).toList());
        assertEquals(Severity.WARNING, findings.get(0).severity());
        MiniSpec.edit(copy, CROSSWALK + "method.csv", "4,其他,,none", "4,其他,idle/OPEN,exact");
        assertEquals(List.of(), Linter.lint(copy), "a crosswalk is a use");
    }

    @Test
    void everyFileOfACrosswalkIsNamedAndThere() throws IOException {
        Path copy = MiniSpec.copy(directory.resolve("stray"));
        MiniSpec.edit(copy, CROSSWALK + "crosswalk.json", "\"kind.csv\"", "\"kinds.csv\"");
        Files.writeString(copy.resolve("crosswalks/codes.csv"), "code\n");
        Files.createDirectories(copy.resolve("crosswalks/empty"));
        assertEquals(
                List.of(
                        "crosswalk.file crosswalks/codes.csv",
                        "file.missing crosswalks/empty/crosswalk.json",
                        "crosswalk.file crosswalks/portal/kind.csv",
                        "file.missing crosswalks/portal/kinds.csv"),
                Linter.lint(copy).stream()
                        .map(finding -> finding.id() + " " + finding.file())
                        .toList());
    }

    @Test
    void anEmptyCrosswalkLacksEverything() throws IOException {
        Path copy = MiniSpec.copy(directory.resolve("emptyCrosswalk"));
        Files.writeString(copy.resolve(CROSSWALK + "kind.csv"), "");
        Files.createDirectories(copy.resolve("crosswalks/void"));
        Files.writeString(copy.resolve("crosswalks/void/crosswalk.json"), "{}\n");
        Map<String, Long> faults = Linter.lint(copy).stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.id() + " " + finding.file(), TreeMap::new, Collectors.counting()));
        assertEquals(
                Map.of(
                        "codelist.header crosswalks/portal/kind.csv",
                        1L,
                        "crosswalk.metadata crosswalks/void/crosswalk.json",
                        7L),
                faults);
    }
}
