package org.tongcai.sandbox.store;

import java.util.List;

/**
 * A document about to be stored, with what it is found by.
 *
 * @param entry what is known of it
 * @param content the bytes received
 * @param applicationId who sent it
 * @param links what it refers to, and other values it is found by
 * @param lookUps by which values rules look it up
 */
@SuppressWarnings("ArrayRecordComponent")
public record DocumentRow(
        StoredDocument entry, byte[] content, long applicationId, List<Link> links, List<LookUp> lookUps) {
    /** Type of a link that is the credit code of whom a register entry is about. */
    public static final String CREDIT_CODE = "@creditCode";
    /** Type of a link that is the name of whom a register entry is about. */
    public static final String NAME = "@name";
    /** Type of a link that is the number of a product. */
    public static final String PRODUCT = "@productId";

    /**
     * A value by which a document is found.
     *
     * @param type document type, or one of the constants here
     * @param platform platform; "" where the reference names none
     * @param id document id, or the value
     */
    public record Link(String type, String platform, String id) {}

    /**
     * A value by which rules look a document up.
     *
     * @param index number of the index
     * @param value what stands for the value
     */
    public record LookUp(int index, String value) {}
}
