package org.tongcai.compiler.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSubsetTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "^[0-9]{6}$ 6 6",
                "^[A-Z][A-Z0-9_]*$ 1 2147483647",
                "^(a|bc|def)?$ 0 3",
                "^([0-9]{8}|[0-9]{12})$ 8 12",
                "^[A-Za-z0-9._:\\-]{1,64}$ 1 64",
                "^x\\.[a-z]+(-[0-9]{1,3})?$ 3 2147483647",
                "^[^0-9]{2,3}$ 2 3",
                "^\\$\\^\\(\\)\\/$ 5 5",
                "^(ab){3}$ 6 6",
                "^(-?[0-9]){2}$ 2 4",
                "^[一-龥]{2,4}$ 2 4",
            })
    void acceptsTheSubsetAndKnowsTheLengths(String pattern, int min, int max) throws PatternSubset.Fault {
        PatternSubset subset = PatternSubset.parse(pattern);
        assertEquals(min, subset.minLength());
        assertEquals(max, subset.maxLength());
        Pattern.compile(pattern); // and Java reads it
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0-9]", // not anchored
                "^[0-9]",
                "^a\\$", // ends in an escaped dollar, not in an anchor
                "^a|b$", // the anchors bind tighter
                "^\\d{4}$",
                "^\\w+$",
                "^\\s$",
                "^\\p{Han}$",
                "^.*$",
                "^a*$", // * on a literal
                "^(ab)+$", // on a group
                "^([0-9]+){2}$", // nested
                "^([0-9]{2}){3}$",
                "^[0-9]+?$", // lazy
                "^[0-9]++$", // possessive
                "^[0-9]{2,}$",
                "^[0-9]{3,2}$",
                "^(?=a)a$",
                "^(?:a)$",
                "^(a)\\1$",
                "^()$",
                "^(a|)$",
                "^[]$",
                "^[a$",
                "^(a$",
                "^a)$",
                "^[a[b]]$", // a union in Java
                "^[a&&b]$", // an intersection in Java
                "^[a-z-9]$", // read differently
                "^[z-a]$",
                "^a{2$",
                "^a}$",
                "^a]$",
                "^a^b$",
                "^a\\-b$", // not an escape in ECMA-262 with the u flag
                "^\\u0041$",
                "^\\x41$",
            })
    void refusesWhatEnginesReadDifferentlyOrBacktrackOn(String pattern) {
        PatternSubset.Fault fault = assertThrows(PatternSubset.Fault.class, () -> PatternSubset.parse(pattern));
        assertFalse(fault.zh().isBlank());
        assertFalse(fault.en().isBlank());
    }

    @Test
    void tellsWhichCharactersCanMatch() throws PatternSubset.Fault {
        assertTrue(PatternSubset.parse("^[0-9]{6}$").digits());
        assertFalse(PatternSubset.parse("^[0-9X]$").digits());
        assertTrue(PatternSubset.parse("^[A-Z]{3}$").letters());
        assertFalse(PatternSubset.parse("^[A-z]$").letters());
        assertTrue(PatternSubset.parse("^[A-Za-z0-9._:\\-]{1,64}$").ascii());
        assertFalse(PatternSubset.parse("^[^0-9]$").ascii());
    }
}
