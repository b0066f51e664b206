package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.bundle.BundleException;

/** Patterns of the shared subset mean the same as in java.util.regex. */
class TextPatternTest {
    private static boolean matches(String pattern, String text) {
        return TextPattern.compile(pattern).matches(text.toCharArray(), text.length());
    }

    @Test
    void theWholeTextMustMatch() {
        assertTrue(matches("^[0-9]{2,4}$", "123"));
        assertFalse(matches("^[0-9]{2,4}$", "1"));
        assertFalse(matches("^[0-9]{2,4}$", "12345"));
        assertFalse(matches("^[0-9]{2,4}$", "123\n"));
        assertTrue(matches("^$", ""));
        assertFalse(matches("^$", "a"));
    }

    @Test
    void charactersAreCodePoints() {
        assertTrue(matches("^[^a]$", "𠮷"));
        assertTrue(matches("^[一-龥𠀀-𪛖]{2}$", "中𠮷"));
        assertFalse(matches("^[一-龥]{1,4}$", "中a"));
        assertFalse(matches("^[^a]{2}$", "𠮷"));
    }

    @Test
    void anAmbiguousPatternTakesLinearTime() {
        // Subset construction would need 2^20 states here.
        TextPattern pattern = TextPattern.compile("^[ab]*a[ab]{20}$");
        char[] text = ("b".repeat(50_000) + "a" + "b".repeat(20)).toCharArray();
        assertTrue(pattern.matches(text, text.length));
        assertFalse(pattern.matches(text, text.length - 1));
        assertFalse(pattern.matches(text, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "^a",
                "a$",
                "^\\d$",
                "^\\w$",
                "^a*?$",
                "^a++$",
                "^(?:a)$",
                "^(?=a)a$",
                "^(a$",
                "^a)$",
                "^[$",
                "^[]$",
                "^.$",
                "^a{2,1}$",
                "^a{,2}$",
                "^[b-a]$",
                "^a{99999}$",
                "^[a&&b]$",
                "^[[a]]$",
                "^\\p{L}$",
                "^(a)\\1$",
                "^a$b$",
                "^^a$"
            })
    void whatIsOutsideOfTheSubsetIsAFaultOfTheBundle(String pattern) {
        assertThrows(BundleException.class, () -> TextPattern.compile(pattern));
    }

    @Property(tries = 400)
    void itAgreesWithTheRegularExpressionsOfJava(
            @ForAll("patterns") String pattern, @ForAll("texts") List<String> texts) {
        TextPattern mine = TextPattern.compile("^" + pattern + "$");
        Pattern java = Pattern.compile(pattern);
        for (String text : texts) {
            assertEquals(
                    java.matcher(text).matches(),
                    mine.matches(text.toCharArray(), text.length()),
                    () -> pattern + " on " + text);
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withChars('a', 'b', 'c', '0', '1', '-', '.', '中', '\n')
                .ofMaxLength(7)
                .map(text -> text.replace("c-", "𠮷"))
                .list()
                .ofSize(40);
    }

    @Provide
    Arbitrary<String> patterns() {
        Arbitrary<String> one = Arbitraries.of(
                "a", "b", "0", "中", "𠮷", "\\.", "\\-", "[ab]", "[^ab]", "[0-9]", "[a-c.-]", "[^0-9中]", "[\\-\\]a]");
        Arbitrary<String> count = Arbitraries.of("", "", "?", "{2}", "{0,2}", "{1,3}", "{2,}", "*", "+");
        Arbitrary<String> counted = Combinators.combine(one, count).as(String::concat);
        Arbitrary<String> chain = counted.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("", parts));
        Arbitrary<String> choice =
                chain.list().ofMinSize(1).ofMaxSize(3).map(parts -> "(" + String.join("|", parts) + ")");
        Arbitrary<String> plain = one.list().ofMinSize(1).ofMaxSize(2).map(parts -> "(" + String.join("", parts) + ")");
        Arbitrary<String> group = Arbitraries.oneOf(
                choice.map(text -> text), choice.map(text -> text + "?"), plain.map(text -> text + "{1,2}"));
        return Arbitraries.oneOf(chain, group).list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("", parts));
    }
}
