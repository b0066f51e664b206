package org.tongcai.sandbox.submission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongcai.DocumentException;
import org.tongcai.DocumentReport;
import org.tongcai.Limits;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.bundle.Manifest;
import org.tongcai.input.Slice;
import org.tongcai.report.ReportJson;
import org.tongcai.rule.Facts;
import org.tongcai.rule.LookUps;
import org.tongcai.rule.Resolver;
import org.tongcai.sandbox.http.ProblemException;

/** The engine of the standard, as the platform uses it. Immutable and thread-safe. */
public final class Judge {
    private static final String FINDINGS = "\"findings\":";

    private final Standard standard;
    private final LookUps lookUps;
    private final ValidationOptions options;
    private final Map<String, String> domains = new LinkedHashMap<>();
    private final Set<String> profiles;

    /**
     * @param standard the standard
     * @param documentBytes bytes that a document may have
     */
    public Judge(Standard standard, int documentBytes) {
        this.standard = standard;
        this.lookUps = LookUps.of(standard.bundle());
        Limits d = Limits.DEFAULT;
        this.options = ValidationOptions.DEFAULT.withLimits(new Limits(
                d.depth(),
                documentBytes,
                d.stringLength(),
                d.numberLength(),
                d.findingsPerDocument(),
                d.findingsPerCheck(),
                d.inputBytes()));
        for (Manifest.DocumentType type : standard.manifest().documentTypes()) {
            domains.put(type.name(), type.domain());
        }
        this.profiles = standard.manifest().profiles().stream()
                .map(Manifest.ProfileEntry::id)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** The standard. */
    public Standard standard() {
        return standard;
    }

    /** By which values rules look documents up. */
    public LookUps lookUps() {
        return lookUps;
    }

    /** Document types and their domains. */
    public Map<String, String> domains() {
        return domains;
    }

    /** The profiles. */
    public Set<String> profiles() {
        return profiles;
    }

    /** Looks at a document in either encoding. */
    public Scan scan(byte[] document, boolean xml) {
        byte[] json = xml ? json(document) : document;
        return json == null ? Scan.of(new byte[0], 0, 0) : Scan.of(json, 0, json.length);
    }

    private byte @Nullable [] json(byte[] xml) {
        try {
            return standard.json().rewrite(xml);
        } catch (DocumentException e) {
            return null;
        }
    }

    /** Judges a document, asking for others where its rules need them. */
    public DocumentReport judge(byte[] document, Resolver others) {
        return standard.validate(Slice.of("-", document), options.withResolver(others));
    }

    /** What rules look at in a document; null where there is nothing. */
    public @Nullable Facts facts(byte[] document) {
        return standard.facts(Slice.of("-", document));
    }

    /** The findings of a report as a JSON array. */
    public static String findings(DocumentReport report) {
        if (report.findings().isEmpty()) {
            return "[]";
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ReportJson.write(new DocumentReport("", 0, null, null, report.verdict(), report.findings(), 0), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: it is written into memory
        }
        String text = out.toString(StandardCharsets.UTF_8);
        return text.substring(text.indexOf(FINDINGS) + FINDINGS.length(), text.lastIndexOf('}'));
    }

    /** Why a document is of another standard; null where it is of this one. */
    @Nullable
    ProblemException foreign(Scan scan) {
        String edition = scan.value("/header/standardVersion");
        if (edition.matches("[0-9]{1,3}\\.[0-9]{1,3}")
                && !edition.equals(standard.manifest().edition())) {
            return new ProblemException("edition-unsupported", "edition " + edition + " is not taken")
                    .with("editions", Set.of(standard.manifest().edition()));
        }
        String profile = scan.value("/header/profile");
        if (!profile.isEmpty() && !profiles.contains(profile)) {
            return new ProblemException("profile-unsupported", "the profile of the document is not taken")
                    .with("profiles", profiles);
        }
        return null;
    }
}
