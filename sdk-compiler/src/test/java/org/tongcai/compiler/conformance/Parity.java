package org.tongcai.compiler.conformance;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Limits;
import org.tongcai.Skipped;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.Verdict;
import org.tongcai.compiler.cases.Inexpressible;
import org.tongcai.compiler.cases.XmlTwin;
import org.tongcai.input.Slice;

/** Judges documents twice, written in JSON and written in XML, and says where the two differ. Not thread-safe. */
final class Parity {
    /** So many findings that none is left out: which ones would be depends on the order of the members. */
    private static final int ALL = 1_000_000;

    private static final Limits LIMITS = new Limits(
            Limits.DEFAULT.depth(),
            Limits.DEFAULT.documentBytes(),
            Limits.DEFAULT.stringLength(),
            Limits.DEFAULT.numberLength(),
            ALL,
            ALL,
            Limits.DEFAULT.inputBytes());

    private final Standard standard;
    private final XmlTwin twins;

    /** Verdicts on which both agreed. */
    final Map<Verdict, Integer> agreed = new EnumMap<>(Verdict.class);
    /** Documents that XML cannot say, by reason. */
    final Map<Inexpressible, Integer> inexpressible = new EnumMap<>(Inexpressible.class);

    Parity(Setting setting) {
        standard = setting.standard;
        twins = new XmlTwin(setting.bundle);
    }

    /** Documents that both judged. */
    int judged() {
        return agreed.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * The difference in words; null where there is none, or where the document has no twin.
     *
     * @param type the type that the document is about, for documents that do not tell
     * @param forced whether the engine is told the type, too
     */
    @Nullable
    String disagreement(byte[] json, String type, boolean forced) {
        XmlTwin.Twin twin = twins.of(json, type);
        if (twin.reason() != null) {
            inexpressible.merge(twin.reason(), 1, Integer::sum);
            return null;
        }
        byte[] xml = Objects.requireNonNull(twin.xml());
        ValidationOptions options =
                ValidationOptions.DEFAULT.withDocumentType(forced ? type : null).withLimits(LIMITS);
        DocumentReport byJson = standard.validate(Slice.of("-", json), options);
        DocumentReport byXml = standard.validate(Slice.of("-", xml), options);
        String expected = said(byJson);
        String found = said(byXml);
        if (expected.equals(found)) {
            agreed.merge(byJson.verdict(), 1, Integer::sum);
            return null;
        }
        return "\n   as JSON  " + expected + "\n   as XML   " + found + "\n   "
                + new String(json, StandardCharsets.UTF_8) + "\n   " + new String(xml, StandardCharsets.UTF_8);
    }

    /** All that is said of a document but for where in the bytes and in which words. */
    private static String said(DocumentReport report) {
        TreeSet<String> said = new TreeSet<>();
        for (Finding finding : report.findings()) {
            if (finding.ruleId().startsWith("limit.")) {
                // The reading ended, and what had been read by then depends on the order of the members.
                return finding.ruleId();
            }
            said.add(finding.severity() + " " + finding.ruleId() + " " + finding.pointer());
        }
        for (Skipped skipped : report.skipped()) {
            said.add(skipped.kind() + " " + skipped.layer() + " " + skipped.ruleId());
        }
        return report.verdict() + " " + report.documentType() + " " + report.id() + " " + said;
    }

    @Override
    public String toString() {
        return "agreed " + agreed + ", inexpressible " + inexpressible;
    }
}
