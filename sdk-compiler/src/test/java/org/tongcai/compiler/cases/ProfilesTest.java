package org.tongcai.compiler.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tongcai.Standard;
import org.tongcai.bundle.BundleReader;
import org.tongcai.compiler.bundle.BundleWriter;
import org.tongcai.compiler.profile.ProfileCompiler;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecReader;

/** Every profile that comes with the standard compiles, and every restriction of it is proven by cases. */
class ProfilesTest {
    private static final Path SPEC = Path.of(System.getProperty("spec.directory", "../spec"));

    @TestFactory
    Stream<DynamicTest> restrictionsAndRulesOfProfilesDoWhatTheirCasesSay() throws IOException {
        Spec spec = SpecReader.read(SPEC);
        SortedMap<String, byte[]> files = BundleWriter.files(spec);
        Standard core = Standard.of(BundleReader.fromFiles(files));
        List<Path> profiles = ProfileCompiler.profiles(SPEC);
        assertTrue(profiles.size() >= 4, "the profiles of the standard");
        return profiles.stream()
                .map(profile -> DynamicTest.dynamicTest(
                        String.valueOf(profile.getFileName()), () -> prove(spec, files, core, profile)));
    }

    private static void prove(Spec spec, SortedMap<String, byte[]> files, Standard core, Path directory)
            throws IOException {
        ProfileCompiler.Result result = ProfileCompiler.compile(spec, files, directory);
        assertEquals(List.of(), result.problems());
        assertEquals(List.of(), ProfileProof.missing(directory, core.bundle().ruleIndex()));
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        all.putAll(result.files());
        Standard profile = Standard.of(BundleReader.fromFiles(all));
        ProfileCaseRunner runner = new ProfileCaseRunner(core, profile, directory, SPEC.resolve("cases"));
        runner.restrictions(outcome -> assertDone(outcome, outcome.of().id()));
        runner.rules(outcome -> assertDone(outcome, outcome.of().id()));
        assertTrue(Files.isRegularFile(directory.resolve(ProfileCase.FILE)));
    }

    private static void assertDone(CaseOutcome<?> outcome, String id) {
        assertEquals(List.of(), outcome.failures(), id);
        assertTrue(outcome.inXml(), id);
    }
}
