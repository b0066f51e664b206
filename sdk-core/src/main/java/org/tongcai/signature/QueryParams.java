package org.tongcai.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The component {@code @query-param}: parsed as a form (WHATWG URL), written percent-encoded (RFC 9421 section 2.2.8). */
final class QueryParams {
    private QueryParams() {}

    /** The one value of the parameter whose encoded name is wanted. */
    static String value(@Nullable String query, String wanted) throws SignatureBase.BaseException {
        String found = null;
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                if (pair.isEmpty()) {
                    continue;
                }
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                if (!recoded(name).equals(wanted)) {
                    continue;
                }
                if (found != null) {
                    throw new SignatureBase.BaseException("查询参数重复：" + wanted, "query parameter twice: " + wanted);
                }
                found = recoded(equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        if (found == null) {
            throw new SignatureBase.BaseException("没有查询参数 " + wanted, "there is no query parameter " + wanted);
        }
        return found;
    }

    private static String recoded(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '+') {
                decoded.write(' ');
            } else if (raw[i] == '%' && i + 2 < raw.length && hex(raw[i + 1]) >= 0 && hex(raw[i + 2]) >= 0) {
                decoded.write(hex(raw[i + 1]) << 4 | hex(raw[i + 2]));
                i += 2;
            } else {
                decoded.write(raw[i]);
            }
        }
        StringBuilder out = new StringBuilder();
        for (byte each : decoded.toByteArray()) {
            char c = (char) (each & 0xff);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "*-._".indexOf(c) >= 0;
            if (plain) {
                out.append(c);
            } else {
                out.append(String.format("%%%02X", (int) c));
            }
        }
        return out.toString();
    }

    private static int hex(byte c) {
        return Character.digit(c, 16);
    }
}
