package org.tongcai.compiler.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.compiler.MiniSpec;

/** A profile may be stricter than the standard and add in its own namespace; whatever would be laxer is refused where it stands. */
class OverlayTest {
    private static final String HEAD = """
            {"id": "cn-99", "version": "0.1.0", "title": {"zh": "示例规范", "en": "Example profile"},
             "description": {"zh": "仅供测试。", "en": "For tests only."}, "owner": {"zh": "示例省财政厅", "en": "Example finance department"},
             "editions": ["0.1"],
            """;

    @TempDir
    Path directory;

    /** What a profile says, from its third line on, the check that must refuse it and the column where. */
    record Refusal(String id, String body, String word) {}

    private static final List<Refusal> WEAKER = List.of(
            new Refusal("profile.weaker", "{\"AwardNotice\": {\"optional\": [\"projectName\"]}}", "optional"),
            new Refusal("profile.weaker", "{\"AwardNotice\": {\"forbidden\": [\"projectName\"]}}", "projectName\"]"),
            property("projectName", "\"maxLength\": 201", "maxLength"),
            property("projectName", "\"minLength\": 0", "minLength"),
            property("awardedOn", "\"format\": \"date-time\"", "format"),
            property("agencyPhone", "\"x-identifier\": \"email\"", "x-identifier"),
            property("agencyPhone", "\"x-sensitivity\": \"public\"", "x-sensitivity"),
            property("method", "\"binding\": \"preferred\"", "binding"),
            property("method", "\"x-codeList\": {\"id\": \"currency\"}", "x-codeList"),
            property("lots", "\"maxItems\": 101", "maxItems"),
            property("lots", "\"minItems\": 0", "minItems"),
            new Refusal(
                    "profile.weaker",
                    "{\"Lot\": {\"properties\": {\"number\": {\"pattern\": \"^[A-Z0-9_]{1,10}$\"}}}}",
                    "pattern"),
            new Refusal(
                    "profile.weaker",
                    "{\"Money\": {\"properties\": {\"amount\": {\"x-decimal\": {\"digits\": 15}}}}}",
                    "x-decimal"),
            new Refusal(
                    "profile.weaker",
                    "{\"Money\": {\"properties\": {\"amount\": {\"x-decimal\": {\"signed\": true}}}}}",
                    "x-decimal"),
            new Refusal(
                    "profile.weaker",
                    "{\"Lot\": {\"properties\": {\"tags\": {\"items\": {\"maxLength\": 21}}}}}",
                    "maxLength"),
            new Refusal("profile.namespace", "{\"AwardNotice\": {\"required\": [\"grade\"]}}", "\"grade\""),
            new Refusal(
                    "profile.namespace",
                    "{\"AwardNotice\": {\"properties\": {\"grade\": {\"maxLength\": 5}}}}",
                    "grade"),
            new Refusal("profile.namespace", "{\"Grade\": {\"required\": [\"value\"]}}", "Grade"),
            new Refusal("profile.form", "{\"Price\": {\"required\": [\"kind\"]}}", "{\"required"),
            property("urgent", "\"maxLength\": 3", "maxLength"));

    private static Refusal property(String name, String restriction, String word) {
        String id = name.equals("urgent") ? "profile.form" : "profile.weaker";
        return new Refusal(id, "{\"AwardNotice\": {\"properties\": {\"" + name + "\": {" + restriction + "}}}}", word);
    }

    @TestFactory
    Stream<DynamicTest> whatWouldWeakenTheStandardIsRefusedWhereItStands() {
        return WEAKER.stream()
                .map(refusal -> DynamicTest.dynamicTest(refusal.body(), () -> {
                    String line = "\"types\": " + refusal.body() + "}";
                    ProfileCompiler.Result result = compile(HEAD + line);
                    assertEquals(
                            1, result.problems().size(), () -> result.problems().toString());
                    assertEquals(refusal.id(), result.problems().get(0).id());
                    assertEquals(
                            "cn-99/profile.json",
                            result.problems().get(0).place().file());
                    assertEquals(4, result.problems().get(0).place().line());
                    int column = result.problems().get(0).place().column();
                    String there = line.substring(column - 1);
                    String word =
                            refusal.word().startsWith("{") || refusal.word().startsWith("\"")
                                    ? refusal.word()
                                    : "\"" + refusal.word();
                    assertTrue(there.startsWith(word), there);
                    assertTrue(result.files().isEmpty());
                }));
    }

    @Test
    void codesAreTakenAwayNotAdded() throws IOException {
        assertRefused(
                "profile.weaker", "\"codeLists\": {\"procurement-method\": {\"only\": [\"OPEN\", \"LOTTERY\"]}}}");
        assertRefused("profile.weaker", "\"codeLists\": {\"procurement-method\": {\"add\": [\"LOTTERY\"]}}}");
        assertRefused("profile.unknown", "\"codeLists\": {\"procurement-method\": {\"without\": [\"LOTTERY\"]}}}");
        assertRefused("profile.unknown", "\"codeLists\": {\"methods\": {\"only\": [\"OPEN\"]}}}");
        assertRefused(
                "profile.form", "\"codeLists\": {\"procurement-method\": {\"without\": [\"OPEN\", \"INVITED\"]}}}");
    }

    @Test
    void aProfileNamesItselfAndTheEditionsItAccepts() throws IOException {
        assertRefused("profile.base", HEAD.replace("\"0.1\"]", "\"9.9\"]"), "\"types\": {}}");
        assertRefused("profile.base", HEAD, "\"extends\": \"cn-98\"}");
        assertRefused("profile.base", HEAD, "\"extends\": \"cn-99\"}");
        assertRefused("profile.form", HEAD.replace("\"cn-99\"", "\"CN99\""), "\"types\": {}}");
        assertRefused("profile.form", HEAD.replace("\"0.1.0\"", "\"1\""), "\"types\": {}}");
        assertRefused("profile.form", HEAD.replace(", \"en\": \"Example profile\"", ""), "\"types\": {}}");
        assertRefused("profile.form", HEAD, "\"loosen\": {}}");
        assertRefused("profile.namespace", HEAD, "\"sources\": [{\"id\": \"GPL\", \"document\": \"某法\"}]}");
    }

    @Test
    void ownCodeListsBearTheProfilesName() throws IOException {
        Path profile = write("cn-99", HEAD + "\"types\": {}}");
        Files.createDirectories(profile.resolve("codelists"));
        Files.writeString(profile.resolve("codelists/grade.json"), "{\"id\": \"grade\"}");
        Files.writeString(
                profile.resolve("codelists/grade.csv"),
                "code,zh,en,parent,validFrom,validTo,replacedBy,source,note\nA,甲,A,,,,,,\n");
        ProfileCompiler.Result result = ProfileCompiler.compile(MiniSpec.read(), profile);
        assertEquals(
                List.of("profile.namespace"),
                result.problems().stream().map(problem -> problem.id()).toList());
    }

    @Test
    void restrictionsBecomePartOfTheBundleAndTheRestStaysOut() throws IOException {
        ProfileCompiler.Result result = compile(HEAD + """
                "types": {"AwardNotice": {"required": ["awardedOn"], "forbidden": ["attachment"],
                  "properties": {"projectName": {"maxLength": 80}}},
                  "Lot": {"properties": {"number": {"pattern": "^[0-9]{1,3}$"}}}},
                "codeLists": {"procurement-method": {"without": ["INVITED"]}}}
                """);
        assertEquals(List.of(), result.problems());
        assertEquals(
                List.of(
                        "bundle.json",
                        "codelists/procurement-method.tsv",
                        "terms.json",
                        "types/AwardNotice.json",
                        "types/Lot.json"),
                List.copyOf(result.files().keySet()));
        String notice =
                new String(result.files().get("types/AwardNotice.json"), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(notice.contains("\"maxLength\":80"), notice);
        assertTrue(notice.contains("\"then\":{\"forbidden\":[\"attachment\"]}"), notice);
        String manifest = new String(result.files().get("bundle.json"), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(manifest.contains("\"profiles\":[{\"id\":\"cn-99\",\"version\":\"0.1.0\""), manifest);
    }

    /** A city may be stricter than its province, not laxer, though the standard would allow it. */
    @Test
    void profilesChain() throws IOException {
        write(
                "cn-99",
                HEAD + "\"types\": {\"AwardNotice\": {\"properties\": {\"projectName\": {\"maxLength\": 80}}}}}");
        String city = HEAD.replace("\"cn-99\"", "\"cn-9901\"") + "\"extends\": \"cn-99\", ";
        Path stricter = write(
                "cn-9901",
                city + "\"types\": {\"AwardNotice\": {\"properties\": {\"projectName\": {\"maxLength\": 50}}}}}");
        ProfileCompiler.Result result = ProfileCompiler.compile(MiniSpec.read(), stricter);
        assertEquals(List.of(), result.problems());
        String manifest = new String(result.files().get("bundle.json"), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(manifest.contains("\"id\":\"cn-99\"") && manifest.contains("\"id\":\"cn-9901\""), manifest);
        Path laxer = write(
                "cn-9901",
                city + "\"types\": {\"AwardNotice\": {\"properties\": {\"projectName\": {\"maxLength\": 100}}}}}");
        assertEquals(
                List.of("profile.weaker"),
                ProfileCompiler.compile(MiniSpec.read(), laxer).problems().stream()
                        .map(problem -> problem.id())
                        .toList());
    }

    private void assertRefused(String id, String body) throws IOException {
        assertRefused(id, HEAD, body);
    }

    private void assertRefused(String id, String head, String body) throws IOException {
        ProfileCompiler.Result result = compile(head + body);
        assertFalse(result.problems().isEmpty());
        assertEquals(id, result.problems().get(0).id(), () -> result.problems().toString());
    }

    private ProfileCompiler.Result compile(String json) throws IOException {
        return ProfileCompiler.compile(MiniSpec.read(), write("cn-99", json));
    }

    private Path write(String name, String json) throws IOException {
        Path profile = directory.resolve(name);
        Files.createDirectories(profile);
        Files.writeString(profile.resolve("profile.json"), json);
        return profile;
    }
}
