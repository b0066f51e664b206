package org.tongcai.gm.vectors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The cases of deliveries. The signature is computed here with the JDK alone. */
final class WebhookCases {
    private static final String OLD =
            "whsec_" + Base64.getEncoder().encodeToString("test-secret-test-secret-test-01!".getBytes());
    private static final String NEW =
            "whsec_" + Base64.getEncoder().encodeToString("test-secret-test-secret-test-02!".getBytes());
    private static final String BODY = "{\"specversion\":\"1.0\",\"type\":\"org.tongcai.test.v1\",\"id\":\"e-1\"}";
    private static final long SENT = Draft.CREATED;

    private final List<Map<String, Object>> all = new ArrayList<>();

    static List<Map<String, Object>> all() {
        WebhookCases cases = new WebhookCases();
        cases.add("valid", "有效", "valid", "VALID", SENT, d -> {});
        cases.add(
                "during-rotation",
                "轮换期间带新旧两个签名",
                "two signatures during rotation",
                "VALID",
                SENT,
                d -> d.put(
                        "webhook-signature",
                        sign(NEW, "msg_0001", SENT, BODY) + " " + sign(OLD, "msg_0001", SENT, BODY)));
        cases.add(
                "other-version-beside",
                "另有其他版本的签名",
                "a signature of another version beside",
                "VALID",
                SENT,
                d -> d.put("webhook-signature", "v2,AAAA " + d.get("webhook-signature")));
        cases.add("tolerance", "恰好 5 分钟", "just five minutes", "VALID", SENT + 300, d -> {});
        cases.add("old", "早于 5 分钟", "older than five minutes", "EXPIRED", SENT + 301, d -> {});
        cases.add("future", "晚于 5 分钟", "more than five minutes ahead", "EXPIRED", SENT - 301, d -> {});
        cases.add(
                "altered-body",
                "正文被改动",
                "the body was altered",
                "MISMATCH",
                SENT,
                d -> d.put("body", BODY.replace("e-1", "e-2")));
        cases.add("altered-id", "编号被改动", "the id was altered", "MISMATCH", SENT, d -> d.put("webhook-id", "msg_0002"));
        cases.add(
                "altered-timestamp",
                "时间戳被改动",
                "the timestamp was altered",
                "MISMATCH",
                SENT,
                d -> d.put("webhook-timestamp", Long.toString(SENT + 1)));
        cases.add(
                "other-secret",
                "密钥不同",
                "another secret",
                "MISMATCH",
                SENT,
                d -> d.put("webhook-signature", sign(NEW, "msg_0001", SENT, BODY)));
        cases.add(
                "other-version-only",
                "只有其他版本的签名",
                "a signature of another version only",
                "MISMATCH",
                SENT,
                d -> d.put("webhook-signature", d.get("webhook-signature").replace("v1,", "v2,")));
        cases.add("no-signature", "没有签名", "no signature", "MISSING", SENT, d -> d.remove("webhook-signature"));
        cases.add("no-id", "没有编号", "no id", "MISSING", SENT, d -> d.remove("webhook-id"));
        cases.add("dot-in-id", "编号含点", "a dot in the id", "MALFORMED", SENT, d -> {
            d.put("webhook-id", "msg.1");
            d.put("webhook-signature", sign(OLD, "msg.1", SENT, BODY));
        });
        cases.add(
                "timestamp-not-a-number",
                "时间戳不是数字",
                "the timestamp is not a number",
                "MALFORMED",
                SENT,
                d -> d.put("webhook-timestamp", "+" + SENT));
        return cases.all;
    }

    private void add(String name, String zh, String en, String expect, long now, Consumer<Map<String, String>> change) {
        Map<String, String> delivery = new LinkedHashMap<>();
        delivery.put("webhook-id", "msg_0001");
        delivery.put("webhook-timestamp", Long.toString(SENT));
        delivery.put("webhook-signature", sign(OLD, "msg_0001", SENT, BODY));
        delivery.put("body", BODY);
        change.accept(delivery);
        String body = delivery.remove("body");
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", "webhooks/" + name);
        one.put("title", VectorWriter.titles(zh, en));
        one.put("now", Instant.ofEpochSecond(now).toString());
        one.put("secrets", List.of(OLD));
        one.put(
                "fields",
                delivery.entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue())
                        .toList());
        one.put("body", body);
        one.put("expect", Map.of("result", expect));
        all.add(one);
    }

    private static String sign(String secret, String id, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            return "v1,"
                    + Base64.getEncoder()
                            .encodeToString(mac.doFinal(VectorWriter.utf8(id + "." + timestamp + "." + body)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
