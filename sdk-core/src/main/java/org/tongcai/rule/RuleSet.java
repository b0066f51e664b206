package org.tongcai.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tongcai.Layer;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.RuleDefinition;

/** The rules of one document type, compiled. Immutable and thread-safe. */
public final class RuleSet {
    private final String documentType;
    private final Identity.Header header;
    private final CompiledRule[] alone;
    private final CompiledRule[] references;
    private final Set<Layer> layers;
    private final int variables;
    /** Never changed once the rules are compiled. */
    private final BitSet readAlone;

    private RuleSet(String documentType, List<RuleDefinition> rules, Tables tables) {
        this.documentType = documentType;
        Fields fields = tables.fields();
        Identity identity = tables.identity();
        String struct = identity.struct(documentType);
        BitSet read = new BitSet();
        Fields noting = fields.noting(read);
        this.header = new Identity.Header(noting, struct);
        Expressions lonely = new Expressions(noting, tables);
        Expressions expressions = new Expressions(fields, tables);
        List<CompiledRule> own = new ArrayList<>();
        List<CompiledRule> others = new ArrayList<>();
        int most = 0;
        Set<Layer> found = EnumSet.noneOf(Layer.class);
        for (RuleDefinition rule : rules) {
            boolean other = rule.stage() == Layer.REFERENCES;
            CompiledRule compiled = new CompiledRule(
                    rule, other ? expressions : lonely, other ? fields : noting, identity, tables, struct);
            (other ? others : own).add(compiled);
            found.add(rule.stage());
            most = Math.max(most, compiled.variables());
        }
        this.alone = own.toArray(new CompiledRule[0]);
        this.references = others.toArray(new CompiledRule[0]);
        this.variables = most;
        this.layers = Collections.unmodifiableSet(found);
        this.readAlone = read;
    }

    /**
     * Whether a rule that looks at no other document reads a field ({@link Slots#number}): what none of them reads need not be noted
     * where there are no other documents.
     */
    public boolean readsAlone(int field) {
        return readAlone.get(field);
    }

    /**
     * The rules of a document type.
     *
     * @throws BundleException if a rule cannot be read
     * @throws IllegalArgumentException if the standard has no such document type
     */
    public static RuleSet of(Bundle bundle, String documentType) {
        return of(bundle, documentType, new Tables(bundle));
    }

    /** The same, with tables that the rules of all document types share. */
    public static RuleSet of(Bundle bundle, String documentType, Tables tables) {
        return new RuleSet(documentType, bundle.rules(documentType), tables);
    }

    /** Rules given one by one, for tools and tests. */
    static RuleSet of(String documentType, List<RuleDefinition> rules, Tables tables) {
        return new RuleSet(documentType, rules, tables);
    }

    /** Whether there is nothing to judge. */
    public boolean isEmpty() {
        return alone.length == 0 && references.length == 0;
    }

    /** Whether some rule needs other documents. */
    public boolean needsReferences() {
        return references.length > 0;
    }

    /** The layers that some rule belongs to, in their order. */
    public Set<Layer> layers() {
        return layers;
    }

    /** Judges a document by all rules of the layers wanted; those that need other documents are skipped where the judgement has no resolver. */
    public void judge(Facts facts, Judgement judgement, Sink sink) {
        try {
            long day = begin(facts, judgement);
            run(alone, judgement, day, sink);
            runReferences(judgement, day, sink);
        } finally {
            judgement.end();
        }
    }

    /** Judges a document by the rules that look at nothing else. */
    public void judgeAlone(Facts facts, Judgement judgement, Sink sink) {
        try {
            run(alone, judgement, begin(facts, judgement), sink);
        } finally {
            judgement.end();
        }
    }

    /** Judges a document by the rules that look at others, too. */
    public void judgeReferences(Facts facts, Judgement judgement, Sink sink) {
        try {
            runReferences(judgement, begin(facts, judgement), sink);
        } finally {
            judgement.end();
        }
    }

    /** The day whose law decides. */
    private long begin(Facts facts, Judgement judgement) {
        if (!facts.documentType().equals(documentType)) {
            throw new IllegalArgumentException("facts of " + facts.documentType() + ", rules of " + documentType);
        }
        Frame f = judgement.frame;
        f.reserve(variables);
        f.document = facts;
        long region = header.region(facts);
        f.regionChars = facts.chars();
        f.regionFrom = Texts.from(region);
        f.regionLength = Texts.length(region);
        return judgement.day(header.issued(facts));
    }

    private static void run(CompiledRule[] rules, Judgement judgement, long day, Sink sink) {
        for (CompiledRule rule : rules) {
            if (judgement.wants(rule.definition.stage())) {
                rule.judge(judgement, day, sink);
            }
        }
    }

    private void runReferences(Judgement judgement, long day, Sink sink) {
        if (references.length == 0 || !judgement.wants(Layer.REFERENCES)) {
            return;
        }
        if (judgement.resolver() == null) {
            sink.skipped(Layer.REFERENCES, CompiledRule.NO_RESOLVER);
        } else {
            run(references, judgement, day, sink);
        }
    }
}
