package org.tongcai.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The ways into the implementation agree on any text, and every problem can be explained. */
class OneImplementationPropertiesTest {

    private static final List<String> VALID = Vectors.ALL.values().stream()
            .flatMap(vectors -> vectors.valid().stream())
            .toList();

    @Property(tries = 2000)
    void bufferAndTextAgree(@ForAll IdentifierKind kind, @ForAll @From("texts") String text) {
        IdentifierProblem problem = kind.check(text);
        boolean valid = kind.isValid(("13" + text + "86").toCharArray(), 2, text.length());
        assertEquals(problem == null, valid);
        assertEquals(valid, kind.isValid(text));
        if (problem != null) {
            assertTrue(problem.position() >= -1 && problem.position() < Math.max(1, text.length()));
            assertFalse(problem.messageZh().isBlank());
            assertFalse(problem.messageEn().isBlank());
            assertTrue(problem.messageZh().length() < 200 && problem.messageEn().length() < 200);
        }
    }

    @Property(tries = 1000)
    void normalisingTwiceIsNormalisingOnce(@ForAll IdentifierKind kind, @ForAll @From("texts") String text) {
        String once = kind.normalise(text);
        assertEquals(once, kind.normalise(once));
    }

    /** The digits of other scripts are digits to java.lang.Character and to \d with Unicode classes, never to us. */
    @Property(tries = 500)
    void digitsOfOtherScriptsAreRefused(
            @ForAll @From("validTexts") String text, @ForAll("foreignZeros") char zero, @ForAll int at) {
        int index = Math.floorMod(at, text.length());
        char c = text.charAt(index);
        char foreign = (char) (zero + (c >= '0' && c <= '9' ? c - '0' : 0));
        String changed = text.substring(0, index) + foreign + text.substring(index + 1);
        for (IdentifierKind kind : IdentifierKind.values()) {
            assertFalse(kind.isValid(changed), kind.id());
        }
    }

    /** Arabic, extended Arabic, Devanagari, Thai, full-width. */
    @Provide
    Arbitrary<Character> foreignZeros() {
        return Arbitraries.of('\u0660', '\u06F0', '\u0966', '\u0E50', '\uFF10');
    }

    @Provide
    Arbitrary<String> validTexts() {
        return Arbitraries.of(VALID);
    }

    /** Noise, identifier-like noise, and valid identifiers with one character changed, lost or added. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> noise = Arbitraries.strings().ofMaxLength(48);
        Arbitrary<String> likely = Arbitraries.strings()
                .withChars("0123456789ABCXxiO-+@. *８\u3000".toCharArray())
                .ofMaxLength(42);
        Arbitrary<Character> any = Arbitraries.chars().ascii();
        Arbitrary<String> mutated = Combinators.combine(
                        validTexts(),
                        Arbitraries.integers().between(0, 300),
                        any,
                        Arbitraries.integers().between(0, 2))
                .as(OneImplementationPropertiesTest::mutate);
        return Arbitraries.oneOf(noise, likely, validTexts(), mutated);
    }

    private static String mutate(String text, int at, char c, int how) {
        int index = at % text.length();
        String head = text.substring(0, index);
        return switch (how) {
            case 0 -> head + c + text.substring(index + 1);
            case 1 -> head + text.substring(index + 1);
            default -> head + c + text.substring(index);
        };
    }
}
