package org.tongcai.engine;

import org.jspecify.annotations.Nullable;
import org.tongcai.Check;
import org.tongcai.Limits;
import org.tongcai.input.Slice;

/**
 * Events out of UTF-8 XML (XML 1.0 fifth edition with namespaces, strictly; no DTD), mapped as {@code spec/technical/encoding.md} lays
 * down. Reads bytes once and copies nothing but text, into one reused buffer. Reusable, not thread-safe.
 *
 * <p>A start tag is read whole, attributes included, before its value is asked for: {@link #opened}. An element that the plan wants as a
 * list is the first item of that list; equally named siblings follow. The position of a value is that of its element.
 */
final class XmlEvents extends XmlElements {
    private final @Nullable XmlReports reports;

    private int maxNumber;

    /** Open objects and lists. */
    private int levels;
    /** The next member is the discriminator that {@code xsi:type} stands for. */
    private boolean virtualNext;
    /** The current member is. */
    private boolean virtualNow;

    private boolean begun;

    private int writtenFrom;
    private int writtenTo;

    /** @param run where attributes too many are reported; null for a reader that reports nothing */
    XmlEvents(@Nullable Run run) {
        reports = run == null ? null : new XmlReports(run);
    }

    /** Whether the first character of a document is that of XML. */
    static boolean isXml(Slice document) {
        byte[] in = document.bytes();
        int end = document.offset() + document.length();
        int p = XmlChars.blank(in, afterMark(in, document.offset(), end), end);
        return p < end && in[p] == '<';
    }

    @Override
    void open(Slice document, Limits limits) {
        super.open(document, limits);
        maxNumber = limits.numberLength();
        levels = 0;
        virtualNext = false;
        virtualNow = false;
        begun = false;
        if (reports != null) {
            reports.begin();
        }
    }

    /** The XPaths of places in the document; null for a reader that reports nothing. */
    @Nullable
    XmlPaths paths(@Nullable Plan plan) {
        return reports == null ? null : reports.paths(plan);
    }

    @Override
    void requireEnd() {
        int p = misc(pos);
        if (p < end) {
            throw XmlChars.unexpected(in, p, end, start, "根元素之后不得再有内容", "nothing may follow the root element");
        }
    }

    // ---- values

    @Override
    int value(Wanted wanted) {
        if (virtualNow) {
            return discriminator();
        }
        if (!begun) {
            root(wanted);
        }
        token = elements[depth].nameAt - 1 - start;
        int shape = wanted.shape;
        if (tag.special != 0) {
            if (reports != null && shape != ARRAY) {
                reports.attributes(in, tag, wanted, this);
            }
            if (tag.nil >= 0 && isTrue(tag.nil)) {
                opened = false;
                pass(levels + 1);
                return NULL;
            }
        }
        if (shape == ARRAY) {
            deeper();
            return ARRAY;
        }
        opened = false;
        if (tag.empty) {
            if (shape == OBJECT) {
                return object(wanted);
            }
            tag.empty = false;
            decoder.begin();
            decoder.finish(token, maxText);
            pop();
            return scalar(shape);
        }
        int p = pos;
        if (shape == OBJECT) {
            p = XmlChars.blank(in, p, end);
            if (isTag(p)) {
                pos = p;
                return object(wanted);
            }
            p = pos;
        }
        p = content(p);
        if (in[p + 1] != '/') {
            if (!decoder.isBlank()) {
                throw mixed(p);
            }
            pos = p;
            return object(wanted);
        }
        if (shape == OBJECT && decoder.isBlank()) {
            pos = p;
            return object(wanted);
        }
        pos = endTag(p);
        return shape == TEXT ? TEXT : scalar(shape);
    }

    private int object(Wanted wanted) {
        deeper();
        UnionPlan union = wanted instanceof UnionPlan plan ? plan : null;
        elements[depth].union = union;
        virtualNext = union != null && tag.special != 0 && tag.type >= 0;
        return OBJECT;
    }

    private void deeper() {
        if (++levels > maxDepth) {
            throw Fault.limit(Check.LIMIT_DEPTH, token, maxDepth);
        }
    }

    /** What the text is where a number or a boolean is wanted: blanks around it do not count. */
    private int scalar(int shape) {
        if (shape != NUMBER && shape != TRUE) {
            return TEXT;
        }
        int from = 0;
        int to = length;
        while (from < to && XmlChars.isBlank(chars[from])) {
            from++;
        }
        while (to > from && XmlChars.isBlank(chars[to - 1])) {
            to--;
        }
        writtenFrom = from;
        writtenTo = to;
        if (shape == TRUE) {
            return XmlScalars.is(chars, from, to, "true")
                    ? TRUE
                    : XmlScalars.is(chars, from, to, "false") ? FALSE : TEXT;
        }
        if (!XmlScalars.isNumber(chars, from, to)) {
            return TEXT;
        }
        if (to - from > maxNumber) {
            throw Fault.limit(Check.LIMIT_NUMBER, token, maxNumber);
        }
        whole = XmlScalars.isWhole(chars, from, to);
        number = whole ? XmlScalars.whole(chars, from, to) : 0;
        return NUMBER;
    }

    /** The discriminator that {@code xsi:type} stands for. */
    private int discriminator() {
        virtualNow = false;
        int i = tag.type;
        token = tag.at[i] - start;
        attribute(i);
        UnionPlan union = elements[depth].union;
        unnamed = union == null || !union.readType(this, namespaces, ours);
        codePoints = Character.codePointCount(chars, 0, length);
        return TEXT;
    }

    private boolean isTrue(int attribute) {
        attribute(attribute);
        return XmlScalars.isTrue(chars, length);
    }

    boolean isFlag(int attribute) {
        attribute(attribute);
        return XmlScalars.isTrue(chars, length) || XmlScalars.isFalse(chars, length);
    }

    /** Whether the type that {@code xsi:type} names is this one. */
    boolean isType(String type) {
        attribute(tag.type);
        int from = XmlScalars.local(this, namespaces, ours);
        return from >= 0 && XmlScalars.is(chars, from, length, type);
    }

    // ---- members and items

    @Override
    int member(Names names, int expected) {
        if (virtualNext) {
            return virtual(names, expected);
        }
        if (!opened) {
            if (tag.empty) {
                tag.empty = false;
                pop();
                levels--;
                return END;
            }
            int p = next();
            if (in[p + 1] == '/') {
                pos = endTag(p);
                levels--;
                return END;
            }
            if (plain) {
                int size = names.predictedTag(in, p + 1, end, expected);
                UnionPlan union = elements[depth].union;
                if (size != 0 && (union == null || !union.isDiscriminator(names.word(expected)))) {
                    push(p, p + 1 + size);
                    name = p - start;
                    return expected;
                }
            }
            startTag(p);
        }
        name = elements[depth].nameAt - 1 - start;
        if (!isOurs(elements[depth].uri)) {
            return UNKNOWN;
        }
        int place;
        if (tag.wide) {
            decodeName(elements[depth].localAt);
            place = names.find(chars, length);
        } else {
            place = names.find(in, elements[depth].localAt, elements[depth].nameTo, tag.hash);
        }
        UnionPlan union = elements[depth - 1].union;
        return union != null && place >= 0 && union.isDiscriminator(names.word(place)) ? UNKNOWN : place;
    }

    private int virtual(Names names, int expected) {
        virtualNext = false;
        virtualNow = true;
        name = tag.at[tag.type] - start;
        UnionPlan union = elements[depth].union;
        return union == null ? UNKNOWN : union.findDiscriminator(names, expected);
    }

    @Override
    boolean item() {
        if (opened) {
            return true;
        }
        int p = next();
        if (in[p + 1] == '/') {
            pos = p;
            levels--;
            return false;
        }
        int last = depth + 1;
        int from = elements[last].nameAt;
        int size = elements[last].nameTo - from;
        int local = elements[last].localAt;
        String uri = elements[last].uri;
        boolean same = p + 1 + size < end && same(in, from, p + 1, size);
        if (same && in[p + 1 + size] == '>' && plain && local == from && isOurs(uri)) {
            push(p, p + 1 + size);
            return true;
        }
        if (!same && local == from && !isPrefixed(p + 1)) {
            pos = p;
            levels--;
            return false;
        }
        int localSize = elements[last].nameTo - local;
        startTag(p);
        if (elements[last].nameTo - elements[last].localAt == localSize
                && same(in, local, elements[last].localAt, localSize)
                && uri != null
                && uri.equals(elements[last].uri)) {
            return true;
        }
        levels--;
        return false;
    }

    @Override
    String memberName() {
        if (virtualNow) {
            return XmlChars.shown(in, tag.at[tag.type], tag.to[tag.type]);
        }
        decodeName(isOurs(elements[depth].uri) ? elements[depth].localAt : elements[depth].nameAt);
        return text();
    }

    @Override
    String written(int limit) {
        return new String(chars, writtenFrom, Math.min(writtenTo - writtenFrom, limit));
    }

    // ---- places

    @Override
    long mark() {
        return state(elements[depth].nameAt - 1);
    }

    @Override
    void rewind(long mark) {
        int d = (int) (mark >>> 32) & 0xFFFF;
        UnionPlan union = elements[d].union;
        levels = (int) (mark >>> 48);
        // Where nothing was read but xsi:type, the tag is still the one read last.
        if (depth != d || elements[d].nameAt - 1 != (int) mark || elements[d].children != 0) {
            depth = d - 1;
            namespaces.pop(elements[d].scope);
            redefault();
            elements[depth].children--;
            startTag((int) mark);
            opened = false;
            elements[d].union = union;
        }
        virtualNow = false;
        virtualNext = union != null && tag.special != 0 && tag.type >= 0;
        token = (int) mark - start;
    }

    @Override
    long here() {
        return state(pos);
    }

    @Override
    void resume(long here) {
        depth = (int) (here >>> 32) & 0xFFFF;
        levels = (int) (here >>> 48);
        pos = (int) here;
        namespaces.pop(elements[depth + 1].scope);
        redefault();
        opened = false;
        tag.empty = false;
        virtualNow = false;
        virtualNext = false;
    }

    private long state(int place) {
        return (long) levels << 48 | (long) depth << 32 | place;
    }

    // ---- tags

    /** The root element: what comes before it, and whether it is the one that it should be. */
    private void root(Wanted wanted) {
        begun = true;
        int p = misc(XmlMisc.declaration(in, pos, end, start));
        if (p >= end) {
            throw XmlChars.fault(end - start, "没有根元素", "there is no root element");
        }
        if (in[p] != '<') {
            throw XmlChars.unexpected(in, p, end, start, "此处应为根元素", "the root element is expected");
        }
        elements[0].children = 0;
        startTag(p);
        String uri = elements[1].uri;
        ours = uri == null ? XmlNamespaces.NONE : uri;
        redefault();
        if (reports != null) {
            reports.root(p - start, ours, XmlChars.name(in, elements[1].localAt, elements[1].nameTo), wanted);
        }
    }

    // ---- passing over

    @Override
    void skip(int kind) {
        if (kind == OBJECT) {
            virtualNext = false;
            pass(levels);
            levels--;
        } else {
            super.skip(kind);
        }
    }
}
