package org.tongcai.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.input.Slice;

/**
 * Finds other documents: in memory, in files, in a database. Rules of the stage {@code references} ask it.
 *
 * <p>Several threads may ask at once where the standard judges on several threads; {@link MemoryResolver} allows that once it is filled.
 * The facts that are handed out are not changed any more, and come from the same bundle as the rules. Of a document with several
 * revisions only the highest is handed out; the same number on several platforms is as many documents. Lists do not depend on the order in
 * which documents came in.
 *
 * <p>Where documents are there but too many to hand out, an implementation throws {@link UnansweredException}, and the rule is undetermined.
 * Any other exception ends the judgement and reaches the caller.
 */
public interface Resolver {
    /**
     * One document.
     *
     * @param documentType its type
     * @param documentId {@code header.documentId}
     * @param platformCode {@code header.platform.code}; null: of any platform, of several the one with the highest revision, of equal ones the
     *     one whose platform comes first in the alphabet
     * @return null where it is not there
     */
    @Nullable
    Facts find(String documentType, String documentId, @Nullable String platformCode);

    /**
     * All documents of a type that refer to a document.
     *
     * @param type type of the documents looked for
     * @param path fields from the document to the reference; lists are passed through
     * @param documentType type of the document referred to
     * @param documentId its id
     */
    List<Facts> from(String type, List<String> path, String documentType, String documentId);

    /**
     * All documents of a type whose fields have certain values; of fields in lists any one counts.
     *
     * @param type type of the documents looked for
     * @param paths fields from the document to each value
     * @param values as text, one for each path: dates as {@code yyyy-mm-dd}, decimals without superfluous zeros
     */
    List<Facts> where(String type, List<List<String>> paths, List<String> values);

    /**
     * Another document that says of itself that it is this one: of the same type, number, platform and revision, but with other content.
     * Not asked where an object in memory is judged, which has no bytes.
     *
     * @param facts what rules look at in the document that is judged
     * @param document its bytes
     * @return where the other one stands, for people; null where there is none, or where this resolver does not look
     */
    default @Nullable Bilingual rival(Facts facts, Slice document) {
        return null;
    }
}
