package org.tongcai.compiler.cases;

/** Why a document in JSON has no twin in XML: section 5 of {@code spec/technical/encoding.md}. */
public enum Inexpressible {
    /** A number or a boolean where a text is due: in XML it is that text. */
    NUMBER_OR_BOOLEAN_FOR_TEXT("number-or-boolean-for-text"),
    /** A text that reads as the number or boolean due: in XML it is that. */
    TEXT_FOR_NUMBER_OR_BOOLEAN("text-for-number-or-boolean"),
    /** A list without items: in XML it is nothing. */
    EMPTY_LIST("empty-list"),
    /** A list where one value is due: in XML it is a repeated element, or nothing unusual. */
    LIST_OF_ONE_VALUE("list-of-one-value"),
    /** One value where a list is due: in XML it is a list of one. */
    VALUE_FOR_LIST("value-for-list"),
    /** A list as an item of a list. */
    LIST_IN_LIST("list-in-list"),
    /** An empty object where a text is due, or blank text where an object is due: in XML both are an element without content. */
    EMPTY_OBJECT_OR_BLANK_TEXT("empty-object-or-blank-text"),
    /** A whole number with zeros after the point, where a whole number is due. */
    FRACTION_OF_WHOLE("fraction-of-whole"),
    /** A number beyond the limit of parsing that is no whole number where one is due: in XML it is a text. */
    LONG_NUMBER("long-number"),
    /** A member name that no element can bear. */
    NAME("name"),
    /** A discriminator that no {@code xsi:type} can stand for, or one that is the name of a branch's type. */
    DISCRIMINATOR("discriminator"),
    /** Null as the first item of a list: {@code xsi:nil} there is the null of the whole list. */
    NULL_ITEM("null-item"),
    /** Half of a pair of surrogates. */
    LONE_SURROGATE("lone-surrogate"),
    /** The document is no object. */
    NO_OBJECT("no-object"),
    /** The document is malformed as JSON, is not plain UTF-8, or holds a member twice. */
    SYNTAX("syntax"),
    /** In XML, which takes more room, the document is beyond the limit of parsing. */
    DOCUMENT_SIZE("document-size"),
    /** The document does not say of which type it is, so that there is no name for its root. */
    UNKNOWN_TYPE("unknown-type");

    private final String id;

    Inexpressible(String id) {
        this.id = id;
    }

    /** The reason with an id. Throws IllegalArgumentException for an id that is none. */
    public static Inexpressible of(String id) {
        for (Inexpressible each : values()) {
            if (each.id.equals(id)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no reason " + id);
    }

    /** The id that cases carry. */
    public String id() {
        return id;
    }
}
