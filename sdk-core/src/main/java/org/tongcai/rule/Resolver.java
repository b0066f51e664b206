package org.tongcai.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds other documents: in memory, in files, in a database. Rules of the stage {@code references} ask it.
 *
 * <p>Several threads may ask at once where the standard judges on several threads; {@link MemoryResolver} allows that once it is filled.
 * The facts that are handed out are not changed any more, and come from the same bundle as the rules. Of a document with several
 * revisions only the highest is handed out. An exception that an implementation throws ends the judgement and reaches the caller.
 */
public interface Resolver {
    /**
     * One document.
     *
     * @param documentType its type
     * @param documentId {@code header.documentId}
     * @param platformCode {@code header.platform.code}; null: of any platform
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
}
