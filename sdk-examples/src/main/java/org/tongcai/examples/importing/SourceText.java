package org.tongcai.examples.importing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A text file whose encoding nobody told us. Immutable.
 *
 * @param name file name, as reports show it
 * @param text the text without byte order mark, lines ended by LF; what could not be decoded is U+FFFD, so that the rows can be found and reported
 * @param charset the encoding that was given, or detected
 */
public record SourceText(String name, String text, Charset charset) {
    /** GBK and GB 2312 are subsets of GB 18030, so one decoder reads all three. */
    public static final Charset GB18030 = Charset.forName("GB18030");

    /** Reads a file; {@code charset} null means: find out. */
    public static SourceText read(Path file, @Nullable Charset charset) throws IOException {
        Path name = file.getFileName();
        return of(name == null ? file.toString() : name.toString(), Files.readAllBytes(file), charset);
    }

    /** The same for bytes at hand. */
    public static SourceText of(String name, byte[] bytes, @Nullable Charset charset) {
        Charset found = charset == null ? detect(bytes) : charset;
        String text = new String(bytes, found);
        String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        // One kind of line end, so that physical lines are counted as an editor counts them.
        return new SourceText(name, marked.replace("\r\n", "\n").replace('\r', '\n'), found);
    }

    /** A byte order mark decides; then zero bytes betray UTF-16; then valid UTF-8; what is left is the Chinese Windows default. */
    static Charset detect(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (even + odd > 0) {
            return even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        if (decodes(bytes, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        // Neither is clean: the one that damages less is the likelier.
        return decodes(bytes, GB18030) || damage(bytes, GB18030) < damage(bytes, StandardCharsets.UTF_8)
                ? GB18030
                : StandardCharsets.UTF_8;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            CharBuffer unused = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static long damage(byte[] bytes, Charset charset) {
        return new String(bytes, charset).chars().filter(c -> c == 0xFFFD).count();
    }
}
