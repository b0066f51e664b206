package org.tongcai.compiler.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.bundle.RuleIndex;
import org.tongcai.bundle.RuleLimit;
import org.tongcai.bundle.WordingGroup;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecRules;

/**
 * Compiles the rules of a spec: type-checks every expression against the schemas, holds the rules against their page
 * (spec/technical/rules.md) and brings them into the form of the bundle. One use.
 */
public final class RuleCompiler {
    private final Spec spec;
    private final SpecRules rules;
    private final Faults faults = new Faults();
    private final Schema schema;
    private final Forms forms;
    private final Slots slots;
    private final SortedMap<String, List<RuleDefinition>> compiled = new TreeMap<>();

    private RuleCompiler(Spec spec, SpecRules rules) {
        this.spec = spec;
        this.rules = rules;
        this.schema = new Schema(spec);
        this.forms = new Forms(spec, faults);
        this.slots = new Slots(spec, schema);
    }

    /** The rules of a spec whose schemas are sound. Faults are never exceptions. */
    public static CompiledRules compile(Spec spec) {
        return compile(spec, SpecRules.read(spec.root()));
    }

    /** The same with other rules than those of the directory, as a profile leaves them. */
    public static CompiledRules compile(Spec spec, SpecRules rules) {
        return new RuleCompiler(spec, rules).compile();
    }

    private CompiledRules compile() {
        rules.problems()
                .forEach(problem -> faults.add(
                        new RuleFault(problem.id(), problem.place(), org.tongcai.Severity.ERROR, problem.message())));
        FigureReader figures = new FigureReader(spec, forms, faults);
        Map<String, RuleLimit> limits = figures.limits(rules);
        Map<String, WordingGroup> wordings = figures.wordings(rules);
        Map<String, RuleHead> heads = new LinkedHashMap<>();
        Map<String, SourceText> texts = new HashMap<>();
        List<RuleIndex.Subject> subjects = new ArrayList<>();
        Set<String> retired = new HashSet<>();
        for (SpecRules.File file : rules.subjects()) {
            retired.addAll(file.source().texts("retired"));
        }
        for (SpecRules.File file : rules.subjects()) {
            subjects.add(subject(file, retired, heads, texts));
        }
        CaseReader cases = new CaseReader(spec.root(), forms, faults);
        cases.read(rules, heads.keySet());
        Map<String, String> limitTypes = new LinkedHashMap<>();
        limits.forEach((id, limit) -> limitTypes.put(id, limit.type()));
        CodeUse.Known known = new CodeUse.Known(spec, wordings.keySet());
        List<RuleIndex.Entry> index = new ArrayList<>();
        for (RuleHead head : new TreeMap<>(heads).values()) {
            cases.missing(head);
            replaced(head, heads.keySet());
            RuleDefinition.Example example = cases.example(head.id());
            SourceText text = texts.get(head.source().place().file());
            for (String document : head.appliesTo()) {
                RuleBody body = new RuleBody(head, document, schema, text, known, limitTypes, faults);
                RuleDefinition definition = body.check(example);
                compiled.computeIfAbsent(document, key -> new ArrayList<>()).add(definition);
                read(body, definition);
            }
            index.add(entry(head, example));
        }
        if (!heads.isEmpty()) {
            slots.readHeaders();
            slots.readEvents();
        }
        return new CompiledRules(
                compiled,
                new RuleIndex(subjects, index),
                slots.slots(),
                List.copyOf(limits.values()),
                List.copyOf(wordings.values()),
                faults.all());
    }

    private RuleIndex.Subject subject(
            SpecRules.File file, Set<String> retired, Map<String, RuleHead> heads, Map<String, SourceText> texts) {
        Json.Obj source = file.source();
        String subject = file.name().toUpperCase(Locale.ROOT);
        forms.members(source, Set.of("subject", "title", "rules", "retired"), List.of("title", "rules"));
        if (!source.text("subject", "").equals(subject) || !isSubject(file.name())) {
            faults.add(RuleCheck.FILE, source.placeOf("subject"), file.name() + ".json", subject);
        }
        Bilingual title = forms.bilingual(source, "title");
        texts.put(source.place().file(), new SourceText(file.text()));
        HeadReader reader = new HeadReader(schema, forms, faults);
        for (Json item : source.items("rules")) {
            RuleHead head = reader.read(subject, item instanceof Json.Obj rule ? rule : Json.Obj.empty(item.place()));
            if (retired.contains(head.id()) || heads.putIfAbsent(head.id(), head) != null) {
                faults.add(RuleCheck.ID_DUPLICATE, head.source().placeOf("id"), head.id());
            }
        }
        return new RuleIndex.Subject(subject, title);
    }

    /** The subjects of profiles are region codes: {@code 53}. */
    private boolean isSubject(String name) {
        return name.matches("[a-z]{2,16}")
                || name.matches("[0-9]{2,6}") && !spec.standard().profiles().isEmpty();
    }

    private void replaced(RuleHead head, Set<String> ids) {
        String replacedBy = head.replacedBy();
        if (replacedBy != null && (!ids.contains(replacedBy) || replacedBy.equals(head.id()))) {
            faults.add(RuleCheck.REPLACED, head.source().placeOf("replacedBy"), replacedBy);
        }
    }

    private void read(RuleBody body, RuleDefinition definition) {
        body.expressions().forEach(slots::read);
        definition.refs().forEach(slots::read);
    }

    private static RuleIndex.Entry entry(RuleHead head, RuleDefinition.@Nullable Example example) {
        Json.Obj source = head.source();
        return new RuleIndex.Entry(
                head.id(),
                head.subject(),
                head.title(),
                head.appliesTo(),
                head.stage(),
                head.severity(),
                head.confidence(),
                head.parameters(),
                texts(source.obj("each")),
                source.text("on"),
                source.text("when"),
                texts(source.obj("let")),
                source.text("assert", ""),
                source.text("target", ""),
                head.message(),
                head.fix(),
                head.citations(),
                head.from(),
                head.to(),
                head.replacedBy(),
                example);
    }

    private static Map<String, String> texts(Json.Obj source) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : source.members().keySet()) {
            texts.put(name, source.text(name, ""));
        }
        return texts;
    }
}
