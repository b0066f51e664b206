package org.tongcai.binding;

/** A code of a code list, known or not. Immutable; compare with {@code equals}. */
public interface CodeValue {
    /** The code as it stands on the wire; never null. */
    String code();
}
