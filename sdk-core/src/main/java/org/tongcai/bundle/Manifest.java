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
 * @param profiles the profiles laid over the standard, the national end first; empty for the standard itself
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
        List<ProfileEntry> profiles,
        List<DocumentType> documentTypes,
        List<String> types,
        List<CodeListEntry> codeLists) {
    /** The format that this code reads and writes. */
    public static final int FORMAT = 1;

    public Manifest {
        profiles = List.copyOf(profiles);
        documentTypes = List.copyOf(documentTypes);
        types = List.copyOf(types);
        codeLists = List.copyOf(codeLists);
    }

    /** Id and version, as reports carry it: {@code tongcai-cn 0.1.0}, with profiles {@code tongcai-cn 0.1.0 + cn-53 0.1.0}. */
    public String name() {
        StringBuilder name = new StringBuilder(id).append(' ').append(version);
        profiles.forEach(
                profile -> name.append(" + ").append(profile.id()).append(' ').append(profile.version()));
        return name.toString();
    }

    /**
     * A profile.
     *
     * @param id id, as documents carry it in {@code header.profile}
     * @param version its own version
     * @param title title
     */
    public record ProfileEntry(String id, String version, Bilingual title) {}

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
