package org.tongcai.sandbox.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.LifecycleDefinition;
import org.tongcai.bundle.LifecycleDefinition.Transition;
import org.tongcai.lifecycle.Lifecycle;
import org.tongcai.sandbox.http.ProblemException;
import org.tongcai.sandbox.store.Documents;
import org.tongcai.sandbox.store.StoredDocument;

/**
 * Where orders stand, by their own documents and those that refer to them: nothing else keeps their status, so it can always be told
 * from what was received. Belongs to one thread.
 */
public final class Orders {
    /** Types that may change an order. */
    static final Set<String> TYPES = types();

    private static final String ORDER = "order";
    private static final int MOST = 10_000;

    private final Judge judge;
    private final Documents documents;
    private final LifecycleDefinition lifecycle;

    /** Orders among the documents of a transaction. */
    public Orders(Judge judge, Documents documents) {
        this.judge = judge;
        this.documents = documents;
        this.lifecycle = Lifecycle.of(judge.standard().bundle(), "mall-order").definition();
    }

    private static Set<String> types() {
        Set<String> types = new HashSet<>(OrderEvents.types());
        types.add(ORDER);
        return Set.copyOf(types);
    }

    /**
     * What a document does to orders.
     *
     * @param refused why it may not happen; null where it may
     * @param statuses orders whose status it changes
     */
    record Move(@Nullable ProblemException refused, List<Changed> statuses) {
        static final Move NONE = new Move(null, List.of());
    }

    /** A new status of an order. */
    public record Changed(StoredDocument order, String status) {}

    /** What may happen to an order now. */
    public List<String> allowed(String status) {
        return lifecycle.transitions().stream()
                .filter(t -> t.from().equals(status))
                .map(Transition::event)
                .toList();
    }

    /** The status of an order. */
    public String status(String platform, String documentId) {
        return history(platform, documentId).state;
    }

    /** What a document that is about to be stored does. */
    Move move(Scan scan, List<StoredDocument> earlier) {
        if (!TYPES.contains(scan.documentType())) {
            return Move.NONE;
        }
        if (scan.documentType().equals(ORDER)) {
            return revise(scan, earlier);
        }
        List<List<String>> choices = OrderEvents.of(scan);
        if (choices.isEmpty()) {
            return Move.NONE;
        }
        List<Changed> changed = new ArrayList<>();
        for (StoredDocument order : named(scan)) {
            History history = history(order.platformCode(), order.documentId());
            String before = history.state;
            if (!history.take(scan.documentType() + "/" + scan.platformCode() + "/" + scan.documentId(), choices)) {
                return new Move(
                        conflict(order.documentId(), before, choices.get(0).get(0)), List.of());
            }
            if (!history.state.equals(before)) {
                changed.add(new Changed(order, history.state));
            }
        }
        return new Move(null, changed);
    }

    private Move revise(Scan scan, List<StoredDocument> earlier) {
        String status = scan.value("/status");
        if (earlier.isEmpty() || status.isEmpty()) {
            return Move.NONE;
        }
        History history = history(scan.platformCode(), scan.documentId());
        String before = history.state;
        if (before.equals(status)) {
            return Move.NONE;
        }
        if (!history.become(status)) {
            return new Move(conflict(scan.documentId(), before, "become " + status), List.of());
        }
        StoredDocument newest = earlier.get(earlier.size() - 1);
        return new Move(null, List.of(new Changed(newest, status)));
    }

    private ProblemException conflict(String order, String status, String event) {
        return new ProblemException("state-conflict", "order " + order + " is " + status + "; it cannot " + event)
                .with("currentStatus", status)
                .with("allowedEvents", allowed(status));
    }

    /** The orders that a document names and that are there. */
    private List<StoredDocument> named(Scan scan) {
        List<StoredDocument> orders = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Scan.Reference reference : scan.references()) {
            if (reference.documentType().equals(ORDER)
                    && seen.add(reference.platformCode() + "/" + reference.documentId())) {
                documents
                        .find(ORDER, reference.platformCode(), reference.documentId(), 0)
                        .ifPresent(orders::add);
            }
        }
        return orders;
    }

    private History history(String platform, String documentId) {
        List<StoredDocument> revisions = documents.revisions(ORDER, platform, documentId);
        if (revisions.isEmpty()) {
            return new History(lifecycle.initial());
        }
        StoredDocument first = revisions.stream()
                .min(Comparator.comparingLong(StoredDocument::position))
                .orElseThrow();
        String said = scan(first).value("/status");
        History history = new History(lifecycle.state(said) == null ? lifecycle.initial() : said);
        List<StoredDocument> later = new ArrayList<>(revisions);
        later.remove(first);
        later.addAll(documents.referringTo(ORDER, platform, documentId, OrderEvents.types(), MOST));
        later.sort(Comparator.comparingLong(StoredDocument::position));
        for (StoredDocument one : later) {
            Scan scan = scan(one);
            if (one.documentType().equals(ORDER)) {
                history.become(scan.value("/status"));
            } else if (!one.state().equals(StoredDocument.WITHDRAWN)) {
                history.take(
                        one.documentType() + "/" + one.platformCode() + "/" + one.documentId(), OrderEvents.of(scan));
            }
        }
        return history;
    }

    private Scan scan(StoredDocument document) {
        return judge.scan(documents.content(document.position()), document.isXml());
    }

    /** One order, event by event. */
    private final class History {
        private String state;
        /** What each document has done already; its later revisions do not do it again. */
        private final Map<String, Set<String>> done = new HashMap<>();

        History(String state) {
            this.state = state;
        }

        /** Lets the first sequence happen that may; false where none may. */
        boolean take(String document, List<List<String>> choices) {
            Set<String> before = done.computeIfAbsent(document, key -> new HashSet<>());
            for (List<String> events : choices) {
                List<String> left =
                        events.stream().filter(e -> !before.contains(e)).toList();
                String to = after(left);
                if (to != null) {
                    state = to;
                    before.addAll(events);
                    return true;
                }
            }
            return choices.isEmpty();
        }

        private @Nullable String after(List<String> events) {
            String at = state;
            for (String event : events) {
                Transition transition = lifecycle.transition(at, event);
                if (transition == null) {
                    return null;
                }
                at = transition.to();
            }
            return at;
        }

        /** The order says its status itself; false where nothing leads there. */
        boolean become(String status) {
            boolean possible = state.equals(status)
                    || lifecycle.transitions().stream().anyMatch(t -> t.from().equals(state) && t.to().equals(status));
            if (possible) {
                state = status;
            }
            return possible;
        }
    }
}
