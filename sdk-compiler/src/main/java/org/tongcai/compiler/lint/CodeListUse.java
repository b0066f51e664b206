package org.tongcai.compiler.lint;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Place;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCodeList;
import org.tongcai.compiler.spec.SpecCrosswalks;

/** A code list that nothing uses is a promise nobody can keep: no document could ever hold one of its codes. */
final class CodeListUse {
    /** Lists that identifiers are looked up in. */
    private static final Map<String, String> IDENTIFIERS = Map.of("regionCode", "region", "catalogueCode", "catalogue");

    private final Spec spec;
    private final SpecCrosswalks crosswalks;
    private final Findings findings;

    CodeListUse(Spec spec, SpecCrosswalks crosswalks, Findings findings) {
        this.spec = spec;
        this.crosswalks = crosswalks;
        this.findings = findings;
    }

    void check() {
        Set<String> used = new HashSet<>();
        spec.types().values().forEach(type -> bound(type.source(), used));
        for (SpecCodeList list : spec.codeLists().values()) {
            String parents = list.source().text("parentList");
            if (parents != null) {
                used.add(parents);
            }
        }
        crosswalks
                .crosswalks()
                .forEach(crosswalk -> crosswalk.tables().forEach(table -> {
                    if (table.codeList() != null) {
                        used.add(table.codeList());
                    }
                    table.rows().forEach(row -> row.targets().forEach(target -> used.add(target.codeList())));
                }));
        for (SpecCodeList list : spec.codeLists().values()) {
            if (!used.contains(list.id())) {
                findings.add(
                        LintCheck.LIST_UNUSED, Place.start(list.source().place().file()), list.id());
            }
        }
    }

    private static void bound(Json value, Set<String> used) {
        if (value instanceof Json.Obj object) {
            if (object.has("x-codeList")) {
                used.add(object.obj("x-codeList").text("id", ""));
            }
            String identifier = object.text("x-identifier");
            if (identifier != null) {
                used.add(IDENTIFIERS.getOrDefault(identifier, ""));
            }
            object.members().values().forEach(member -> bound(member, used));
        } else if (value instanceof Json.Arr array) {
            array.items().forEach(item -> bound(item, used));
        }
    }
}
