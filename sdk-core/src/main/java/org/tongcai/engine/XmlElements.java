package org.tongcai.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.Limits;
import org.tongcai.input.Slice;

/** The lower half of {@link XmlEvents}: tags, the open elements, the text between tags. What they mean to the standard is not known here. */
abstract class XmlElements extends Events {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] NOTHING = {};
    /** Elements are as deep as objects, and one more. */
    static final int STACK = MAX_DEPTH + 4;

    final XmlText decoder = new XmlText(this);
    final XmlNamespaces namespaces = new XmlNamespaces();
    /** The start tag that was read last. */
    final XmlTag tag = new XmlTag();

    byte[] in = NOTHING;
    int start;
    int end;
    int pos;
    int maxDepth;
    int maxText;

    /** Open elements. */
    int depth;
    /** The innermost element's start tag was read, its value was not asked for yet. */
    boolean opened;

    /** Open elements, from 1; what is behind the innermost is the sibling read last. */
    final XmlElement[] elements = new XmlElement[STACK];

    /** The namespace of the root, which counts as that of the standard. */
    String ours = XmlNamespaces.NONE;
    /** Whether elements without prefix are in it. */
    boolean plain;

    XmlElements() {
        super(true);
        Arrays.setAll(elements, i -> new XmlElement());
    }

    void open(Slice document, Limits limits) {
        in = document.bytes();
        start = document.offset();
        pos = start;
        end = start + document.length();
        maxDepth = Math.min(limits.depth(), MAX_DEPTH);
        maxText = limits.stringLength();
        depth = 0;
        opened = false;
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
    int ordinal() {
        return elements[depth - 1].children;
    }

    /** The place behind blanks, comments and processing instructions. */
    final int misc(int from) {
        int p = XmlChars.blank(in, from, end);
        while (p + 1 < end && in[p] == '<' && (in[p + 1] == '!' || in[p + 1] == '?')) {
            p = XmlChars.blank(in, XmlMisc.pass(in, p, end, start), end);
        }
        return p;
    }

    /** The place of the next tag inside of an object, where there is nothing but blanks before it. */
    final int next() {
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

    final boolean isTag(int p) {
        return p + 1 < end && in[p] == '<' && in[p + 1] != '!' && in[p + 1] != '?';
    }

    /** Decodes text up to the next tag, whose place is the answer. */
    final int content(int from) {
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
    final void startTag(int p) {
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
        elements[depth].scope = before;
        tag.hash = hash;
        tag.wide = wide;
        if (prefix != 0) {
            String uri = namespaces.find(p + 1, prefix);
            if (uri == null) {
                throw XmlTag.undeclared(in, p + 1, prefix, start);
            }
            elements[depth].uri = uri;
            elements[depth].localAt = p + 2 + prefix;
        } else {
            elements[depth].uri = namespaces.byDefault;
        }
    }

    /** Opens the element at {@code p}, as one without prefix, in our namespace and without attributes. */
    final void push(int p, int to) {
        elements[depth].children++;
        XmlElement own = elements[++depth];
        own.nameAt = p + 1;
        own.nameTo = to;
        own.localAt = p + 1;
        // Siblings seldom differ in this, and looking is cheaper than writing.
        if (own.uri != ours) {
            own.uri = ours;
        }
        own.scope = namespaces.top();
        own.children = 0;
        if (tag.special != 0 || tag.empty || tag.wide) {
            tag.special = 0;
            tag.nil = -1;
            tag.type = -1;
            tag.empty = false;
            tag.wide = false;
        }
        pos = to + 1;
        opened = true;
    }

    final void pop() {
        if (namespaces.top() != elements[depth].scope) {
            namespaces.pop(elements[depth].scope);
            redefault();
        }
        depth--;
    }

    final void redefault() {
        plain = isOurs(namespaces.byDefault);
    }

    final boolean isOurs(@Nullable String uri) {
        return uri == ours || ours.equals(uri);
    }

    /** Reads the end tag at {@code p}, which must be that of the innermost element; the place behind it. */
    final int endTag(int p) {
        XmlElement own = elements[depth];
        int from = own.nameAt;
        int size = own.nameTo - from;
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
        throw XmlMisc.wrongEnd(in, p, end, start, from, own.nameTo);
    }

    /** Whether the bytes from {@code a} on are those from {@code b} on, which is the greater. */
    static boolean same(byte[] in, int a, int b, int size) {
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

    /** Passes over the rest of the innermost element, whose elements are {@code level} deep. */
    final void pass(int level) {
        int base = depth;
        if (tag.empty) {
            tag.empty = false;
            pop();
            return;
        }
        elements[base].hasText = false;
        while (true) {
            int p = content(pos);
            if (!decoder.isBlank()) {
                if (elements[depth].children > 0) {
                    throw mixed(p);
                }
                elements[depth].hasText = true;
            }
            if (in[p + 1] == '/') {
                pos = endTag(p);
                if (depth < base) {
                    return;
                }
            } else {
                if (elements[depth].hasText) {
                    throw mixed(p);
                }
                if (level + depth - base > maxDepth) {
                    throw Fault.limit(Check.LIMIT_DEPTH, elements[depth].nameAt - 1 - start, maxDepth);
                }
                startTag(p);
                opened = false;
                elements[depth].hasText = false;
                if (tag.empty) {
                    tag.empty = false;
                    pop();
                }
            }
        }
    }

    final Fault mixed(int p) {
        return new Fault(
                Check.SYNTAX_XML,
                p - start,
                new Bilingual("标准中没有文字与元素混排的内容", "the standard has no content in which text and elements are mixed"));
    }

    final void decodeName(int from) {
        String text = new String(in, from, elements[depth].nameTo - from, StandardCharsets.UTF_8);
        length = text.length();
        if (length > chars.length) {
            chars = new char[length + 16];
        }
        text.getChars(0, length, chars, 0);
    }

    /** Decodes an attribute of the current tag again, this time for its value. */
    final void attribute(int i) {
        decoder.begin();
        decoder.attribute(in, tag.valueAt[i], end, start, maxText);
    }

    /** Whether the name at {@code p} has a prefix, or is none. */
    final boolean isPrefixed(int p) {
        int q = p;
        byte kind = XmlChars.OTHER;
        while (q < end && (kind = XmlChars.NAME[in[q] & 0xFF]) != XmlChars.OTHER && kind != XmlChars.COLON) {
            q++;
        }
        return kind == XmlChars.COLON;
    }

    static int afterMark(byte[] in, int p, int end) {
        boolean mark = end - p >= 3 && in[p] == (byte) 0xEF && in[p + 1] == (byte) 0xBB && in[p + 2] == (byte) 0xBF;
        return mark ? p + 3 : p;
    }
}
