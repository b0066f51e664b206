package org.tongcai.compiler.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.compiler.MiniSpec;

/** The page of sources says what rests on which article. */
class SourcesTest {
    @Test
    void articlesStandInTheOrderOfTheLaw() {
        assertEquals(
                List.of("", "第二条", "第九条", "第十条", "第十五条", "第二十条", "第九十九条", "第一百零一条", "第一百一十条", "附件1"),
                Stream.of("附件1", "第一百一十条", "第十五条", "第二条", "第九十九条", "", "第十条", "第一百零一条", "第二十条", "第九条")
                        .sorted(ArticleOrder.INSTANCE)
                        .toList());
    }

    @Test
    void fieldsConditionsAndCodeListsAreListedUnderWhatTheyCite(@TempDir Path directory) throws IOException {
        Pages pages = Pages.of(MiniSpec.directory(), directory);
        List<String> links = pages.page("sources.html").values("href");
        assertTrue(links.contains("documents/awardNotice.html#AwardNotice.projectName"), links::toString);
        assertTrue(links.contains("documents/awardNotice.html#AwardNotice.condition-1"), links::toString);
        assertTrue(links.stream().anyMatch(link -> link.startsWith("codelists/")), links::toString);
    }
}
