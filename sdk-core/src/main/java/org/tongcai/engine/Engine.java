package org.tongcai.engine;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
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
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.input.Slice;
import org.tongcai.rule.Facts;
import org.tongcai.rule.MemoryResolver;
import org.tongcai.rule.RuleSet;
import org.tongcai.rule.Slots;
import org.tongcai.rule.Tables;

/** Validates documents against a bundle. Thread-safe; plans are compiled when a document type is first met. */
public final class Engine {
    /** More threads than this at once make a new {@link Run} for a document instead of reusing one. */
    private static final int IDLE_RUNS = 32;

    /** For reading what nobody asked to be judged: findings are counted and not put into words. */
    private static final ValidationOptions SILENT = ValidationOptions.DEFAULT.withLimits(silent(Limits.DEFAULT));

    private static final Bilingual ROOT = new Bilingual("对象", "an object");

    private final Bundle bundle;
    private final Manifest manifest;
    private final Planner planner;
    private final Names documentTypes;
    private final Converter converter;
    private final Tables tables;
    private final AtomicReferenceArray<@Nullable RuleSet> ruleSets;
    private final AtomicReferenceArray<@Nullable Run> idle = new AtomicReferenceArray<>(IDLE_RUNS);

    /** An engine for one standard. */
    public Engine(Bundle bundle) {
        this(bundle, new Slots(bundle.slots()));
    }

    Engine(Bundle bundle, Slots slots) {
        this.bundle = bundle;
        this.manifest = bundle.manifest();
        this.planner = new Planner(bundle, slots);
        this.tables = new Tables(bundle);
        this.ruleSets = new AtomicReferenceArray<>(manifest.documentTypes().size());
        this.converter = new Converter(this, manifest);
        this.documentTypes = new Names(manifest.documentTypes().stream()
                .map(Manifest.DocumentType::name)
                .toList());
    }

    /**
     * Judges one document. Never throws for what the bytes say.
     *
     * @throws IllegalArgumentException if the options name a document type that the standard does not have
     * @throws BundleException if the bundle is damaged
     */
    public DocumentReport validate(Slice document, ValidationOptions options) {
        String wanted = options.documentType();
        if (wanted != null && place(wanted) < 0) {
            throw new IllegalArgumentException("the standard has no document type " + wanted);
        }
        Run run = borrow();
        try {
            run.begin(document, options);
            return judge(run, document, document.length());
        } finally {
            giveBack(run);
        }
    }

    /**
     * Judges one document that is an object in memory, by the same plan as its bytes would be. Findings have no line, column and offset. A
     * resolver is not asked for rivals: only bytes tell another content from the same.
     *
     * @param source name that the result carries
     * @throws IllegalArgumentException if the options name a document type that the standard does not have
     * @throws BundleException if the bundle is damaged
     */
    public DocumentReport validate(String source, Model document, ValidationOptions options) {
        String wanted = options.documentType();
        if (wanted != null && place(wanted) < 0) {
            throw new IllegalArgumentException("the standard has no document type " + wanted);
        }
        Run run = borrow();
        try {
            run.begin(document, options);
            return judge(run, Slice.of(source, new byte[0]), 0);
        } finally {
            giveBack(run);
        }
    }

    /**
     * What rules look at in a document, for judging others that refer to it; what is wrong with it is not reported. Null where it cannot
     * be read to its end or is of no type of the standard.
     *
     * @throws BundleException if the bundle is damaged
     */
    public @Nullable Facts facts(Slice document) {
        Run run = borrow();
        try {
            run.begin(document, SILENT);
            return facts(run, document.length());
        } finally {
            giveBack(run);
        }
    }

    /** What rules look at in a document that is an object in memory, as in one of bytes. */
    public @Nullable Facts facts(Model document) {
        Run run = borrow();
        try {
            run.begin(document, SILENT);
            return facts(run, 0);
        } finally {
            giveBack(run);
        }
    }

    private @Nullable Facts facts(Run run, int size) {
        int place = read(run, size, true);
        return place < 0 || run.fault() != null ? null : run.facts.copy();
    }

    /** The same bounds with no finding kept. */
    static Limits silent(Limits limits) {
        return new Limits(
                limits.depth(),
                limits.documentBytes(),
                limits.stringLength(),
                limits.numberLength(),
                0,
                0,
                limits.inputBytes());
    }

    /** Carries documents over from one encoding to another. */
    public Converter converter() {
        return converter;
    }

    /** The plan of a type. */
    Plan plan(String type) {
        return planner.type(type);
    }

    /** An empty resolver for facts of this engine. */
    public MemoryResolver newResolver() {
        return new MemoryResolver(tables);
    }

    Run borrow() {
        Run run = idle.getAndSet(slot(), null);
        return run != null ? run : new Run(manifest);
    }

    void giveBack(Run run) {
        run.end();
        idle.set(slot(), run);
    }

    private static int slot() {
        return (int) (Thread.currentThread().getId() % IDLE_RUNS);
    }

    private DocumentReport judge(Run run, Slice document, int size) {
        int place = read(run, size, false);
        if (place >= 0) {
            judgeByRules(run, place);
        }
        Fault fault = run.fault();
        boolean limited = fault != null && fault.check.id().startsWith("limit.");
        Verdict verdict = limited
                ? Verdict.UNDETERMINED
                : run.findings.errors() > 0
                        ? Verdict.REJECTED
                        : run.ruling.isOpen() ? Verdict.UNDETERMINED : Verdict.ACCEPTED;
        List<Finding> findings = run.findings.finish(run.isModel() ? null : document, run.paths());
        return new DocumentReport(
                document.source(),
                document.index(),
                place < 0 ? null : documentTypes.word(place),
                run.documentId(),
                verdict,
                findings,
                run.findings.suppressed(),
                run.ruling.skipped());
    }

    private void judgeByRules(Run run, int place) {
        RuleSet rules = rules(place);
        if (rules.isEmpty() && !asksOthers(run.options())) {
            return;
        }
        if (run.fault() != null) {
            run.ruling.unreadable(rules);
        } else if (run.options().stages().isEmpty()) {
            run.ruling.notAsked(rules);
        } else {
            Manifest.DocumentType known = manifest.documentTypes().get(place);
            run.ruling.judge(rules, planner.type(known.type()), this::title);
        }
    }

    /** The rules of a document type, compiled when first needed. */
    private RuleSet rules(int place) {
        RuleSet known = ruleSets.get(place);
        if (known == null) {
            known = RuleSet.of(bundle, documentTypes.word(place), tables);
            ruleSets.set(place, known);
        }
        return known;
    }

    private Bilingual title(String documentType) {
        int place = place(documentType);
        return place < 0
                ? Plan.both(documentType)
                : manifest.documentTypes().get(place).title();
    }

    /** Whether rules will look at a document. */
    private boolean isJudged(ValidationOptions options, int place) {
        return !options.stages().isEmpty()
                && (asksOthers(options) || !rules(place).isEmpty());
    }

    /** Whether a document is held against others even where its type has no rules. */
    private static boolean asksOthers(ValidationOptions options) {
        return options.resolver() != null && options.stages().contains(Layer.REFERENCES);
    }

    /** Reads the document to its end or to where that ends; the place of its type, negative where it has none. */
    private int read(Run run, int size, boolean captured) {
        int place = Events.UNKNOWN;
        try {
            int most = run.options().limits().documentBytes();
            if (size > most) {
                throw Fault.limit(Check.LIMIT_SIZE, 0, most);
            }
            Events events = run.events;
            if (events.skipByteOrderMark() && run.keeps(Check.SYNTAX_ENCODING)) {
                run.add(
                        Check.SYNTAX_ENCODING,
                        Severity.ERROR,
                        0,
                        null,
                        events.xml ? Encoding.XML_UTF_8 : Encoding.UTF_8,
                        new Bilingual("开头有字节顺序标记（BOM）", "it begins with a byte order mark"));
            }
            events.requireText();
            place = documentType(run);
            if (place >= 0) {
                Manifest.DocumentType known = manifest.documentTypes().get(place);
                Plan plan = planner.type(known.type());
                run.root(known.title(), plan);
                if (captured || isJudged(run.options(), place)) {
                    boolean whole = captured || run.options().resolver() != null;
                    run.noteFor(whole ? null : rules(place));
                    run.facts.clear(known.name());
                    plan.capture(run, events.value(plan));
                } else {
                    plan.read(run, events.value(plan));
                }
            } else {
                int kind = events.value(Wanted.SOME_OBJECT);
                untyped(run, kind);
                events.skip(kind);
                Events id = run.lookUp(Header.DOCUMENT_IDS);
                if (id != null) {
                    run.documentId(Plan.cut(id.text()));
                }
            }
            events.requireEnd();
        } catch (Fault fault) {
            run.add(fault);
        }
        return place;
    }

    /** The place of the document's type: what it says of itself, else what the options say; negative where neither helps. */
    int documentType(Run run) {
        Events found = run.lookUp(Header.DOCUMENT_TYPES);
        if (found != null) {
            return documentTypes.find(found.chars, found.length);
        }
        String wanted = run.options().documentType();
        return wanted == null ? Events.UNKNOWN : place(wanted);
    }

    private int place(String documentType) {
        return documentTypes.find(documentType.toCharArray(), documentType.length());
    }

    /** Reports that the type of the document cannot be told, as near to the cause as possible. */
    private void untyped(Run run, int kind) {
        Events events = run.events;
        if (kind != Events.OBJECT) {
            if (run.keeps(Check.TYPE)) {
                run.add(Check.TYPE, events.token, null, ROOT, Plan.kind(kind));
            }
            return;
        }
        long open = events.mark();
        String pointer = "";
        int position = events.token;
        Bilingual title = Bilingual.EMPTY;
        Bilingual found = Bilingual.EMPTY;
        String value = null;
        if (events.seek(Header.HEADER) == 0) {
            int header = events.value(Wanted.SOME_OBJECT);
            pointer = "/header";
            position = events.token;
            title = headerTitle();
            if (header == Events.OBJECT && events.seek(Header.DOCUMENT_TYPES) == 0) {
                int type = events.value(Wanted.SOME_TEXT);
                pointer = "/header/documentType";
                position = events.token;
                title = title.join(" / ", typeTitle());
                if (type == Events.TEXT) {
                    value = Plan.cut(events.text());
                    found = TextPlan.found(value);
                }
            }
        }
        events.rewind(open);
        if (run.keeps(Check.DOCUMENT_TYPE)) {
            String wanted = run.options().documentType();
            List<String> known = wanted != null ? List.of(wanted) : documentTypes.words();
            Bilingual list = new Bilingual(String.join("、", known), String.join(", ", known));
            run.findings.add(
                    Check.DOCUMENT_TYPE, Severity.ERROR, pointer, title, position, value, run.own(null), found, list);
        }
    }

    private Bilingual headerTitle() {
        return manifest.types().contains(Header.TYPE) ? bundle.type(Header.TYPE).title() : Plan.both("header");
    }

    private Bilingual typeTitle() {
        if (manifest.types().contains(Header.TYPE)) {
            for (TypeDefinition.Property property : bundle.type(Header.TYPE).properties()) {
                if (Header.of(property.name()) == Header.DOCUMENT_TYPE) {
                    return property.title();
                }
            }
        }
        return Plan.both("documentType");
    }
}
