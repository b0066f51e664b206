package org.tongcai.compiler.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.SpecRules;

/** Reads the cases of the rules: section 7 of the rules' page. They are run elsewhere. One use. */
final class CaseReader {
    private static final Pattern POINTER = Pattern.compile("(/([^/~]|~[01])*)*");
    private static final Set<String> MEMBERS =
            Set.of("rule", "expect", "title", "base", "patch", "with", "pointer", "message", "asOf");

    private final Path cases;
    private final Forms forms;
    private final Faults faults;
    private final Map<String, Json.Obj> failing = new HashMap<>();
    private final Map<String, Json.Obj> passing = new HashMap<>();

    CaseReader(Path root, Forms forms, Faults faults) {
        this.cases = root.resolve("cases");
        this.forms = forms;
        this.faults = faults;
    }

    /** Reads all cases; {@code rules} are the ids that there are. */
    void read(SpecRules spec, Set<String> rules) {
        for (SpecRules.File file : spec.cases()) {
            forms.members(file.source(), Set.of("cases"), List.of("cases"));
            for (Json item : file.source().items("cases")) {
                read(item instanceof Json.Obj object ? object : Json.Obj.empty(item.place()), rules);
            }
        }
    }

    private void read(Json.Obj source, Set<String> rules) {
        forms.members(source, MEMBERS, List.of("rule", "expect", "title", "base", "patch"));
        forms.bilingual(source, "title");
        String rule = source.text("rule", "");
        if (!rules.contains(rule) && source.has("rule")) {
            faults.add(RuleCheck.CASE_RULE, source.placeOf("rule"), rule);
        }
        String expect = forms.choice(source, "expect", List.of("pass", "fail"));
        base(source.get("base"));
        patch(source);
        if (source.get("with") instanceof Json.Arr with) {
            for (Json other : with.items()) {
                base(other instanceof Json.Obj object ? object.get("base") : other);
                if (other instanceof Json.Obj object) {
                    patch(object);
                }
            }
        } else if (source.has("with")) {
            faults.add(RuleCheck.CASE, source.placeOf("with"), "with 应为数组", "with should be a list");
        }
        if (source.has("asOf") && !isDay(source.text("asOf", ""))) {
            faults.add(RuleCheck.CASE, source.placeOf("asOf"), "asOf 应为 YYYY-MM-DD", "asOf should be YYYY-MM-DD");
        }
        if (expect.equals("fail")) {
            pointer(source, "pointer", source.text("pointer"));
            failing.putIfAbsent(rule, source);
        } else {
            passing.putIfAbsent(rule, source);
        }
    }

    private void base(@Nullable Json base) {
        String file = base instanceof Json.Text text ? text.value() : "";
        Path path = cases.resolve(file).normalize();
        if (base != null && (!path.startsWith(cases.normalize()) || !Files.isRegularFile(path))) {
            faults.add(RuleCheck.CASE_BASE, base.place(), file);
        }
    }

    private void patch(Json.Obj source) {
        if (source.has("patch") && !(source.get("patch") instanceof Json.Arr)) {
            faults.add(RuleCheck.CASE, source.placeOf("patch"), "patch 应为数组", "patch should be a list");
        }
        for (Json item : source.items("patch")) {
            Json.Obj operation = item instanceof Json.Obj object ? object : Json.Obj.empty(item.place());
            String op = operation.text("op", "");
            pointer(operation, "path", operation.text("path"));
            if (op.equals("copy") || op.equals("move")) {
                pointer(operation, "from", operation.text("from"));
            } else if (!op.equals("remove") && !operation.has("value")) {
                faults.add(RuleCheck.CASE, operation.place(), op + " 须有 value", op + " needs a value");
            }
            if (!Set.of("add", "remove", "replace", "copy").contains(op)) {
                faults.add(RuleCheck.CASE, operation.place(), "没有操作 " + op, "there is no operation " + op);
            }
        }
    }

    private void pointer(Json.Obj source, String member, @Nullable String pointer) {
        if (pointer == null || !POINTER.matcher(pointer).matches()) {
            faults.add(RuleCheck.CASE_POINTER, source.placeOf(member), member + ": " + pointer);
        }
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Says so where a rule has no case that passes or none that fails. */
    void missing(RuleHead rule) {
        if (!passing.containsKey(rule.id())) {
            faults.add(RuleCheck.CASE_MISSING, rule.source().placeOf("id"), rule.id(), "合规的一例", "one that passes");
        }
        if (!failing.containsKey(rule.id())) {
            faults.add(RuleCheck.CASE_MISSING, rule.source().placeOf("id"), rule.id(), "违反的一例", "one that fails");
        }
    }

    /** How a document breaks the rule and keeps it; null where a case is missing, or holds what a bundle cannot. */
    RuleDefinition.@Nullable Example example(String rule) {
        Json.Obj fail = failing.get(rule);
        Json.Obj pass = passing.get(rule);
        if (fail == null || pass == null) {
            return null;
        }
        try {
            return new RuleDefinition.Example(
                    fail.text("pointer", ""),
                    plain(fail.items("patch")),
                    plain(pass.items("patch")),
                    fail.text("message"));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<Object> plain(List<Json> items) {
        List<Object> plain = new ArrayList<>();
        items.forEach(item -> plain.add(plain(item)));
        return plain;
    }

    private static Object plain(Json json) {
        if (json instanceof Json.Obj object) {
            Map<String, Object> members = new LinkedHashMap<>();
            object.members().forEach((name, value) -> members.put(name, plain(value)));
            return members;
        } else if (json instanceof Json.Arr array) {
            return plain(array.items());
        } else if (json instanceof Json.Text text) {
            return text.value();
        } else if (json instanceof Json.Flag flag) {
            return flag.value();
        } else if (json instanceof Json.Num number && number.whole() != null) {
            return number.whole();
        }
        throw new IllegalArgumentException("neither nulls nor fractions stand in a bundle");
    }
}
