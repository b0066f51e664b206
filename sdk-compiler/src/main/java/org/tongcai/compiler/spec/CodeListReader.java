package org.tongcai.compiler.spec;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.bundle.CodeList;

/** Makes a code list out of its metadata and table. Lenient: the linter holds the same rows against the rules. */
final class CodeListReader {
    private CodeListReader() {}

    static SpecCodeList read(String id, Json.Obj source, String csvFile, String csv) {
        List<CsvRow> rows = new CsvReader(csv).rows();
        List<CodeList.Entry> entries = new ArrayList<>(rows.size());
        for (CsvRow row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            entries.add(new CodeList.Entry(
                    row.cell(0),
                    new Bilingual(row.cell(1), row.cell(2)),
                    orNull(row.cell(3)),
                    date(row.cell(4)),
                    date(row.cell(5)),
                    row.cell(6).isEmpty() ? List.of() : List.of(row.cell(6).split(SpecCodeList.SEPARATOR, -1)),
                    orNull(row.cell(7)),
                    orNull(row.cell(8))));
        }
        CodeList list = new CodeList(
                id,
                bilingual(source.obj("title")),
                bilingual(source.obj("description")),
                source.text("status", ""),
                source.text("codes", ""),
                source.text("confidence", ""),
                source.text("edition"),
                citations(source.items("source")),
                new CodeList.Coverage(
                        source.text("codePattern"), date(source.text("completeUntil", "")), source.texts("unverified")),
                entries);
        return new SpecCodeList(id, source, csvFile, rows, list);
    }

    static Bilingual bilingual(Json.Obj object) {
        return new Bilingual(object.text("zh", ""), object.text("en", ""));
    }

    private static List<Citation> citations(List<Json> items) {
        return items.stream()
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .map(item -> new Citation(item.text("document", ""), item.text("number"), item.text("article")))
                .toList();
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
