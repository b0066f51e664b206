package org.tongcai.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.Layer;
import org.tongcai.MissingReferences;
import org.tongcai.Severity;
import org.tongcai.Skipped;
import org.tongcai.ValidationOptions;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.rule.Judgement;
import org.tongcai.rule.Resolver;
import org.tongcai.rule.RuleSet;
import org.tongcai.rule.Sink;

/** Judges the document of a run by the rules of its type and turns what they say into findings. Reused, not thread-safe. */
final class Ruling implements Sink {
    private static final Bilingual NOT_ASKED = new Bilingual("校验选项未要求", "the options of the validation leave it out");
    private static final Bilingual UNREADABLE = new Bilingual("文档读不到底", "the document cannot be read to its end");

    private static final Map<Layer, Skipped> LEFT_OUT = all(NOT_ASKED);
    private static final Map<Layer, Skipped> NOT_READ = all(UNREADABLE);

    private final Run run;
    private final Judgement judgement = new Judgement();
    private final List<Skipped> skipped = new ArrayList<>();
    private Function<String, Bilingual> titles = Plan::both;
    private @Nullable Plan root;
    private boolean open;

    Ruling(Run run) {
        this.run = run;
    }

    private static Map<Layer, Skipped> all(Bilingual reason) {
        Map<Layer, Skipped> made = new EnumMap<>(Layer.class);
        for (Layer layer : ValidationOptions.DEFAULT.stages()) {
            made.put(layer, layer(layer, reason));
        }
        return made;
    }

    private static Skipped layer(Layer layer, Bilingual reason) {
        return new Skipped(Skipped.Kind.SKIPPED, layer, null, null, reason);
    }

    void begin() {
        skipped.clear();
        open = false;
    }

    /**
     * Judges what the run has noted.
     *
     * @param plan the plan of the document's type, by which places are found again
     * @param titlesOfTypes document type → its title
     */
    void judge(RuleSet rules, Plan plan, Function<String, Bilingual> titlesOfTypes) {
        ValidationOptions options = run.options();
        root = plan;
        titles = titlesOfTypes;
        Set<Layer> stages = options.stages();
        judgement
                .asOf(options.asOf())
                .stages(stages)
                .resolver(options.resolver())
                .missing(
                        options.missingReferences() == MissingReferences.ERROR
                                ? Judgement.Missing.REPORT
                                : Judgement.Missing.SKIP);
        try {
            rules.judge(run.facts, judgement, this);
            Resolver others = options.resolver();
            // A rival has other content, and only bytes can tell: the resolver knows documents by digests of these.
            if (others != null && stages.contains(Layer.REFERENCES) && !run.isModel()) {
                Bilingual where = others.rival(run.facts, run.slice());
                if (where != null) {
                    duplicate(where);
                }
            }
        } finally {
            judgement.resolver(null);
        }
        leaveOut(rules, stages, LEFT_OUT);
    }

    /** Notes that nothing was judged: the document cannot be read to its end. */
    void unreadable(RuleSet rules) {
        leaveOut(rules, Set.of(), NOT_READ);
    }

    /** Notes that nothing was judged: nobody asked. */
    void notAsked(RuleSet rules) {
        leaveOut(rules, Set.of(), LEFT_OUT);
    }

    private void leaveOut(RuleSet rules, Set<Layer> judged, Map<Layer, Skipped> why) {
        for (Layer layer : rules.layers()) {
            Skipped left = why.get(layer);
            if (left != null && !judged.contains(layer)) {
                skipped.add(left);
            }
        }
    }

    /** What was not judged. */
    List<Skipped> skipped() {
        return skipped.isEmpty() ? List.of() : List.copyOf(skipped);
    }

    /** Whether a rule of severity error could not be decided. */
    boolean isOpen() {
        return open;
    }

    @Override
    public void fails(RuleDefinition rule, String pointer, Bilingual message, Bilingual fix) {
        if (run.findings.keeps(rule.id(), rule.severity())) {
            run.findings.add(
                    rule.id(),
                    rule.title(),
                    rule.stage(),
                    rule.severity(),
                    locate(pointer),
                    message,
                    rule.citations().isEmpty() ? null : rule.citations().get(0),
                    fix.zh().isEmpty() ? null : fix);
        }
    }

    @Override
    public void undetermined(RuleDefinition rule, Bilingual reason) {
        open |= rule.severity() == Severity.ERROR;
        skipped.add(new Skipped(Skipped.Kind.UNDETERMINED, rule.stage(), rule.id(), rule.title(), reason));
    }

    @Override
    public void skipped(RuleDefinition rule, Bilingual reason) {
        skipped.add(new Skipped(Skipped.Kind.SKIPPED, rule.stage(), rule.id(), rule.title(), reason));
    }

    @Override
    public void skipped(Layer layer, Bilingual reason) {
        skipped.add(layer(layer, reason));
    }

    @Override
    public void notFound(String pointer, String documentType, String documentId, @Nullable String platformCode) {
        if (run.keeps(Check.REFERENCE_NOT_FOUND)) {
            Locator.Spot spot = locate(pointer);
            run.findings.add(
                    Check.REFERENCE_NOT_FOUND,
                    Severity.ERROR,
                    spot.pointer(),
                    spot.title(),
                    spot.position(),
                    spot.value(),
                    run.own(null),
                    titles.apply(documentType),
                    Plan.both(Plan.cut(documentId)));
        }
    }

    /** Reports that there is another document with the identity of this one. */
    private void duplicate(Bilingual where) {
        if (run.keeps(Check.REFERENCE_DUPLICATE)) {
            Locator.Spot spot = locate("/header/documentId");
            run.findings.add(
                    Check.REFERENCE_DUPLICATE,
                    Severity.ERROR,
                    spot.pointer(),
                    spot.title(),
                    spot.position(),
                    spot.value(),
                    run.own(null),
                    where);
        }
    }

    private Locator.Spot locate(String pointer) {
        if (root == null) {
            throw new IllegalStateException("no document is being judged");
        }
        return Locator.find(run, root, pointer);
    }
}
