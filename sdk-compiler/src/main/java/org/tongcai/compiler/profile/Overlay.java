package org.tongcai.compiler.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Manifest;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCodeList;
import org.tongcai.compiler.spec.SpecProfile;
import org.tongcai.compiler.spec.SpecSource;
import org.tongcai.compiler.spec.SpecType;

/** Lays one profile over the standard, or over the standard with the profiles that it builds on. */
final class Overlay {
    /** Also the pattern of {@code header.profile} and of namespaces of extensions. */
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private static final Pattern VERSION = Pattern.compile("(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)");
    private static final Set<String> MEMBERS = Set.of(
            "id",
            "version",
            "title",
            "description",
            "owner",
            "extends",
            "editions",
            "regions",
            "sources",
            "types",
            "codeLists",
            "limits",
            "rules",
            "extensions");

    private final Spec core;
    private final SpecProfile profile;
    private final Problems problems;

    Overlay(Spec core, SpecProfile profile, Problems problems) {
        this.core = core;
        this.profile = profile;
        this.problems = problems;
    }

    /** The restricted standard; without meaning where problems were found. */
    Spec spec() {
        profile.problems().forEach(problems::add);
        head();
        Map<String, SpecSource> sources = new LinkedHashMap<>(core.sources());
        profile.sources().forEach((id, source) -> {
            if (!id.startsWith(profile.id().toUpperCase(Locale.ROOT) + "-")
                    || source.document().isEmpty()) {
                problems.namespace(
                        source.source().place(),
                        "来源编号须以 " + profile.id().toUpperCase(Locale.ROOT) + "- 开头并写明文件名",
                        "ids of sources begin with the profile's id in capitals, and name a document");
            }
            sources.put(id, source);
        });
        List<Manifest.ProfileEntry> profiles = new ArrayList<>(core.standard().profiles());
        profiles.add(new Manifest.ProfileEntry(profile.id(), profile.version(), profile.title()));
        return core.with(core.standard().withProfiles(profiles), types(), codeLists(), sources);
    }

    private void head() {
        Json.Obj source = profile.source();
        source.members().keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> problems.form(source.placeOf(name), "此处不允许 " + name, name + " is not allowed here"));
        if (!ID.matcher(profile.id()).matches()
                || !profile.id().equals(String.valueOf(profile.root().getFileName()))) {
            problems.form(
                    source.placeOf("id"),
                    "id 应为小写英文、数字和连字符，并与目录名相同",
                    "id should be of small letters, digits and hyphens, and the name of the directory");
        }
        if (!VERSION.matcher(profile.version()).matches()) {
            problems.form(source.placeOf("version"), "version 应为主.次.修订", "version should be major.minor.patch");
        }
        bilingual("title");
        bilingual("description");
        bilingual("owner");
        if (!profile.editions().contains(core.standard().edition())) {
            problems.base(
                    source.placeOf("editions"),
                    "规范不接受标准版次 " + core.standard().edition() + "，只接受 " + profile.editions(),
                    "the profile does not accept edition " + core.standard().edition() + ", only "
                            + profile.editions());
        }
    }

    private void bilingual(String member) {
        Bilingual text = new Bilingual(
                profile.source().obj(member).text("zh", ""),
                profile.source().obj(member).text("en", ""));
        if (text.zh().isEmpty() || text.en().isEmpty()) {
            problems.form(profile.source().placeOf(member), member + " 须有中英文", member + " needs both languages");
        }
    }

    private Map<String, SpecType> types() {
        Map<String, SpecType> types = new LinkedHashMap<>(core.types());
        Json.Obj overlays = profile.source().obj("types");
        overlays.members().forEach((name, value) -> {
            SpecType type = core.types().get(name);
            if (type == null) {
                problems.namespace(
                        overlays.placeOf(name),
                        "标准没有类型 " + name + "；规范不能增加类型",
                        "the standard has no type " + name + "; a profile cannot add one");
            } else if (value instanceof Json.Obj overlay) {
                types.put(name, type.with(new TypeOverlay(type, overlay, problems).restricted()));
            }
        });
        return types;
    }

    private Map<String, SpecCodeList> codeLists() {
        Map<String, SpecCodeList> lists = new LinkedHashMap<>(core.codeLists());
        Json.Obj overlays = profile.source().obj("codeLists");
        overlays.members().forEach((id, value) -> {
            SpecCodeList list = core.codeLists().get(id);
            if (list == null) {
                problems.unknown(overlays.placeOf(id), "没有代码表 " + id, "there is no code list " + id);
            } else if (value instanceof Json.Obj overlay) {
                lists.put(id, new CodeListOverlay(list, overlay, problems).restricted());
            }
        });
        profile.codeLists().forEach((id, list) -> {
            if (!id.startsWith(profile.id() + "-")) {
                problems.namespace(
                        list.source().place(),
                        "自有代码表的编号须以 " + profile.id() + "- 开头：" + id,
                        "ids of own code lists begin with " + profile.id() + "-: " + id);
            } else if (!id.equals(list.source().text("id", ""))
                    || list.list().entries().isEmpty()) {
                problems.form(
                        list.source().place(),
                        "代码表 " + id + " 没有代码，或 id 与文件名不同",
                        "code list " + id + " has no codes, or another id than its file");
            }
            lists.put(id, list);
        });
        return lists;
    }
}
