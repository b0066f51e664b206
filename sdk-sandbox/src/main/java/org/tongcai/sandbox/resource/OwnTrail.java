package org.tongcai.sandbox.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.audit.AuditTrails;
import org.tongcai.sandbox.audit.AuditTrails.Trail;
import org.tongcai.sandbox.http.Exchange;
import org.tongcai.sandbox.http.Json;
import org.tongcai.sandbox.http.Paging;
import org.tongcai.sandbox.http.ProblemException;
import org.tongcai.sandbox.http.Response;
import org.tongcai.sandbox.store.Accounts;
import org.tongcai.sandbox.submission.Entries;

/**
 * The audit trail of this platform, by the operations by which any document is read: those of type {@code auditTrail} and this platform's
 * own code. It takes {@code exchange:read} on top of the scope of its domain, and is in no feed. Thread-safe.
 */
final class OwnTrail {
    private static final String SCOPE = "exchange:read";
    /** Each is made of a thousand entries when it is asked for, so a page has few. */
    private static final int PAGE = 10;

    private final AuditTrails trails;
    private final Reading reading;

    OwnTrail(Platform platform, Reading reading) {
        this.reading = reading;
        this.trails = new AuditTrails(
                Receipts.PLATFORM,
                Receipts.NAME,
                Receipts.REGION,
                platform.judge().standard().manifest().edition(),
                new Accounts(platform.database()));
    }

    /** Whether documents of this trail are meant. */
    static boolean isMeant(String documentType, @Nullable String platformCode) {
        return documentType.equals(AuditTrails.TYPE) && Receipts.PLATFORM.equals(platformCode);
    }

    /** One document. */
    Response document(Exchange x, Handle h) {
        x.caller().require(SCOPE);
        Trail trail = trails.find(h, x.caller().tenantId(), x.path("documentId"), x.query("revision", 1, 9_999, 0))
                .orElseThrow(() -> new ProblemException("not-found", "there is no such document"));
        Response response = reading.content(x, trail.entry(), trail.content());
        if (response.status() == 200) {
            reading.log().read(h, x.caller(), trail.entry(), "getDocument");
        }
        return response;
    }

    /** A page of entries. */
    Response page(Exchange x, Handle h, Paging paging) {
        x.caller().require(SCOPE);
        for (String name : Set.of("linkId", "regionCode", "receivedFrom", "receivedTo")) {
            if (paging.value(name) != null) {
                throw Exchange.invalid(name, "audit trails are not found by it");
            }
        }
        long tenant = x.caller().tenantId();
        int count = trails.count(h, tenant);
        int limit = Math.min(paging.limit(), PAGE);
        String id = paging.value("documentId");
        List<Object> items = new ArrayList<>();
        int number = (int) paging.position();
        while (number < count && items.size() < limit) {
            number++;
            if (id == null || id.equals(AuditTrails.id(tenant, number))) {
                Optional<Trail> trail = trails.trail(h, tenant, number, 0);
                trail.ifPresent(one -> items.add(Entries.entry(one.entry())));
            }
        }
        return Response.json(
                200, Json.object("items", items, "nextCursor", number < count ? paging.next(number) : null));
    }
}
