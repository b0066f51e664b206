package org.tongcai.compiler.lint;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.tongcai.compiler.rules.CompiledRules;
import org.tongcai.compiler.rules.RuleCompiler;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCrosswalks;
import org.tongcai.compiler.spec.SpecProblem;
import org.tongcai.compiler.spec.SpecReader;
import org.tongcai.compiler.spec.SpecService;
import org.tongcai.compiler.spec.SpecType;

/** Holds a spec against the dialect (spec/technical/dialect.md). Stateless and thread-safe. */
public final class Linter {
    private Linter() {}

    /** All faults of a spec directory, by file and position; empty for a clean one. */
    public static List<LintFinding> lint(Path spec) {
        return lint(SpecReader.read(spec));
    }

    /** All faults of a spec as read. */
    public static List<LintFinding> lint(Spec spec) {
        return lint(spec, () -> RuleCompiler.compile(spec));
    }

    /**
     * All faults of a spec as read.
     *
     * @param rules compiles its rules; asked only where the schemas are sound, since rules are checked against them
     */
    public static List<LintFinding> lint(Spec spec, Supplier<CompiledRules> rules) {
        Findings findings = new Findings();
        for (SpecProblem problem : spec.problems()) {
            findings.add(problem);
        }
        TextCheck texts = new TextCheck(findings);
        texts.check(spec.standard().source());
        KeywordCheck keywords = new KeywordCheck(findings);
        TypeCheck types = new TypeCheck(spec, findings);
        ConditionCheck conditions = new ConditionCheck(spec, findings);
        for (SpecType type : spec.types().values()) {
            Json.Obj source = type.source();
            texts.check(source);
            keywords.check(type);
            types.check(type);
            conditions.check(type);
        }
        types.checkCycles();
        types.checkUse();
        new DocumentCheck(spec, findings).check();
        new TermCheck(spec, findings).check();
        CodeListCheck codeLists = new CodeListCheck(spec, findings);
        spec.codeLists().values().forEach(list -> {
            texts.check(list.source());
            codeLists.check(list);
        });
        new StandardCheck(spec, findings).check();
        new LayoutCheck(spec, findings).check();
        SpecCrosswalks crosswalks = SpecCrosswalks.read(spec.root());
        crosswalks.problems().forEach(findings::add);
        new CrosswalkCheck(spec, crosswalks, findings).check();
        new CodeListUse(spec, crosswalks, findings).check();
        spec.lifecycles().values().forEach(lifecycle -> texts.check(lifecycle.source()));
        new CoverageCheck(spec, findings).check();
        SpecService service = SpecService.read(spec.root());
        service.problems().forEach(findings::add);
        new ServiceCheck(spec, service, findings).check();
        Map<String, Set<String>> applies = new HashMap<>();
        if (!findings.hasErrors()) {
            CompiledRules compiled = rules.get();
            compiled.faults().forEach(findings::add);
            compiled.index().rules().forEach(rule -> applies.put(rule.id(), Set.copyOf(rule.appliesTo())));
        }
        new LifecycleRules(spec, applies, findings).check();
        // Examples are judged by the derived schemas, which exist only for a spec that is otherwise sound.
        if (!findings.hasErrors()) {
            new ExampleCheck(spec, findings).check();
        }
        return findings.sorted();
    }
}
