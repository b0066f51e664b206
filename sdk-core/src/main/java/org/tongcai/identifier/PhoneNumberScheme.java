package org.tongcai.identifier;

import org.tongcai.identifier.IdentifierProblem.Reason;

/** Mobile with optional +86, landline with area code and optional extension, 400 and 800 numbers, and international numbers. */
final class PhoneNumberScheme extends Scheme {

    static final String COUNTRY = "+86";

    private static final int MOBILE = 11;
    private static final int SERVICE = 10;
    /** Digits of an international number, country code included; the lower bound is ours. */
    private static final int E164_LEAST = 8;

    private static final int E164_MOST = 15;

    private static final int INTERNATIONAL = 1;
    private static final int MOBILE_LENGTH = 2;
    private static final int MOBILE_SECOND = 3;
    private static final int LEAD = 4;
    private static final int AREA = 5;
    private static final int LOCAL = 6;
    private static final int EXTENSION = 7;
    private static final int SERVICE_SHAPE = 8;

    PhoneNumberScheme() {
        super("phone", 10, 20);
    }

    @Override
    int scan(char[] text, int offset, int length) {
        return switch (text[offset]) {
            case '+' -> scanInternational(text, offset, length);
            case '0' -> scanLandline(text, offset, length);
            case '1' -> scanMobile(text, offset, 0, length);
            case '4', '8' -> scanService(text, offset, length);
            default -> Fault.of(isDigit(text[offset]) ? Reason.STRUCTURE : Reason.CHARACTER, 0, LEAD);
        };
    }

    /** A mobile number behind +86; any other number in its international form (ITU-T E.164), parts set off by hyphens. */
    private static int scanInternational(char[] text, int offset, int length) {
        char first = text[offset + 1];
        if (first < '1' || first > '9') {
            return Fault.of(isDigit(first) ? Reason.STRUCTURE : Reason.CHARACTER, 1, INTERNATIONAL);
        }
        if (first == '8' && text[offset + 2] == '6') {
            int start = text[offset + 3] == '-' ? 4 : 3;
            if (text[offset + start] == '1') {
                return scanMobile(text, offset, start, length);
            }
        }
        int digits = 0;
        for (int i = 1; i < length; i++) {
            char c = text[offset + i];
            boolean hyphen = c == '-' && text[offset + i - 1] != '-' && i < length - 1;
            if (!isDigit(c) && !hyphen) {
                return Fault.of(Reason.CHARACTER, i);
            }
            digits += hyphen ? 0 : 1;
        }
        return digits < E164_LEAST || digits > E164_MOST ? Fault.of(Reason.LENGTH, -1, INTERNATIONAL) : Fault.NONE;
    }

    private static int scanMobile(char[] text, int offset, int start, int length) {
        int wrong = firstNonDigit(text, offset, start, length);
        if (wrong >= 0) {
            return Fault.of(Reason.CHARACTER, wrong);
        }
        if (length - start != MOBILE) {
            return Fault.of(Reason.LENGTH, -1, MOBILE_LENGTH);
        }
        return text[offset + start + 1] < '3' ? Fault.of(Reason.STRUCTURE, start + 1, MOBILE_SECOND) : Fault.NONE;
    }

    private static int scanLandline(char[] text, int offset, int length) {
        int end = digitsFrom(text, offset, 0, length);
        if (end < length && text[offset + end] != '-') {
            return Fault.of(Reason.CHARACTER, end);
        }
        if (end < 10) {
            if (end != 3 && end != 4) {
                return Fault.of(Reason.STRUCTURE, 0, AREA);
            }
            int local = end + 1;
            end = digitsFrom(text, offset, local, length);
            if (end < length && text[offset + end] != '-') {
                return Fault.of(Reason.CHARACTER, end);
            }
            if (end - local != 7 && end - local != 8) {
                return Fault.of(Reason.STRUCTURE, local, LOCAL);
            }
        } else if (end > 12) {
            return Fault.of(Reason.STRUCTURE, 0, AREA);
        }
        return end == length ? Fault.NONE : scanExtension(text, offset, end + 1, length);
    }

    private static int scanExtension(char[] text, int offset, int start, int length) {
        int end = digitsFrom(text, offset, start, length);
        if (end < length) {
            return Fault.of(Reason.CHARACTER, end);
        }
        return end - start < 1 || end - start > 6 ? Fault.of(Reason.STRUCTURE, start - 1, EXTENSION) : Fault.NONE;
    }

    /** {@code 400xxxxxxx}, {@code 400-xxxxxxx} or {@code 400-xxx-xxxx}. */
    private static int scanService(char[] text, int offset, int length) {
        for (int i = 0; i < length; i++) {
            char c = text[offset + i];
            boolean hyphen = c == '-' && (i == 3 || i == 7);
            if (!isDigit(c) && !hyphen) {
                return Fault.of(Reason.CHARACTER, i);
            }
        }
        boolean first = text[offset + 3] == '-';
        boolean second = text[offset + 7] == '-';
        int hyphens = (first ? 1 : 0) + (second ? 1 : 0);
        boolean prefixed = text[offset + 1] == '0' && text[offset + 2] == '0';
        return prefixed && length == SERVICE + hyphens && (first || !second)
                ? Fault.NONE
                : Fault.of(Reason.STRUCTURE, 0, SERVICE_SHAPE);
    }

    private static int digitsFrom(char[] text, int offset, int from, int to) {
        int wrong = firstNonDigit(text, offset, from, to);
        return wrong < 0 ? to : wrong;
    }

    @Override
    Words explain(int fault, char[] text) {
        int place = Fault.position(fault) + 1;
        return switch (Fault.detail(fault)) {
            case INTERNATIONAL ->
                new Words(
                        "国际号码应为“+”、国家（地区）代码和号码，共 8 至 15 位数字，如 +49-30-12345678",
                        "an international number is “+”, the country code and the number, 8 to 15 digits, as in +49-30-12345678");
            case MOBILE_LENGTH -> {
                int digits = text.length;
                if (text[0] == '+') {
                    digits -= text[3] == '-' ? 4 : 3;
                }
                yield wrongLength(new Words("应为 11 位（手机号）", "of a mobile number should be 11"), digits);
            }
            case MOBILE_SECOND ->
                new Words(
                        "第" + place + "位应为 3 至 9：手机号以 13 至 19 开头",
                        "character " + place + " should be 3 to 9: mobile numbers start with 13 to 19");
            case AREA ->
                new Words(
                        "固定电话应以 3 或 4 位区号（0 开头）起，如 0871-12345678",
                        "a landline starts with an area code of 3 or 4 digits, as in 0871-12345678");
            case LOCAL -> new Words("区号之后应为 7 或 8 位号码", "7 or 8 digits should follow the area code");
            case EXTENSION -> new Words("分机号应为 1 至 6 位数字", "the extension should have 1 to 6 digits");
            case SERVICE_SHAPE ->
                new Words(
                        "以 4 或 8 开头的应为 400 或 800 号码，共 10 位；固定电话须加区号",
                        "a number that starts with 4 or 8 should be a 400 or 800 number of 10 digits; a landline needs its area code");
            default ->
                new Words(
                        "应以 1（手机）、0（区号）、400、800 或 +（国际）开头",
                        "should start with 1 (mobile), 0 (area code), 400, 800 or + (international)");
        };
    }

    @Override
    Words lengths() {
        return new Words("应为 10 至 20 位（手机 11 位；固定电话含区号）", "should be 10 to 20 (mobile 11; landline with area code)");
    }

    @Override
    Words allowed(int fault) {
        return new Words("数字（分隔符只用“-”）", "a digit (the only separator is “-”)");
    }

    @Override
    String normalise(String text) {
        return Normal.dashes(Normal.unspaced(super.normalise(text)));
    }

    /** As telephone numbers are usually shown in China: first three and last four. */
    @Override
    String mask(String text) {
        int head = text.startsWith(COUNTRY) ? 6 : 3;
        return text.length() < 11 ? Mask.ends(text, 0, 2, 8) : Mask.ends(text, head, 4, 11);
    }
}
