package org.tongcai.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.Citation;
import org.tongcai.Severity;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.Node;
import org.tongcai.format.TextFormat;
import org.tongcai.identifier.IdentifierKind;
import org.tongcai.identifier.IdentifierProblem;
import org.tongcai.rule.Facts;

/**
 * A text: characters, length, pattern, format, code list, identifier, in this order. The first that fails is reported and the rest is
 * skipped, so that one mistake is one finding.
 */
final class TextPlan extends ScalarPlan {
    private static final Bilingual EXPECTED = new Bilingual("文本", "a string");
    private static final String HIDDEN = "***";

    private final int minLength;
    private final int maxLength;
    private final char @Nullable [] constant;
    private final @Nullable TextPattern pattern;
    private final @Nullable TextFormat format;
    private final Node.@Nullable DecimalShape decimal;
    private final @Nullable CodePlan codes;
    private final @Nullable IdentifierKind identifier;
    private final boolean secret;
    private final Header header;

    TextPlan(Node.Text node, @Nullable CodePlan codes, Header header) {
        super(Events.TEXT);
        minLength = node.minLength();
        maxLength = node.maxLength() < 0 ? Integer.MAX_VALUE : node.maxLength();
        String value = node.constant();
        constant = value == null ? null : value.toCharArray();
        String regular = node.pattern();
        pattern = regular == null ? null : TextPattern.compile(regular);
        String named = node.format();
        format = named == null ? null : TextFormat.of(named);
        decimal = node.decimal();
        if ((format == TextFormat.DECIMAL) != (decimal != null)) {
            throw new BundleException("format decimal and its shape belong together", null);
        }
        this.codes = codes;
        String kind = node.identifier();
        identifier = kind == null ? null : IdentifierKind.of(kind);
        if (kind != null && identifier == null) {
            throw new BundleException("unknown identifier " + kind, null);
        }
        secret = node.sensitivity().compareTo(Node.Sensitivity.PERSONAL) >= 0;
        this.header = header;
    }

    @Override
    void read(Run run, int kind) {
        if (kind != Events.TEXT) {
            refuse(run, kind, EXPECTED);
            return;
        }
        Events events = run.events;
        if (header == Header.DOCUMENT_ID && run.inHeader()) {
            run.documentId(cut(events.text()));
        }
        int points = events.codePoints;
        if (events.forbidden >= 0
                || points < minLength
                || points > maxLength
                || constant != null && !events.textIs(constant)
                || pattern != null && !pattern.matches(events.chars, events.length)
                || format != null && !formatted(format, events)) {
            structure(run, events);
            return;
        }
        if (codes != null) {
            codes.check(run, this);
        }
        if (identifier != null && !identifier.isValid(events.chars, 0, events.length)) {
            identifier(run, identifier);
        }
        if (header != Header.NONE && run.inHeader()) {
            header(run);
        }
    }

    @Override
    long cell(Run run, int kind) {
        Events events = run.events;
        if (format == null) {
            return run.facts.text(events.chars, events.length);
        }
        return switch (format) {
            case DATE -> Facts.date(events.chars);
            case DATE_TIME -> Facts.moment(events.chars, events.length);
            case DECIMAL -> run.facts.decimal(events.chars, events.length);
            case YEAR_MONTH, URI -> run.facts.text(events.chars, events.length);
        };
    }

    private boolean formatted(TextFormat wanted, Events events) {
        Node.DecimalShape shape = decimal;
        return shape != null
                ? TextFormat.decimal(events.chars, events.length, shape)
                : wanted.matches(events.chars, events.length);
    }

    /** Says which check of the structure failed first. */
    private void structure(Run run, Events events) {
        int points = events.codePoints;
        if (events.forbidden >= 0) {
            if (run.keeps(Check.SYNTAX_CONTROL)) {
                run.add(
                        Check.SYNTAX_CONTROL,
                        events.token,
                        shown(events, Events.TEXT),
                        both(String.format("%04X", events.forbidden)));
            }
        } else if (points < minLength) {
            report(run, Check.MIN_LENGTH, both(minLength), both(points));
        } else if (points > maxLength) {
            report(run, Check.MAX_LENGTH, both(maxLength), both(points));
        } else if (constant != null && !events.textIs(constant)) {
            report(run, Check.CONST, both(String.valueOf(constant)));
        } else if (pattern != null && !pattern.matches(events.chars, events.length)) {
            report(run, Check.PATTERN, both(pattern.source()));
        } else if (decimal != null) {
            report(
                    run,
                    Check.DECIMAL,
                    both(decimal.digits()),
                    both(decimal.fraction()),
                    decimal.signed() ? new Bilingual("，可为负", ", may be negative") : Bilingual.EMPTY);
        } else if (format != null) {
            report(run, Check.FORMAT, format.title());
        }
    }

    private void report(Run run, Check check, Bilingual... details) {
        if (run.keeps(check)) {
            run.add(check, run.events.token, shown(run.events, Events.TEXT), details);
        }
    }

    private void identifier(Run run, IdentifierKind kind) {
        if (!run.keeps(Check.IDENTIFIER)) {
            return;
        }
        Events events = run.events;
        IdentifierProblem problem = kind.check(events.text());
        Bilingual reason = problem == null ? Bilingual.EMPTY : new Bilingual(problem.messageZh(), problem.messageEn());
        String standard = kind.standard();
        run.add(
                Check.IDENTIFIER,
                Severity.ERROR,
                events.token,
                shown(events, Events.TEXT),
                standard == null ? run.citation() : new Citation(kind.zh(), standard, null),
                new Bilingual(kind.zh(), kind.en()),
                reason);
    }

    /** Takes what the engine needs out of the document's own header. */
    private void header(Run run) {
        Events events = run.events;
        switch (header) {
            case ISSUED_AT_TIME -> {
                if (format == TextFormat.DATE_TIME) {
                    run.issuedAt(events.chars);
                }
            }
            case STANDARD_VERSION -> {
                String edition = run.manifest().edition();
                if (!events.textIs(edition.toCharArray())) {
                    report(run, Check.STANDARD_VERSION, both(cut(events.text())), both(edition));
                }
            }
            case DOCUMENT_TYPE -> {
                String expected = run.options().documentType();
                if (expected != null && !events.text().equals(expected)) {
                    report(run, Check.DOCUMENT_TYPE, found(events.text()), both(expected));
                }
            }
            case PROFILE -> profile(run, events);
            default -> {}
        }
    }

    /** A document may follow a profile that nobody here knows: then it is judged by the standard alone, and that is said. */
    private void profile(Run run, Events events) {
        List<Manifest.ProfileEntry> loaded = run.manifest().profiles();
        for (Manifest.ProfileEntry profile : loaded) {
            if (events.textIs(profile.id().toCharArray())) {
                return;
            }
        }
        if (run.findings.keeps(Check.PROFILE_NOT_LOADED, Severity.WARNING)) {
            String ids = String.join(
                    ", ", loaded.stream().map(Manifest.ProfileEntry::id).toList());
            run.add(
                    Check.PROFILE_NOT_LOADED,
                    Severity.WARNING,
                    events.token,
                    shown(events, Events.TEXT),
                    run.citation(),
                    both(cut(events.text())),
                    ids.isEmpty() ? Bilingual.EMPTY : new Bilingual("；已加载 " + ids, "; loaded is " + ids));
        }
    }

    /** How a document type that was found is put into the message. */
    static Bilingual found(String type) {
        String shown = cut(type);
        return new Bilingual("（文档中为“" + shown + "”）", " (found \"" + shown + "\")");
    }

    @Override
    @Nullable
    String shown(Events events, int kind) {
        if (!secret || kind != Events.TEXT) {
            return secret && kind != Events.OBJECT && kind != Events.ARRAY ? HIDDEN : super.shown(events, kind);
        }
        return identifier != null && identifier.personal() ? cut(identifier.mask(events.text())) : HIDDEN;
    }

    /** Whether the text must not be shown. */
    boolean isSecret() {
        return secret;
    }
}
