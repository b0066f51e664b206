package org.tongcai.compiler.contradiction;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tongcai.Layer;
import org.tongcai.Standard;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.compiler.cases.RuleCase;
import org.tongcai.compiler.cases.RuleCaseFiles;

/**
 * Proves the rules of each document type satisfiable by documents that keep them: the examples, the passing cases of the rules, and these
 * put together. A rule needs a witness, a document accepted as a whole that the rule
 * concerns; where it holds in documents, but always beside the same failing ones, these contradict it. For every two rules that no witness
 * shows together, their cases are combined; where both rules concern what comes out, but neither that nor any mixture of the values of the
 * cases keeps both, they contradict each other. A case that shows a document keeping both ends the doubt. Rules that never concern one
 * document exclude one another, which is no contradiction. Not thread-safe.
 */
public final class ContradictionCheck {
    /** So many witnesses of a rule are combined with those of another. */
    private static final int TRIED = 4;

    private final Standard standard;
    private final Path directory;
    private final Verdicts verdicts;
    private final List<Contradiction> contradictions = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();
    /** Rules that look at other documents. */
    private final Set<String> others = new HashSet<>();

    private final List<RuleCase> passing = new ArrayList<>();
    private int rules;
    private int together;
    private int combined;
    private int apart;

    /**
     * What was found.
     *
     * @param rules rules, counted once for each document type
     * @param together pairs of rules that some accepted document keeps both
     * @param combined how many of these needed cases to be put together
     * @param apart pairs that no document was found for that both concern, or that depend on other documents
     * @param unseen rules that no document of a type was found for that they concern, {@code type rule}
     * @param documents documents judged
     * @param contradictions rules that cannot be kept
     */
    public record Result(
            int rules,
            int together,
            int combined,
            int apart,
            List<String> unseen,
            int documents,
            List<Contradiction> contradictions) {
        public Result {
            unseen = List.copyOf(unseen);
            contradictions = List.copyOf(contradictions);
        }
    }

    private ContradictionCheck(Standard standard, Path directory) {
        this.standard = standard;
        this.directory = directory;
        this.verdicts = new Verdicts(standard, directory);
    }

    /** Checks the rules of a standard with the cases of a directory laid out like {@code spec/cases}. */
    public static Result run(Standard standard, Path cases) throws IOException {
        return new ContradictionCheck(standard, cases).run();
    }

    private Result run() throws IOException {
        Map<String, List<RuleCase>> byBase = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory.resolve("examples"))) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .forEach(file -> byBase.put("examples/" + file.getFileName(), new ArrayList<>()));
        }
        for (RuleCase each : RuleCaseFiles.read(directory)) {
            if (!each.fails()) {
                passing.add(each);
                byBase.computeIfAbsent(each.document().base(), base -> new ArrayList<>())
                        .add(each);
            }
        }
        Map<String, Pool> pools = new LinkedHashMap<>();
        for (Map.Entry<String, List<RuleCase>> base : byBase.entrySet()) {
            gather(base.getKey(), base.getValue(), pools);
        }
        for (Manifest.DocumentType type : standard.bundle().manifest().documentTypes()) {
            standard.bundle().rules(type.name()).stream()
                    .filter(rule -> rule.stage() == Layer.REFERENCES)
                    .forEach(rule -> others.add(rule.id()));
            List<String> ids = standard.bundle().rules(type.name()).stream()
                    .map(RuleDefinition::id)
                    .toList();
            if (!ids.isEmpty()) {
                rules += ids.size();
                check(type.name(), ids, pools.getOrDefault(type.name(), new Pool()));
            }
        }
        return new Result(rules, together, combined, apart, unseen, verdicts.count(), contradictions);
    }

    /** Judges the example and its cases one by one, then heaps as many cases as possible on one document. */
    private void gather(String base, List<RuleCase> cases, Map<String, Pool> pools) throws IOException {
        Candidate heap = Candidate.of(base);
        Verdicts.Verdict best = verdicts.of(heap);
        if (best == null) {
            return;
        }
        Pool pool = pools.computeIfAbsent(best.documentType(), type -> new Pool());
        pool.add(heap, best);
        for (RuleCase each : cases) {
            pool.add(Candidate.of(each), verdicts.of(Candidate.of(each)));
            if (each.document().patch() == null || each.document().patch().isEmpty()) {
                continue;
            }
            Candidate higher = heap.and(each);
            Verdicts.Verdict verdict = verdicts.of(higher);
            if (verdict != null && verdict.accepted() && verdict.held().containsAll(best.held())) {
                heap = higher;
                best = verdict;
                pool.add(heap, best);
            }
        }
    }

    private void check(String type, List<String> ids, Pool pool) throws IOException {
        List<String> kept = new ArrayList<>();
        for (String id : ids) {
            if (pool.witnesses(id).isEmpty()) {
                transplant(id, pool);
            }
            if (pool.witnesses(id).isEmpty()) {
                inTheWay(type, id, pool);
            } else {
                kept.add(id);
            }
        }
        for (int i = 0; i < kept.size(); i++) {
            for (int j = i + 1; j < kept.size(); j++) {
                if (pool.areTogether(kept.get(i), kept.get(j))) {
                    together++;
                } else {
                    combine(type, kept.get(i), kept.get(j), pool);
                }
            }
        }
    }

    /** Tries the cases that a rule has on documents of other types on the examples of this one. */
    private void transplant(String rule, Pool pool) throws IOException {
        List<String> bases = pool.all().keySet().stream()
                .filter(candidate -> candidate.cases().isEmpty())
                .map(Candidate::base)
                .toList();
        for (RuleCase each : passing) {
            if (each.rule().equals(rule)) {
                for (String base : bases) {
                    Candidate candidate = Candidate.of(base).and(each);
                    pool.add(candidate, verdicts.of(candidate));
                }
            }
        }
    }

    /** A rule without a witness: what fails wherever it holds. */
    private void inTheWay(String type, String rule, Pool pool) {
        Set<String> failing = new TreeSet<>();
        String seen = "-";
        boolean first = true;
        for (Map.Entry<Candidate, Verdicts.Verdict> judged : pool.all().entrySet()) {
            if (judged.getValue().held().contains(rule)) {
                seen = judged.getKey().name();
                if (first) {
                    failing.addAll(judged.getValue().failed());
                } else {
                    failing.retainAll(judged.getValue().failed());
                }
                first = false;
            }
        }
        if (first) {
            unseen.add(type + " " + rule);
        } else {
            contradictions.add(new Contradiction(type, rule, List.copyOf(failing), seen));
        }
    }

    /** Looks for a document that both rules concern and that keeps them. */
    private void combine(String type, String one, String other, Pool pool) throws IOException {
        Candidate clash = null;
        for (RuleCase a : pool.cases(one, TRIED)) {
            for (RuleCase b : pool.cases(other, TRIED)) {
                if (!a.document().base().equals(b.document().base())) {
                    continue;
                }
                for (boolean turned : new boolean[] {false, true}) {
                    Candidate candidate =
                            turned ? Candidate.of(b).and(a) : Candidate.of(a).and(b);
                    Verdicts.Verdict verdict = verdicts.of(candidate);
                    if (verdict != null && keeps(verdict, one, other)) {
                        pool.add(candidate, verdict);
                        shown();
                        return;
                    }
                    if (verdict != null && verdict.concerns(one) && verdict.concerns(other)) {
                        clash = candidate;
                    }
                }
            }
        }
        if (clash == null || others.contains(one) || others.contains(other)) {
            apart++; // what other documents hold is not mixed, so nothing can be said
        } else if (mixed(one, other, pool)) {
            shown();
        } else {
            contradictions.add(new Contradiction(type, one, List.of(other), clash.name()));
        }
    }

    private void shown() {
        together++;
        combined++;
    }

    /** What else may be found in the document is between other rules. */
    private static boolean keeps(Verdicts.Verdict verdict, String one, String other) {
        return verdict.held().contains(one) && verdict.held().contains(other);
    }

    /** Whether some mixture of a case of one rule and a case of the other keeps both. */
    private boolean mixed(String one, String other, Pool pool) throws IOException {
        for (RuleCase a : pool.cases(one, TRIED)) {
            for (RuleCase b : pool.cases(other, TRIED)) {
                Candidate base = Candidate.of(a.document().base());
                JsonNode first = verdicts.document(Candidate.of(a));
                JsonNode second = verdicts.document(Candidate.of(b));
                JsonNode plain = verdicts.document(base);
                if (plain == null
                        || first == null
                        || second == null
                        || !a.document().base().equals(b.document().base())) {
                    continue;
                }
                for (JsonNode document : new Mixture(plain, first, second).all()) {
                    for (Candidate context :
                            List.of(base.and(a).and(b), base.and(b).and(a))) {
                        Verdicts.Verdict verdict = verdicts.of(context, document);
                        if (verdict != null && keeps(verdict, one, other)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
