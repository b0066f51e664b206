package org.tongcai.model;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.validator.HibernateValidator;
import org.junit.jupiter.api.Test;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Limits;
import org.tongcai.Severity;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.binding.Model;

/**
 * Hibernate Validator against the engine, on cases of the standard that a mapper can bind. Run with both generations of Hibernate Validator.
 *
 * <p>Whatever Jakarta Validation refuses, the engine refuses at the same place: held against the bytes that came. Whatever the engine refuses and an
 * annotation can express is a violation at the same place: held against the model itself.
 */
class JakartaProofTest {
    private static final boolean FIRST_GENERATION = "8".equals(System.getProperty("hibernate-validator.generation"));
    /** One case in so many; all with {@code -Dcases.every=1}. The annotations are the same for the second generation of the validator. */
    private static final int EVERY = Integer.getInteger("cases.every", FIRST_GENERATION ? 3 : 8);

    /** Annotation → checks that may stand where it is violated. A value of another kind is a finding of its own before the mapper converts it. */
    private static final Map<String, Set<String>> CHECKS = Map.ofEntries(
            entry("NotNull", Set.of("structure.required", "structure.null", "structure.type")),
            // An empty list is written as an absent one.
            entry("Size", Set.of("structure.min-items", "structure.max-items", "structure.required")),
            entry("Distinct", Set.of("structure.unique-items", "structure.max-items")),
            entry("Min", Set.of("structure.minimum", "structure.type")),
            entry("Max", Set.of("structure.maximum", "structure.type")),
            entry(
                    "Length",
                    Set.of(
                            "structure.min-length",
                            "structure.max-length",
                            "structure.type",
                            "syntax.control-character")),
            entry(
                    "Pattern",
                    Set.of(
                            "structure.pattern",
                            "structure.min-length",
                            "structure.max-length",
                            "structure.type",
                            "syntax.control-character",
                            "structure.document-type")),
            entry("DateText", Set.of("structure.format", "structure.type", "syntax.control-character")),
            entry("MomentText", Set.of("structure.format", "structure.type", "syntax.control-character")),
            entry("MonthText", Set.of("structure.format", "structure.type", "syntax.control-character")),
            entry("UriText", Set.of("structure.format", "structure.type", "syntax.control-character")),
            entry("DecimalText", Set.of("structure.decimal", "structure.type", "syntax.control-character")),
            entry("CodeOf", Set.of("codes.unknown", "structure.type", "syntax.control-character")));

    /** All other annotations are those of identifiers. */
    private static final Set<String> IDENTIFIER =
            Set.of("identifiers.invalid", "structure.type", "syntax.control-character");

    /**
     * What annotations can express. They cannot express: members that the model does not have (unknown-field, duplicate-key, type, union), what depends
     * on other members (condition-required, condition-forbidden, document-type, standard-version, critical-extension) or on the day
     * (not-in-force), and the characters that no text may hold (control-character).
     */
    private static final Set<String> EXPRESSIBLE = Set.of(
            "structure.required",
            "structure.null",
            "structure.min-length",
            "structure.max-length",
            "structure.pattern",
            "structure.format",
            "structure.decimal",
            "structure.const",
            "structure.minimum",
            "structure.maximum",
            "structure.min-items",
            "structure.max-items",
            "structure.unique-items",
            "codes.unknown",
            "identifiers.invalid");

    private static final Limits GENEROUS = new Limits(64, 16 << 20, 1 << 20, 64, 1_000_000, 1_000_000, 1L << 40);
    private static final Standard STANDARD = Standard.load();

    private final Queue<String> unexplained = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> violationsByConstraint = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> findingsByCheck = new ConcurrentSkipListMap<>();
    private final AtomicInteger bound = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private static List<Finding> errors(Function<ValidationOptions, DocumentReport> engine, String documentType) {
        DocumentReport report = engine.apply(ValidationOptions.DEFAULT
                .withStages(Set.of())
                .withLimits(GENEROUS)
                .withDocumentType(documentType));
        assertEquals(0, report.suppressed());
        return report.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .toList();
    }

    /** Where a finding is seen by Jakarta Validation: at the member itself where it is missing. */
    private static String place(Finding finding) {
        return finding.ruleId().equals("structure.required")
                ? finding.pointer() + "/" + finding.message().en().split(" ", 4)[2]
                : finding.pointer();
    }

    private void hold(String name, byte[] json, String documentType) {
        Model model = Binding.read(json, documentType);
        if (model == null) {
            refused.incrementAndGet();
            return;
        }
        bound.incrementAndGet();
        List<Violations> violations = Violations.of(model);
        if (!violations.isEmpty()) {
            List<Finding> received = errors(options -> STANDARD.validate(json, options), documentType);
            for (Violations violation : violations) {
                violationsByConstraint.merge(violation.constraint(), 1, Integer::sum);
                if (received.stream().noneMatch(finding -> explains(finding, violation))) {
                    unexplained.add(name + ": only Jakarta: " + violation);
                }
            }
        }
        for (Finding finding : errors(options -> STANDARD.validate(model, options), documentType)) {
            if (EXPRESSIBLE.contains(finding.ruleId())) {
                findingsByCheck.merge(finding.ruleId(), 1, Integer::sum);
                if (violations.stream().noneMatch(violation -> explains(finding, violation))) {
                    unexplained.add(name + ": only the engine: " + finding);
                }
            }
        }
    }

    private void hold(Path list) {
        for (Cases.Case document : new Cases().sample(list, EVERY)) {
            hold(document.name(), document.json(), document.type());
        }
    }

    private static boolean explains(Finding finding, Violations violation) {
        if (finding.layer() == Layer.SYNTAX && finding.ruleId().startsWith("limit.")) {
            // There the engine stopped.
            return true;
        }
        boolean fits = CHECKS.getOrDefault(violation.constraint(), IDENTIFIER).contains(finding.ruleId());
        // Beyond the bound of a list the engine looks for repetitions no more.
        boolean tooLong = finding.ruleId().equals("structure.max-items")
                && violation.constraint().equals("Distinct")
                && violation.pointer().startsWith(finding.pointer() + "/");
        return fits && (tooLong || place(finding).equals(violation.pointer()));
    }

    @Test
    void jakartaValidationAndTheEngineAgree() {
        new Cases().lists().parallelStream().forEach(this::hold);
        for (Path example : Examples.all()) {
            hold(
                    String.valueOf(example.getFileName()),
                    Examples.text(example).getBytes(StandardCharsets.UTF_8),
                    Examples.documentType(example));
        }
        assertEquals(List.of(), unexplained.stream().limit(20).toList());
        String counts = bound + " bound, " + refused + " not; violations " + violationsByConstraint + "; findings "
                + findingsByCheck;
        assertTrue(bound.get() > 15_000 / EVERY, counts);
        Set<String> seen = findingsByCheck.keySet();
        if (EVERY <= 3) {
            assertEquals(
                    Set.of("structure.const"),
                    EXPRESSIBLE.stream().filter(id -> !seen.contains(id)).collect(Collectors.toSet()),
                    "checks that no case makes in what a model can hold");
        }
        System.out.println(counts);
    }

    @Test
    void theValidatorIsTheOneThatThisRunIsFor() {
        String version = String.valueOf(HibernateValidator.class.getPackage().getImplementationVersion());
        assertTrue(version.startsWith(System.getProperty("hibernate-validator.generation") + "."), version);
    }
}
