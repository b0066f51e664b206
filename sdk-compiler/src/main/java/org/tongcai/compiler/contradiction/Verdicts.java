package org.tongcai.compiler.contradiction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Layer;
import org.tongcai.Severity;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.compiler.cases.JsonPatch;
import org.tongcai.compiler.cases.RuleCase;
import org.tongcai.input.Slice;
import org.tongcai.rule.Facts;
import org.tongcai.rule.Judgement;
import org.tongcai.rule.MemoryResolver;
import org.tongcai.rule.RuleSet;
import org.tongcai.rule.Sink;
import org.tongcai.rule.Tables;

/** What the rules say of candidates. Not thread-safe. */
final class Verdicts {
    private static final ValidationOptions STRUCTURE = ValidationOptions.DEFAULT.withStages(Set.of());

    private final Standard standard;
    private final Path directory;
    private final Tables tables;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, JsonNode> bases = new HashMap<>();
    private final Map<String, RuleSet> ruleSets = new HashMap<>();
    private final Map<RuleCase.Document, Facts> others = new HashMap<>();
    private int count;

    /**
     * What a document comes to.
     *
     * @param documentType its type
     * @param sound whether its structure is in order
     * @param held rules that concern it and hold, for every element that they concern
     * @param failed rules that found something
     */
    record Verdict(String documentType, boolean sound, Set<String> held, Set<String> failed) {
        /** Whether nothing at all was found. */
        boolean accepted() {
            return sound && failed.isEmpty();
        }

        boolean concerns(String rule) {
            return held.contains(rule) || failed.contains(rule);
        }
    }

    Verdicts(Standard standard, Path directory) {
        this.standard = standard;
        this.directory = directory;
        this.tables = new Tables(standard.bundle());
    }

    /** How many documents were judged. */
    int count() {
        return count;
    }

    /** The verdict; null where the document cannot be made: patches may be in each other's way. */
    @Nullable
    Verdict of(Candidate candidate) throws IOException {
        JsonNode document = document(candidate);
        return document == null ? null : of(candidate, document);
    }

    /** The document; null where it cannot be made. */
    @Nullable
    JsonNode document(Candidate candidate) throws IOException {
        try {
            return JsonPatch.apply(base(candidate.base()), candidate.patch());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    /** The same for a document that was made in another way of what belongs to the candidate. */
    @Nullable
    Verdict of(Candidate candidate, JsonNode document) throws IOException {
        count++;
        Slice slice = Slice.of(candidate.base(), mapper.writeValueAsBytes(document));
        Facts facts = standard.facts(slice);
        if (facts == null) {
            return null;
        }
        MemoryResolver resolver = standard.newResolver();
        for (RuleCase.Document other : candidate.with()) {
            Facts known = facts(other);
            if (known != null) {
                resolver.add(known);
            }
        }
        Listener listener = new Listener();
        RuleSet rules =
                ruleSets.computeIfAbsent(facts.documentType(), type -> RuleSet.of(standard.bundle(), type, tables));
        rules.judge(facts, new Judgement().asOf(candidate.asOf()).resolver(resolver), listener);
        listener.held.removeAll(listener.failed);
        boolean sound = standard.validate(slice, STRUCTURE.withAsOf(candidate.asOf())).findings().stream()
                .noneMatch(finding -> finding.severity() != Severity.INFO);
        return new Verdict(facts.documentType(), sound, listener.held, listener.failed);
    }

    private JsonNode base(String name) throws IOException {
        JsonNode known = bases.get(name);
        if (known == null) {
            known = mapper.readTree(Files.readAllBytes(directory.resolve(name)));
            bases.put(name, known);
        }
        return known;
    }

    private @Nullable Facts facts(RuleCase.Document other) throws IOException {
        Facts known = others.get(other);
        if (known == null) {
            JsonNode node =
                    other.patch() == null ? base(other.base()) : JsonPatch.apply(base(other.base()), other.patch());
            known = standard.facts(Slice.of(other.base(), mapper.writeValueAsBytes(node)));
            if (known != null) {
                others.put(other, known);
            }
        }
        return known;
    }

    private static final class Listener implements Sink {
        private final Set<String> held = new HashSet<>();
        private final Set<String> failed = new HashSet<>();

        @Override
        public void holds(RuleDefinition rule) {
            held.add(rule.id());
        }

        @Override
        public void fails(RuleDefinition rule, String pointer, Bilingual message, Bilingual fix) {
            failed.add(rule.id());
        }

        @Override
        public void undetermined(RuleDefinition rule, Bilingual reason) {}

        @Override
        public void skipped(RuleDefinition rule, Bilingual reason) {}

        @Override
        public void skipped(Layer layer, Bilingual reason) {}

        @Override
        public void notFound(String pointer, String type, String id, @Nullable String platformCode) {}
    }
}
