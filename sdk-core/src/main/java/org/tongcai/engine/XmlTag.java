package org.tongcai.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tongcai.Check;

/** The start tag that was just read: its name and attributes, as places in the bytes. Reused from tag to tag, not thread-safe. */
final class XmlTag {
    /** Attributes of one element; the standard has three. Bounds what comparing them with one another costs. */
    static final int MAX_ATTRIBUTES = 256;

    static final byte STRANGE = 0;
    static final byte DECLARATION = 1;
    static final byte TYPE = 2;
    static final byte NIL = 3;
    static final byte IGNORED = 4;

    final int[] at = new int[MAX_ATTRIBUTES];
    final int[] to = new int[MAX_ATTRIBUTES];
    final int[] valueAt = new int[MAX_ATTRIBUTES];
    final byte[] kind = new byte[MAX_ATTRIBUTES];
    private final int[] prefixes = new int[MAX_ATTRIBUTES];
    private final int[] hashes = new int[MAX_ATTRIBUTES];
    private final @Nullable String[] uris = new String[MAX_ATTRIBUTES];
    int count;
    /** Attributes that say something: all but declarations and the locations of schemas. */
    int special;
    /** Which is {@code xsi:type}; -1 for none. */
    int type = -1;
    /** Which is {@code xsi:nil}; -1 for none. */
    int nil = -1;
    /** Whether the element ends with its start tag. */
    boolean empty;

    // The name that was read last.

    /** Bytes of the prefix; 0 for none. */
    int prefix;
    /** 31 · h + c over the local name. */
    int hash;
    /** Whether the name goes beyond ASCII. */
    boolean wide;

    /** The tag has no attributes. */
    void clear() {
        count = 0;
        special = 0;
        type = -1;
        nil = -1;
        empty = false;
    }

    /** Reads a qualified name; the place behind it. */
    int name(byte[] in, int p, int end, int start, int maxText) {
        int q = p;
        int part = p;
        hash = 0;
        prefix = 0;
        wide = false;
        while (q < end) {
            byte b = in[q];
            byte sort = XmlChars.NAME[b & 0xFF];
            if (sort == XmlChars.START || sort == XmlChars.PART && q > part) {
                hash = 31 * hash + b;
                q++;
            } else if (sort == XmlChars.WIDE) {
                int size = XmlChars.size(in, q, end, start);
                if (!XmlChars.inName(XmlChars.codePoint(in, q, size), q == part)) {
                    break;
                }
                wide = true;
                q += size;
            } else if (sort == XmlChars.COLON) {
                if (prefix != 0 || q == p) {
                    throw XmlChars.colon(q - start);
                }
                prefix = q - p;
                hash = 0;
                part = ++q;
            } else {
                break;
            }
        }
        if (q == part) {
            throw XmlChars.unexpected(in, q, end, start, "此处应为名称", "a name is expected");
        }
        if (q - p > maxText) {
            throw Fault.limit(Check.LIMIT_STRING, p - start, maxText);
        }
        return q;
    }

    /** Reads the attributes from behind the name of an element on, and the end of the tag; the place behind it. */
    int attributes(
            byte[] in, int from, int end, int start, int maxText, XmlText decoder, Events target, XmlNamespaces all) {
        clear();
        boolean prefixed = false;
        int p = from;
        while (true) {
            int q = XmlChars.blank(in, p, end);
            if (q >= end) {
                throw XmlChars.fault(end - start, "输入提前结束：标签没有结束", "the input ends too early: a tag is not closed");
            }
            if (in[q] == '>') {
                p = q + 1;
                break;
            }
            if (in[q] == '/') {
                if (q + 1 >= end || in[q + 1] != '>') {
                    throw XmlChars.unexpected(in, q + 1, end, start, "此处应为“>”", "'>' is expected");
                }
                empty = true;
                p = q + 2;
                break;
            }
            if (q == p) {
                throw XmlChars.unexpected(in, q, end, start, "此处应为空白、“/>”或“>”", "a blank, '/>' or '>' is expected");
            }
            if (count == MAX_ATTRIBUTES) {
                throw XmlChars.fault(
                        q - start, "一个元素的属性多于 " + count + " 个", "an element has more than " + count + " attributes");
            }
            p = attribute(in, q, end, start, maxText, decoder);
            int i = count++;
            int size = prefix;
            if (size == 0 && isName(in, q, to[i], "xmlns")) {
                all.declare(q, 0, target.chars, target.length, q - start);
                kind[i] = DECLARATION;
            } else if (size == 5 && isName(in, q, q + 5, "xmlns")) {
                all.declare(q + 6, to[i] - q - 6, target.chars, target.length, q - start);
                kind[i] = DECLARATION;
            } else {
                kind[i] = STRANGE;
                special++;
                prefixed |= size != 0;
            }
        }
        if (prefixed) {
            resolve(in, start, all);
        }
        return p;
    }

    private int attribute(byte[] in, int p, int end, int start, int maxText, XmlText decoder) {
        int i = count;
        int q = name(in, p, end, start, maxText);
        at[i] = p;
        to[i] = q;
        prefixes[i] = prefix;
        hashes[i] = hash;
        for (int k = 0; k < i; k++) {
            if (hashes[k] == hash && Arrays.equals(in, at[k], to[k], in, p, q)) {
                throw twice(in, i, start);
            }
        }
        q = XmlChars.blank(in, q, end);
        if (q >= end || in[q] != '=') {
            throw XmlChars.unexpected(
                    in, q, end, start, "属性名之后应为等号", "an equals sign is expected after the name of an attribute");
        }
        q = XmlChars.blank(in, q + 1, end);
        if (q >= end || in[q] != '"' && in[q] != '\'') {
            throw XmlChars.unexpected(in, q, end, start, "属性值应以引号括起", "the value of an attribute should be in quotes");
        }
        valueAt[i] = q + 1;
        decoder.begin();
        return decoder.attribute(in, q + 1, end, start, maxText) + 1;
    }

    private void resolve(byte[] in, int start, XmlNamespaces all) {
        for (int i = 0; i < count; i++) {
            int size = prefixes[i];
            uris[i] = null;
            if (kind[i] == DECLARATION || size == 0) {
                continue;
            }
            String uri = all.find(at[i], size);
            if (uri == null) {
                throw undeclared(in, at[i], size, start);
            }
            uris[i] = uri;
            int from = at[i] + size + 1;
            for (int k = 0; k < i; k++) {
                if (hashes[k] == hashes[i]
                        && uri.equals(uris[k])
                        && Arrays.equals(in, at[k] + prefixes[k] + 1, to[k], in, from, to[i])) {
                    throw twice(in, i, start);
                }
            }
            if (uri.equals(XmlNamespaces.XSI)) {
                instance(in, i, from);
            }
        }
    }

    private void instance(byte[] in, int i, int from) {
        if (isName(in, from, to[i], "type")) {
            kind[i] = TYPE;
            type = i;
        } else if (isName(in, from, to[i], "nil")) {
            kind[i] = NIL;
            nil = i;
        } else if (isName(in, from, to[i], "schemaLocation") || isName(in, from, to[i], "noNamespaceSchemaLocation")) {
            kind[i] = IGNORED;
            special--;
        }
    }

    private static boolean isName(byte[] in, int from, int to, String word) {
        return to - from == word.length() && XmlChars.at(in, from, to, word);
    }

    private Fault twice(byte[] in, int i, int start) {
        String name = XmlChars.shown(in, at[i], to[i]);
        return XmlChars.fault(at[i] - start, "属性 " + name + " 重复", "the attribute " + name + " appears twice");
    }

    static Fault undeclared(byte[] in, int at, int size, int start) {
        String name = XmlChars.shown(in, at, at + size);
        return XmlChars.namespaces(at - start, "没有声明前缀 " + name, "the prefix " + name + " is not declared");
    }
}
