package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tongcai.Limits;
import org.tongcai.input.Slice;

/** Text, names and places are what the JDK says, however runs fall into words of eight bytes and into the buffer. */
class JsonTextTest {
    @Property(tries = 600)
    void textIsDecodedAndCounted(@ForAll("texts") String text, @ForAll @IntRange(max = 9) int behind) {
        byte[] json = Documents.bytes('"' + text + '"');
        byte[] buffer = Arrays.copyOf(json, json.length + behind);
        Arrays.fill(buffer, json.length, buffer.length, (byte) '"');
        JsonEvents events = new JsonEvents();
        events.open(buffer, 0, json.length, Limits.DEFAULT);
        assertEquals(Events.TEXT, events.value(Wanted.ANY));
        assertEquals(text, events.text());
        assertEquals(text.codePointCount(0, text.length()), events.codePoints);
        assertEquals(-1, events.forbidden);
        events.requireEnd();
    }

    @Property(tries = 300)
    void lettersAreFoundBesideForbiddenCharacters(
            @ForAll("texts") String before, @ForAll("texts") String after, @ForAll("forbidden") int forbidden) {
        JsonEvents events = new JsonEvents();
        byte[] json = Documents.bytes('"' + before + Character.toString(forbidden) + after + '"');
        events.open(json, 0, json.length, Limits.DEFAULT);
        events.value(Wanted.ANY);
        assertEquals(forbidden, events.forbidden);
        assertEquals(before + Character.toString(forbidden) + after, events.text());
    }

    @Property(tries = 300)
    void namesAreFoundInPlaceAndByHash(@ForAll("names") List<String> words, @ForAll @IntRange(max = 9) int behind) {
        Names names = new Names(words);
        for (int i = 0; i < words.size(); i++) {
            byte[] member = Documents.bytes("{\"" + words.get(i) + "\":1}");
            byte[] buffer = Arrays.copyOf(member, member.length + behind);
            for (int expected = 0; expected <= words.size(); expected++) {
                JsonEvents events = new JsonEvents();
                events.open(buffer, 0, member.length, Limits.DEFAULT);
                events.value(Wanted.ANY);
                assertEquals(i, events.member(names, expected));
                assertEquals(Events.NUMBER, events.value(Wanted.ANY));
            }
            JsonEvents other = new JsonEvents();
            byte[] longer = Documents.bytes("{\"" + words.get(i) + "Zz\":1}");
            other.open(longer, 0, longer.length, Limits.DEFAULT);
            other.value(Wanted.ANY);
            assertEquals(Events.UNKNOWN, other.member(names, i));
        }
    }

    @Property(tries = 300)
    void placesAreCountedInCodePoints(@ForAll("lines") String before, @ForAll("lines") String after) {
        byte[] bytes = Documents.bytes(before + after);
        Places places = new Places(Slice.of("-", bytes));
        places.advance(before.getBytes(StandardCharsets.UTF_8).length);
        // As in the cutting of sources: a CR is a character of its line, whatever follows.
        String[] parts = before.split("\n", -1);
        String last = parts[parts.length - 1];
        assertEquals(parts.length, places.line());
        assertEquals(1 + last.codePointCount(0, last.length()), places.column());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "Z9",
                        " ",
                        "abcdefgh",
                        "0123456789-0123456789",
                        "中",
                        "中文",
                        "示例采购",
                        "é",
                        "ж",
                        "😀",
                        "𠮷",
                        "，",
                        "\u0800",
                        "\uFFFD",
                        "\uE000",
                        "\uD7FF",
                        "~",
                        "！（）",
                        "x".repeat(900))
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Integer> forbidden() {
        return Arbitraries.of(0x7F, 0x80, 0x9F, 0xFFFE, 0xFFFF);
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'e')
                .ofMinLength(1)
                .ofMaxLength(24)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of("a", "abcdefgh", "0123456789", "中", "示例采购", "😀", "\n", "\r\n", "\r", "\t", " ")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }
}
