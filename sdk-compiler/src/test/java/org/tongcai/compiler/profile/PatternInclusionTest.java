package org.tongcai.compiler.profile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether one pattern accepts no more than another is proven, not guessed. */
class PatternInclusionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "^[0-9]{6}$ ^[0-9]{1,20}$",
                "^YN[0-9]{4}-[0-9]{1,6}$ ^[A-Za-z0-9\\-]{1,64}$",
                "^(A|B)$ ^[A-Z]$",
                "^a$ ^a$",
                "^云[0-9]{2}$ ^[^a-z]{3}$",
                "^[A-Z]\\.[0-9]$ ^[A-Z.]{1,3}[0-9]{1,3}$",
                "^#@&~<>$ ^[#@&~<>]{6}$"
            })
    void narrower(String narrow, String wide) {
        assertTrue(PatternInclusion.isNarrower(narrow, wide));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "^[0-9]{6,21}$ ^[0-9]{1,20}$",
                "^[A-Z]{2}$ ^[A-Y]{2}$",
                "^(AA|B)$ ^[A-Z]$",
                "^[0-9]*$ ^[0-9]{1,20}$",
                "^.$ ^a$",
                "^\"$ ^[0-9]$"
            })
    void laxer(String narrow, String wide) {
        assertFalse(PatternInclusion.isNarrower(narrow, wide));
    }
}
