package org.tongcai.engine;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a document that {@link Transfer} walks through: text of an encoding, or an object in memory. Calls come in the order of
 * the source; what has an order of its own keeps it by {@link #arrange}. Reused from document to document, not thread-safe.
 */
abstract class Sink {
    /** The document starts. */
    abstract void begin(Root root);

    /** The document is over. */
    abstract void end(boolean empty);

    /** A member comes next, in an object that has none yet or some. */
    abstract void member(Member member, int place, boolean first);

    /** An object starts, the value of the member or an item of it; {@code branch} is its type where the member leaves that open. */
    abstract void object(Member member, @Nullable ObjectPlan branch);

    /** The object is over. */
    abstract void endObject(Member member, boolean empty);

    /** A list starts. */
    abstract void list(Member member);

    /** An item comes next. */
    abstract void item(Member member, boolean first);

    /** The list is over. */
    abstract void endList(Member member, boolean empty);

    /** The text in {@code events}. */
    abstract void text(Member member, Events events);

    /** A whole number. */
    abstract void number(Member member, long value);

    /** A whole number of any size, in digits. */
    abstract void number(Member member, String digits);

    /** true or false. */
    abstract void flag(Member member, boolean value);

    /** Whether the member that chooses the branch of a union is written like others. */
    boolean takesDiscriminators() {
        return true;
    }

    /** Whether a list without items can be written. */
    boolean takesEmptyLists() {
        return true;
    }

    /** Where the members of a type belong, by their places; null for the order of the standard. */
    int @Nullable [] ranks(ObjectPlan type) {
        return null;
    }

    /** Where the next member starts. */
    int position() {
        return 0;
    }

    /** Brings the members of the object that just ended into order; see {@link Output#arrange}. */
    void arrange(int[] marks, int from, int to) {}
}
