package org.tongcai.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Limits;
import org.tongcai.Severity;
import org.tongcai.ValidationOptions;
import org.tongcai.Verdict;
import org.tongcai.binding.Model;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.Manifest;
import org.tongcai.input.Slice;

/**
 * Carries documents over from JSON, XML or objects in memory to JSON, XML or objects in memory, without judging them: a document with
 * wrong codes or missing fields is carried over as it is. What has no place in the type of the document (a field that the standard does
 * not have, an object where a text is due) would be lost, and is refused instead. Thread-safe.
 */
public final class Converter {
    /** What a document is always refused for, beside everything of the syntax. */
    private static final Set<String> OBSTACLES = EnumSet.of(
                    Check.TYPE,
                    Check.NULL,
                    Check.UNKNOWN,
                    Check.UNION,
                    Check.DOCUMENT_TYPE,
                    Check.ROOT_ELEMENT,
                    Check.NAMESPACE)
            .stream()
            .map(Check::id)
            .collect(Collectors.toUnmodifiableSet());

    private final Engine engine;
    private final Manifest manifest;
    private final AtomicReferenceArray<@Nullable Root> roots;

    Converter(Engine engine, Manifest manifest) {
        this.engine = engine;
        this.manifest = manifest;
        this.roots = new AtomicReferenceArray<>(manifest.documentTypes().size());
    }

    /**
     * Writes a document. Nothing is written of one that is refused.
     *
     * @return why it was refused; null where it was written
     * @throws IOException if {@code out} fails
     */
    public @Nullable DocumentReport write(Slice document, Style style, Limits limits, OutputStream out)
            throws IOException {
        Refusal refusal;
        Run run = engine.borrow();
        Transfer transfer = run.transfer();
        try {
            run.begin(document, silent(limits, null));
            Sink sink = transfer.open(style, limits.documentBytes());
            refusal = carry(run, document.length(), null, sink);
            if (refusal == null) {
                transfer.writeTo(out);
            }
        } finally {
            transfer.close();
            engine.giveBack(run);
        }
        return refusal == null ? null : why(document, refusal, limits, null);
    }

    /**
     * Writes a document that is an object in memory. Nothing is written of one that is refused.
     *
     * @return why it was refused; null where it was written
     * @throws IllegalArgumentException if the object is of a type that is no document type
     * @throws IOException if {@code out} fails
     */
    public @Nullable DocumentReport write(Model document, Style style, Limits limits, OutputStream out)
            throws IOException {
        Root root = root(document);
        Refusal refusal;
        Run run = engine.borrow();
        Transfer transfer = run.transfer();
        try {
            run.begin(document, silent(limits, null));
            refusal = carry(run, root, transfer.open(style, limits.documentBytes()));
            if (refusal == null) {
                transfer.writeTo(out);
            }
        } finally {
            transfer.close();
            engine.giveBack(run);
        }
        if (refusal == null) {
            return null;
        }
        Slice nowhere = Slice.of("-", new byte[0]);
        return refusal == Refusal.TOO_LARGE
                ? tooLarge(nowhere, limits)
                : obstacles(engine.validate(nowhere.source(), document, structure(limits, null)), refusal, nowhere);
    }

    /**
     * Reads a document into an object in memory that is empty so far. Of one that is refused the object holds a part.
     *
     * @param xml whether it is to be XML; else JSON
     * @return why it was refused; null where it was read
     * @throws IllegalArgumentException if the object is of a type that is no document type
     */
    public @Nullable DocumentReport read(Slice document, boolean xml, Model empty, Limits limits) {
        Root root = root(empty);
        if (document.length() > 0 && XmlEvents.isXml(document) != xml) {
            return otherEncoding(document, xml);
        }
        Refusal refusal;
        Run run = engine.borrow();
        try {
            run.begin(document, silent(limits, root.name()));
            refusal = carry(run, document.length(), root, new ModelSink(empty));
        } finally {
            engine.giveBack(run);
        }
        return refusal == null ? null : why(document, refusal, limits, root.name());
    }

    /** Carries a document over to its end; why that could not be done, null where it was. */
    private @Nullable Refusal carry(Run run, int size, @Nullable Root wanted, Sink sink) {
        Events events = run.events;
        try {
            // A byte order mark is an error, and would be lost.
            if (size > run.options().limits().documentBytes() || events.skipByteOrderMark()) {
                return Refusal.UNFIT;
            }
            events.requireText();
            int place = engine.documentType(run);
            Root root = place < 0 ? null : root(place);
            if (root == null || wanted != null && root != wanted) {
                return Refusal.UNFIT;
            }
            return carry(run, root, sink);
        } catch (Fault fault) {
            return Refusal.UNFIT;
        }
    }

    private static @Nullable Refusal carry(Run run, Root root, Sink sink) {
        Events events = run.events;
        try {
            if (events.value(root.type()) != Events.OBJECT) {
                return Refusal.UNFIT;
            }
            run.transfer().document(root, sink);
            events.requireEnd();
        } catch (Fault fault) {
            return Refusal.UNFIT;
        } catch (Refusal refusal) {
            return refusal;
        }
        // What the events themselves find is of the encoding, and would be lost with it.
        return run.findings.errors() > 0 ? Refusal.UNFIT : null;
    }

    private Root root(int place) {
        Root known = roots.get(place);
        if (known == null) {
            Manifest.DocumentType type = manifest.documentTypes().get(place);
            if (!(engine.plan(type.type()) instanceof ObjectPlan plan)) {
                throw new BundleException("document type " + type.name() + " is no object", null);
            }
            known = Root.of(type.name(), plan);
            roots.compareAndSet(place, null, known);
            return root(place);
        }
        return known;
    }

    private Root root(Model document) {
        String type = document.modelType();
        for (int i = 0; i < roots.length(); i++) {
            if (manifest.documentTypes().get(i).type().equals(type)) {
                return root(i);
            }
        }
        throw new IllegalArgumentException(type + " is no document type");
    }

    // ---- why not

    private static ValidationOptions structure(Limits limits, @Nullable String documentType) {
        return ValidationOptions.DEFAULT.withStages(Set.of()).withLimits(limits).withDocumentType(documentType);
    }

    private static ValidationOptions silent(Limits limits, @Nullable String documentType) {
        return structure(Engine.silent(limits), documentType);
    }

    private DocumentReport why(Slice document, Refusal refusal, Limits limits, @Nullable String documentType) {
        return refusal == Refusal.TOO_LARGE
                ? tooLarge(document, limits)
                : obstacles(engine.validate(document, structure(limits, documentType)), refusal, document);
    }

    /** The report with what stands in the way alone: the rest is wrong, too, but would have been carried over. */
    private static DocumentReport obstacles(DocumentReport report, Refusal refusal, Slice document) {
        List<Finding> errors = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        List<Finding> obstacles = errors.stream()
                .filter(finding -> finding.layer() == Layer.SYNTAX
                        || OBSTACLES.contains(finding.ruleId())
                        || refusal.isAbout(finding, document))
                .toList();
        if (errors.isEmpty() && report.suppressed() == 0) {
            throw new IllegalStateException("refused without reason: " + report);
        }
        return new DocumentReport(
                report.source(),
                report.index(),
                report.documentType(),
                report.id(),
                report.verdict(),
                obstacles.isEmpty() ? errors : obstacles,
                report.suppressed());
    }

    private static DocumentReport tooLarge(Slice document, Limits limits) {
        String bytes = Integer.toString(limits.documentBytes());
        return report(document, Check.LIMIT_SIZE, new Bilingual(bytes, bytes), Verdict.UNDETERMINED);
    }

    private static DocumentReport otherEncoding(Slice document, boolean xml) {
        return xml
                ? report(
                        document,
                        Check.SYNTAX_XML,
                        new Bilingual("第一个字符不是 <", "the first character is not <"),
                        Verdict.REJECTED)
                : report(
                        document,
                        Check.SYNTAX_JSON,
                        new Bilingual("第一个字符是 <，这是 XML", "the first character is <: this is XML"),
                        Verdict.REJECTED);
    }

    private static DocumentReport report(Slice document, Check check, Bilingual detail, Verdict verdict) {
        Finding finding = new Finding(
                check.id(),
                check.layer(),
                Severity.ERROR,
                "",
                Bilingual.EMPTY,
                document.startLine(),
                document.startColumn(),
                document.startByte(),
                null,
                new Bilingual(
                        check.template().zh().replace("{0}", detail.zh()),
                        check.template().en().replace("{0}", detail.en())),
                null,
                check.fix());
        return new DocumentReport(document.source(), document.index(), null, null, verdict, List.of(finding), 0);
    }
}
