package org.tongcai.compiler.lint;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.CodeList;
import org.tongcai.compiler.spec.CsvRow;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Place;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCodeList;

/** A code list's metadata and table. */
final class CodeListCheck {
    /** Lists of at least so many codes may do without English. */
    static final int BIG = 300;

    private final Spec spec;
    private final Findings findings;

    CodeListCheck(Spec spec, Findings findings) {
        this.spec = spec;
        this.findings = findings;
    }

    void check(SpecCodeList list) {
        CodeListMetadata.check(list, findings);
        List<CsvRow> rows = list.rows();
        if (rows.isEmpty()) {
            if (!list.source().members().isEmpty()) {
                findings.add(LintCheck.LIST_EMPTY, Place.start(list.csvFile()));
            }
            return;
        }
        if (!rows.get(0).cells().equals(SpecCodeList.COLUMNS)) {
            findings.add(LintCheck.LIST_HEADER, Place.start(list.csvFile()), String.join(",", SpecCodeList.COLUMNS));
            return;
        }
        if (rows.size() == 1) {
            findings.add(LintCheck.LIST_EMPTY, Place.start(list.csvFile()));
        }
        Pattern pattern = pattern(list.source());
        for (CsvRow row : rows.subList(1, rows.size())) {
            row(list, row, pattern);
        }
        table(list);
    }

    private void row(SpecCodeList list, CsvRow row, @Nullable Pattern pattern) {
        Place place = new Place(list.csvFile(), row.line(), 1);
        if (row.cells().size() != SpecCodeList.COLUMNS.size()) {
            findings.add(
                    LintCheck.LIST_COLUMNS,
                    place,
                    SpecCodeList.COLUMNS.size(),
                    row.cells().size());
            return;
        }
        for (String cell : row.cells()) {
            int control = cell.codePoints()
                    .filter(point -> point == '\t' || point == '\n' || point == '\r')
                    .findFirst()
                    .orElseGet(() -> TextCheck.control(cell));
            if (control >= 0) {
                findings.add(LintCheck.TEXT_CONTROL, place, TextCheck.hex(control));
            } else if (!cell.equals(cell.strip())) {
                findings.add(LintCheck.TEXT_BLANK, place, cell);
            }
        }
        String code = row.cell(0);
        if (code.isEmpty()) {
            findings.add(LintCheck.LIST_CELL, place, "code", "非空文本", "a text that is not blank");
        } else if (code.startsWith("x-")) {
            findings.add(LintCheck.LIST_OWN, place, code);
        } else if (pattern != null && !pattern.matcher(code).matches()) {
            findings.add(LintCheck.LIST_PATTERN, place, code, pattern.pattern());
        }
        if (row.cell(1).isEmpty()) {
            findings.add(LintCheck.LIST_CELL, place, "zh", "非空文本", "a text that is not blank");
        }
        if (row.cell(2).isEmpty() && list.rows().size() <= BIG) {
            findings.add(LintCheck.LIST_ENGLISH, place, BIG);
        }
        boolean dates = date(place, "validFrom", row.cell(4)) & date(place, "validTo", row.cell(5));
        if (dates
                && !row.cell(4).isEmpty()
                && !row.cell(5).isEmpty()
                && row.cell(4).compareTo(row.cell(5)) > 0) {
            findings.add(LintCheck.LIST_CELL, place, "validTo", "不早于 validFrom", "not before validFrom");
        }
    }

    private boolean date(Place place, String column, String text) {
        try {
            return text.isEmpty() || LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeParseException e) {
            findings.add(LintCheck.LIST_CELL, place, column, "日期 YYYY-MM-DD 或空", "a date YYYY-MM-DD, or empty");
            return false;
        }
    }

    private void table(SpecCodeList list) {
        List<CodeList.Entry> entries = list.list().entries();
        Map<String, List<Integer>> byCode = new HashMap<>();
        Map<String, String> parents = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            CodeList.Entry entry = entries.get(i);
            List<Integer> others = byCode.computeIfAbsent(entry.code(), key -> new ArrayList<>());
            for (int other : others) {
                overlap(list, i, other);
            }
            others.add(i);
            if (entry.parent() != null) {
                parents.putIfAbsent(entry.code(), entry.parent());
            }
        }
        Set<String> allowed = allowedParents(list, byCode.keySet());
        for (int i = 0; i < entries.size(); i++) {
            CodeList.Entry entry = entries.get(i);
            String parent = entry.parent();
            if (parent != null && !allowed.contains(parent)) {
                findings.add(LintCheck.LIST_PARENT, place(list, i), parent);
            } else if (isOwnAncestor(entry.code(), parents)) {
                findings.add(LintCheck.LIST_PARENT_CYCLE, place(list, i), entry.code());
            }
            for (String successor : entry.replacedBy()) {
                if (!byCode.containsKey(successor)) {
                    findings.add(LintCheck.LIST_SUCCESSOR, place(list, i), successor);
                }
            }
        }
    }

    /** The codes of the list itself, or of the one that {@code parentList} names. */
    private Set<String> allowedParents(SpecCodeList list, Set<String> own) {
        String name = list.source().text("parentList");
        if (name == null) {
            return own;
        }
        SpecCodeList other = spec.codeLists().get(name);
        if (other == null) {
            findings.add(LintCheck.CODE_LIST_UNKNOWN, list.source().placeOf("parentList"), name);
            return Set.of();
        }
        return other.list().entries().stream().map(CodeList.Entry::code).collect(Collectors.toUnmodifiableSet());
    }

    private void overlap(SpecCodeList list, int index, int other) {
        CodeList.Entry one = list.list().entries().get(index);
        CodeList.Entry two = list.list().entries().get(other);
        if (Objects.equals(one.validFrom(), two.validFrom())) {
            Object from = one.validFrom() == null ? "-" : one.validFrom();
            findings.add(LintCheck.LIST_DUPLICATE, place(list, index), one.code(), from);
        } else if (!endsBefore(one, two) && !endsBefore(two, one)) {
            findings.add(
                    LintCheck.LIST_OVERLAP,
                    place(list, index),
                    one.code(),
                    list.rows().get(other + 1).line());
        }
    }

    private static boolean endsBefore(CodeList.Entry one, CodeList.Entry two) {
        return one.validTo() != null && two.validFrom() != null && one.validTo().isBefore(two.validFrom());
    }

    private static boolean isOwnAncestor(String code, Map<String, String> parents) {
        Set<String> seen = new HashSet<>();
        String ancestor = parents.get(code);
        while (ancestor != null && seen.add(ancestor)) {
            if (ancestor.equals(code)) {
                return true;
            }
            ancestor = parents.get(ancestor);
        }
        return false;
    }

    private static Place place(SpecCodeList list, int entry) {
        return new Place(list.csvFile(), list.rows().get(entry + 1).line(), 1);
    }

    private @Nullable Pattern pattern(Json.Obj source) {
        String text = source.text("codePattern");
        if (text == null) {
            return null;
        }
        try {
            PatternSubset.parse(text);
            return Pattern.compile(text);
        } catch (PatternSubset.Fault e) {
            findings.add(LintCheck.PATTERN, source.placeOf("codePattern"), e.zh(), e.en());
            return null;
        }
    }
}
