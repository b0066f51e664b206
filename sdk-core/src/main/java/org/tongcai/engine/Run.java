package org.tongcai.engine;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.Citation;
import org.tongcai.Limits;
import org.tongcai.Severity;
import org.tongcai.ValidationOptions;
import org.tongcai.binding.Model;
import org.tongcai.bundle.Manifest;
import org.tongcai.format.TextFormat;
import org.tongcai.input.Slice;
import org.tongcai.rule.Facts;
import org.tongcai.rule.RuleSet;

/**
 * The judging of one document: the path down to the current value, the bits of open objects, what the header said, the findings. Reused
 * from document to document, so that a valid one costs no allocation. Not thread-safe.
 */
final class Run {
    /** Number of the item after an item has been read: what is wrong there is wrong with the list. */
    static final int BETWEEN = -1;

    private static final Slice NOTHING = Slice.of("-", new byte[0]);
    private static final String SEPARATOR = " / ";
    /** Bits of open objects kept between documents. */
    private static final int BITS_KEPT = 1 << 12;
    /** Where no day is given and the document has none, it is judged as of today in China. */
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** The document of this run, whatever it is written in. */
    Events events;

    final Findings findings = new Findings();
    final Repetitions repetitions = new Repetitions();
    /** Whose rules alone the facts are for; null: they are noted for others, too, and whole. */
    private @Nullable RuleSet rules;

    /** What rules look at; written only where rules are to be judged. */
    final Facts facts = new Facts();

    final Ruling ruling = new Ruling(this);
    /** A second reader for looking things up in the header while the first stands elsewhere. */
    private Events scout;

    private final JsonEvents json = new JsonEvents();
    private final JsonEvents jsonScout = new JsonEvents();
    /** Made when the first document in XML, the first model comes. */
    private @Nullable XmlEvents xml;

    private @Nullable XmlEvents xmlScout;
    private @Nullable ModelEvents objects;
    private @Nullable ModelEvents objectsScout;
    /** The document, where it is an object in memory. */
    private @Nullable Model model;

    /** Made when the first document is to be converted. */
    private @Nullable Transfer transfer;

    private final Manifest manifest;
    private ValidationOptions options = ValidationOptions.DEFAULT;
    private Slice slice = NOTHING;

    /** The members down to the current value; null stands for an item of a list, whose number is in {@link #index}. */
    private final @Nullable Member[] path = new Member[Events.MAX_DEPTH + 2];

    private final int[] index = new int[Events.MAX_DEPTH + 2];
    private int depth;
    private Bilingual title = Bilingual.EMPTY;
    private @Nullable Plan root;

    /** Bits of the open objects, one after the other; see {@link ObjectPlan}. */
    long[] bits = new long[64];

    int top;

    /** How often a member was another than the one guessed; see {@link ObjectPlan}. */
    int misses;

    private @Nullable String documentId;
    private @Nullable Fault fault;
    /** Day of issue as yyyymmdd; 0: not met yet, -1: there is none. */
    private int issued;

    private int knownDay;
    private LocalDate day = LocalDate.EPOCH;

    Run(Manifest manifest) {
        this.manifest = manifest;
        events = json;
        scout = jsonScout;
    }

    /** Starts a document in JSON or XML: its first character tells. */
    void begin(Slice document, ValidationOptions how) {
        slice = document;
        if (XmlEvents.isXml(document)) {
            if (xml == null || xmlScout == null) {
                xml = new XmlEvents(this);
                xmlScout = new XmlEvents(null);
            }
            xml.open(document, how.limits());
            events = xml;
            scout = xmlScout;
        } else {
            json.open(document.bytes(), document.offset(), document.length(), how.limits());
            events = json;
            scout = jsonScout;
        }
        begin(how);
    }

    /** Starts a document that is an object in memory. */
    void begin(Model document, ValidationOptions how) {
        if (objects == null || objectsScout == null) {
            objects = new ModelEvents();
            objectsScout = new ModelEvents();
        }
        objects.open(document, how.limits());
        model = document;
        events = objects;
        scout = objectsScout;
        begin(how);
    }

    private void begin(ValidationOptions how) {
        options = how;
        findings.begin(how.limits());
        ruling.begin();
        depth = 0;
        top = 0;
        title = Bilingual.EMPTY;
        root = null;
        documentId = null;
        fault = null;
        issued = 0;
    }

    /** Carries over the document instead of judging it. */
    Transfer transfer() {
        Transfer known = transfer;
        if (known == null) {
            known = new Transfer(this);
            transfer = known;
        }
        return known;
    }

    /** What is noted from now on: what some rules read that look at no other document; null for all. */
    void noteFor(@Nullable RuleSet only) {
        rules = only;
    }

    /** Whether the value of a member that some rule reads is noted for the rules at hand. */
    boolean notes(Member member) {
        return rules == null || rules.readsAlone(member.number);
    }

    /** Lets go of the document. */
    void end() {
        events.close();
        scout.close();
        repetitions.close();
        if (bits.length > BITS_KEPT) {
            bits = new long[64];
        }
        slice = NOTHING;
        model = null;
        options = ValidationOptions.DEFAULT;
    }

    ValidationOptions options() {
        return options;
    }

    /** The title of the whole document and what it is read with, from now on. */
    void root(Bilingual title, Plan plan) {
        this.title = title;
        root = plan;
    }

    /** Whether the document is an object in memory, without bytes. */
    boolean isModel() {
        return model != null;
    }

    /** The XPaths of places in the document; null where it is not XML. */
    @Nullable
    XmlPaths paths() {
        return xml != null && events == xml ? xml.paths(root) : null;
    }

    // ---- the path

    void enter(Member member) {
        path[depth++] = member;
    }

    void enterItems() {
        path[depth++] = null;
    }

    void item(int number) {
        index[depth - 1] = number;
    }

    void leave() {
        depth--;
    }

    /** Whether the current value is a direct member of the document's own header. */
    boolean inHeader() {
        Member first = path[0];
        return depth == 2 && first != null && first.isHeader();
    }

    /** Room for {@code words} cleared words at {@link #top}; the caller sets {@code top} back to the answer when it is done. */
    int claim(int words) {
        int base = top;
        top = base + words;
        if (top > bits.length) {
            bits = Arrays.copyOf(bits, Math.max(top, bits.length * 2));
        }
        for (int i = base; i < top; i++) {
            bits[i] = 0;
        }
        return base;
    }

    // ---- the header

    void documentId(String id) {
        documentId = id;
    }

    @Nullable
    String documentId() {
        return documentId;
    }

    /** Takes the day of issue out of a date-time that was found to be one. */
    void issuedAt(char[] text) {
        issued = packed(text);
    }

    private static int packed(char[] t) {
        int year = (t[0] - '0') * 1000 + (t[1] - '0') * 100 + (t[2] - '0') * 10 + (t[3] - '0');
        return year * 10_000 + ((t[5] - '0') * 10 + (t[6] - '0')) * 100 + (t[8] - '0') * 10 + (t[9] - '0');
    }

    /** The text of a member of the header, wherever the header stands; null where there is none. Leaves {@link #events} alone. */
    @Nullable
    Events lookUp(Names member) {
        try {
            again();
            if (scout.value(Wanted.SOME_OBJECT) == Events.OBJECT
                    && scout.seek(Header.HEADER) == 0
                    && scout.value(Wanted.SOME_OBJECT) == Events.OBJECT
                    && scout.seek(member) == 0
                    && scout.value(Wanted.SOME_TEXT) == Events.TEXT) {
                return scout;
            }
        } catch (Fault malformed) {
            // The main reader meets the same fault and reports it.
        }
        return null;
    }

    /** The document. */
    Slice slice() {
        return slice;
    }

    /** The document from its start again, for finding places in it. */
    Events again() {
        Limits limits = options.limits();
        if (objectsScout != null && model != null) {
            objectsScout.open(model, limits);
        } else if (scout == xmlScout && xmlScout != null) {
            xmlScout.open(slice, limits);
        } else {
            jsonScout.open(slice.bytes(), slice.offset(), slice.length(), limits);
        }
        scout.skipByteOrderMark();
        return scout;
    }

    /** The day whose codes count. Only asked where a code has a span of validity, which most have not. */
    LocalDate day() {
        LocalDate given = options.asOf();
        if (given != null) {
            return given;
        }
        if (issued == 0) {
            Events found = lookUp(Header.ISSUED_AT);
            boolean dated = found != null && TextFormat.DATE_TIME.matches(found.chars, found.length);
            issued = found != null && dated ? packed(found.chars) : -1;
        }
        if (issued < 0) {
            return LocalDate.now(CHINA);
        }
        if (issued != knownDay) {
            day = LocalDate.of(issued / 10_000, issued / 100 % 100, issued % 100);
            knownDay = issued;
        }
        return day;
    }

    // ---- findings

    /** Counts an error; whether to put it into words. */
    boolean keeps(Check check) {
        return findings.keeps(check, Severity.ERROR);
    }

    /** An error at the current value. */
    void add(Check check, int position, @Nullable String value, Bilingual... details) {
        add(check, Severity.ERROR, position, value, citation(), details);
    }

    /** A finding at the current value. */
    void add(
            Check check,
            Severity severity,
            int position,
            @Nullable String value,
            @Nullable Citation citation,
            Bilingual... details) {
        findings.add(check, severity, pointer(), title(), position, value, citation, details);
    }

    /** Why the reading ended early; null where it did not. */
    @Nullable
    Fault fault() {
        return fault;
    }

    /** The reading ends here. */
    void add(Fault fault) {
        this.fault = fault;
        findings.countFault();
        Citation source = Encoding.of(fault, events.xml, own(null));
        add(fault.check, Severity.ERROR, fault.position, null, source, fault.detail);
    }

    /** JSON Pointer (RFC 6901) of the current value. */
    String pointer() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            Member member = path[i];
            if (member == null && index[i] == BETWEEN) {
                continue;
            }
            out.append('/');
            if (member == null) {
                out.append(index[i]);
            } else {
                out.append(escaped(member.name()));
            }
        }
        return out.toString();
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Titles from the document down to the current value. */
    Bilingual title() {
        Bilingual all = title;
        for (int i = 0; i < depth; i++) {
            Member member = path[i];
            if (member == null && index[i] == BETWEEN) {
                continue;
            }
            Bilingual next = member != null ? member.title() : itemTitle(index[i] + 1);
            all = all.zh().isEmpty() ? next : all.join(SEPARATOR, next);
        }
        return all;
    }

    Bilingual titleOf(Bilingual below) {
        Bilingual above = title();
        return above.zh().isEmpty() ? below : above.join(SEPARATOR, below);
    }

    static Bilingual itemTitle(int number) {
        return new Bilingual("第 " + number + " 项", "item " + number);
    }

    /** Where the requirement on the current value comes from: the source of the innermost member that names one. */
    Citation citation() {
        for (int i = depth - 1; i >= 0; i--) {
            Member member = path[i];
            if (member != null) {
                return citation(member);
            }
        }
        return own(null);
    }

    Citation citation(Member member) {
        return member.basis().isEmpty() ? own(member.termId()) : member.basis().get(0);
    }

    /** The standard itself as the source, for what stands in no law. */
    Citation own(@Nullable String termId) {
        return new Citation(manifest.title().zh(), manifest.id() + " " + manifest.version(), termId);
    }

    Manifest manifest() {
        return manifest;
    }
}
