package org.tongcai.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces declared on the open elements, innermost last. Names of namespaces met lately are kept from document to document, so
 * that the same few cost no allocation. Not thread-safe.
 */
final class XmlNamespaces {
    /** That of no namespace. */
    static final String NONE = "";

    static final String XML = "http://www.w3.org/XML/1998/namespace";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    /** In force at once; a look-up walks through them, so that few keep reading linear. */
    static final int MAX = 64;

    private static final int KEPT = 8;
    private static final int KEPT_LENGTH = 200;

    private final int[] prefixAt = new int[MAX];
    /** Bytes; 0 for the default namespace. */
    private final int[] prefixLength = new int[MAX];

    private final String[] uris = new String[MAX];
    private int top;
    private byte[] in = {};
    private final String[] kept = new String[KEPT];
    private int nextKept;

    /** The default namespace in force. */
    String byDefault = NONE;

    XmlNamespaces() {
        Arrays.fill(kept, XSI);
    }

    void open(byte[] bytes) {
        in = bytes;
        top = 0;
        byDefault = NONE;
    }

    void close(byte[] nothing) {
        in = nothing;
        top = 0;
        Arrays.fill(uris, null);
    }

    int top() {
        return top;
    }

    /** Takes back what was declared since {@code top} was asked for. */
    void pop(int to) {
        top = to;
        byDefault = NONE;
        for (int i = top - 1; i >= 0; i--) {
            if (prefixLength[i] == 0) {
                byDefault = uris[i];
                break;
            }
        }
    }

    /**
     * Declares a namespace.
     *
     * @param at where the prefix stands
     * @param length its length in bytes; 0 for the default namespace
     * @param position where the declaration stands, for faults
     */
    void declare(int at, int length, char[] text, int size, int position) {
        String uri = kept(text, size);
        boolean xml = is(at, length, "xml");
        if (is(at, length, "xmlns") || xml != uri.equals(XML) || uri.equals(XMLNS) || length > 0 && uri.isEmpty()) {
            throw uri.isEmpty() && !xml
                    ? XmlChars.namespaces(position, "前缀不得绑定到空的命名空间", "a prefix must not be bound to no namespace")
                    : XmlChars.namespaces(position, "前缀或命名空间是保留的", "the prefix or the namespace is reserved");
        }
        if (top == MAX) {
            throw XmlChars.namespaces(position, "同时声明的命名空间过多", "too many namespaces are declared at once");
        }
        prefixAt[top] = at;
        prefixLength[top] = length;
        uris[top++] = uri;
        if (length == 0) {
            byDefault = uri;
        }
    }

    /** The namespace of a prefix; null where it is not declared. */
    @Nullable
    String find(int at, int length) {
        for (int i = top - 1; i >= 0; i--) {
            if (prefixLength[i] == length
                    && Arrays.equals(in, prefixAt[i], prefixAt[i] + length, in, at, at + length)) {
                return uris[i];
            }
        }
        return is(at, length, "xml") ? XML : null;
    }

    /** The namespace of the prefix that {@code length} chars are; null where it is not declared. */
    @Nullable
    String find(char[] text, int from, int length) {
        String prefix = new String(text, from, length);
        for (int i = top - 1; i >= 0; i--) {
            if (prefix.equals(new String(in, prefixAt[i], prefixLength[i], StandardCharsets.UTF_8))) {
                return uris[i];
            }
        }
        return prefix.equals("xml") ? XML : null;
    }

    private boolean is(int at, int length, String word) {
        return length == word.length() && XmlChars.at(in, at, at + length, word);
    }

    private String kept(char[] text, int size) {
        if (size == 0) {
            return NONE;
        }
        for (String known : kept) {
            if (equal(known, text, size)) {
                return known;
            }
        }
        String made = new String(text, 0, size);
        if (equal(XML, text, size)) {
            return XML;
        }
        if (size <= KEPT_LENGTH) {
            // The first stays: it is that of schema instances.
            nextKept = nextKept % (KEPT - 1) + 1;
            kept[nextKept] = made;
        }
        return made;
    }

    private static boolean equal(String known, char[] text, int size) {
        if (known.length() != size) {
            return false;
        }
        // Names of namespaces differ at the end.
        for (int i = size - 1; i >= 0; i--) {
            if (known.charAt(i) != text[i]) {
                return false;
            }
        }
        return true;
    }
}
