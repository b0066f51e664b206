package org.tongcai.engine;

/**
 * What the reader of a value expects to find. JSON says itself what a value is; in XML, {@code <count>5</count>} may be a text or a
 * number, and one element may be a list. Immutable.
 */
class Wanted {
    /** {@link #shape}: whatever the wire makes of it. */
    static final int ANYTHING = -1;

    /** A value that is looked at for nothing but its syntax. */
    static final Wanted ANY = new Wanted(ANYTHING);
    /** An object of whatever type. */
    static final Wanted SOME_OBJECT = new Wanted(Events.OBJECT);
    /** A list of whatever items: in XML the element and the equally named ones that follow. */
    static final Wanted SOME_LIST = new Wanted(Events.ARRAY);
    /** A text. */
    static final Wanted SOME_TEXT = new Wanted(Events.TEXT);

    /** {@link Events#OBJECT}, {@link Events#ARRAY}, {@link Events#TEXT}, {@link Events#NUMBER}, {@link Events#TRUE} for a boolean, or ANYTHING. */
    final int shape;

    Wanted(int shape) {
        this.shape = shape;
    }
}
