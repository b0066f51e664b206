package org.tongcai.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.tongcai.Bilingual;
import org.tongcai.Check;

/** What means nothing in an XML document but has to be well-formed: the declaration, comments, processing instructions. Stateless. */
final class XmlMisc {
    private static final Pattern ENCODING_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

    private XmlMisc() {}

    /** Passes over the XML declaration, where there is one at {@code p}, the start of the document. */
    static int declaration(byte[] in, int p, int end, int start) {
        if (!XmlChars.at(in, p, end, "<?xml") || p + 5 < end && !isBlankOrMark(in[p + 5])) {
            return p;
        }
        int q = p + 5;
        int next = pseudo(in, q, end, start, "version");
        if (next == q) {
            throw XmlChars.unexpected(
                    in,
                    XmlChars.blank(in, q, end),
                    end,
                    start,
                    "XML 声明应以 version 开始",
                    "the XML declaration should begin with version");
        }
        int value = opening(in, q, end);
        if (!isVersion(in, value, next - 1)) {
            throw XmlChars.fault(value - start, "XML 版本应为 1.0", "the version of XML should be 1.0");
        }
        q = next;
        next = pseudo(in, q, end, start, "encoding");
        if (next != q) {
            value = opening(in, q, end);
            // Nearly every document says so; the others are about to be refused or are rare.
            if (next - 1 - value != 5 || !XmlChars.at(in, value, end, "UTF-8")) {
                encoding(in, value, next - 1, start);
            }
            q = next;
        }
        next = pseudo(in, q, end, start, "standalone");
        if (next != q) {
            value = opening(in, q, end);
            int size = next - 1 - value;
            if (!(size == 3 && XmlChars.at(in, value, end, "yes") || size == 2 && XmlChars.at(in, value, end, "no"))) {
                throw XmlChars.fault(value - start, "standalone 应为 yes 或 no", "standalone should be yes or no");
            }
            q = next;
        }
        q = XmlChars.blank(in, q, end);
        if (!XmlChars.at(in, q, end, "?>")) {
            throw XmlChars.unexpected(in, q, end, start, "XML 声明应以 ?> 结束", "the XML declaration should end with ?>");
        }
        return q + 2;
    }

    /** Refuses a declared encoding other than UTF-8, in whatever case. */
    private static void encoding(byte[] in, int from, int to, int start) {
        String name = new String(in, from, to - from, StandardCharsets.UTF_8);
        if (!ENCODING_NAME.matcher(name).matches()) {
            throw XmlChars.fault(from - start, "编码名称不合语法", "that is no name of an encoding");
        }
        if (!name.equalsIgnoreCase("UTF-8")) {
            String shown = XmlChars.shown(in, from, to);
            throw Fault.encoding(
                    from - start,
                    "声明的编码是 " + shown + "，应为 UTF-8",
                    "the encoding declared is " + shown + ", it should be UTF-8");
        }
    }

    private static boolean isBlankOrMark(byte b) {
        return XmlChars.isBlank(b) || b == '?';
    }

    private static boolean isVersion(byte[] in, int from, int to) {
        if (to - from < 3 || in[from] != '1' || in[from + 1] != '.') {
            return false;
        }
        for (int i = from + 2; i < to; i++) {
            if (in[i] < '0' || in[i] > '9') {
                return false;
            }
        }
        return true;
    }

    /** Where the value begins of what {@link #pseudo} found. */
    private static int opening(byte[] in, int p, int end) {
        int q = p;
        while (q < end && in[q] != '"' && in[q] != '\'') {
            q++;
        }
        return q + 1;
    }

    /** The place behind {@code name="…"}; {@code p} where that does not stand there. */
    private static int pseudo(byte[] in, int p, int end, int start, String name) {
        int q = XmlChars.blank(in, p, end);
        if (q == p || !XmlChars.at(in, q, end, name)) {
            return p;
        }
        q = XmlChars.blank(in, q + name.length(), end);
        if (q >= end || in[q] != '=') {
            throw XmlChars.unexpected(in, q, end, start, "此处应为等号", "an equals sign is expected");
        }
        q = XmlChars.blank(in, q + 1, end);
        if (q >= end || in[q] != '"' && in[q] != '\'') {
            throw XmlChars.unexpected(in, q, end, start, "值应以引号括起", "the value should be in quotes");
        }
        byte quote = in[q++];
        while (q < end && in[q] != quote) {
            if (in[q] == '<') {
                throw XmlChars.unexpected(in, q, end, start, "此处应为引号", "a quote is expected");
            }
            q = XmlChars.any(in, q, end, start);
        }
        if (q >= end) {
            throw XmlChars.truncated(end, start);
        }
        return q + 1;
    }

    /** The place behind the comment at {@code p}, or behind the processing instruction; what else begins with {@code <!} is a fault. */
    static int pass(byte[] in, int p, int end, int start) {
        if (in[p + 1] == '?') {
            return instruction(in, p, end, start);
        }
        if (XmlChars.at(in, p, end, "<!--")) {
            return comment(in, p, end, start);
        }
        if (XmlChars.at(in, p, end, "<!DOCTYPE")) {
            throw new Fault(Check.SYNTAX_DTD, p - start, Bilingual.EMPTY);
        }
        throw XmlChars.unexpected(in, Math.min(p + 2, end), end, start, "“<!”之后不得是此字符", "this must not follow '<!'");
    }

    private static int comment(byte[] in, int p, int end, int start) {
        int q = p + 4;
        while (q < end) {
            if (in[q] == '-' && q + 1 < end && in[q + 1] == '-') {
                if (q + 2 >= end) {
                    break;
                }
                if (in[q + 2] != '>') {
                    throw XmlChars.fault(q - start, "注释中不得有“--”", "'--' must not stand in a comment");
                }
                return q + 3;
            }
            q = XmlChars.any(in, q, end, start);
        }
        throw XmlChars.fault(end - start, "输入提前结束：注释没有结束", "the input ends too early: a comment is not closed");
    }

    private static int instruction(byte[] in, int p, int end, int start) {
        int from = p + 2;
        int q = XmlChars.ncName(in, from, end, start);
        if (q < end && in[q] == ':') {
            throw XmlChars.colon(q - start);
        }
        if (q == from) {
            throw XmlChars.unexpected(
                    in, q, end, start, "此处应为处理指令的名称", "the name of a processing instruction is expected");
        }
        if (q - from == 3 && (in[from] | 0x20) == 'x' && (in[from + 1] | 0x20) == 'm' && (in[from + 2] | 0x20) == 'l') {
            throw XmlChars.fault(p - start, "XML 声明只能写在文件开头", "an XML declaration may only begin the document");
        }
        if (q < end && !isBlankOrMark(in[q]) || q + 1 < end && in[q] == '?' && in[q + 1] != '>') {
            throw XmlChars.unexpected(
                    in,
                    q,
                    end,
                    start,
                    "处理指令的名称之后应为空白",
                    "a blank is expected after the name of a processing instruction");
        }
        while (q < end) {
            if (in[q] == '?' && q + 1 < end && in[q + 1] == '>') {
                return q + 2;
            }
            q = XmlChars.any(in, q, end, start);
        }
        throw XmlChars.fault(
                end - start, "输入提前结束：处理指令没有结束", "the input ends too early: a processing instruction is not closed");
    }

    /** Why there is no end tag of the element named from {@code from} to {@code to} at {@code p}. */
    static Fault wrongEnd(byte[] in, int p, int end, int start, int from, int to) {
        int q = p + 2;
        while (q < end && XmlChars.NAME[in[q] & 0xFF] != XmlChars.OTHER) {
            q += XmlChars.size(in, q, end, start);
        }
        if (q >= end) {
            return XmlChars.truncated(end, start);
        }
        String expected = XmlChars.shown(in, from, to);
        if (q == p + 2 + to - from && Arrays.equals(in, from, to, in, p + 2, q)) {
            return XmlChars.unexpected(
                    in, XmlChars.blank(in, q, end), end, start, "结束标签应以“>”结束", "an end tag should end with '>'");
        }
        String found = XmlChars.shown(in, p + 2, q);
        return XmlChars.fault(
                p - start,
                "此处应为 </" + expected + ">，实为 </" + found,
                "</" + expected + "> is expected, found </" + found);
    }
}
