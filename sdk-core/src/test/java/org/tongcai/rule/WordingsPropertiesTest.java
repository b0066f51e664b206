package org.tongcai.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Many wordings are found in one pass as they would be found one by one. */
class WordingsPropertiesTest {
    @Property
    void theFirstInTheTextTheLongestOfThose(
            @ForAll @Size(max = 6) List<@CharRange(from = 'a', to = 'c') @StringLength(max = 5) String> words,
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 30) String text) {
        String best = "";
        for (int at = 0; at < text.length() && best.isEmpty(); at++) {
            for (String word : words) {
                if (word.length() > best.length() && text.startsWith(word, at)) {
                    best = word;
                }
            }
        }
        String padded = "abc" + text + "abc";
        assertEquals(best, new Wordings(words, List.of()).first(padded.toCharArray(), 3, text.length()));
    }
}
