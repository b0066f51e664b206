package org.tongcai.sandbox.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which document makes which events of the lifecycle {@code mall-order} happen. The one place that says so.
 *
 * <p>For each type a function gives sequences of events; the first one that the order allows as a whole happens. No sequence at all means
 * that the document tells of something and changes nothing.
 */
final class OrderEvents {
    private static final List<List<String>> NOTHING = List.of();
    private static final Map<String, String> DECISIONS = Map.of(
            "ACCEPT", "accept",
            "REJECT", "reject",
            "CANCEL_REQUEST", "requestCancel",
            "CANCEL_AGREE", "agree",
            "CANCEL_REFUSE", "disagree",
            "AUTO_CANCEL", "timeout",
            "CONFIRM", "approve");
    private static final Map<String, Function<Scan, List<List<String>>>> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put("orderDecision", d -> one(DECISIONS.getOrDefault(d.value("/kind"), "")));
        TABLE.put("shipment", OrderEvents::shipment);
        TABLE.put("goodsReceipt", OrderEvents::goodsReceipt);
        TABLE.put("acceptanceReport", d -> List.of(List.of("acceptGoods"), List.of("receive", "acceptGoods")));
        TABLE.put("afterSale", OrderEvents::afterSale);
        TABLE.put("invoice", d -> d.value("/red").equals("true") ? NOTHING : one("invoice"));
        TABLE.put("settlement", OrderEvents::settlement);
        TABLE.put("payment", d -> d.value("/status").equals("PAID") ? one("pay") : NOTHING);
        TABLE.put("orderReview", d -> one("review"));
    }

    private OrderEvents() {}

    /** Types that may change an order, the order itself left out. */
    static Set<String> types() {
        return TABLE.keySet();
    }

    /** Sequences of events, the first choice first; empty where nothing happens. */
    static List<List<String>> of(Scan document) {
        return TABLE.getOrDefault(document.documentType(), d -> NOTHING).apply(document);
    }

    private static List<List<String>> one(String event) {
        return event.isEmpty() ? NOTHING : List.of(List.of(event));
    }

    private static List<List<String>> shipment(Scan d) {
        return switch (d.value("/status")) {
            case "PACKED", "REFUSED", "RETURNED", "LOST" -> NOTHING;
            default -> one(d.value("/finalShipment").equals("true") ? "ship" : "partShip");
        };
    }

    /** Before the last shipment, whatever is received is a part. */
    private static List<List<String>> goodsReceipt(Scan d) {
        return switch (d.value("/status")) {
            case "REFUSED" -> NOTHING;
            case "ACCEPTED", "PARTLY_ACCEPTED" ->
                List.of(List.of("acceptGoods"), List.of("receive", "acceptGoods"), List.of("partReceive"));
            default -> List.of(List.of("receive"), List.of("partReceive"));
        };
    }

    /** Repairs, refunds and the like leave the order where it is. */
    private static List<List<String>> afterSale(Scan d) {
        String kind = d.value("/kind");
        if (!kind.equals("RETURN") && !kind.equals("EXCHANGE")) {
            return NOTHING;
        }
        return switch (d.value("/status")) {
            case "APPLIED" -> one("afterSale");
            case "COMPLETED" -> one(kind.equals("RETURN") ? "returnGoods" : "exchange");
            case "RESENT" -> one("exchange");
            default -> NOTHING;
        };
    }

    private static List<List<String>> settlement(Scan d) {
        return switch (d.value("/status")) {
            case "DRAFT", "DISPUTED", "CANCELLED" -> NOTHING;
            case "PAID" -> List.of(List.of("pay"), List.of("settle", "pay"));
            default -> one("settle");
        };
    }
}
