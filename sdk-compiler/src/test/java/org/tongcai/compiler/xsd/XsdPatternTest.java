package org.tongcai.compiler.xsd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XsdPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "^[0-9]{6}$; [0-9]{6}",
                "^[A-Za-z0-9._:\\-]{1,64}$; [A-Za-z0-9._:\\-]{1,64}",
                "^[0-9+-]$; [0-9+\\-]",
                "^[-+]$; [\\-+]",
                "^[^-a]$; [^\\-a]",
                "^[\\--a]$; [\\--a]",
                "^\\/[a-z\\/]+$; /[a-z/]+",
                "^(a|\\$b)\\.?$; (a|$b)\\.?",
                "^a-b$; a-b",
                "^[\\[\\]]\\\\$; [\\[\\]]\\\\",
            })
    void saysTheSame(String pattern, String expected) {
        assertEquals(expected, XsdPattern.of(pattern));
    }

    @Test
    void unanchoredPatternsHaveNoEqual() {
        assertThrows(IllegalArgumentException.class, () -> XsdPattern.of("a$"));
        assertThrows(IllegalArgumentException.class, () -> XsdPattern.of("^a"));
    }
}
