package org.tongcai.compiler.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongcai.bundle.CodeList;
import org.tongcai.compiler.spec.CsvRow;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.SpecCodeList;

/** Restricts one code list of the standard to some of its codes. */
final class CodeListOverlay {
    private final SpecCodeList list;
    private final Json.Obj overlay;
    private final Problems problems;

    CodeListOverlay(SpecCodeList list, Json.Obj overlay, Problems problems) {
        this.list = list;
        this.overlay = overlay;
        this.problems = problems;
    }

    /** The list without the codes that the profile does not allow. */
    SpecCodeList restricted() {
        overlay.members().keySet().stream()
                .filter(name -> !Set.of("only", "without", "source").contains(name))
                .forEach(name -> problems.weaker(
                        overlay.placeOf(name),
                        "代码表只能用 only 或 without 收窄，不能写 " + name,
                        "a code list is narrowed by only or without, not by " + name));
        Set<String> known =
                list.list().entries().stream().map(CodeList.Entry::code).collect(Collectors.toSet());
        Set<String> only = codes("only", known, true);
        Set<String> without = codes("without", known, false);
        Set<String> kept = new HashSet<>(overlay.has("only") ? only : known);
        kept.removeAll(without);
        if (kept.isEmpty()) {
            problems.form(overlay.place(), "没有剩下代码", "no code is left");
            return list;
        }
        CodeList core = list.list();
        List<CodeList.Entry> entries = core.entries().stream()
                .filter(entry -> kept.contains(entry.code()))
                .toList();
        List<CsvRow> rows = new ArrayList<>();
        for (int i = 0; i < list.rows().size(); i++) {
            if (i == 0 || kept.contains(list.rows().get(i).cell(0))) {
                rows.add(list.rows().get(i));
            }
        }
        CodeList narrowed = new CodeList(
                core.id(),
                core.title(),
                core.description(),
                core.status(),
                core.codes(),
                core.confidence(),
                core.edition(),
                core.sources(),
                // A code that the standard might yet turn out to have is none of those that the profile allows.
                overlay.has("only") ? CodeList.Coverage.COMPLETE : core.coverage(),
                entries);
        return new SpecCodeList(list.id(), list.source(), list.csvFile(), rows, narrowed);
    }

    private Set<String> codes(String member, Set<String> known, boolean adds) {
        Set<String> codes = new HashSet<>();
        for (Json item : overlay.items(member)) {
            if (item instanceof Json.Text code) {
                if (known.contains(code.value())) {
                    codes.add(code.value());
                } else if (adds) {
                    problems.weaker(
                            code.place(),
                            "代码表 " + list.id() + " 没有代码 " + code.value() + "，规范不能增加",
                            "code list " + list.id() + " has no code " + code.value() + "; a profile cannot add one");
                } else {
                    problems.unknown(
                            code.place(),
                            "代码表 " + list.id() + " 没有代码 " + code.value(),
                            "code list " + list.id() + " has no code " + code.value());
                }
            }
        }
        return codes;
    }
}
