package org.tongcai.compiler.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tongcai.Bilingual;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Place;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCodeList;
import org.tongcai.compiler.spec.SpecProfile;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecRules;
import org.tongcai.compiler.spec.SpecType;

/**
 * The extension fields of a profile, as rules: what its namespace may hold on which documents, and which of it must be there. Documents
 * carry them in {@code extensions}; the schemas stay as they are.
 */
final class ExtensionRules {
    private static final Set<String> MEMBERS = Set.of(
            "name",
            "rule",
            "on",
            "title",
            "description",
            "category",
            "critical",
            "required",
            "value",
            "source",
            "confidence",
            "effective");

    private final Spec spec;
    private final SpecProfile profile;
    private final Problems problems;
    private final List<Json> rules = new ArrayList<>();

    ExtensionRules(Spec spec, SpecProfile profile, Problems problems) {
        this.spec = spec;
        this.profile = profile;
        this.problems = problems;
    }

    /** The rules of all extension fields: those about their values. */
    List<Json> rules() {
        Set<String> names = new LinkedHashSet<>();
        for (Json item : profile.source().items("extensions")) {
            if (item instanceof Json.Obj extension && isSound(extension, names)) {
                rules.add(value(extension));
                if (extension.flag("required")) {
                    rules.add(required(extension));
                }
            }
        }
        return rules;
    }

    private boolean isSound(Json.Obj extension, Set<String> names) {
        extension.members().keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(
                        name -> problems.form(extension.placeOf(name), "此处不允许 " + name, name + " is not allowed here"));
        String name = extension.text("name", "");
        if (!name.matches("[a-z][a-zA-Z0-9]{0,63}") || !names.add(name)) {
            problems.form(extension.placeOf("name"), "名称应为小驼峰且不重复", "the name should be lower camel case and unique");
            return false;
        }
        if (!(extension.get("critical") instanceof Json.Flag) || !extension.has("category")) {
            problems.form(
                    extension.place(),
                    "扩展项须写明 category 和 critical",
                    "an extension states its category and whether it is critical");
            return false;
        }
        if (extension.items("rule").size() != (extension.flag("required") ? 2 : 1)) {
            problems.form(
                    extension.placeOf("rule"),
                    "rule 应为取值规则的编号，必填的另加一个",
                    "rule should hold the id of the rule about the value, and a second one where it is required");
            return false;
        }
        if (extension.texts("on").isEmpty()) {
            problems.form(
                    extension.placeOf("on"),
                    "on 应写明哪些单据类型可以有该扩展项",
                    "on should name the document types that may have the extension");
            return false;
        }
        for (String document : extension.texts("on")) {
            SpecType type = spec.documentTypes().stream()
                    .filter(candidate -> candidate.documentName().equals(document))
                    .findFirst()
                    .orElse(null);
            SpecProperty property = type == null ? null : type.property("extensions");
            if (property == null) {
                problems.unknown(
                        extension.placeOf("on"),
                        "没有可以扩展的单据类型 " + document,
                        "there is no document type " + document + " with extensions");
                return false;
            }
        }
        return true;
    }

    private Json value(Json.Obj extension) {
        String name = extension.text("name", "");
        Json.Obj value = extension.obj("value");
        String list = value.text("codeList");
        String test;
        Bilingual expected;
        if (list != null) {
            SpecCodeList codes = profile.codeLists().get(list);
            if (codes == null && !spec.codeLists().containsKey(list)) {
                problems.unknown(value.placeOf("codeList"), "没有代码表 " + list, "there is no code list " + list);
            }
            test = "inList(extension.value, '" + list + "')";
            Bilingual title =
                    codes == null ? new Bilingual(list, list) : codes.list().title();
            expected = new Bilingual("代码表“" + title.zh() + "”中的代码", "a code of the list " + title.en());
        } else if (value.flag("flag")) {
            test = "extension.value in ['true', 'false']";
            expected = new Bilingual("true 或 false", "true or false");
        } else {
            long most = value.whole("maxLength", 200);
            test = "size(extension.value) <= " + most;
            expected = new Bilingual("至多 " + most + " 个字符的文本", "a text of at most " + most + " characters");
        }
        boolean critical = extension.flag("critical");
        String category = extension.text("category", "");
        Bilingual title = bilingual(extension, "title");
        Map<String, Json> rule = head(extension, 0, title);
        Place place = extension.place();
        rule.put("each", object(place, Map.of("extension", text(place, "doc.extensions"))));
        rule.put(
                "when",
                text(place, "extension.namespace == '" + profile.id() + "' && extension.name == '" + name + "'"));
        rule.put(
                "assert",
                text(
                        place,
                        "has(extension.value) && " + test + " && extension.category == '" + category + "' && "
                                + (critical ? "" : "!") + "extension.critical"));
        rule.put("target", text(place, "extension"));
        String flag = critical ? "关键" : "非关键";
        rule.put(
                "message",
                both(
                        place,
                        "扩展项“" + title.zh() + "”应为" + flag + "的" + expected.zh() + "，类别 " + category,
                        "extension \"" + title.en() + "\" should hold " + expected.en() + ", category " + category
                                + (critical ? ", critical" : ", not critical")));
        rule.put("fix", both(place, "按规范填写该扩展项", "fill in the extension as the profile says"));
        return object(place, rule);
    }

    private Json required(Json.Obj extension) {
        String name = extension.text("name", "");
        Bilingual title = bilingual(extension, "title");
        Place place = extension.place();
        Map<String, Json> rule = head(extension, 1, new Bilingual("必须填写" + title.zh(), title.en() + " is required"));
        rule.put(
                "assert",
                text(
                        place,
                        "has(doc.extensions) && doc.extensions.exists(e, e.namespace == '" + profile.id()
                                + "' && e.name == '" + name + "')"));
        rule.put("target", text(place, "doc"));
        rule.put(
                "message",
                both(
                        place,
                        "缺少扩展项 " + profile.id() + "/" + name + "（" + title.zh() + "）",
                        "extension " + profile.id() + "/" + name + " (" + title.en() + ") is missing"));
        rule.put("fix", both(place, "在 extensions 中补充该扩展项", "add it to extensions"));
        return object(place, rule);
    }

    private Map<String, Json> head(Json.Obj extension, int number, Bilingual title) {
        Place place = extension.place();
        Map<String, Json> rule = new LinkedHashMap<>();
        rule.put("id", extension.items("rule").get(number));
        rule.put("title", both(place, title.zh(), title.en()));
        rule.put("appliesTo", new Json.Arr(place, extension.items("on")));
        rule.put("stage", text(place, "rules"));
        rule.put("severity", text(place, extension.text("confidence", "").equals("found") ? "error" : "warning"));
        rule.put("confidence", text(place, extension.text("confidence", "proposed")));
        rule.put("source", new Json.Arr(place, extension.items("source")));
        rule.put("effective", extension.obj("effective"));
        return rule;
    }

    private static Bilingual bilingual(Json.Obj object, String member) {
        return new Bilingual(
                object.obj(member).text("zh", ""), object.obj(member).text("en", ""));
    }

    private static Json both(Place place, String zh, String en) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("zh", text(place, zh));
        members.put("en", text(place, en));
        return object(place, members);
    }

    private static Json.Text text(Place place, String value) {
        return new Json.Text(place, value);
    }

    private static Json.Obj object(Place place, Map<String, ? extends Json> members) {
        return new Json.Obj(place, new LinkedHashMap<>(members), Map.of());
    }

    /** The file of rules that they make, so that they are compiled like all others. */
    static SpecRules.File file(SpecProfile profile, List<Json> rules) {
        Place place = profile.source().place();
        String subject = SpecProfile.subject(profile.id());
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("subject", text(place, subject));
        members.put("title", both(place, profile.title().zh(), profile.title().en()));
        members.put("rules", new Json.Arr(place, rules));
        return new SpecRules.File(subject.toLowerCase(Locale.ROOT), object(place, members), "");
    }
}
