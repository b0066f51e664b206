package org.tongcai.compiler.spec;

import java.util.List;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Manifest;

/**
 * Identity of a standard, from {@code standard.json}. Immutable.
 *
 * @param source the file's JSON
 * @param id id of the standard
 * @param version major.minor.patch
 * @param title title
 * @param documentTypes names of the document types, in order of the chain
 * @param profiles the profiles laid over it, the national end first; empty for the standard itself
 */
public record StandardInfo(
        Json.Obj source,
        String id,
        String version,
        Bilingual title,
        List<String> documentTypes,
        List<Manifest.ProfileEntry> profiles) {
    public StandardInfo {
        documentTypes = List.copyOf(documentTypes);
        profiles = List.copyOf(profiles);
    }

    /** The same with profiles laid over it. */
    public StandardInfo withProfiles(List<Manifest.ProfileEntry> all) {
        return new StandardInfo(source, id, version, title, documentTypes, all);
    }

    /** major.minor, as documents carry it. */
    public String edition() {
        int first = version.indexOf('.');
        int second = version.indexOf('.', first + 1);
        return second < 0 ? version : version.substring(0, second);
    }
}
