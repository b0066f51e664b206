package org.tongcai.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** PEM (RFC 7468): exactly one block, text around it ignored. */
final class KeyText {
    /** No key of ours is longer. */
    private static final int LIMIT = 1 << 16;

    private static final String BEGIN = "-----BEGIN ";
    private static final String DASHES = "-----";

    private KeyText() {}

    static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return BEGIN + label + DASHES + "\n" + body + "\n-----END " + label + DASHES + "\n";
    }

    static void requireBounded(String text) throws KeyFormatException {
        if (text.length() > LIMIT) {
            throw new KeyFormatException("密钥文件过大", "the key file is too large");
        }
    }

    /** The bytes in the block of that label. */
    static byte[] block(String text, String label) throws KeyFormatException {
        String begin = BEGIN + label + DASHES;
        String end = "-----END " + label + DASHES;
        int from = text.indexOf(begin);
        int to = from < 0 ? -1 : text.indexOf(end, from);
        if (from < 0 && (text.contains(BEGIN + "EC PRIVATE KEY") || text.contains(BEGIN + "ENCRYPTED"))) {
            throw new KeyFormatException(
                    "只支持未加密的 PKCS#8，请用 openssl pkcs8 -topk8 -nocrypt 转换",
                    "only PKCS#8 without encryption is supported; convert with openssl pkcs8 -topk8 -nocrypt");
        }
        if (to < 0) {
            throw new KeyFormatException("未找到 " + begin, "there is no " + begin);
        }
        if (text.indexOf(begin, to) >= 0) {
            throw new KeyFormatException("一个文件只应有一个密钥", "a file holds one key only");
        }
        String body = text.substring(from + begin.length(), to).replaceAll("\\s", "");
        try {
            return Base64.getDecoder().decode(body.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw KeyEncoding.damaged();
        }
    }
}
