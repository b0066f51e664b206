package org.tongcai.signature;

import java.io.Serial;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads structured fields as section 4.2 of RFC 9651 does, but refuses names that come twice (there the last one counts: two readers
 * that differ on it would see different messages) and base64 that is not canonical, and bounds everything.
 */
final class StructuredParser {
    /** Characters of one field. */
    static final int LENGTH = 32_768;

    private static final int MEMBERS = 128;
    private static final int PARAMS = 64;
    private static final int NAME = 64;

    private final String text;
    private int at;

    private StructuredParser(String text) throws MalformedException {
        if (text.length() > LENGTH) {
            throw new MalformedException("the field is too long");
        }
        this.text = text;
    }

    static Map<String, Structured.Member> dictionary(String text) throws MalformedException {
        StructuredParser parser = new StructuredParser(text);
        Map<String, Structured.Member> members = new LinkedHashMap<>();
        parser.spaces();
        while (!parser.ended()) {
            String name = parser.name();
            Structured.Member member;
            if (parser.taken('=')) {
                member = parser.member();
            } else {
                member = new Structured.Item(Boolean.TRUE, parser.params());
            }
            if (members.put(name, member) != null) {
                throw new MalformedException(name + " comes twice");
            }
            parser.next(members.size());
        }
        return members;
    }

    static List<Structured.Member> list(String text) throws MalformedException {
        StructuredParser parser = new StructuredParser(text);
        List<Structured.Member> members = new ArrayList<>();
        parser.spaces();
        while (!parser.ended()) {
            members.add(parser.member());
            parser.next(members.size());
        }
        return members;
    }

    static Structured.Item item(String text) throws MalformedException {
        StructuredParser parser = new StructuredParser(text);
        parser.spaces();
        Structured.Item item = parser.item();
        parser.spaces();
        if (!parser.ended()) {
            throw parser.unexpected();
        }
        return item;
    }

    /** To the next member of a dictionary or list, or to the end. */
    private void next(int members) throws MalformedException {
        whitespace();
        if (ended()) {
            return;
        }
        if (members >= MEMBERS) {
            throw new MalformedException("the field has too many members");
        }
        expect(',');
        whitespace();
        if (ended()) {
            throw new MalformedException("the field ends with a comma");
        }
    }

    private Structured.Member member() throws MalformedException {
        if (!taken('(')) {
            return item();
        }
        List<Structured.Item> items = new ArrayList<>();
        while (true) {
            spaces();
            if (taken(')')) {
                return new Structured.InnerList(items, params());
            }
            if (items.size() >= MEMBERS) {
                throw new MalformedException("an inner list has too many items");
            }
            items.add(item());
            if (peek() != ' ' && peek() != ')') {
                throw unexpected();
            }
        }
    }

    private Structured.Item item() throws MalformedException {
        Object value = bare();
        return new Structured.Item(value, params());
    }

    private Map<String, Object> params() throws MalformedException {
        Map<String, Object> params = new LinkedHashMap<>();
        while (taken(';')) {
            spaces();
            String name = name();
            Object value = taken('=') ? bare() : Boolean.TRUE;
            if (params.put(name, value) != null) {
                throw new MalformedException("parameter " + name + " comes twice");
            }
            if (params.size() > PARAMS) {
                throw new MalformedException("too many parameters");
            }
        }
        return params;
    }

    private String name() throws MalformedException {
        int start = at;
        if (!isLower(peek()) && peek() != '*') {
            throw unexpected();
        }
        while (isLower(peek()) || isDigit(peek()) || peek() != 0 && "_-.*".indexOf(peek()) >= 0) {
            at++;
        }
        if (at - start > NAME) {
            throw new MalformedException("a name is too long");
        }
        return text.substring(start, at);
    }

    private Object bare() throws MalformedException {
        char c = peek();
        if (c == '"') {
            return string();
        }
        if (c == ':') {
            return bytes();
        }
        if (c == '?') {
            at++;
            boolean yes = taken('1');
            if (!yes) {
                expect('0');
            }
            return yes;
        }
        if (c == '@') {
            at++;
            if (number() instanceof Long seconds) {
                return new Structured.Moment(seconds);
            }
            throw new MalformedException("a date is a whole number");
        }
        if (c == '%') {
            return display();
        }
        if (c == '-' || isDigit(c)) {
            return number();
        }
        if (isAlpha(c) || c == '*') {
            int start = at;
            while (isAlpha(peek()) || isDigit(peek()) || peek() != 0 && "!#$%&'*+-.^_`|~:/".indexOf(peek()) >= 0) {
                at++;
            }
            return new Structured.Token(text.substring(start, at));
        }
        throw unexpected();
    }

    private Object number() throws MalformedException {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        int digits = digits();
        if (!taken('.')) {
            if (digits < 1 || digits > 15) {
                throw new MalformedException("a whole number has 1 to 15 digits");
            }
            return Long.valueOf(text.substring(start, at));
        }
        int fraction = digits();
        if (digits < 1 || digits > 12 || fraction < 1 || fraction > 3) {
            throw new MalformedException("a decimal has 1 to 12 digits and 1 to 3 behind the point");
        }
        return new BigDecimal(text.substring(start, at));
    }

    private int digits() {
        int start = at;
        while (isDigit(peek())) {
            at++;
        }
        return at - start;
    }

    private String string() throws MalformedException {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = peek();
            if (c < 0x20 || c > 0x7e) {
                throw unexpected();
            }
            at++;
            if (c == '"') {
                return out.toString();
            }
            if (c == '\\') {
                c = peek();
                if (c != '"' && c != '\\') {
                    throw unexpected();
                }
                at++;
            }
            out.append(c);
        }
    }

    private Structured.Bytes bytes() throws MalformedException {
        expect(':');
        int end = text.indexOf(':', at);
        if (end < 0) {
            throw new MalformedException("bytes without an end");
        }
        String encoded = text.substring(at, end);
        try {
            byte[] bytes = Base64.getDecoder().decode(encoded);
            if (!Base64.getEncoder().encodeToString(bytes).equals(encoded)) {
                throw new MalformedException("base64 that is not canonical");
            }
            at = end + 1;
            return Structured.Bytes.of(bytes);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("base64 that is none");
        }
    }

    private Structured.Display display() throws MalformedException {
        expect('%');
        expect('"');
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        while (true) {
            char c = peek();
            if (c < 0x20 || c > 0x7e) {
                throw unexpected();
            }
            at++;
            if (c == '"') {
                break;
            }
            if (c == '%') {
                int high = hex(peek());
                at++;
                int low = hex(peek());
                at++;
                out.write(high << 4 | low);
            } else {
                out.write(c);
            }
        }
        try {
            return new Structured.Display(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(out.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new MalformedException("a text that is not UTF-8");
        }
    }

    private int hex(char c) throws MalformedException {
        int value = isDigit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (value < 0) {
            throw unexpected();
        }
        return value;
    }

    private boolean ended() {
        return at == text.length();
    }

    /** The next character; NUL at the end, which no rule allows. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean taken(char c) {
        if (peek() == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) throws MalformedException {
        if (!taken(c)) {
            throw unexpected();
        }
    }

    private void spaces() {
        while (peek() == ' ') {
            at++;
        }
    }

    private void whitespace() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    private MalformedException unexpected() {
        return new MalformedException(ended() ? "the field ends too early" : "unexpected character at " + at);
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isAlpha(char c) {
        return isLower(c) || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The field is not what RFC 9651 allows, or beyond the bounds. The message holds no values. */
    static final class MalformedException extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message, null, false, false);
        }
    }
}
