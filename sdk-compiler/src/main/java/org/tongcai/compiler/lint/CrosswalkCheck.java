package org.tongcai.compiler.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongcai.bundle.CodeList;
import org.tongcai.compiler.lint.KeywordValues.Shape;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Place;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCodeList;
import org.tongcai.compiler.spec.SpecCrosswalks;
import org.tongcai.compiler.spec.SpecCrosswalks.Crosswalk;
import org.tongcai.compiler.spec.SpecCrosswalks.Row;
import org.tongcai.compiler.spec.SpecCrosswalks.Table;
import org.tongcai.compiler.spec.SpecCrosswalks.Target;

/** The crosswalks: whose codes they are and how far to trust them must be said, and every target must be a code of the standard. */
final class CrosswalkCheck {
    /** The code is its target, or so near that either may stand for the other, or a part of it: there is one target. */
    private static final Set<String> ONE = Set.of("exact", "close", "narrower");

    private static final String MANY = "broader";
    private static final String NONE = "none";
    private static final Pattern FILE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*[.]csv");
    private static final Shape TEXT = new Shape(KeywordValues::isText, "非空文本", "a text that is not blank");
    private static final Shape BILINGUAL = KeywordValues.closed(Map.of("zh", TEXT, "en", TEXT), Set.of());
    private static final Shape CONFIDENCE = KeywordValues.oneOf(List.of("found", "known", "unsure"));
    private static final Map<String, Shape> MEMBERS = Map.of(
            "id",
            KeywordValues.matching(Words.LIST_ID, "短横线小写名", "kebab-case"),
            "title",
            BILINGUAL,
            "owner",
            BILINGUAL,
            "seen",
            BILINGUAL,
            "confidence",
            CONFIDENCE,
            "tables",
            new Shape(
                    value -> value instanceof Json.Arr array
                            && !array.items().isEmpty()
                            && array.items().stream().allMatch(Json.Obj.class::isInstance),
                    "非空的对象数组",
                    "a non-empty array of objects"));
    private static final Map<String, Shape> TABLE_MEMBERS = Map.of(
            "file",
            KeywordValues.matching(FILE, "短横线小写的 .csv 文件名", "a kebab-case name of a .csv file"),
            "title",
            BILINGUAL,
            "codeList",
            new Shape(
                    value -> value instanceof Json.Nil || KeywordValues.isText(value),
                    "代码表的 id 或 null",
                    "the id of a code list, or null"),
            "direction",
            KeywordValues.oneOf(List.of("in", "out", "both")),
            "confidence",
            CONFIDENCE,
            "note",
            BILINGUAL);
    private static final Set<String> OPTIONAL = Set.of("confidence", "note");

    private final Spec spec;
    private final SpecCrosswalks crosswalks;
    private final Findings findings;
    /** Files that the reader has complained of: what is missing in them is no further fault. */
    private final Set<String> unreadable = new HashSet<>();

    CrosswalkCheck(Spec spec, SpecCrosswalks crosswalks, Findings findings) {
        this.spec = spec;
        this.crosswalks = crosswalks;
        this.findings = findings;
        crosswalks.problems().forEach(problem -> unreadable.add(problem.place().file()));
    }

    void check() {
        TextCheck texts = new TextCheck(findings);
        for (Crosswalk crosswalk : crosswalks.crosswalks()) {
            Json.Obj source = crosswalk.source();
            if (unreadable.contains(source.place().file())) {
                continue;
            }
            texts.check(source);
            members(source, MEMBERS, Set.of());
            if (!crosswalk.id().equals(source.text("id"))) {
                findings.add(LintCheck.CROSSWALK_METADATA, source.placeOf("id"), "id", "文件夹名", "that of the folder");
            }
            Set<String> files = new HashSet<>();
            for (Table table : crosswalk.tables()) {
                members(table.source(), TABLE_MEMBERS, OPTIONAL);
                if (!files.add(table.file())) {
                    findings.add(
                            LintCheck.CROSSWALK_METADATA,
                            table.source().placeOf("file"),
                            "file",
                            "各表不同",
                            "that of one table only");
                }
                table(table);
            }
        }
    }

    private void members(Json.Obj source, Map<String, Shape> members, Set<String> optional) {
        for (String name : members.keySet().stream().sorted().toList()) {
            Json value = source.get(name);
            Shape shape = members.getOrDefault(name, TEXT);
            if (value == null ? !optional.contains(name) : !shape.test().test(value)) {
                findings.add(LintCheck.CROSSWALK_METADATA, source.placeOf(name), name, shape.zh(), shape.en());
            }
        }
        for (String name : source.members().keySet()) {
            if (!members.containsKey(name)) {
                findings.add(LintCheck.KEYWORD_UNKNOWN, source.placeOf(name), name);
            }
        }
    }

    private void table(Table table) {
        String codeList = table.codeList();
        if (codeList != null && !spec.codeLists().containsKey(codeList)) {
            findings.add(LintCheck.CODE_LIST_UNKNOWN, table.source().placeOf("codeList"), codeList);
        }
        if (unreadable.contains(table.file())) {
            return;
        }
        if (!table.header().equals(SpecCrosswalks.COLUMNS)) {
            findings.add(LintCheck.LIST_HEADER, Place.start(table.file()), String.join(",", SpecCrosswalks.COLUMNS));
            return;
        }
        if (table.rows().isEmpty()) {
            findings.add(LintCheck.LIST_EMPTY, Place.start(table.file()));
        }
        Set<List<Object>> pairs = new HashSet<>();
        Set<Target> exact = new HashSet<>();
        for (Row row : table.rows()) {
            row(row);
            if (!pairs.add(List.of(row.code(), row.targets()))) {
                findings.add(LintCheck.CROSSWALK_DUPLICATE, row.place(), row.code());
            }
            for (Target target : row.targets()) {
                if (row.relation().equals("exact") && !exact.add(target)) {
                    findings.add(LintCheck.CROSSWALK_AMBIGUOUS, row.place(), target.code());
                }
            }
        }
    }

    private void row(Row row) {
        if (row.cells().size() != SpecCrosswalks.COLUMNS.size()) {
            findings.add(
                    LintCheck.LIST_COLUMNS,
                    row.place(),
                    SpecCrosswalks.COLUMNS.size(),
                    row.cells().size());
            return;
        }
        for (String cell : row.cells()) {
            if (!cell.equals(cell.strip())) {
                findings.add(LintCheck.TEXT_BLANK, row.place(), cell);
            } else if (TextCheck.control(cell) >= 0) {
                findings.add(LintCheck.TEXT_CONTROL, row.place(), TextCheck.hex(TextCheck.control(cell)));
            }
        }
        if (row.code().isEmpty() || row.zh().isEmpty()) {
            findings.add(LintCheck.LIST_CELL, row.place(), "code, zh", "非空文本", "texts that are not blank");
        }
        relation(row);
        for (Target target : row.targets()) {
            SpecCodeList list = spec.codeLists().get(target.codeList());
            if (list == null || !has(list, target.code())) {
                findings.add(LintCheck.CROSSWALK_TARGET, row.place(), target.codeList(), target.code());
            }
        }
    }

    private void relation(Row row) {
        int targets = row.targets().size();
        String relation = row.relation();
        if (ONE.contains(relation)
                ? targets != 1
                : relation.equals(MANY) ? targets == 0 : !relation.equals(NONE) || targets != 0) {
            findings.add(LintCheck.CROSSWALK_RELATION, row.place(), relation, targets);
        }
    }

    private static boolean has(SpecCodeList list, String code) {
        return list.list().entries().stream().map(CodeList.Entry::code).anyMatch(code::equals);
    }
}
