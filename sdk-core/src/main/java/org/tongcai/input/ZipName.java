package org.tongcai.input;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.tongcai.Deceptive;

/**
 * The name of an entry: a name only, as nothing is ever written to a file system. Immutable.
 *
 * <p>Archives made by Chinese Windows have names in GBK without saying so; those that are no UTF-8, whatever the flags say, are taken for
 * GB18030, which comprises GBK.
 */
final class ZipName {
    static final int UNICODE_PATH = 0x7075;

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Charset CHINESE =
            Charset.isSupported("GB18030") ? Charset.forName("GB18030") : StandardCharsets.ISO_8859_1;

    private final String path;
    private final String[] segments;

    ZipName(ZipRecord record) {
        byte[] unicode = record.unicodeName();
        String text = decode(unicode == null ? record.name() : unicode).replace('\\', '/');
        while (text.startsWith("./")) {
            text = text.substring(2);
        }
        this.path = text;
        this.segments = text.split("/", -1);
    }

    /** What a Unicode Path field says, if it was made for the name; null otherwise. */
    static byte @Nullable [] unicodePath(byte[] name, byte[] field) {
        if (field.length < 6 || field[0] != 1) {
            return null;
        }
        CRC32 checksum = new CRC32();
        checksum.update(name);
        int stated = ByteBuffer.wrap(field).order(ByteOrder.LITTLE_ENDIAN).getInt(1);
        return stated == (int) checksum.getValue() ? Arrays.copyOfRange(field, 5, field.length) : null;
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, CHINESE);
        }
    }

    /** The path with slashes, as it identifies the entry. */
    String path() {
        return path;
    }

    /** The path for people: without characters that play with a terminal. */
    String shown() {
        StringBuilder out = new StringBuilder(path.length());
        path.chars().forEach(c -> out.append(Deceptive.is((char) c) ? '\uFFFD' : (char) c));
        return out.toString();
    }

    boolean isFolder() {
        return path.endsWith("/");
    }

    /** Whether the name says that documents are in it. */
    boolean isDocument() {
        return !isHidden() && DocumentReader.isDocument(last());
    }

    boolean isArchive() {
        return !isHidden() && DocumentReader.isArchive(last());
    }

    /** Whether it leads out of the archive: no honest program writes such a name. */
    boolean isSuspicious() {
        return path.startsWith("/")
                || DRIVE.matcher(path).matches()
                || Arrays.asList(segments).contains("..");
    }

    private boolean isHidden() {
        for (String segment : segments) {
            if (segment.startsWith(".") && !segment.equals(".") && !segment.equals("..")) {
                return true;
            }
        }
        return false;
    }

    private String last() {
        return segments[segments.length - 1];
    }
}
