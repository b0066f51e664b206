package org.tongcai.compiler.xsd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongcai.Finding;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.compiler.cases.CaseFiles;
import org.tongcai.compiler.cases.CaseRunner;
import org.tongcai.compiler.cases.TestCase;

/** The engine and a validator with our XSD say the same of a document in XML, but for the exceptions that the standard lists. */
class VerdictTest {
    private static final Path CASES = Published.SPEC.resolve("cases");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The exceptions that cases of the standard meet; {@link ExceptionsTest} has the others. */
    static final Set<String> MET = Set.of("check-digit", "code-day", "condition", "limit", "list-of-one", "long-list");

    /** Everything that the standard itself holds up as right. */
    @Test
    void goodDocumentsAreGoodToBothValidators() throws IOException {
        int count = 0;
        for (String folder : List.of("examples", "minimal", "maximal")) {
            for (Path file : files(CASES.resolve(folder))) {
                byte[] json = Files.readAllBytes(file);
                String type = MAPPER.readTree(json).at("/header/documentType").asText();
                String xml = Published.xml(json, type);
                assertNull(Published.judges(type).jdk(xml), file::toString);
                assertNull(Published.judges(type).msv(xml), file::toString);
                assertEquals(List.of(), Published.errors(xml.getBytes(StandardCharsets.UTF_8)), file::toString);
                count++;
            }
        }
        assertTrue(count > 400, "only " + count);
    }

    /** Each kind of error, in a third of the document types. */
    @Test
    void aSampleOfTheCasesIsJudgedAlike() throws IOException {
        Set<String> seen = new HashSet<>();
        judge(
                        each -> {
                            String key = each.documentType() + kind(each);
                            return each.documentType().equals("syntax")
                                    || each.id().endsWith("/Claimant.consortiumMembers/min-items")
                                    || seen.add(key) && (seen.add(kind(each)) || key.hashCode() % 3 == 0);
                        },
                        1 << 20)
                .holds(400);
    }

    private static String kind(TestCase each) {
        return each.expected().isEmpty() ? "" : each.expected().get(0).ruleId();
    }

    @Test
    @Tag("long")
    void allCasesAreJudgedAlike() throws IOException {
        judge(each -> true, Integer.MAX_VALUE).holds(18_000);
    }

    private static Tally judge(Predicate<TestCase> wanted, int maxSize) throws IOException {
        Tally tally = new Tally();
        CaseRunner runner = new CaseRunner(Published.STANDARD, CASES);
        for (Path list : files(CASES.resolve(CaseFiles.LISTS))) {
            for (TestCase each : CaseFiles.read(list)) {
                if (wanted.test(each)) {
                    byte[] json = runner.document(each);
                    byte[] xml = Published.TWINS.of(json, each.documentType()).xml();
                    if (xml != null && xml.length <= maxSize) {
                        tally.add(each, json, xml);
                    }
                }
            }
        }
        return tally;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares verdicts, and notes which exceptions were met. */
    private static final class Tally {
        private final Beyond beyond = new Beyond(Published.BUNDLE);
        private final List<String> failures = new ArrayList<>();
        private final Set<String> met = new TreeSet<>();
        private int count;

        void add(TestCase each, byte[] json, byte[] xml) throws IOException {
            count++;
            JsonNode document = MAPPER.readTree(json);
            TypeDefinition type = Published.BUNDLE.type(Published.BUNDLE.manifest().documentTypes().stream()
                    .filter(one -> one.name().equals(each.documentType()))
                    .map(Manifest.DocumentType::type)
                    .findFirst()
                    .orElseThrow());
            List<Finding> errors = Published.errors(xml);
            List<String> exceptions = new ArrayList<>();
            for (Finding finding : errors) {
                String exception = beyond.exception(finding, type, document);
                if (exception != null) {
                    exceptions.add(exception);
                }
            }
            String found = Published.judges(each.documentType()).jdk(xml);
            boolean wrong = errors.size() > exceptions.size();
            if (exceptions.contains("limit") || !wrong && found == null) {
                // What stopped at a limit was not judged to its end.
                met.addAll(exceptions);
            } else if (wrong != (found != null)) {
                failures.add(each.id() + "\n   engine " + errors + "\n   schema " + found);
            }
        }

        void holds(int atLeast) {
            assertTrue(failures.isEmpty(), () -> failures.size() + " of " + count + "\n" + String.join("\n", failures));
            assertTrue(count >= atLeast, "only " + count);
            assertTrue(met.containsAll(MET), met::toString);
        }
    }
}
