package org.tongcai.bundle;

import java.util.List;
import org.tongcai.Bilingual;

/**
 * The table of contents of a bundle. Immutable.
 *
 * @param format version of the bundle's own format; a reader refuses others
 * @param id id of the standard, {@code tongcai-cn}
 * @param version full version, {@code 0.1.0}
 * @param edition major.minor, as documents carry it in {@code header.standardVersion}
 * @param title title
 * @param documentTypes in order of the chain
 * @param types names of all types
 * @param codeLists all code lists
 */
public record Manifest(
        int format,
        String id,
        String version,
        String edition,
        Bilingual title,
        List<DocumentType> documentTypes,
        List<String> types,
        List<CodeListEntry> codeLists) {
    /** The format that this code reads and writes. */
    public static final int FORMAT = 1;

    public Manifest {
        documentTypes = List.copyOf(documentTypes);
        types = List.copyOf(types);
        codeLists = List.copyOf(codeLists);
    }

    /**
     * A document type.
     *
     * @param name name on the wire, {@code awardNotice}
     * @param type name of its root type, {@code AwardNotice}
     * @param domain one of the domains of the standard, {@code announcements}
     * @param title title
     */
    public record DocumentType(String name, String type, String domain, Bilingual title) {}

    /** A code list: id, title, number of entries. */
    public record CodeListEntry(String id, Bilingual title, int size) {}
}
