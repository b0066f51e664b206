package org.tongcai.compiler.lint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongcai.compiler.lint.KeywordValues.Shape;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.SpecCodeList;

/** The metadata of a code list: all of it must be there, since people decide by it whether to trust the codes. */
final class CodeListMetadata {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Shape TEXT = new Shape(KeywordValues::isText, "非空文本", "a text that is not blank");
    private static final Shape TEXT_OR_NULL = orNull(TEXT);
    private static final Shape BILINGUAL = KeywordValues.closed(Map.of("zh", TEXT, "en", TEXT), Set.of());
    private static final Shape CITATION = KeywordValues.closed(
            Map.of("document", TEXT, "number", TEXT_OR_NULL, "article", TEXT_OR_NULL, "url", TEXT_OR_NULL),
            Set.of("number", "article", "url"));
    private static final Shape SOURCES = new Shape(
            value -> value instanceof Json.Arr array
                    && !array.items().isEmpty()
                    && array.items().stream().allMatch(CITATION.test()),
            "至少一个来源（document、number、article、url）",
            "at least one source (document, number, article, url)");
    private static final Shape CODES =
            new Shape(value -> value instanceof Json.Arr array && !array.items().isEmpty(), "代码的列表", "a list of codes");
    private static final Map<String, Shape> MEMBERS = Map.ofEntries(
            Map.entry("id", TEXT),
            Map.entry("title", BILINGUAL),
            Map.entry("description", BILINGUAL),
            Map.entry("status", KeywordValues.oneOf(List.of("law", "official", "common", "tongcai"))),
            Map.entry("codes", KeywordValues.oneOf(List.of("official", "tongcai"))),
            Map.entry("source", SOURCES),
            Map.entry("confidence", KeywordValues.oneOf(List.of("found", "known", "unsure", "proposed"))),
            Map.entry("edition", TEXT_OR_NULL),
            Map.entry("validFrom", orNull(KeywordValues.matching(DATE, "日期", "a date"))),
            Map.entry("codePattern", TEXT_OR_NULL),
            Map.entry("completeUntil", KeywordValues.matching(DATE, "日期", "a date")),
            Map.entry("unverified", CODES),
            Map.entry("parentList", KeywordValues.matching(Words.LIST_ID, "代码表的 id", "the id of a code list")),
            Map.entry("closed", new Shape(Json.Flag.class::isInstance, "布尔值", "a boolean")));

    /** The list of the parents where it is another one; and what the list may lack. */
    private static final Set<String> OPTIONAL = Set.of("parentList", "completeUntil", "unverified");

    private CodeListMetadata() {}

    static void check(SpecCodeList list, Findings findings) {
        Json.Obj source = list.source();
        if (source.members().isEmpty()) {
            return; // the reader has said why
        }
        for (String name : MEMBERS.keySet().stream().sorted().toList()) {
            Json value = source.get(name);
            Shape shape = MEMBERS.getOrDefault(name, TEXT);
            boolean valid =
                    value == null ? OPTIONAL.contains(name) : shape.test().test(value);
            if (!valid) {
                findings.add(LintCheck.LIST_METADATA, source.placeOf(name), name, shape.zh(), shape.en());
            }
        }
        for (String name : source.members().keySet()) {
            if (!MEMBERS.containsKey(name)) {
                findings.add(LintCheck.KEYWORD_UNKNOWN, source.placeOf(name), name);
            }
        }
        if (!list.id().equals(source.text("id"))
                || !Words.LIST_ID.matcher(list.id()).matches()) {
            findings.add(
                    LintCheck.LIST_METADATA,
                    source.placeOf("id"),
                    "id",
                    "与文件名相同的短横线小写名",
                    "kebab-case and that of the file");
        }
    }

    private static Shape orNull(Shape shape) {
        return new Shape(
                value -> value instanceof Json.Nil || shape.test().test(value),
                shape.zh() + "或 null",
                shape.en() + ", or null");
    }
}
