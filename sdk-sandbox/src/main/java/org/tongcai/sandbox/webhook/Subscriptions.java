package org.tongcai.sandbox.webhook;

import io.javalin.http.HandlerType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.tongcai.sandbox.http.Exchange;
import org.tongcai.sandbox.http.Ids;
import org.tongcai.sandbox.http.Json;
import org.tongcai.sandbox.http.Operation;
import org.tongcai.sandbox.http.ProblemException;
import org.tongcai.sandbox.http.Response;
import org.tongcai.sandbox.resource.Platform;
import org.tongcai.sandbox.store.Outbox;
import org.tongcai.sandbox.store.Outbox.Subscription;
import org.tongcai.sandbox.submission.Announcer;
import org.tongcai.sandbox.submission.Outcome;
import org.tongcai.signature.WebhookSecret;

/** Subscriptions to events. An application sees its own. Thread-safe. */
public final class Subscriptions {
    private static final String SCOPE = "subscriptions";
    private static final String FOLDER = "/v1/subscriptions";
    private static final String ONE = FOLDER + "/{subscriptionId}";
    private static final String TEST = "org.tongcai.test.v1";
    private static final Set<String> EVENTS = Set.of(
            "org.tongcai.document.created.v1",
            "org.tongcai.document.revised.v1",
            "org.tongcai.document.withdrawn.v1",
            "org.tongcai.order.status.v1",
            TEST);
    private static final Set<String> MEMBERS = Set.of("callbackUrl", "eventTypes", "documentTypes");
    private static final int REQUEST_BYTES = 32 << 10;
    private static final int MOST = 100;
    private static final long OLD_MILLIS = 24L * 3_600_000;

    private final Platform platform;
    private final Deliverer deliverer;

    public Subscriptions(Platform platform, Deliverer deliverer) {
        this.platform = platform;
        this.deliverer = deliverer;
    }

    /** The operations. */
    public List<Operation> operations() {
        String large = "document-too-large";
        return List.of(
                Operation.post("createSubscription", FOLDER, SCOPE, REQUEST_BYTES, large, this::create),
                Operation.get("listSubscriptions", FOLDER, SCOPE, Set.of(), (Operation.Stored) this::list),
                Operation.other("deleteSubscription", HandlerType.DELETE, ONE, SCOPE, 0, large, (Operation.Stored)
                        this::delete),
                Operation.other("testSubscription", HandlerType.POST, ONE + "/test", SCOPE, 0, large, (Operation.Direct)
                        this::test),
                Operation.post("rotateSecret", ONE + "/secret", SCOPE, 0, large, this::rotate));
    }

    private Response create(Exchange x, Handle h) {
        if (!x.mediaType().equals(Response.JSON)) {
            throw new ProblemException("unsupported-media-type", "the request is application/json");
        }
        Map<String, Object> request = Json.parse(x.body());
        if (!MEMBERS.containsAll(request.keySet())) {
            throw new ProblemException("malformed-request", "there is a member that has no place here");
        }
        String url = Json.required(request, "callbackUrl");
        String why = deliverer.callbacks().refuses(url);
        if (why != null) {
            throw malformed("callbackUrl", why);
        }
        List<String> events = set(request, "eventTypes", EVENTS);
        List<String> types = request.containsKey("documentTypes")
                ? set(request, "documentTypes", platform.judge().domains().keySet())
                : null;
        mayRead(x, types);
        long application = x.caller().applicationId();
        if (Outbox.ofApplication(h, application).size() >= MOST) {
            throw new ProblemException("malformed-request", "an application has at most " + MOST + " subscriptions");
        }
        Subscription made = new Subscription(
                Ids.next("DY"),
                x.caller().tenantId(),
                application,
                url,
                events,
                types,
                WebhookSecret.generate().text(),
                null,
                0,
                Outbox.ACTIVE,
                System.currentTimeMillis());
        Outbox.add(h, made);
        Map<String, Object> shown = shown(made);
        shown.put("secret", made.secret());
        return Response.json(201, shown)
                .header("Location", platform.options().basePath() + FOLDER + "/" + made.id())
                .header("Cache-Control", "no-store");
    }

    /** Events tell of documents, so they are for those who may read them. */
    private void mayRead(Exchange x, @org.jspecify.annotations.Nullable List<String> types) {
        Map<String, String> domains = platform.judge().domains();
        for (String type : types == null ? domains.keySet() : types) {
            x.caller().require(domains.get(type) + ":read");
        }
    }

    private static List<String> set(Map<String, Object> request, String name, Set<String> known) {
        List<String> values = Json.texts(request, name);
        if (values == null
                || values.isEmpty()
                || new TreeSet<>(values).size() != values.size()
                || !known.containsAll(values)) {
            throw malformed(name, "it must name some of those that there are, each once");
        }
        return values;
    }

    private static ProblemException malformed(String member, String why) {
        return new ProblemException("malformed-request", member + ": " + why).with("parameter", member);
    }

    private static Map<String, Object> shown(Subscription s) {
        return Json.object(
                "subscriptionId", s.id(),
                "callbackUrl", s.callbackUrl(),
                "eventTypes", s.eventTypes(),
                "documentTypes", s.documentTypes(),
                "state", s.state(),
                "createdAt", Outcome.moment(s.createdAt()));
    }

    private Response list(Exchange x, Handle h) {
        return Response.json(
                200,
                Json.object(
                        "items",
                        Outbox.ofApplication(h, x.caller().applicationId()).stream()
                                .map(Subscriptions::shown)
                                .toList()));
    }

    private static Subscription find(Exchange x, Handle h) {
        return Outbox.find(h, x.path("subscriptionId"))
                .filter(s -> s.applicationId() == x.caller().applicationId())
                .orElseThrow(() -> new ProblemException("not-found", "there is no such subscription"));
    }

    private Response delete(Exchange x, Handle h) {
        Outbox.remove(h, find(x, h).id());
        return Response.empty(204);
    }

    private Response rotate(Exchange x, Handle h) {
        Subscription subscription = find(x, h);
        String secret = WebhookSecret.generate().text();
        long until = deliverer.clock().millis() + OLD_MILLIS;
        Outbox.rotate(h, subscription, secret, until);
        return Response.json(
                        200,
                        Json.object(
                                "subscriptionId", subscription.id(),
                                "secret", secret,
                                "previousValidUntil", Outcome.moment(until)))
                .header("Cache-Control", "no-store");
    }

    /** Delivers at once; no connection to the database is held meanwhile. */
    private Response test(Exchange x) {
        Subscription subscription = platform.database().read(h -> find(x, h));
        String id = Ids.next("SJ");
        String body = Announcer.cloudEvent(
                platform.url().get(), id, TEST, "test", System.currentTimeMillis(), new LinkedHashMap<>());
        int status;
        try {
            status = deliverer.deliver(subscription, id, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException("unavailable", "the platform stops").header("Retry-After", "5");
        }
        boolean delivered = status >= 200 && status < 300;
        if (delivered && subscription.state().equals(Outbox.SUSPENDED)) {
            platform.database().change(h -> Outbox.state(h, subscription.id(), Outbox.ACTIVE));
        }
        return Response.json(
                200, Json.object("eventId", id, "delivered", delivered, "status", status == 0 ? null : status));
    }
}
