package org.tongcai.constraints;

import jakarta.validation.ConstraintDeclarationException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tongcai.Standard;
import org.tongcai.bundle.BundleException;

/** The standard on the class path and its profiles, each loaded once when a constraint first needs it. Thread-safe. */
final class Standards {
    /** Id of the profile, empty for none → standard. What annotations name, so it stays small. */
    private static final Map<String, Standard> LOADED = new ConcurrentHashMap<>();

    private static final Map<String, KnownCodes> CODES = new ConcurrentHashMap<>();

    private Standards() {}

    /**
     * The standard with a profile.
     *
     * @param profile id; empty for none
     * @throws ConstraintDeclarationException if it is not on the class path
     */
    static Standard of(String profile) {
        return LOADED.computeIfAbsent(profile, Standards::load);
    }

    private static Standard load(String profile) {
        try {
            return profile.isEmpty() ? Standard.load() : Standard.loadProfile(profile);
        } catch (BundleException e) {
            String what = profile.isEmpty() ? "the standard" : "the standard with profile " + profile;
            throw new ConstraintDeclarationException(
                    "a constraint needs " + what
                            + ", which cannot be loaded; is org.tongcai:tongcai-schemas on the class path? "
                            + e.getMessage(),
                    e);
        }
    }

    /**
     * The codes of a list.
     *
     * @throws ConstraintDeclarationException if there is no such list, or no standard
     */
    static KnownCodes codes(String list, String profile) {
        return CODES.computeIfAbsent(profile + "/" + list, key -> read(list, profile));
    }

    private static KnownCodes read(String list, String profile) {
        Standard standard = of(profile);
        try {
            return new KnownCodes(standard.bundle().codeList(list));
        } catch (BundleException e) {
            throw new ConstraintDeclarationException(standard.name() + " has no code list " + list, e);
        }
    }
}
