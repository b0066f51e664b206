package org.tongcai.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.Check;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Severity;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.Verdict;
import org.tongcai.input.Slice;

/** Judges documents twice, by the engine and by the oracle, and says where they differ on structure. Not thread-safe. */
final class Differential {
    private final Standard standard;
    private final Standard structure;
    private final Oracle oracle;

    /** Documents that both accepted. */
    int accepted;
    /** Documents that both rejected. */
    int rejected;
    /** Documents that a schema cannot judge: characters that it cannot bar, members that appear twice, critical extensions, limits. */
    int outside;

    Differential(Setting setting) {
        standard = setting.standard;
        structure = Standard.of(new StructureBundle(setting.bundle));
        oracle = new Oracle(setting.spec, setting.bundle.manifest());
    }

    /**
     * The difference in words; null where there is none.
     *
     * @param type the type that the document is about, for documents that do not tell
     * @param forced whether the engine is told the type, too
     */
    @Nullable
    String disagreement(byte[] document, String type, boolean forced) {
        // Of rules a schema knows nothing.
        ValidationOptions options =
                ValidationOptions.DEFAULT.withDocumentType(forced ? type : null).withStages(Set.of());
        DocumentReport bare = structure.validate(Slice.of("-", document), options);
        DocumentReport full = standard.validate(Slice.of("-", document), options);
        JsonNode tree;
        try {
            tree = Oracle.read(document);
        } catch (IOException e) {
            outside++;
            return bare.verdict() == Verdict.ACCEPTED ? "the parser refuses it, the engine does not: " + e : null;
        }
        if (bare.verdict() == Verdict.UNDETERMINED
                || has(bare, Check.SYNTAX_CONTROL.id())
                || has(bare, Check.EXTENSION_CRITICAL.id())) {
            outside++;
            return null;
        }
        String stated = bare.documentType();
        String judged = forced || stated == null ? type : stated;
        boolean valid = oracle.accepts(judged, tree);
        if (valid) {
            accepted++;
        } else {
            rejected++;
        }
        String difference = compare(valid, bare, full);
        return difference == null
                ? null
                : difference + "\n   as       " + judged + (forced ? " (told)" : "") + "\n   engine   "
                        + full.findings()
                        + "\n   no codes " + bare.findings() + "\n   schema   " + oracle.errors(judged, tree)
                        + "\n   document " + new String(document, StandardCharsets.UTF_8);
    }

    private static @Nullable String compare(boolean valid, DocumentReport bare, DocumentReport full) {
        if (invalid(bare) == valid) {
            return valid ? "only the engine rejects it" : "only the schema rejects it";
        }
        if ((bare.verdict() == Verdict.ACCEPTED) != valid) {
            return "the verdict is not that of the structure";
        }
        // With code lists, a condition may be held back; then something else is wrong, and nothing is ever invented.
        if (invalid(full) && valid) {
            return "with code lists, only the engine rejects it";
        }
        if (!valid && full.verdict() != Verdict.REJECTED) {
            return "with code lists, only the schema rejects it";
        }
        boolean others =
                full.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR && f.layer() != Layer.STRUCTURE);
        return !others && invalid(full) == valid ? "code lists change the structure" : null;
    }

    private static boolean invalid(DocumentReport report) {
        return report.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR && f.layer() == Layer.STRUCTURE);
    }

    private static boolean has(DocumentReport report, String ruleId) {
        List<Finding> findings = report.findings();
        return findings.stream().anyMatch(f -> f.ruleId().equals(ruleId));
    }
}
