package org.tongcai.compiler.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcai.bundle.RuleLimit;
import org.tongcai.bundle.WordingGroup;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCodeList;
import org.tongcai.compiler.spec.SpecRules;

/** Reads {@code limits.json} and {@code wordings.json}. */
final class FigureReader {
    private static final String REGIONS = "region";

    private final Spec spec;
    private final Forms forms;
    private final Faults faults;

    FigureReader(Spec spec, Forms forms, Faults faults) {
        this.spec = spec;
        this.forms = forms;
        this.faults = faults;
    }

    /** Limits by id, in the order of the file. */
    Map<String, RuleLimit> limits(SpecRules rules) {
        Map<String, RuleLimit> limits = new LinkedHashMap<>();
        for (Json item : rules.limits().items("limits")) {
            Json.Obj source = item instanceof Json.Obj object ? object : Json.Obj.empty(item.place());
            forms.members(
                    source,
                    Set.of("id", "type", "unit", "stricter", "title", "description", "values"),
                    List.of("id", "type", "stricter", "title", "values"));
            String id = source.text("id", "");
            String type = forms.choice(source, "type", List.of(RuleType.DECIMAL, RuleType.INT));
            RuleLimit limit = new RuleLimit(
                    id,
                    type,
                    source.text("unit"),
                    forms.choice(source, "stricter", Forms.STRICTER),
                    forms.bilingual(source, "title"),
                    forms.bilingual(source, "description"),
                    values(id, type, source));
            if (!Forms.NAME.matcher(id).matches() || limits.putIfAbsent(id, limit) != null) {
                faults.add(
                        RuleCheck.LIMIT,
                        source.placeOf("id"),
                        id,
                        "id 应为小驼峰且不重复",
                        "the id should be lower camel case and unique");
            }
        }
        return limits;
    }

    private List<RuleLimit.Value> values(String id, String type, Json.Obj limit) {
        List<RuleLimit.Value> values = new ArrayList<>();
        if (limit.items("values").isEmpty()) {
            faults.add(RuleCheck.LIMIT, limit.placeOf("values"), id, "没有取值", "there is no value");
        }
        for (Json item : limit.items("values")) {
            Json.Obj source = item instanceof Json.Obj object ? object : Json.Obj.empty(item.place());
            forms.members(
                    source,
                    Set.of("value", "region", "from", "to", "source", "confidence"),
                    List.of("value", "region", "from", "source", "confidence"));
            String region = source.text("region", "");
            if (!isRegion(region)) {
                faults.add(RuleCheck.LIMIT_REGION, source.placeOf("region"), region);
            }
            if (!type.equals(Forms.numberType(source.get("value")))) {
                faults.add(
                        RuleCheck.LIMIT,
                        source.placeOf("value"),
                        id,
                        "value 应为" + (type.equals(RuleType.INT) ? "整数" : "写成字符串的小数"),
                        "value should be " + (type.equals(RuleType.INT) ? "a whole number" : "a decimal as a string"));
            }
            LocalDate from = forms.day(source, "from");
            LocalDate to = forms.day(source, "to");
            forms.order(source.place(), from, to);
            RuleLimit.Value value = new RuleLimit.Value(
                    Forms.number(source.get("value")),
                    region,
                    from,
                    to,
                    forms.citations(source, false),
                    forms.choice(source, "confidence", Forms.CONFIDENCE));
            if (values.stream().anyMatch(other -> other.region().equals(region) && overlap(other, value))) {
                faults.add(RuleCheck.LIMIT_OVERLAP, source.place(), id, region);
            }
            values.add(value);
        }
        return values;
    }

    private static boolean overlap(RuleLimit.Value one, RuleLimit.Value other) {
        return before(one.from(), other.to()) && before(other.from(), one.to());
    }

    private static boolean before(
            @org.jspecify.annotations.Nullable LocalDate from, @org.jspecify.annotations.Nullable LocalDate to) {
        return from == null || to == null || !from.isAfter(to);
    }

    private boolean isRegion(String prefix) {
        SpecCodeList regions = spec.codeLists().get(REGIONS);
        return prefix.isEmpty()
                || regions != null
                        && regions.list().entries().stream()
                                .anyMatch(entry -> entry.code().startsWith(prefix));
    }

    /** Groups by id, in the order of the file. */
    Map<String, WordingGroup> wordings(SpecRules rules) {
        Map<String, WordingGroup> groups = new LinkedHashMap<>();
        for (Json item : rules.wordings().items("groups")) {
            Json.Obj source = item instanceof Json.Obj object ? object : Json.Obj.empty(item.place());
            forms.members(
                    source,
                    Set.of("id", "title", "words", "exceptions", "source", "confidence", "note"),
                    List.of("id", "title", "words", "source", "confidence"));
            String id = source.text("id", "");
            List<String> words = source.texts("words");
            WordingGroup group = new WordingGroup(
                    id,
                    forms.bilingual(source, "title"),
                    words,
                    source.texts("exceptions"),
                    forms.citations(source, false),
                    forms.choice(source, "confidence", Forms.CONFIDENCE));
            if (words.isEmpty()
                    || Set.copyOf(words).size() != words.size()
                    || words.stream().anyMatch(String::isBlank)) {
                faults.add(
                        RuleCheck.WORDING,
                        source.placeOf("words"),
                        id,
                        "words 应为不重复的非空文本",
                        "words should be texts, none empty, none twice");
            }
            if (!id.matches("[A-Z][A-Z0-9-]{0,15}") || groups.putIfAbsent(id, group) != null) {
                faults.add(
                        RuleCheck.WORDING,
                        source.placeOf("id"),
                        id,
                        "id 应为大写字母和数字且不重复",
                        "the id should be capitals and digits, and unique");
            }
        }
        return groups;
    }
}
