package org.tongcai.compiler.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.compiler.MiniSpec;

/** Small code lists are tables, big ones are data that the page draws. */
class CodeListPageTest {
    @TempDir
    private Path directory;

    @Test
    void smallListsAreTablesWithLinksToParentsAndSuccessors() throws IOException {
        Pages pages = Pages.of(MiniSpec.directory(), directory);
        Markup page = pages.page("codelists/region.html");
        assertTrue(pages.anchors("codelists/region.html").contains("code-110000"));
        assertTrue(page.values("href").contains("#code-110100"), "parent");
        assertTrue(page.values("href").contains("#code-110101"), "successor");
        assertFalse(pages.files().containsKey("codelists/region.js"));
    }

    @Test
    void bigListsStandBesideTheirPage() throws IOException {
        Path root = MiniSpec.copy(directory.resolve("spec"));
        StringBuilder csv = new StringBuilder("code,zh,en,parent,validFrom,validTo,replacedBy,source,note\n");
        for (int i = 0; i <= CodeListPage.INLINE; i++) {
            csv.append("C").append(i).append(",名称").append(i).append(",,,,,,,\n");
        }
        csv.append("OLD,</script><b>,Old,C1,2001-01-01,2010-12-31,C2;C3,《甲》,乙\n");
        Files.writeString(root.resolve("business/codelists/region.csv"), csv);

        Pages pages = Pages.of(root, directory.resolve("bundle"));
        String page = pages.text("codelists/region.html");
        assertFalse(page.contains("名称7"), "no entries in the page");
        assertTrue(pages.page("codelists/region.html").values("src").contains("../codelists/region.js"));
        JsonNode rows = pages.data("codelists/region.js");
        assertEquals(CodeListPage.INLINE + 2, rows.size());
        assertEquals("[\"C0\",\"名称0\"]", rows.get(0).toString());
        assertEquals(
                "[\"OLD\",\"</script><b>\",\"Old\",\"C1\",\"2001-01-01\",\"2010-12-31\",\"C2 C3\",\"《甲》；乙\"]",
                rows.get(rows.size() - 1).toString());
        pages.assertLinksResolve();
        pages.assertSafe();
    }

    @Test
    void namesThatCannotBeFilesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Links.codeList("../x"));
        assertThrows(IllegalArgumentException.class, () -> Links.type(""));
        assertEquals("#code-%E5%85%83%2F%22", Links.fragment(Links.code("元/\"")));
    }
}
