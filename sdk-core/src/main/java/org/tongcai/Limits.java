package org.tongcai;

/**
 * Bounds on what is parsed. Immutable. Exceeding one is a finding and makes the document UNDETERMINED, never an exception.
 *
 * @param depth nesting of objects and arrays in a document
 * @param documentBytes size of one document
 * @param stringLength characters (UTF-16) of one text or member name
 * @param numberLength characters of one number
 * @param findingsPerDocument findings kept for one document; the rest is counted
 * @param findingsPerCheck findings kept per rule id and document; the rest is counted
 * @param inputBytes decompressed bytes of one source (gzip bombs)
 */
public record Limits(
        int depth,
        int documentBytes,
        int stringLength,
        int numberLength,
        int findingsPerDocument,
        int findingsPerCheck,
        long inputBytes) {
    /** Depth 64, 16 MiB a document, 1 Mi characters a text, 64 a number, 1,000 findings a document, 100 a check, 1 TiB a source. */
    public static final Limits DEFAULT = new Limits(64, 16 << 20, 1 << 20, 64, 1_000, 100, 1L << 40);
}
