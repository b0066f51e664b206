package org.tongcai.compiler.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.Citation;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.compiler.MiniSpec;

class SpecReaderTest {
    private static final String AWARD = "business/schemas/announcements/AwardNotice.schema.json";

    @Test
    void readsPropertiesInDocumentOrderWithTheirPlaces() {
        SpecType award = there(MiniSpec.read().types().get("AwardNotice"));
        assertEquals("announcements", award.domain());
        assertEquals("awardNotice", award.documentName());
        assertEquals(
                List.of("header", "projectName", "method"),
                award.properties().subList(0, 3).stream()
                        .map(SpecProperty::name)
                        .toList());
        SpecProperty name = there(award.property("projectName"));
        assertEquals(new Place(AWARD, 11, 5), name.place());
        assertEquals(
                new Node.Text(1, 200, null, null, null, null, null, null, null, Node.Sensitivity.PUBLIC), name.node());
        assertEquals(List.of("law#第七条"), name.basis());
        assertEquals(
                Node.Sensitivity.PERSONAL, there(award.property("agencyPhone")).sensitivity());
    }

    @Test
    void readsConditionsUnionsAndDecimals() {
        Spec spec = MiniSpec.read();
        SpecCondition urgent =
                there(spec.types().get("AwardNotice")).conditions().get(1);
        assertEquals(List.of(new TypeDefinition.Test("urgent", List.of("true"))), urgent.tests());
        assertEquals(List.of("urgentReason"), urgent.then().required());
        assertEquals(List.of("urgentReason"), urgent.otherwise().forbidden());
        SpecType price = there(spec.types().get("Price"));
        assertEquals("form", price.discriminator());
        assertEquals(List.of("TotalPrice", "DiscountPrice"), price.branches());
        SpecProperty amount = there(there(spec.types().get("Money")).property("amount"));
        assertEquals(new Node.DecimalShape(14, 2, false), ((Node.Text) amount.node()).decimal());
    }

    @Test
    void readsQuotedCellsAndSuccessorsOfCodes() {
        Spec spec = MiniSpec.read();
        CodeList.Entry invited = there(spec.codeLists().get("procurement-method"))
                .list()
                .entries()
                .get(1);
        assertEquals("Invited, restricted tendering", invited.name().en());
        assertEquals("带\"引号\"的备注", invited.note());
        CodeList.Entry last =
                there(spec.codeLists().get("region")).list().entries().get(5);
        assertEquals(List.of("110101", "110103"), last.replacedBy());
    }

    @Test
    void resolvesCitationsWithAndWithoutArticle() {
        Spec spec = MiniSpec.read();
        assertEquals(new Citation("中华人民共和国政府采购法", null, "第七条"), spec.citation("law#第七条"));
        assertEquals(new Citation("政府采购信息发布管理办法", "财政部令第101号", null), spec.citation("mof-101"));
        assertNull(spec.citation("nowhere"));
    }

    @Test
    void reportsEveryFaultyFileWithLineAndColumn(@TempDir Path directory) throws IOException {
        MiniSpec.copy(directory);
        MiniSpec.edit(directory, AWARD, "\"x-section\": \"二\",", "\"x-section\" \"二\",");
        MiniSpec.edit(directory, "business/sources.json", "\"id\": \"law\",", "\"id\": \"law\", \"id\": \"law\",");
        Files.delete(directory.resolve("business/codelists/currency.csv"));
        Files.writeString(directory.resolve("business/codelists/notes.txt"), "x");
        Spec spec = SpecReader.read(directory);
        assertEquals(
                List.of(
                        "business/codelists/currency.csv:1:1 file.missing",
                        "business/codelists/notes.txt:1:1 codelist.file",
                        "business/schemas/announcements/AwardNotice.schema.json:11:173 json.syntax",
                        "business/sources.json:3:19 json.duplicate-member"),
                spec.problems().stream().map(p -> p.place() + " " + p.id()).toList());
    }

    @Test
    void aMissingDirectoryIsNotASpec(@TempDir Path directory) {
        assertThrows(UncheckedIOException.class, () -> SpecReader.read(directory.resolve("none")));
    }

    private static <T> T there(@Nullable T value) {
        assertNotNull(value);
        return value;
    }
}
