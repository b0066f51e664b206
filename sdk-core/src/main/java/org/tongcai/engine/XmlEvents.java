package org.tongcai.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
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
final class XmlEvents extends Events {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] NOTHING = {};
    /** Elements are as deep as objects, and one more. */
    private static final int STACK = MAX_DEPTH + 4;

    private final XmlText decoder = new XmlText(this);
    private final XmlNamespaces namespaces = new XmlNamespaces();
    private final XmlTag tag = new XmlTag();
    private final @Nullable XmlReports reports;

    private byte[] in = NOTHING;
    private int start;
    private int end;
    private int pos;
    private int maxDepth;
    private int maxText;
    private int maxNumber;

    /** Open elements. */
    private int depth;
    /** Open objects and lists. */
    private int levels;
    /** The innermost element's start tag was read, its value was not asked for yet. */
    private boolean opened;
    /** The next member is the discriminator that {@code xsi:type} stands for. */
    private boolean virtualNext;
    /** The current member is. */
    private boolean virtualNow;

    private boolean begun;

    // Open elements, from 1; what is behind the innermost is the sibling read last.
    private final int[] nameAt = new int[STACK];
    private final int[] nameTo = new int[STACK];
    private final int[] localAt = new int[STACK];
    private final @Nullable String[] uriAt = new String[STACK];
    /** Namespaces declared before the element. */
    private final int[] scope = new int[STACK];
    /** The union that an object is read as; null for none. */
    private final @Nullable UnionPlan[] unions = new UnionPlan[STACK];
    /** Child elements so far. */
    private final int[] children = new int[STACK];
    /** While passing over: whether the element has text. */
    private final boolean[] texts = new boolean[STACK];

    /** The namespace of the root, which counts as that of the standard. */
    private String ours = XmlNamespaces.NONE;
    /** Whether elements without prefix are in it. */
    private boolean plain;

    private int writtenFrom;
    private int writtenTo;

    /** @param run where attributes too many are reported; null for a reader that reports nothing */
    XmlEvents(@Nullable Run run) {
        super(true);
        reports = run == null ? null : new XmlReports(run);
    }

    /** Whether the first character of a document is that of XML. */
    static boolean isXml(Slice document) {
        byte[] in = document.bytes();
        int end = document.offset() + document.length();
        int p = XmlChars.blank(in, afterMark(in, document.offset(), end), end);
        return p < end && in[p] == '<';
    }

    private static int afterMark(byte[] in, int p, int end) {
        boolean mark = end - p >= 3 && in[p] == (byte) 0xEF && in[p + 1] == (byte) 0xBB && in[p + 2] == (byte) 0xBF;
        return mark ? p + 3 : p;
    }

    void open(Slice document, Limits limits) {
        in = document.bytes();
        start = document.offset();
        pos = start;
        end = start + document.length();
        maxDepth = Math.min(limits.depth(), MAX_DEPTH);
        maxText = limits.stringLength();
        maxNumber = limits.numberLength();
        depth = 0;
        levels = 0;
        opened = false;
        virtualNext = false;
        virtualNow = false;
        begun = false;
        plain = false;
        token = 0;
        name = 0;
        tag.clear();
        namespaces.open(in);
    }

    @Override
    void close() {
        in = NOTHING;
        start = 0;
        pos = 0;
        end = 0;
        namespaces.close(NOTHING);
        if (chars.length > 1 << 15) {
            chars = new char[1024];
        }
    }

    @Override
    boolean skipByteOrderMark() {
        int p = afterMark(in, pos, end);
        boolean mark = p != pos;
        pos = p;
        return mark;
    }

    @Override
    void requireText() {
        if (end - pos >= 2 && (in[pos] == 0 || in[pos + 1] == 0)) {
            throw Fault.encoding(pos - start, "看来是 UTF-16 或 UTF-32", "it looks like UTF-16 or UTF-32");
        }
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
        token = nameAt[depth] - 1 - start;
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
        unions[depth] = union;
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
        UnionPlan union = unions[depth];
        unnamed = union == null || !union.readType(this, namespaces, ours);
        codePoints = Character.codePointCount(chars, 0, length);
        return TEXT;
    }

    /** Decodes an attribute of the current tag again, this time for its value. */
    void attribute(int i) {
        decoder.begin();
        decoder.attribute(in, tag.valueAt[i], end, start, maxText);
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

    int place(int p) {
        return p - start;
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
            if (plain && unions[depth] == null) {
                int size = names.predictedTag(in, p + 1, end, expected);
                if (size != 0) {
                    push(p, p + 1 + size);
                    name = p - start;
                    return expected;
                }
            }
            startTag(p);
        }
        name = nameAt[depth] - 1 - start;
        if (!isOurs(uriAt[depth])) {
            return UNKNOWN;
        }
        int place;
        if (tag.wide) {
            decodeName(localAt[depth]);
            place = names.find(chars, length);
        } else {
            place = names.find(in, localAt[depth], nameTo[depth], tag.hash);
        }
        UnionPlan union = unions[depth - 1];
        return union != null && place >= 0 && union.isDiscriminator(names.word(place)) ? UNKNOWN : place;
    }

    private int virtual(Names names, int expected) {
        virtualNext = false;
        virtualNow = true;
        name = tag.at[tag.type] - start;
        UnionPlan union = unions[depth];
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
        int from = nameAt[last];
        int size = nameTo[last] - from;
        int local = localAt[last];
        String uri = uriAt[last];
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
        int localSize = nameTo[last] - local;
        startTag(p);
        if (nameTo[last] - localAt[last] == localSize
                && same(in, local, localAt[last], localSize)
                && uri != null
                && uri.equals(uriAt[last])) {
            return true;
        }
        levels--;
        return false;
    }

    /** Whether the name at {@code p} has a prefix, or is none. */
    private boolean isPrefixed(int p) {
        int q = p;
        byte kind = XmlChars.OTHER;
        while (q < end && (kind = XmlChars.NAME[in[q] & 0xFF]) != XmlChars.OTHER && kind != XmlChars.COLON) {
            q++;
        }
        return kind == XmlChars.COLON;
    }

    @Override
    String memberName() {
        if (virtualNow) {
            return XmlChars.shown(in, tag.at[tag.type], tag.to[tag.type]);
        }
        decodeName(isOurs(uriAt[depth]) ? localAt[depth] : nameAt[depth]);
        return text();
    }

    private void decodeName(int from) {
        String text = new String(in, from, nameTo[depth] - from, java.nio.charset.StandardCharsets.UTF_8);
        length = text.length();
        if (length > chars.length) {
            chars = new char[length + 16];
        }
        text.getChars(0, length, chars, 0);
    }

    @Override
    int ordinal() {
        return children[depth - 1];
    }

    @Override
    String written(int limit) {
        return new String(chars, writtenFrom, Math.min(writtenTo - writtenFrom, limit));
    }

    // ---- places

    @Override
    long mark() {
        return state(nameAt[depth] - 1);
    }

    @Override
    void rewind(long mark) {
        int d = (int) (mark >>> 32) & 0xFFFF;
        UnionPlan union = unions[d];
        depth = d - 1;
        levels = (int) (mark >>> 48);
        namespaces.pop(scope[d]);
        redefault();
        children[depth]--;
        startTag((int) mark);
        opened = false;
        unions[d] = union;
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
        namespaces.pop(scope[depth + 1]);
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
        children[0] = 0;
        startTag(p);
        String uri = uriAt[1];
        ours = uri == null ? XmlNamespaces.NONE : uri;
        redefault();
        if (reports != null) {
            reports.root(p - start, ours, XmlChars.name(in, localAt[1], nameTo[1]), wanted);
        }
    }

    /** The place behind blanks, comments and processing instructions. */
    private int misc(int from) {
        int p = XmlChars.blank(in, from, end);
        while (p + 1 < end && in[p] == '<' && (in[p + 1] == '!' || in[p + 1] == '?')) {
            p = XmlChars.blank(in, XmlMisc.pass(in, p, end, start), end);
        }
        return p;
    }

    /** The place of the next tag inside of an object, where there is nothing but blanks before it. */
    private int next() {
        int p = pos;
        if (p >= end || in[p] != '<') {
            p = XmlChars.blank(in, p, end);
        }
        if (isTag(p)) {
            return p;
        }
        p = content(pos);
        if (!decoder.isBlank()) {
            throw mixed(p);
        }
        return p;
    }

    private boolean isTag(int p) {
        return p + 1 < end && in[p] == '<' && in[p + 1] != '!' && in[p + 1] != '?';
    }

    /** Decodes text up to the next tag, whose place is the answer. */
    private int content(int from) {
        decoder.begin();
        int p = from;
        while (true) {
            p = decoder.text(in, p, end, start, maxText);
            if (p + 1 >= end) {
                throw XmlChars.truncated(end, start);
            }
            if (in[p + 1] != '!' && in[p + 1] != '?') {
                break;
            }
            p = XmlChars.at(in, p, end, "<![CDATA[")
                    ? decoder.cdata(in, p + 9, end, start, maxText)
                    : XmlMisc.pass(in, p, end, start);
        }
        decoder.finish(token, maxText);
        return p;
    }

    /** Reads the start tag at {@code p}. */
    private void startTag(int p) {
        int to = tag.name(in, p + 1, end, start, maxText);
        int prefix = tag.prefix;
        int hash = tag.hash;
        boolean wide = tag.wide;
        int before = namespaces.top();
        if (to < end && in[to] == '>') {
            push(p, to);
        } else {
            int after = tag.attributes(in, to, end, start, maxText, decoder, this, namespaces);
            boolean empty = tag.empty;
            int special = tag.special;
            int type = tag.type;
            int nil = tag.nil;
            push(p, to);
            tag.empty = empty;
            tag.special = special;
            tag.type = type;
            tag.nil = nil;
            pos = after;
            redefault();
        }
        scope[depth] = before;
        tag.hash = hash;
        tag.wide = wide;
        if (prefix != 0) {
            String uri = namespaces.find(p + 1, prefix);
            if (uri == null) {
                throw XmlTag.undeclared(in, p + 1, prefix, start);
            }
            uriAt[depth] = uri;
            localAt[depth] = p + 2 + prefix;
        } else {
            uriAt[depth] = namespaces.byDefault;
        }
    }

    /** Opens the element at {@code p}, as one without prefix, in our namespace and without attributes. */
    private void push(int p, int to) {
        int d = depth + 1;
        children[depth]++;
        depth = d;
        nameAt[d] = p + 1;
        nameTo[d] = to;
        localAt[d] = p + 1;
        uriAt[d] = ours;
        scope[d] = namespaces.top();
        children[d] = 0;
        unions[d] = null;
        tag.special = 0;
        tag.nil = -1;
        tag.type = -1;
        tag.empty = false;
        tag.wide = false;
        pos = to + 1;
        opened = true;
    }

    private void pop() {
        if (namespaces.top() != scope[depth]) {
            namespaces.pop(scope[depth]);
            redefault();
        }
        depth--;
    }

    private void redefault() {
        plain = isOurs(namespaces.byDefault);
    }

    private boolean isOurs(@Nullable String uri) {
        return uri == ours || ours.equals(uri);
    }

    /** Reads the end tag at {@code p}, which must be that of the innermost element; the place behind it. */
    private int endTag(int p) {
        int from = nameAt[depth];
        int size = nameTo[depth] - from;
        int q = p + 2 + size;
        if (q < end && same(in, from, p + 2, size)) {
            if (in[q] != '>') {
                q = XmlChars.blank(in, q, end);
            }
            if (q < end && in[q] == '>') {
                pop();
                return q + 1;
            }
        }
        throw XmlMisc.wrongEnd(in, p, end, start, from, nameTo[depth]);
    }

    /** Whether the bytes from {@code a} on are those from {@code b} on, which is the greater. */
    private static boolean same(byte[] in, int a, int b, int size) {
        int i = 0;
        if (b + size + 8 <= in.length) {
            for (; i + 8 <= size; i += 8) {
                if ((long) LONG.get(in, a + i) != (long) LONG.get(in, b + i)) {
                    return false;
                }
            }
            return i == size || ((long) LONG.get(in, a + i) ^ (long) LONG.get(in, b + i)) << (8 - size + i) * 8 == 0;
        }
        return Arrays.equals(in, a, a + size, in, b, b + size);
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

    /** Passes over the rest of the innermost element, whose elements are {@code level} deep. */
    private void pass(int level) {
        int base = depth;
        if (tag.empty) {
            tag.empty = false;
            pop();
            return;
        }
        texts[base] = false;
        while (true) {
            int p = content(pos);
            if (!decoder.isBlank()) {
                if (children[depth] > 0) {
                    throw mixed(p);
                }
                texts[depth] = true;
            }
            if (in[p + 1] == '/') {
                pos = endTag(p);
                if (depth < base) {
                    return;
                }
            } else {
                if (texts[depth]) {
                    throw mixed(p);
                }
                if (level + depth - base > maxDepth) {
                    throw Fault.limit(Check.LIMIT_DEPTH, nameAt[depth] - 1 - start, maxDepth);
                }
                startTag(p);
                opened = false;
                texts[depth] = false;
                if (tag.empty) {
                    tag.empty = false;
                    pop();
                }
            }
        }
    }

    private Fault mixed(int p) {
        return new Fault(
                Check.SYNTAX_XML,
                p - start,
                new Bilingual("标准中没有文字与元素混排的内容", "the standard has no content in which text and elements are mixed"));
    }
}
