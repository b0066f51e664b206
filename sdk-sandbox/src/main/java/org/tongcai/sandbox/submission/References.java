package org.tongcai.sandbox.submission;

import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcai.sandbox.store.Presence;
import org.tongcai.sandbox.store.StoredDocument;

/**
 * Whether what documents refer to has arrived, within one transaction. A reference to a document is met by any revision of it, one to a
 * revision by that or a later one: what is older than the newest cannot arrive any more. Belongs to one thread.
 */
public final class References {
    private final Presence presence;
    private final Set<String> types;
    private final Map<Presence.Key, Long> newest = new HashMap<>();
    private final Map<Scan, Set<Presence.Wanted>> needs = new IdentityHashMap<>();

    /**
     * @param types document types of the standard; references to others are not waited for
     */
    References(Presence presence, Set<String> types) {
        this.presence = presence;
        this.types = types;
    }

    /** What a document needs, itself left out. */
    public static Set<Presence.Wanted> of(Scan scan, Set<String> types) {
        Set<Presence.Wanted> all = new LinkedHashSet<>();
        for (Scan.Reference r : scan.references()) {
            boolean itself = r.documentType().equals(scan.documentType())
                    && r.documentId().equals(scan.documentId())
                    && r.platformCode().equals(scan.platformCode());
            if (!itself
                    && types.contains(r.documentType())
                    && Scan.isId(r.documentId())
                    && Scan.isId(r.platformCode())) {
                all.add(new Presence.Wanted(
                        new Presence.Key(r.documentType(), r.platformCode(), r.documentId()),
                        Math.max(1, r.revision())));
            }
        }
        return all;
    }

    /** Looks up at once what documents need. */
    void prepare(Collection<Scan> scans) {
        Set<Presence.Key> unknown = new LinkedHashSet<>();
        for (Scan scan : scans) {
            needs(scan).forEach(wanted -> unknown.add(wanted.key()));
        }
        unknown.removeAll(newest.keySet());
        if (!unknown.isEmpty()) {
            unknown.forEach(key -> newest.put(key, 0L));
            newest.putAll(presence.newest(unknown));
        }
    }

    private Set<Presence.Wanted> needs(Scan scan) {
        return needs.computeIfAbsent(scan, one -> of(one, types));
    }

    /** A document was taken. */
    void stored(StoredDocument document) {
        newest.put(Presence.Key.of(document), document.revision());
    }

    /** The newest revision that is there; 0 for none. Only of what was prepared or stored. */
    long newest(Presence.Key key) {
        return newest.getOrDefault(key, 0L);
    }

    /** Whether something that the document needs is not there yet. */
    boolean isPending(Scan scan) {
        prepare(List.of(scan));
        return needs(scan).stream().anyMatch(wanted -> newest(wanted.key()) < wanted.revision());
    }
}
