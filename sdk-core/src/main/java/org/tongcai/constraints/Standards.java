package org.tongcai.constraints;

import jakarta.validation.ConstraintDeclarationException;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.Standard;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.BundleReader;

/**
 * The standard that a class loader sees, and its profiles, each loaded once when a constraint first needs it. Thread-safe.
 *
 * <p>Mostly that is the loader of this class. Where a container keeps libraries apart from applications, and only these have the standard, it is the
 * context class loader of the thread; it is remembered softly, so that an application which was taken out of service can be forgotten.
 */
final class Standards {
    private static final ClassLoader LIBRARIES = Standard.class.getClassLoader();
    /** Looked up once, not for every value. */
    private static final boolean COMPLETE = BundleReader.isOnClassPath(LIBRARIES);

    private static final Standards OWN = new Standards(LIBRARIES);
    private static final Map<ClassLoader, SoftReference<Standards>> OTHERS = new WeakHashMap<>();

    private final ClassLoader loader;
    /** Id of the profile, empty for none → standard. What annotations name, so it stays small. */
    private final Map<String, Standard> loaded = new ConcurrentHashMap<>();

    private final Map<String, KnownCodes> codes = new ConcurrentHashMap<>();

    private Standards(ClassLoader loader) {
        this.loader = loader;
    }

    /** Those that the constraints of the running thread are judged by. */
    static Standards here() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return COMPLETE || context == null || context == LIBRARIES ? OWN : of(context);
    }

    private static Standards of(ClassLoader context) {
        synchronized (OTHERS) {
            SoftReference<Standards> known = OTHERS.get(context);
            @Nullable Standards standards = known == null ? null : known.get();
            if (standards == null) {
                standards = new Standards(context);
                OTHERS.put(context, new SoftReference<>(standards));
            }
            return standards;
        }
    }

    /**
     * The standard with a profile.
     *
     * @param profile id; empty for none
     * @throws ConstraintDeclarationException if it is not on the class path
     */
    Standard with(String profile) {
        return loaded.computeIfAbsent(profile, this::load);
    }

    private Standard load(String profile) {
        try {
            return Standard.of(
                    profile.isEmpty()
                            ? BundleReader.fromClassPath(loader)
                            : BundleReader.fromClassPath(loader, profile));
        } catch (BundleException e) {
            throw new ConstraintDeclarationException("a constraint needs the standard: " + e.getMessage(), e);
        }
    }

    /**
     * The codes of a list.
     *
     * @throws ConstraintDeclarationException if there is no such list, or no standard
     */
    KnownCodes codes(String list, String profile) {
        return codes.computeIfAbsent(profile + "/" + list, key -> read(list, profile));
    }

    private KnownCodes read(String list, String profile) {
        Standard standard = with(profile);
        try {
            return new KnownCodes(standard.bundle().codeList(list));
        } catch (BundleException e) {
            throw new ConstraintDeclarationException(standard.name() + " has no code list " + list, e);
        }
    }
}
