package org.tongcai.input;

/**
 * The bytes of one document and where they stand in their source. The array belongs to the reader and is valid only during the call
 * that receives the slice.
 *
 * @param source where it came from: a file name as given, or {@code -}
 * @param index position in the source, from 0
 * @param bytes buffer
 * @param offset first byte of the document in the buffer
 * @param length number of bytes
 * @param startByte offset of the first byte in the (decompressed) source
 * @param startLine line of the first byte, from 1
 * @param startColumn column of the first byte in characters, from 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record Slice(
        String source,
        long index,
        byte[] bytes,
        int offset,
        int length,
        long startByte,
        int startLine,
        int startColumn) {
    /** A document that is a source of its own. */
    public static Slice of(String source, byte[] bytes) {
        return new Slice(source, 0, bytes, 0, bytes.length, 0, 1, 1);
    }

    /** Whether it is XML by its first character; blanks and a byte order mark in front are passed over. */
    public boolean isXml() {
        int at = offset;
        int end = offset + length;
        if (length >= 3 && bytes[at] == (byte) 0xef && bytes[at + 1] == (byte) 0xbb && bytes[at + 2] == (byte) 0xbf) {
            at += 3;
        }
        while (at < end && Bytes.isBlank(bytes[at])) {
            at++;
        }
        return at < end && bytes[at] == '<';
    }
}
