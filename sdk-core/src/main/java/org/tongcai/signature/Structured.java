package org.tongcai.signature;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The values of structured fields (RFC 9651) and how they are written; {@link StructuredParser} reads them. */
final class Structured {
    private Structured() {}

    /** A member of a dictionary or list. */
    sealed interface Member permits Item, InnerList {
        /** The parameters in their order. */
        Map<String, Object> params();

        /** As section 4.1 of RFC 9651 writes it. */
        String write();
    }

    /**
     * An item.
     *
     * @param value Long, BigDecimal, String, Token, Bytes, Boolean, Moment or Display
     */
    record Item(Object value, Map<String, Object> params) implements Member {
        @Override
        public String write() {
            return bare(value) + parameters(params);
        }
    }

    /** A list in parentheses. */
    record InnerList(List<Item> items, Map<String, Object> params) implements Member {
        @Override
        public String write() {
            StringJoiner joined = new StringJoiner(" ", "(", ")");
            items.forEach(each -> joined.add(each.write()));
            return joined + parameters(params);
        }
    }

    /** A word without quotes. */
    record Token(String text) {}

    /** A date in seconds since 1970. */
    record Moment(long seconds) {}

    /** A text beyond ASCII. */
    record Display(String text) {}

    /** Bytes; equal where the bytes are. */
    record Bytes(ByteBuffer buffer) {
        static Bytes of(byte[] bytes) {
            return new Bytes(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
        }

        byte[] array() {
            byte[] copy = new byte[buffer.remaining()];
            buffer.duplicate().get(copy);
            return copy;
        }
    }

    static String parameters(Map<String, Object> params) {
        StringBuilder out = new StringBuilder();
        params.forEach((name, value) -> {
            out.append(';').append(name);
            if (!Boolean.TRUE.equals(value)) {
                out.append('=').append(bare(value));
            }
        });
        return out.toString();
    }

    static String dictionary(Map<String, Member> members) {
        StringJoiner joined = new StringJoiner(", ");
        members.forEach((name, member) -> joined.add(
                member instanceof Item item && Boolean.TRUE.equals(item.value)
                        ? name + parameters(item.params)
                        : name + "=" + member.write()));
        return joined.toString();
    }

    static String list(List<Member> members) {
        StringJoiner joined = new StringJoiner(", ");
        members.forEach(each -> joined.add(each.write()));
        return joined.toString();
    }

    static String bare(Object value) {
        if (value instanceof String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        if (value instanceof Token token) {
            return token.text;
        }
        if (value instanceof Bytes bytes) {
            return ":" + Base64.getEncoder().encodeToString(bytes.array()) + ":";
        }
        if (value instanceof Boolean flag) {
            return flag ? "?1" : "?0";
        }
        if (value instanceof BigDecimal decimal) {
            BigDecimal shortest = decimal.stripTrailingZeros();
            return (shortest.scale() < 1 ? shortest.setScale(1) : shortest).toPlainString();
        }
        if (value instanceof Moment moment) {
            return "@" + moment.seconds;
        }
        if (value instanceof Display display) {
            StringBuilder out = new StringBuilder("%\"");
            for (byte each : display.text.getBytes(StandardCharsets.UTF_8)) {
                if (each == '%' || each == '"' || each < 0x20 || each == 0x7f) {
                    out.append(String.format("%%%02x", each));
                } else {
                    out.append((char) each);
                }
            }
            return out.append('"').toString();
        }
        return value.toString();
    }
}
