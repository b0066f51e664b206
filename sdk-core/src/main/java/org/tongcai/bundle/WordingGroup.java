package org.tongcai.bundle;

import java.util.List;
import org.tongcai.Bilingual;
import org.tongcai.Citation;

/**
 * Wordings that give away one kind of fault in a text, such as a demand that excludes bidders. Immutable.
 *
 * @param id name in rules: {@code wording(text, 'id')}
 * @param title the kind of fault
 * @param words texts to look for, in order
 * @param exceptions texts that make the group be silent
 * @param citations where it comes from
 * @param confidence how well the source is known
 */
public record WordingGroup(
        String id,
        Bilingual title,
        List<String> words,
        List<String> exceptions,
        List<Citation> citations,
        String confidence) {
    public WordingGroup {
        words = List.copyOf(words);
        exceptions = List.copyOf(exceptions);
        citations = List.copyOf(citations);
    }
}
