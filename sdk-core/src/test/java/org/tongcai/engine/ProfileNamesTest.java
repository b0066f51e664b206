package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Severity;
import org.tongcai.Standard;
import org.tongcai.Verdict;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;

/** What a document says about profiles: the one that it follows, and critical extensions that only a profile explains. */
class ProfileNamesTest {
    private static final Standard CORE = Standard.of(bundle());
    private static final Standard PROVINCE = Standard.of(bundle("cn-53", "cn-5301"));

    @Test
    void aProfileThatIsNotLoadedIsAWarning() {
        String document = document("\"profile\":\"cn-53\",", "");
        DocumentReport report = CORE.validate(document);
        Finding finding = only(report);
        assertEquals("structure.profile-not-loaded", finding.ruleId());
        assertEquals(Severity.WARNING, finding.severity());
        assertEquals("/header/profile", finding.pointer());
        assertEquals("cn-53", finding.value());
        assertEquals(Verdict.ACCEPTED, report.verdict());
        assertEquals(List.of(), PROVINCE.validate(document).findings());
        assertEquals(
                "没有加载单据所遵守的地方规范 cn-33，未按它判断；已加载 cn-53, cn-5301",
                only(PROVINCE.validate(document("\"profile\":\"cn-33\",", "")))
                        .message()
                        .zh());
    }

    @Test
    void aCriticalExtensionOfAnUnknownNamespaceIsAnError() {
        String document =
                document("", ",\"extensions\":[" + extension("cn-53", false) + "," + extension("cn-5301", true) + "]");
        DocumentReport report = CORE.validate(document);
        Finding finding = only(report);
        assertEquals("structure.critical-extension", finding.ruleId());
        assertEquals("/extensions/1/critical", finding.pointer());
        assertEquals(
                "关键扩展项 cn-5301/grade 属于未加载的规范，不得在不认识它的情况下处理单据",
                finding.message().zh());
        assertEquals(document.indexOf("\"critical\":true"), finding.byteOffset());
        assertEquals(Verdict.REJECTED, report.verdict());
        assertEquals(List.of(), PROVINCE.validate(document).findings());
    }

    @Test
    void namesakesOfAProfileAreOthers() {
        for (String namespace : List.of("cn-530", "cn-5", "cn-53.education", "example.platform")) {
            String document = document("", ",\"extensions\":[" + extension(namespace, true) + "]");
            assertEquals(
                    "structure.critical-extension",
                    only(PROVINCE.validate(document)).ruleId(),
                    namespace);
        }
    }

    /** One mistake is one finding: a namespace that is none cannot be known. */
    @Test
    void aFaultyOrMissingNamespaceIsReportedAsThat() {
        String document = document("", ",\"extensions\":[" + extension("CN", true) + "]");
        assertEquals("structure.pattern", only(CORE.validate(document)).ruleId());
        assertEquals(
                "structure.required",
                only(CORE.validate(document.replace("\"namespace\":\"CN\",", "")))
                        .ruleId());
    }

    private static Finding only(DocumentReport report) {
        assertEquals(1, report.findings().size(), () -> report.findings().toString());
        return report.findings().get(0);
    }

    private static String extension(String namespace, boolean critical) {
        return "{\"namespace\":\"" + namespace + "\",\"name\":\"grade\",\"critical\":" + critical + "}";
    }

    private static String document(String header, String rest) {
        return "{\"header\":{" + header + "\"documentType\":\"note\"}" + rest + "}";
    }

    private static Bundle bundle(String... profiles) {
        Map<String, TypeDefinition> types = new LinkedHashMap<>();
        List<TypeDefinition> all = new ArrayList<>();
        all.add(Nodes.object(
                "DocumentHeader",
                "文件头",
                Nodes.may("profile", "地方规范", Nodes.text(1, 64)),
                Nodes.must("documentType", "文件类型", Nodes.text(1, 40))));
        all.add(Nodes.object(
                "Extension",
                "扩展",
                Nodes.must("namespace", "命名空间", Nodes.pattern("^[a-z][a-z0-9.\\-]{0,127}$", 128)),
                Nodes.must("name", "名称", Nodes.text(1, 64)),
                Nodes.must("critical", "是否关键", new Node.Flag())));
        all.add(Nodes.document(
                "note",
                "Note",
                "便笺",
                Nodes.must("header", "文件头", Nodes.ref("DocumentHeader")),
                Nodes.may("extensions", "扩展", Nodes.list(Nodes.ref("Extension"), 1, 100))));
        all.forEach(type -> types.put(type.name(), type));
        List<Manifest.ProfileEntry> loaded = new ArrayList<>();
        for (String profile : profiles) {
            loaded.add(new Manifest.ProfileEntry(profile, "0.1.0", new Bilingual(profile, profile)));
        }
        Bilingual title = new Bilingual("便笺", "Note");
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                "test",
                "0.1.0",
                "0.1",
                title,
                loaded,
                List.of(new Manifest.DocumentType("note", "Note", "common", title)),
                List.copyOf(types.keySet()),
                List.of());
        return new TestBundle() {
            @Override
            public Manifest manifest() {
                return manifest;
            }

            @Override
            public TypeDefinition type(String name) {
                return Objects.requireNonNull(types.get(name));
            }
        };
    }
}
