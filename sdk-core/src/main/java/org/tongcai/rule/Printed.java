package org.tongcai.rule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/** Values as messages show them. What comes out of a document is cut, and nothing in it steers a terminal or hides from an eye. */
final class Printed {
    /** In code points. */
    static final int LONGEST = 200;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final Bilingual YES = new Bilingual("是", "yes");
    private static final Bilingual NO = new Bilingual("否", "no");

    private Printed() {}

    static Bilingual of(Type type, long cell, @Nullable Object side, Tables tables, long day) {
        return switch (type.kind()) {
            case BOOL -> cell != 0 ? YES : NO;
            case INT -> same(Long.toString(cell));
            case DATE -> same(LocalDate.ofEpochDay(cell).toString());
            case DATETIME -> same(moment(cell));
            case DECIMAL -> same(clean(Decimals.plain(cell, side)));
            case STRING -> text(type, cell, side, tables, day);
            case LIST -> list(type.items(), Lists.items(side), tables, day);
            case OBJECT, NOTHING -> throw new IllegalArgumentException("an object cannot be printed");
        };
    }

    private static Bilingual same(String text) {
        return new Bilingual(text, text);
    }

    private static String moment(long cell) {
        // By hand: documents may write offsets up to 23:59, ZoneOffset ends at 18:00.
        long seconds = Math.floorDiv(Days.millis(cell), 1000) + Days.offset(cell) * 60L;
        return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC).format(MOMENT);
    }

    private static Bilingual text(Type type, long cell, @Nullable Object side, Tables tables, long day) {
        if (type.codeList() != null) {
            Bilingual name = tables.codes(type.codeList()).get().name(cell, side, day);
            if (name != null) {
                return new Bilingual(name.zh(), name.en().isEmpty() ? name.zh() : name.en());
            }
        }
        return same(clean(Texts.string(cell, side)));
    }

    private static Bilingual list(Type type, Items items, Tables tables, long day) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (int i = 0; i < items.size() && zh.length() <= LONGEST; i++) {
            Bilingual item = of(type, items.cell(i), items.side(i), tables, day);
            zh.append(i == 0 ? "" : "、").append(item.zh());
            en.append(i == 0 ? "" : ", ").append(item.en());
        }
        return new Bilingual(cut(zh.toString()), cut(en.toString()));
    }

    /** Without control characters, formatting and private characters, halves of characters; line breaks become spaces. */
    static String clean(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST + 1));
        text.codePoints().limit(4L * LONGEST).forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> out.append(' ');
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                default -> out.appendCodePoint(c);
            }
        });
        return cut(out.toString());
    }

    private static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
