package org.tongcai.compiler.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.BundleReader;
import org.tongcai.compiler.MiniSpec;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecReader;

/** What the compiler writes is what the run time reads. */
class BundleRoundTripTest {
    private final Spec spec = MiniSpec.read();
    private final Definitions definitions = new Definitions(spec);

    @Test
    void readerReturnsEqualRecords(@TempDir Path directory) throws IOException {
        BundleWriter.write(spec, directory);
        Bundle bundle = BundleReader.fromDirectory(directory);
        assertEquals(definitions.manifest(), bundle.manifest());
        for (String type : bundle.manifest().types()) {
            assertEquals(definitions.type(type), bundle.type(type), type);
            assertSame(bundle.type(type), bundle.type(type), "types are kept");
        }
        spec.codeLists().forEach((id, list) -> assertEquals(list.list(), bundle.codeList(id), id));
        assertEquals(definitions.terms(), bundle.terms());
    }

    @Test
    void equalSpecsGiveEqualBytes(@TempDir Path directory) throws IOException {
        SortedMap<String, byte[]> first = BundleWriter.files(spec);
        SortedMap<String, byte[]> second =
                BundleWriter.files(SpecReader.read(MiniSpec.copy(directory.resolve("elsewhere"))));
        assertEquals(first.keySet(), second.keySet());
        first.forEach((path, bytes) -> assertArrayEquals(bytes, second.get(path), path));
    }

    @Test
    void encodingLeavesDefaultsOut() throws IOException {
        String money = new String(BundleWriter.files(spec).get("types/Money.json"), StandardCharsets.UTF_8);
        assertTrue(
                money.contains(
                        "{\"name\":\"amount\",\"termId\":\"GP-0011\",\"title\":{\"zh\":\"数额\",\"en\":\"Amount\"},"
                                + "\"required\":true,\"node\":{\"kind\":\"text\",\"format\":\"decimal\","
                                + "\"decimal\":{\"digits\":14,\"fraction\":2}},\"basis\":[{\"document\":\"中华人民共和国政府采购法\"}]}"),
                money);
    }

    @Test
    void dependentRequiredBecomesAConditionThatSaysWhatItWants() {
        var condition = definitions.type("AwardNotice").conditions().get(2);
        assertEquals("GP-0110", condition.termId());
        assertEquals("填写“附件地址”时必须同时填写“中标日期”", condition.title().zh());
        assertEquals(
                "where Attachment is given, so must be Awarded on",
                condition.title().en());
        assertEquals(List.of("awardedOn"), condition.then().required());
        assertTrue(condition.tests().get(0).values().isEmpty());
    }

    @Test
    void unionsMapDiscriminatorValuesToTypes() {
        assertEquals(
                Map.of("TOTAL", "TotalPrice", "DISCOUNT", "DiscountPrice"),
                definitions.type("Price").branches());
    }

    @Test
    void editionIsMajorMinor() {
        assertEquals("0.1", definitions.manifest().edition());
        assertEquals("0.1.0", definitions.manifest().version());
    }

    @Test
    void compilersOutputDirectoryIsABundleToo(@TempDir Path directory) throws IOException {
        BundleWriter.write(spec, directory.resolve("bundle"));
        assertEquals(
                "tongcai-mini", BundleReader.fromDirectory(directory).manifest().id());
    }

    @Test
    void damageIsABundleException(@TempDir Path directory) throws IOException {
        assertThrows(BundleException.class, () -> BundleReader.fromDirectory(directory));
        BundleWriter.write(spec, directory);
        Bundle bundle = BundleReader.fromDirectory(directory);
        assertThrows(BundleException.class, () -> bundle.type("../bundle"));
        assertThrows(BundleException.class, () -> bundle.codeList("none"));

        Files.writeString(directory.resolve("types/Money.json"), "{\"name\":");
        assertThrows(BundleException.class, () -> bundle.type("Money"));
        Files.writeString(directory.resolve("codelists/currency.tsv"), "code\tzh\nCNY\t人民币\n");
        assertThrows(BundleException.class, () -> bundle.codeList("currency"));

        MiniSpec.edit(directory, "bundle.json", "\"format\":1", "\"format\":2");
        BundleException other = assertThrows(BundleException.class, () -> BundleReader.fromDirectory(directory));
        assertTrue(String.valueOf(other.getMessage()).contains("format 2"), other.getMessage());
    }
}
