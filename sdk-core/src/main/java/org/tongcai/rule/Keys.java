package org.tongcai.rule;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Values as text by which documents are looked up: the same text for equal values. */
final class Keys {
    private Keys() {}

    static String of(Type type, long cell, @Nullable Object side) {
        return switch (type.kind()) {
            case STRING -> Texts.string(cell, side);
            case DATE -> LocalDate.ofEpochDay(cell).toString();
            case DATETIME -> Instant.ofEpochMilli(Days.millis(cell)).toString();
            case DECIMAL -> {
                String plain = Decimals.big(cell, side).stripTrailingZeros().toPlainString();
                yield plain;
            }
            case BOOL -> cell != 0 ? "true" : "false";
            case INT -> Long.toString(cell);
            case OBJECT, LIST, NOTHING -> throw new IllegalArgumentException("no key: " + type);
        };
    }
}
