package org.tongcai.bundle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;

/**
 * Everything the standard says about one field or type, for people. Immutable.
 *
 * @param id stable term id, {@code GP-0123}
 * @param path {@code Type.property}, or {@code Type}
 * @param title title
 * @param description meaning; English may be empty
 * @param notation government notation; null for types
 * @param type readable type: {@code string}, {@code integer}, {@code boolean}, {@code object Money}, {@code list of Lot} …
 * @param required whether the field must be present
 * @param codeList bound code list; null for none
 * @param identifier identifier kind; null for none
 * @param sensitivity public, internal, personal or secret
 * @param section section of the official notice layout; null for none
 * @param unit unit of measure; null for none
 * @param refersTo document types of which the field names a document; empty where it names none
 * @param since edition that brought it
 * @param deprecated why and by what it is replaced; null where it is not
 * @param sources where it comes from
 * @param examples example values as JSON text
 */
public record Term(
        String id,
        String path,
        Bilingual title,
        Bilingual description,
        @Nullable String notation,
        String type,
        boolean required,
        @Nullable String codeList,
        @Nullable String identifier,
        String sensitivity,
        @Nullable String section,
        @Nullable String unit,
        List<String> refersTo,
        String since,
        @Nullable Bilingual deprecated,
        List<Citation> sources,
        List<String> examples) {
    public Term {
        refersTo = List.copyOf(refersTo);
        sources = List.copyOf(sources);
        examples = List.copyOf(examples);
    }
}
