package org.tongcai.engine;

import java.nio.charset.StandardCharsets;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.Limits;

/**
 * Events out of UTF-8 JSON (RFC 8259, strictly; UTF-8 strictly as RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
 * Reads bytes once and copies nothing but text, into one reused buffer. Reusable, not thread-safe.
 *
 * <p>It replaces a general parser because every text has to be looked at anyway: decoding, counting code points and finding forbidden
 * characters are one loop, names are compared in place with the member that should come next, and a fault knows its exact byte.
 */
final class JsonEvents extends Events {
    private static final byte[] NOTHING = {};

    private byte[] in = NOTHING;
    private int start;
    private int end;
    private int pos;
    private int depth;
    /** An object or list was just opened: no comma comes before its first member or item. */
    private boolean fresh;

    private int maxDepth;
    private int maxText;
    private int maxNumber;
    private final JsonText decoder = new JsonText(this);

    /** Starts a document. */
    void open(byte[] bytes, int offset, int size, Limits limits) {
        in = bytes;
        start = offset;
        pos = offset;
        end = offset + size;
        depth = 0;
        fresh = false;
        maxDepth = Math.min(limits.depth(), MAX_DEPTH);
        maxText = limits.stringLength();
        maxNumber = limits.numberLength();
        token = 0;
        name = 0;
    }

    @Override
    void close() {
        in = NOTHING;
        start = 0;
        pos = 0;
        end = 0;
        if (chars.length > 1 << 15) {
            chars = new char[1024];
        }
    }

    @Override
    boolean skipByteOrderMark() {
        if (end - pos >= 3 && in[pos] == (byte) 0xEF && in[pos + 1] == (byte) 0xBB && in[pos + 2] == (byte) 0xBF) {
            pos += 3;
            return true;
        }
        return false;
    }

    @Override
    void requireText() {
        if (end - pos >= 2) {
            int first = in[pos] & 0xFF;
            int second = in[pos + 1] & 0xFF;
            if (first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE || first == 0 || second == 0) {
                throw Fault.encoding(at(pos), "看来是 UTF-16 或 UTF-32", "it looks like UTF-16 or UTF-32");
            }
        }
        if (blank(pos) == end) {
            throw new Fault(Check.SYNTAX_EMPTY, at(pos), Bilingual.EMPTY);
        }
    }

    @Override
    void requireEnd() {
        int p = blank(pos);
        if (p < end) {
            throw new Fault(Check.SYNTAX_TRAILING, at(p), Bilingual.EMPTY);
        }
    }

    @Override
    int value(Wanted wanted) {
        int p = blank(pos);
        if (p >= end) {
            throw truncated();
        }
        token = p - start;
        byte b = in[p];
        if (b == '"') {
            pos = decoder.read(in, p, end, start, maxText);
            return TEXT;
        }
        switch (b) {
            case '{':
            case '[':
                if (++depth > maxDepth) {
                    throw Fault.limit(Check.LIMIT_DEPTH, token, maxDepth);
                }
                fresh = true;
                pos = p + 1;
                return b == '{' ? OBJECT : ARRAY;
            case 't':
                return literal(p, "true", TRUE);
            case 'f':
                return literal(p, "false", FALSE);
            case 'n':
                return literal(p, "null", NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
                return number(p);
            default:
                throw unexpected(p, "此处应为一个值", "a value is expected");
        }
    }

    @Override
    int member(Names names, int expected) {
        byte[] in = this.in;
        int p = blank(pos);
        int b = p < end ? in[p] : -1;
        if (fresh) {
            fresh = false;
            if (b == '}') {
                return close(p, END);
            }
        } else if (b == ',') {
            p = blank(p + 1);
            b = p < end ? in[p] : -1;
            if (b == '}') {
                throw Fault.json(at(p), "最后一个字段之后多了逗号", "a comma after the last member");
            }
        } else if (b == '}') {
            return close(p, END);
        } else {
            throw unexpected(p, "此处应为逗号或右花括号", "a comma or a closing brace is expected");
        }
        if (b != '"') {
            throw unexpected(p, "此处应为双引号括起的字段名", "a member name in double quotes is expected");
        }
        name = p - start;
        int size = names.predicted(in, p, end, expected);
        int place;
        if (size != 0) {
            place = expected;
            p += size;
        } else {
            int q = p + 1;
            int hash = 0;
            while (q < end && JsonText.CLASS[in[q] & 0xFF] == JsonText.PLAIN) {
                hash = 31 * hash + in[q++];
            }
            if (q < end && in[q] == '"') {
                if (q - p - 1 > maxText) {
                    throw Fault.limit(Check.LIMIT_STRING, name, maxText);
                }
                place = names.find(in, p + 1, q, hash);
                p = q + 1;
            } else {
                p = decoder.read(in, p, end, start, maxText);
                place = names.find(chars, length);
            }
        }
        if (p < end && in[p] == ':') {
            pos = p + 1;
            return place;
        }
        p = blank(p);
        if (p >= end || in[p] != ':') {
            throw unexpected(p, "字段名之后应为冒号", "a colon is expected after the member name");
        }
        pos = p + 1;
        return place;
    }

    @Override
    boolean item() {
        int p = blank(pos);
        int b = p < end ? in[p] : -1;
        if (fresh) {
            fresh = false;
            if (b == ']') {
                return close(p, 0) != 0;
            }
            pos = p;
            return true;
        }
        if (b == ',') {
            p = blank(p + 1);
            if (p < end && in[p] == ']') {
                throw Fault.json(at(p), "最后一项之后多了逗号", "a comma after the last item");
            }
            pos = p;
            return true;
        }
        if (b == ']') {
            return close(p, 0) != 0;
        }
        throw unexpected(p, "此处应为逗号或右方括号", "a comma or a closing bracket is expected");
    }

    private int close(int p, int answer) {
        depth--;
        pos = p + 1;
        return answer;
    }

    @Override
    String memberName() {
        decoder.read(in, start + name, end, start, maxText);
        return text();
    }

    @Override
    String written(int limit) {
        int from = start + token;
        int to = Math.min(pos, from + limit);
        return new String(in, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    long mark() {
        return ((long) depth << 32) | pos;
    }

    @Override
    void rewind(long mark) {
        pos = (int) mark;
        depth = (int) (mark >>> 32);
        fresh = true;
        token = pos - 1 - start;
    }

    @Override
    long here() {
        return mark();
    }

    @Override
    void resume(long here) {
        pos = (int) here;
        depth = (int) (here >>> 32);
        fresh = false;
    }

    private int blank(int p) {
        byte[] in = this.in;
        int end = this.end;
        while (p < end) {
            byte b = in[p];
            if (b > ' ' || b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return p;
            }
            p++;
        }
        return end;
    }

    private int literal(int p, String word, int kind) {
        int n = word.length();
        for (int i = 1; i < n; i++) {
            if (p + i >= end) {
                throw truncated();
            }
            if (in[p + i] != word.charAt(i)) {
                throw unexpected(p, "此处应为一个值", "a value is expected");
            }
        }
        pos = p + n;
        return kind;
    }

    private int number(int from) {
        int p = from;
        boolean negative = in[p] == '-';
        if (negative) {
            p++;
        }
        int first = digits(p, "此处应为数字", "a digit is expected");
        if (in[p] == '0' && first > p + 1) {
            throw Fault.json(at(from), "数字不得以 0 开头", "a number must not have leading zeros");
        }
        // Up to 18 digits fit into a long; longer numbers are beyond every bound that the dialect allows.
        long value = first - p > 18 ? Long.MAX_VALUE : 0;
        for (int i = p; value != Long.MAX_VALUE && i < first; i++) {
            value = value * 10 + (in[i] - '0');
        }
        number = negative ? -value : value;
        whole = true;
        p = first;
        if (p < end && in[p] == '.') {
            int last = digits(p + 1, "小数点之后应为数字", "a digit is expected after the decimal point");
            for (int i = p + 1; i < last; i++) {
                whole &= in[i] == '0';
            }
            p = last;
        }
        if (p < end && (in[p] | 0x20) == 'e') {
            p++;
            if (p < end && (in[p] == '+' || in[p] == '-')) {
                p++;
            }
            p = digits(p, "指数应为数字", "a digit is expected in the exponent");
            whole = false;
        }
        if (p - from > maxNumber) {
            throw Fault.limit(Check.LIMIT_NUMBER, token, maxNumber);
        }
        pos = p;
        return NUMBER;
    }

    private int digits(int from, String zh, String en) {
        int p = from;
        while (p < end && in[p] >= '0' && in[p] <= '9') {
            p++;
        }
        if (p == from) {
            throw unexpected(p, zh, en);
        }
        return p;
    }

    private int at(int p) {
        return p - start;
    }

    private Fault truncated() {
        return Fault.json(at(end), "输入提前结束", "the input ends too early");
    }

    private Fault unexpected(int p, String zh, String en) {
        if (p >= end) {
            return truncated();
        }
        int b = in[p];
        if (b < 0) {
            // Bytes outside of text: is the encoding wrong, or only the place?
            int size = JsonText.sequence(in, p, end);
            if (size == 0) {
                return JsonText.malformed(in, p, start);
            }
            String found = new String(in, p, size, StandardCharsets.UTF_8);
            return Fault.json(at(p), zh + "，实为“" + found + "”", en + ", found \"" + found + "\"");
        }
        String found = b > ' ' && b < 0x7F ? "“" + (char) b + "”" : String.format("U+%04X", b);
        return Fault.json(at(p), zh + "，实为" + found, en + ", found " + found.replaceAll("[“”]", "'"));
    }
}
