package org.tongcai.compiler.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bytes as broken lines, broken programs and attackers send them. The same random numbers give the same bytes. */
final class ByteMutator {
    /** What readers stumble over: malformed UTF-8 of every kind, marks, NUL, half tokens. */
    private static final byte[][] SNAGS = {
        {(byte) 0xC0, (byte) 0x80}, // overlong NUL
        {(byte) 0xC1, (byte) 0xBF},
        {(byte) 0xE0, (byte) 0x80, (byte) 0x80},
        {(byte) 0xE0, (byte) 0x9F, (byte) 0xBF},
        {(byte) 0xF0, (byte) 0x8F, (byte) 0xBF, (byte) 0xBF},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, // surrogates
        {(byte) 0xED, (byte) 0xBF, (byte) 0xBF},
        {(byte) 0xED, (byte) 0xA0, (byte) 0xBD, (byte) 0xED, (byte) 0xB8, (byte) 0x80},
        {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}, // above U+10FFFF
        {(byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
        {(byte) 0xFF},
        {(byte) 0xFE},
        {(byte) 0x80},
        {(byte) 0xE4, (byte) 0xB8}, // cut off
        {(byte) 0xF0, (byte) 0x9F, (byte) 0x98},
        {(byte) 0xD6, (byte) 0xD0}, // GBK
        {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, // byte order marks
        {(byte) 0xFE, (byte) 0xFF},
        {(byte) 0xFF, (byte) 0xFE},
        {0},
        {0, 0, 0},
        {(byte) 0xEF, (byte) 0xBF, (byte) 0xBF},
        {(byte) 0xF4, (byte) 0x8F, (byte) 0xBF, (byte) 0xBF},
        {(byte) 0xC2, (byte) 0x80},
        {0x7F},
        {0x1e},
    };

    private static final String[] TOKENS = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u",
        "\\u00",
        "\\ud800",
        "\\udc00",
        "\\uD83D\\uDE00",
        "\\x",
        "null",
        "true",
        "false",
        "nul",
        "NaN",
        "Infinity",
        "-",
        "-0",
        "01",
        "1.",
        ".5",
        "1e",
        "1e+",
        "1E400",
        "99999999999999999999",
        "//",
        "/*",
        "*/",
        "#",
        "'",
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "\u000b",
        "\u00a0",
        "\u2028",
        "中",
        "😀",
        "\"header\":",
        "\"documentType\":",
        "\"a\":1,",
        "{}",
        "[]",
        "[[[[[[[[",
        "{\"a\":",
        "\"header\":{\"documentType\":\"contract\"},"
    };

    private final Random random;

    ByteMutator(Random random) {
        this.random = random;
    }

    /** A document with a few changes, or something that never was one. */
    byte[] mutate(List<byte[]> documents) {
        int kind = random.nextInt(20);
        if (kind == 0) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        if (kind == 1) {
            StringBuilder soup = new StringBuilder();
            for (int i = random.nextInt(20); i >= 0; i--) {
                soup.append(TOKENS[random.nextInt(TOKENS.length)]);
            }
            return soup.toString().getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = documents.get(random.nextInt(documents.size())).clone();
        if (kind == 2) {
            byte[] other = documents.get(random.nextInt(documents.size()));
            int from = random.nextInt(other.length);
            return splice(
                    bytes, random.nextInt(bytes.length), bytes.length, Arrays.copyOfRange(other, from, other.length));
        }
        for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
            bytes = change(bytes);
        }
        return bytes;
    }

    private byte[] change(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int size = Math.min(bytes.length - at, 1 + random.nextInt(random.nextInt(10) == 0 ? 200 : 8));
        switch (random.nextInt(14)) {
            case 0:
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                return bytes;
            case 1:
                bytes[at] = (byte) random.nextInt(256);
                return bytes;
            case 2:
                return splice(bytes, at, at + size, new byte[0]);
            case 3:
                return Arrays.copyOf(bytes, at);
            case 4:
                return splice(bytes, at, at, SNAGS[random.nextInt(SNAGS.length)]);
            case 5:
                return splice(bytes, at, at + random.nextInt(size), SNAGS[random.nextInt(SNAGS.length)]);
            case 6:
                String token = TOKENS[random.nextInt(TOKENS.length)];
                return splice(bytes, at, at + random.nextInt(size), token.getBytes(StandardCharsets.UTF_8));
            case 7:
                return splice(bytes, at, at, Arrays.copyOfRange(bytes, at, at + size));
            default:
                // Mostly still JSON, so that what comes after reading is tried, too.
                while (at < bytes.length && !Character.isLetterOrDigit(bytes[at])) {
                    at++;
                }
                if (at < bytes.length) {
                    bytes[at] = (byte) "0179aeklostuzAEZ".charAt(random.nextInt(16));
                }
                return bytes;
        }
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] between) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + between.length);
        out.write(bytes, 0, from);
        out.writeBytes(between);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
