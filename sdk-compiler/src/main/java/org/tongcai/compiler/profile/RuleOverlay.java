package org.tongcai.compiler.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Place;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecProfile;
import org.tongcai.compiler.spec.SpecRules;

/** Makes rules stricter: figures in their stricter direction, graver severities, limits of its own region; and adds rules of its own. */
final class RuleOverlay {
    private static final List<String> SEVERITIES = List.of("info", "warning", "error");

    private final SpecRules core;
    private final SpecProfile profile;
    private final Problems problems;
    private final Map<String, Json.Obj> changed = new HashMap<>();

    private final Spec spec;

    /** With the standard as this profile restricts it. */
    RuleOverlay(Spec spec, SpecRules core, SpecProfile profile, Problems problems) {
        this.spec = spec;
        this.core = core;
        this.profile = profile;
        this.problems = problems;
    }

    /** The rules of the standard as the profile leaves them, and its own. */
    SpecRules rules() {
        Json.Obj overlay = profile.source().obj("rules");
        Map<String, Json.Obj> known = known();
        overlay.members().forEach((id, value) -> {
            Json.Obj rule = known.get(id);
            if (rule == null) {
                problems.unknown(overlay.placeOf(id), "没有规则 " + id, "there is no rule " + id);
            } else if (value instanceof Json.Obj restriction) {
                changed.put(id, restricted(rule, restriction));
            }
        });
        List<SpecRules.File> subjects = new ArrayList<>();
        for (SpecRules.File file : core.subjects()) {
            subjects.add(changed(file));
        }
        List<Json> extensions = new ExtensionRules(spec, profile, problems).rules();
        for (SpecRules.File file : profile.rules()) {
            own(file);
            subjects.add(joined(file, extensions));
            extensions = List.of();
        }
        if (!extensions.isEmpty()) {
            subjects.add(ExtensionRules.file(profile, extensions));
        }
        List<SpecRules.File> cases = new ArrayList<>(core.cases());
        cases.addAll(profile.cases());
        return new SpecRules(core.root(), subjects, limits(), core.wordings(), cases, core.problems());
    }

    /** One subject is one file: the rules of extension fields stand behind those written out. */
    private static SpecRules.File joined(SpecRules.File file, List<Json> more) {
        List<Json> rules = new ArrayList<>(file.source().items("rules"));
        rules.addAll(more);
        Json.Arr all = new Json.Arr(file.source().placeOf("rules"), rules);
        return more.isEmpty() ? file : new SpecRules.File(file.name(), with(file.source(), "rules", all), file.text());
    }

    private Map<String, Json.Obj> known() {
        Map<String, Json.Obj> known = new HashMap<>();
        core.subjects()
                .forEach(file -> file.source().items("rules").forEach(item -> {
                    if (item instanceof Json.Obj rule) {
                        known.put(rule.text("id", ""), rule);
                    }
                }));
        return known;
    }

    private SpecRules.File changed(SpecRules.File file) {
        List<Json> rules = new ArrayList<>();
        boolean same = true;
        for (Json item : file.source().items("rules")) {
            Json.Obj other = item instanceof Json.Obj rule ? changed.get(rule.text("id", "")) : null;
            rules.add(other == null ? item : other);
            same &= other == null;
        }
        return same
                ? file
                : new SpecRules.File(
                        file.name(),
                        with(file.source(), "rules", new Json.Arr(file.source().placeOf("rules"), rules)),
                        file.text());
    }

    private Json.Obj restricted(Json.Obj rule, Json.Obj restriction) {
        Json.Obj result = rule;
        for (Map.Entry<String, Json> member : restriction.members().entrySet()) {
            Place place = restriction.placeOf(member.getKey());
            switch (member.getKey()) {
                case "parameters" -> result = parameters(result, restriction.obj("parameters"));
                case "severity" -> result = severity(result, restriction, place);
                case "source" -> result = with(result, "source", joined(restriction, result));
                case "confidence" -> result = confidence(result, restriction, place);
                default ->
                    problems.weaker(
                            place,
                            "规范不能改变规则的 " + member.getKey(),
                            "a profile cannot change " + member.getKey() + " of a rule");
            }
        }
        return result;
    }

    /** How sure a rule is rests on what was read; without a source of its own a profile has read no more than the standard. */
    private Json.Obj confidence(Json.Obj rule, Json.Obj restriction, Place place) {
        if (restriction.items("source").isEmpty()) {
            problems.form(place, "改变 confidence 须写明规范自己的来源", "another confidence needs a source of the profile itself");
            return rule;
        }
        return with(rule, "confidence", restriction.members().get("confidence"));
    }

    /** What the profile cites stands first. */
    private static Json joined(Json.Obj restriction, Json.Obj rule) {
        List<Json> all = new ArrayList<>(restriction.items("source"));
        all.addAll(rule.items("source"));
        return new Json.Arr(restriction.placeOf("source"), all);
    }

    private Json.Obj severity(Json.Obj rule, Json.Obj restriction, Place place) {
        String wanted = restriction.text("severity", "");
        String was = rule.text("severity", "");
        if (!SEVERITIES.contains(wanted)) {
            problems.form(place, "severity 应为其中之一：" + SEVERITIES, "severity should be one of " + SEVERITIES);
        } else if (SEVERITIES.indexOf(wanted) < SEVERITIES.indexOf(was)) {
            problems.weaker(
                    place,
                    "severity " + wanted + " 轻于标准的 " + was,
                    "severity " + wanted + " is milder than the " + was + " of the standard");
        } else {
            return with(rule, "severity", restriction.members().get("severity"));
        }
        return rule;
    }

    private Json.Obj parameters(Json.Obj rule, Json.Obj figures) {
        Map<String, Json> parameters =
                new LinkedHashMap<>(rule.obj("parameters").members());
        figures.members().forEach((name, value) -> {
            Json.Obj parameter = rule.obj("parameters").obj(name);
            Place place = figures.placeOf(name);
            if (!rule.obj("parameters").has(name)) {
                problems.unknown(place, "规则没有参数 " + name, "the rule has no parameter " + name);
            } else if (isStricter(parameter.get("value"), value, parameter.text("stricter", "fixed"), place, name)) {
                parameters.put(name, with(parameter, "value", value));
            }
        });
        return with(
                rule,
                "parameters",
                new Json.Obj(figures.place(), parameters, rule.obj("parameters").names()));
    }

    /** Whether a figure is at least as strict as the one it replaces; a problem where it is not. */
    private boolean isStricter(@Nullable Json was, Json wanted, String direction, Place place, String name) {
        BigDecimal old = number(was);
        BigDecimal now = number(wanted);
        if (old == null || now == null) {
            problems.form(place, name + " 应为数字", name + " should be a number");
            return false;
        }
        int compared = now.compareTo(old);
        boolean stricter = switch (direction) {
            case "higher" -> compared >= 0;
            case "lower" -> compared <= 0;
            default -> compared == 0;
        };
        if (!stricter) {
            problems.weaker(
                    place,
                    name + " " + now.toPlainString() + " 宽于标准的 " + old.toPlainString(),
                    name + " " + now.toPlainString() + " is laxer than the " + old.toPlainString()
                            + " of the standard");
        }
        return stricter;
    }

    private static @Nullable BigDecimal number(@Nullable Json value) {
        try {
            return value instanceof Json.Num number
                    ? new BigDecimal(number.literal())
                    : value instanceof Json.Text text ? new BigDecimal(text.value()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Own values of limits hold in the profile's regions only, and only on the stricter side of every value that held there before. */
    private Json.Obj limits() {
        Json.Obj overlay = profile.source().obj("limits");
        if (overlay.members().isEmpty()) {
            return core.limits();
        }
        List<Json> limits = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>(overlay.members().keySet());
        for (Json item : core.limits().items("limits")) {
            String id = item instanceof Json.Obj limit ? limit.text("id", "") : "";
            limits.add(left.remove(id) ? limit((Json.Obj) item, overlay.items(id)) : item);
        }
        left.forEach(id -> problems.unknown(overlay.placeOf(id), "没有限额 " + id, "there is no limit " + id));
        return with(core.limits(), "limits", new Json.Arr(core.limits().place(), limits));
    }

    private Json limit(Json.Obj limit, List<Json> own) {
        List<String> regions = profile.source().texts("regions");
        List<Json> values = new ArrayList<>(limit.items("values"));
        for (Json item : own) {
            if (!(item instanceof Json.Obj value)) {
                continue;
            }
            String region = value.text("region", "");
            if (regions.stream().noneMatch(region::startsWith)) {
                problems.namespace(
                        value.place(),
                        "限额的区划 " + region + " 不在规范的区划 " + regions + " 内",
                        "region " + region + " of the limit is not among those of the profile: " + regions);
                continue;
            }
            for (Json before : limit.items("values")) {
                if (before instanceof Json.Obj held && region.startsWith(held.text("region", ""))) {
                    Json figure = value.members().get("value");
                    if (figure != null
                            && overlap(held, value)
                            && !isStricter(
                                    held.get("value"),
                                    figure,
                                    limit.text("stricter", "fixed"),
                                    value.place(),
                                    "value")) {
                        break;
                    }
                }
            }
            values.add(value);
        }
        return with(limit, "values", new Json.Arr(limit.placeOf("values"), values));
    }

    /** ISO dates compare as texts. */
    private static boolean overlap(Json.Obj one, Json.Obj other) {
        return one.text("from", "").compareTo(other.text("to", "9999")) <= 0
                && other.text("from", "").compareTo(one.text("to", "9999")) <= 0;
    }

    private void own(SpecRules.File file) {
        String subject = file.source().text("subject", "");
        if (!subject.equals(SpecProfile.subject(profile.id()))) {
            problems.namespace(
                    file.source().placeOf("subject"),
                    "自有规则的主题应为 " + SpecProfile.subject(profile.id()),
                    "the subject of own rules should be " + SpecProfile.subject(profile.id()));
        }
    }

    /** The object with one member replaced or added. */
    static Json.Obj with(Json.Obj object, String name, Json value) {
        Map<String, Json> members = new LinkedHashMap<>(object.members());
        members.put(name, value);
        return new Json.Obj(object.place(), members, object.names());
    }
}
