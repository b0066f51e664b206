package org.tongcai.identifier;

import org.tongcai.identifier.IdentifierProblem.Reason;

/**
 * The part of RFC 5321 that mail addresses in forms use: an unquoted local part and a host name of two labels or more.
 * One pass, no back-tracking.
 */
final class EmailAddressScheme extends Scheme {

    private static final int MAX = 254;
    private static final int MAX_LOCAL = 64;
    private static final int MAX_LABEL = 63;
    private static final String SPECIALS = "!#$%&'*+-/=?^_`{|}~";
    private static final byte[] LOCAL = localCharacters();

    private static final int DOMAIN_CHARACTER = 1;

    private static final int NO_AT = 1;
    private static final int DOT = 2;
    private static final int LABEL_EMPTY = 3;
    private static final int LABEL_HYPHEN = 4;
    private static final int ONE_LABEL = 5;
    private static final int TOP_LABEL = 6;
    private static final int LOCAL_EMPTY = 7;
    private static final int LOCAL_LONG = 8;
    private static final int LABEL_LONG = 9;

    EmailAddressScheme() {
        super("email", 6, MAX);
    }

    @Override
    int scan(char[] text, int offset, int length) {
        int at = 0;
        boolean afterDot = true;
        for (; at < length && text[offset + at] != '@'; at++) {
            char c = text[offset + at];
            if (c == '.') {
                if (afterDot) {
                    return Fault.of(Reason.STRUCTURE, at, DOT);
                }
                afterDot = true;
            } else if (c < LOCAL.length && LOCAL[c] != 0) {
                afterDot = false;
            } else {
                return Fault.of(Reason.CHARACTER, at);
            }
        }
        if (at == length) {
            return Fault.of(Reason.STRUCTURE, -1, NO_AT);
        }
        if (at == 0) {
            return Fault.of(Reason.STRUCTURE, 0, LOCAL_EMPTY);
        }
        if (afterDot) {
            return Fault.of(Reason.STRUCTURE, at - 1, DOT);
        }
        return at > MAX_LOCAL ? Fault.of(Reason.LENGTH, -1, LOCAL_LONG) : scanDomain(text, offset, at + 1, length);
    }

    private static int scanDomain(char[] text, int offset, int from, int length) {
        int label = from;
        boolean letter = false;
        for (int i = from; i <= length; i++) {
            char c = i == length ? '.' : text[offset + i];
            if (c == '.') {
                int fault = scanLabel(text, offset, label, i);
                if (fault != Fault.NONE) {
                    return fault;
                }
                if (i < length) {
                    label = i + 1;
                    letter = false;
                }
            } else if (isLetter(c)) {
                letter = true;
            } else if (!isDigit(c) && c != '-') {
                return Fault.of(Reason.CHARACTER, i, DOMAIN_CHARACTER);
            }
        }
        if (label == from) {
            return Fault.of(Reason.STRUCTURE, from, ONE_LABEL);
        }
        return letter && length - label >= 2 ? Fault.NONE : Fault.of(Reason.STRUCTURE, label, TOP_LABEL);
    }

    private static int scanLabel(char[] text, int offset, int from, int to) {
        if (from == to) {
            return Fault.of(Reason.STRUCTURE, from == 0 ? 0 : from - 1, LABEL_EMPTY);
        }
        if (text[offset + from] == '-') {
            return Fault.of(Reason.STRUCTURE, from, LABEL_HYPHEN);
        }
        if (text[offset + to - 1] == '-') {
            return Fault.of(Reason.STRUCTURE, to - 1, LABEL_HYPHEN);
        }
        return to - from > MAX_LABEL ? Fault.of(Reason.LENGTH, from, LABEL_LONG) : Fault.NONE;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static byte[] localCharacters() {
        byte[] allowed = new byte[128];
        for (char c = 0; c < allowed.length; c++) {
            allowed[c] = (byte) (isLetter(c) || isDigit(c) || SPECIALS.indexOf(c) >= 0 ? 1 : 0);
        }
        return allowed;
    }

    @Override
    Words explain(int fault, char[] text) {
        int place = Fault.position(fault) + 1;
        return switch (Fault.detail(fault)) {
            case NO_AT -> new Words("缺少“@”", "“@” is missing");
            case DOT ->
                new Words(
                        "第" + place + "位：“@”之前不能以点开头或结尾，也不能连续两点",
                        "character " + place + ": before “@”, dots cannot be first, last or doubled");
            case LABEL_EMPTY ->
                new Words("第" + place + "位之后缺少域名的一段", "a part of the domain is missing after character " + place);
            case LABEL_HYPHEN ->
                new Words(
                        "第" + place + "位：域名各段不能以“-”开头或结尾",
                        "character " + place + ": no part of the domain may start or end with “-”");
            case ONE_LABEL ->
                new Words(
                        "“@”之后的域名应至少两段，如 example.com",
                        "the domain after “@” should have two parts or more, as in example.com");
            case TOP_LABEL ->
                new Words(
                        "域名最后一段应至少两位且含字母，如 cn",
                        "the last part of the domain should have two characters or more and a letter, as in cn");
            case LOCAL_EMPTY -> new Words("“@”之前不能为空", "nothing stands before “@”");
            case LOCAL_LONG -> new Words("“@”之前不能超过 64 位", "more than 64 characters before “@”");
            default -> new Words("域名的一段不能超过 63 位", "a part of the domain is longer than 63 characters");
        };
    }

    @Override
    Words lengths() {
        return new Words("应为 6 至 254 位", "should be 6 to 254");
    }

    @Override
    Words allowed(int fault) {
        return Fault.detail(fault) == DOMAIN_CHARACTER
                ? new Words("字母、数字、“-”或“.”", "a letter, a digit, “-” or “.”")
                : new Words("字母、数字或 ." + SPECIALS + " 之一", "a letter, a digit or one of ." + SPECIALS);
    }

    /** Lower-cases the domain only: the local part belongs to the receiving host. */
    @Override
    String normalise(String text) {
        String plain = Normal.trimmed(Normal.halfWidth(text));
        int at = plain.lastIndexOf('@');
        return at < 0 ? plain : plain.substring(0, at) + Normal.lower(plain.substring(at));
    }

    /** The first character and the domain; nothing of a text that is no address. */
    @Override
    String mask(String text) {
        if (!isValid(text)) {
            return Mask.HIDDEN;
        }
        int at = text.indexOf('@');
        return (at > 1 ? text.substring(0, 1) : "") + Mask.HIDDEN + text.substring(at);
    }
}
