package org.tongcai.rule;

import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Node;

/**
 * The static type of an expression: it says what its cell means.
 *
 * @param kind what kind of value
 * @param struct name of the type of an object; null for all else
 * @param element type of the items of a list; null for all else
 * @param codeList code list that a text is bound to; null for none
 */
record Type(
        Kind kind,
        @Nullable String struct,
        @Nullable Type element,
        @Nullable String codeList) {
    enum Kind {
        BOOL,
        INT,
        STRING,
        DECIMAL,
        DATE,
        DATETIME,
        OBJECT,
        LIST,
        /** Items of {@code []}: there are none. */
        NOTHING
    }

    static final Type BOOL = new Type(Kind.BOOL, null, null, null);
    static final Type INT = new Type(Kind.INT, null, null, null);
    static final Type STRING = new Type(Kind.STRING, null, null, null);
    static final Type DECIMAL = new Type(Kind.DECIMAL, null, null, null);
    static final Type DATE = new Type(Kind.DATE, null, null, null);
    static final Type DATETIME = new Type(Kind.DATETIME, null, null, null);
    static final Type NOTHING = new Type(Kind.NOTHING, null, null, null);

    static Type object(String struct) {
        return new Type(Kind.OBJECT, struct, null, null);
    }

    static Type list(Type element) {
        return new Type(Kind.LIST, null, element, null);
    }

    /** The type of a field with this definition. */
    static Type of(Node node) {
        if (node instanceof Node.Text text) {
            return text(text);
        } else if (node instanceof Node.Whole) {
            return INT;
        } else if (node instanceof Node.Flag) {
            return BOOL;
        } else if (node instanceof Node.Sequence sequence) {
            return list(of(sequence.items()));
        } else if (node instanceof Node.Reference reference) {
            return object(reference.type());
        }
        throw new IllegalArgumentException("no type for " + node);
    }

    private static Type text(Node.Text text) {
        String format = text.format() == null ? "" : text.format();
        return switch (format) {
            case "date" -> DATE;
            case "date-time" -> DATETIME;
            case "decimal" -> DECIMAL;
            default -> text.codeList() == null ? STRING : new Type(Kind.STRING, null, null, text.codeList());
        };
    }

    /** The type that a signature of {@link Function} names; null for {@code T}. */
    static @Nullable Type named(String name) {
        return switch (name) {
            case "bool" -> BOOL;
            case "int" -> INT;
            case "string" -> STRING;
            case "decimal" -> DECIMAL;
            case "date" -> DATE;
            case "datetime" -> DATETIME;
            default -> null;
        };
    }

    /** A text, or a list of texts, that are codes of a list. */
    Type withCodes(String list) {
        return kind == Kind.LIST && element != null
                ? list(element.withCodes(list))
                : new Type(kind, struct, element, kind == Kind.STRING ? list : null);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** The type of the items of a list. */
    Type items() {
        if (element == null) {
            throw new IllegalArgumentException("no list: " + this);
        }
        return element;
    }

    /** As in rules: {@code list(decimal)}, {@code Money}. */
    @Override
    public String toString() {
        return switch (kind) {
            case OBJECT -> String.valueOf(struct);
            case LIST -> "list(" + element + ")";
            default -> kind.name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
