package org.tongcai.client;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongcai.DocumentReport;
import org.tongcai.Layer;
import org.tongcai.Limits;
import org.tongcai.Severity;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.Verdict;
import org.tongcai.input.Slice;

/** Validation before sending. Immutable and safe for threads. */
final class Validation {
    private final Supplier<Standard> standard;
    private final ValidationOptions options;
    private final boolean on;

    Validation(Supplier<Standard> standard, ValidationOptions options, boolean on) {
        this.standard = standard;
        this.options = options;
        this.on = on;
    }

    Supplier<Standard> standard() {
        return standard;
    }

    int mostBytes() {
        return options.limits().documentBytes();
    }

    /** The same for a platform that takes no documents beyond that many bytes: what is larger is not worth sending. */
    Validation within(long mostBytes) {
        Limits l = options.limits();
        if (mostBytes >= l.documentBytes()) {
            return this;
        }
        Limits smaller = new Limits(
                l.depth(),
                (int) mostBytes,
                l.stringLength(),
                l.numberLength(),
                l.findingsPerDocument(),
                l.findingsPerCheck(),
                l.inputBytes());
        return new Validation(standard, options.withLimits(smaller), on);
    }

    /** What is wrong with it; null where validation is switched off. */
    @Nullable
    DocumentReport validate(Slice document) {
        if (on) {
            return standard.get().validate(document, options);
        }
        if (document.length() > mostBytes()) {
            // Switched off is the judgement, not the bound on memory.
            return standard.get().validate(document, options);
        }
        return null;
    }

    /**
     * Whether a document is worth sending. One that could not be judged here may be judged there, for instance by references; one that is
     * beyond a limit of reading will fare no better.
     */
    static boolean isSendable(@Nullable DocumentReport report) {
        return report == null
                || report.verdict() == Verdict.ACCEPTED
                || report.verdict() == Verdict.UNDETERMINED
                        && report.findings().stream()
                                .noneMatch(f -> f.severity() == Severity.ERROR && f.layer() == Layer.SYNTAX);
    }
}
