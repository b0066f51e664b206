package org.tongcai.compiler.cases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.BundleReader;
import org.tongcai.compiler.Compiler;
import org.tongcai.compiler.rules.RuleSpec;

/** The documents of the cases in XML, for those who do not use Java. */
class XmlTwinFilesTest {
    @TempDir
    private static Path spec;

    private static Path cases;
    private static Bundle bundle;
    private static CaseSet set;

    @BeforeAll
    static void compile() throws IOException {
        RuleSpec.copy(spec);
        cases = spec.resolve("cases");
        bundle = BundleReader.fromMemory(Compiler.bundle(spec).files());
        set = new CaseGenerator(bundle).generate();
        CaseFiles.write(set, cases);
    }

    @Test
    void everyCaseHasAFileButThoseThatXmlCannotSay(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("new/folder");
        int count = XmlTwinFiles.write(bundle, cases, target);
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(target)) {
            walk.filter(Files::isRegularFile).forEach(files::add);
        }
        assertEquals(count, files.size());
        for (TestCase testCase : set.cases()) {
            assertEquals(testCase.xml() == null, Files.exists(target.resolve(testCase.id() + ".xml")), testCase.id());
        }
        assertTrue(set.cases().stream().anyMatch(testCase -> testCase.xml() == Inexpressible.EMPTY_LIST));
        List<RuleCase> rules = RuleCaseFiles.read(cases);
        for (RuleCase each : rules) {
            String name = "rules/" + each.id().replace(".json#", "-");
            assertTrue(Files.exists(target.resolve(name + ".xml")), name);
            for (int i = 1; i <= each.with().size(); i++) {
                assertTrue(Files.exists(target.resolve(name + "/with-" + i + ".xml")), name);
            }
        }
        assertFalse(rules.isEmpty());
    }

    @Test
    void anArchiveHoldsTheSameAndIsTheSameEachTime(@TempDir Path folder) throws IOException {
        XmlTwinFiles.write(bundle, cases, folder.resolve("files"));
        Path zip = folder.resolve("a.zip");
        int count = XmlTwinFiles.write(bundle, cases, zip);
        TreeMap<String, byte[]> entries = new TreeMap<>();
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : archive.stream().toList()) {
                try (InputStream in = archive.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        assertEquals(count, entries.size());
        for (String name : entries.keySet()) {
            assertArrayEquals(Files.readAllBytes(folder.resolve("files").resolve(name)), entries.get(name), name);
        }
        Path again = folder.resolve("b.zip");
        XmlTwinFiles.write(bundle, cases, again);
        assertArrayEquals(Files.readAllBytes(zip), Files.readAllBytes(again));
    }

    /** Of the JDK's parser, which knows nothing of the standard. */
    @Test
    void theyAreWellFormed(@TempDir Path folder) throws Exception {
        XmlTwinFiles.write(bundle, cases, folder);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setNamespaceAware(true);
        DocumentBuilder parser = factory.newDocumentBuilder();
        int count = 0;
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String type = parser.parse(file.toFile()).getDocumentElement().getLocalName();
                assertTrue(List.of("awardNotice", "contract").contains(type), file + " " + type);
                count++;
            }
        }
        assertTrue(count > 100, "only " + count);
    }

    @Test
    void idsBecomePathsBelowTheFolderWhateverTheyHold() {
        assertEquals("product/Money.amount/decimal", XmlTwinFiles.safe("product/Money.amount/decimal"));
        for (String id : List.of("../../x", "/x", "a//b", "a/./b", "C:\\x", "用例", "a\u0000b", ".", "")) {
            String safe = XmlTwinFiles.safe(id);
            Path folder = Path.of("/folder");
            assertTrue(folder.resolve(safe).normalize().startsWith(folder) && !safe.startsWith("/"), safe);
            assertEquals(folder.resolve(safe).normalize(), folder.resolve(safe), safe);
            assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(safe), safe);
        }
    }
}
