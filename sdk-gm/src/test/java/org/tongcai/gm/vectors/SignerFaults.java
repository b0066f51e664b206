package org.tongcai.gm.vectors;

import static org.tongcai.gm.vectors.Draft.CREATED;
import static org.tongcai.gm.vectors.VectorWriter.params;

import java.util.List;
import java.util.Map;
import org.tongcai.signature.SigningKey;

/** Cases in which the signer himself did not do as the standard says, or came at the wrong time; and those of responses. */
final class SignerFaults extends CaseList {
    SignerFaults(String algorithm, Map<String, SigningKey> keys, List<Map<String, Object>> all) {
        super(algorithm, keys, all);
    }

    void add() {
        incomplete();
        times();
        responses();
        fieldsActedUpon();
    }

    private void incomplete() {
        bad(
                "no-signature",
                "没有签名",
                "no signature",
                "unauthenticated",
                m -> m.drop("Signature").drop("Signature-Input"));
        bad(
                "no-signature-input",
                "只有 Signature",
                "Signature alone",
                "signature-invalid",
                m -> m.drop("Signature-Input"));
        bad(
                "no-signature-value",
                "只有 Signature-Input",
                "Signature-Input alone",
                "signature-invalid",
                m -> m.drop("Signature"));
        bad(
                "signature-twice",
                "Signature 重复",
                "Signature twice",
                "signature-invalid",
                m -> m.add("Signature", m.field("Signature")));
        bad(
                "input-twice",
                "Signature-Input 重复",
                "Signature-Input twice",
                "signature-invalid",
                m -> m.add("Signature-Input", m.field("Signature-Input")));
        bad(
                "malformed-base64",
                "签名值不是 base64",
                "the signature is not base64",
                "signature-invalid",
                m -> m.replace("Signature", "tongcai=:", "tongcai=:*"));
        bad(
                "not-bytes",
                "签名值不是字节序列",
                "the signature is not a byte sequence",
                "signature-invalid",
                m -> m.drop("Signature").add("Signature", "tongcai=\"abc\""));
        for (String each : List.of(
                "@method", "@authority", "@path", "@query", "idempotency-key", "content-type", "content-digest")) {
            signed(
                    "not-covered-" + each.replace("@", ""),
                    "未覆盖 " + each,
                    each + " is not covered",
                    "signature-missing-component",
                    m -> m.sign(
                            client(),
                            m.components().replaceAll(" ?\"" + each + "\"", "").strip(),
                            client(NONCE)));
        }
        signed(
                "component-twice",
                "构件重复",
                "a component twice",
                "signature-invalid",
                m -> m.sign(client(), m.components() + " \"@path\"", client(NONCE)));
        signed(
                "absent-component",
                "覆盖了没有的字段",
                "a field is covered that is not there",
                "signature-invalid",
                m -> m.sign(client(), m.components() + " \"x-absent\"", client(NONCE)));
        signed(
                "trailer-component",
                "覆盖了尾部字段",
                "a trailer is covered",
                "signature-invalid",
                m -> m.sign(client(), m.components() + " \"content-type\";tr", client(NONCE)));
        signed(
                "unknown-parameter",
                "构件参数不认识",
                "a parameter of a component is not known",
                "signature-invalid",
                m -> m.sign(client(), m.components() + " \"content-type\";x", client(NONCE)));
        param(
                "no-nonce",
                "没有 nonce",
                "no nonce",
                "signature-missing-component",
                p -> p.replace(";nonce=\"" + NONCE + "\"", ""));
        param("short-nonce", "nonce 过短", "the nonce is too short", "signature-invalid", p -> p.replace(NONCE, "short"));
        param("no-created", "没有 created", "no created", "signature-invalid", p -> p.replace(";created=" + CREATED, ""));
        param(
                "created-not-whole",
                "created 不是整数",
                "created is not a whole number",
                "signature-invalid",
                p -> p.replace("created=" + CREATED, "created=" + CREATED + ".5"));
        param("no-keyid", "没有 keyid", "no keyid", "signature-invalid", p -> p.replaceAll(";keyid=\"[^\"]*\"", ""));
        param("no-alg", "没有 alg", "no alg", "signature-invalid", p -> p.replaceAll(";alg=\"[^\"]*\"", ""));
        param(
                "other-alg",
                "alg 与密钥不符",
                "alg is not that of the key",
                "signature-invalid",
                p -> p.replace("\"ed25519\"", "\"ecdsa-p256-sha256\""));
        param("no-tag", "没有 tag", "no tag", "signature-invalid", p -> p.replace(";tag=\"tongcai-1\"", ""));
        param("other-tag", "tag 不同", "another tag", "signature-invalid", p -> p.replace("tongcai-1", "tongcai-2"));
        param(
                "unknown-key",
                "未登记的密钥",
                "a key that is not registered",
                "unknown-key",
                p -> p.replace("client-", "nobody-"));
        signed("unknown-digest", "摘要算法都不认识", "no digest is of a known algorithm", "digest-mismatch", m -> {
            m.drop("Content-Digest").digest("unixsum", new byte[2]);
            m.sign(client(), m.components(), client(NONCE));
        });
    }

    private void times() {
        all.add(VectorWriter.of(
                id("skew-past"), "早 300 秒", "300 s ago", CREATED + 300, List.of(), post(), verified("client")));
        all.add(VectorWriter.of(
                id("skew-future"), "晚 300 秒", "300 s ahead", CREATED - 300, List.of(), post(), verified("client")));
        all.add(VectorWriter.of(
                id("expired"), "早 301 秒", "301 s ago", CREATED + 301, List.of(), post(), refused("signature-expired")));
        all.add(VectorWriter.of(
                id("ahead"), "晚 301 秒", "301 s ahead", CREATED - 301, List.of(), post(), refused("signature-expired")));
        param(
                "expires-passed",
                "已过 expires",
                "expires has passed",
                "signature-expired",
                p -> p + ";expires=" + (CREATED + 5));
        all.add(VectorWriter.of(
                id("replayed"),
                "同一请求再次送达",
                "the same request again",
                VectorWriter.now(),
                List.of(id("request-with-body")),
                post(),
                refused("nonce-replayed")));
        all.add(VectorWriter.of(
                id("nonce-of-other-request"),
                "另一个请求用过的 nonce",
                "the nonce of another request",
                VectorWriter.now(),
                List.of(id("request-with-body")),
                get(),
                refused("nonce-replayed")));
        Draft second = Draft.get()
                .sign(key("other"), Draft.get().components(), params("other-" + algorithm, algorithm, CREATED, NONCE));
        all.add(VectorWriter.of(
                id("nonce-of-other-key"),
                "另一个密钥用过的 nonce 可以再用",
                "the nonce of another key may be used",
                VectorWriter.now(),
                List.of(id("request-with-body")),
                second,
                verified("other")));
        for (String owner : List.of("retired", "future")) {
            Draft draft = Draft.get()
                    .sign(
                            key(owner),
                            Draft.get().components(),
                            params(owner + "-" + algorithm, algorithm, CREATED, NONCE));
            refused(
                    "key-" + owner,
                    owner.equals("retired") ? "已停用的密钥" : "尚未生效的密钥",
                    owner.equals("retired") ? "a key that was retired" : "a key that is not valid yet",
                    "unknown-key",
                    draft);
        }
    }

    private void responses() {
        Draft empty = Draft.answer(get(), 304, "");
        good(
                "response-without-body",
                "没有正文的响应",
                "a response without a body",
                empty.sign(server(), empty.components(), params("server-" + algorithm, algorithm, CREATED + 1, "")));
        alteredResponse(
                "response-status", "状态码被改动", "the status was altered", "signature-invalid", m -> m.status = 200);
        alteredResponse(
                "response-body",
                "响应正文被改动",
                "the body of the response was altered",
                "digest-mismatch",
                m -> m.body = m.body.replace("REJECTED", "ACCEPTED"));
        alteredResponse(
                "response-type",
                "响应的媒体类型被改动",
                "the media type of the response was altered",
                "signature-invalid",
                m -> m.replace("Content-Type", "json", "xml"));
        alteredResponse(
                "response-unsigned",
                "响应没有签名",
                "the response is not signed",
                "unauthenticated",
                m -> m.drop("Signature").drop("Signature-Input"));
        alteredResponse(
                "response-request-fields",
                "以请求的签名充当响应的签名",
                "the request's signature as that of the response",
                "signature-missing-component",
                m -> m.drop("Signature")
                        .drop("Signature-Input")
                        .add("Signature-Input", m.request.field("Signature-Input"))
                        .add("Signature", m.request.field("Signature")));
        Draft unbound = answer();
        refused(
                "response-not-bound",
                "响应没有绑定请求",
                "the response is not bound to its request",
                "signature-missing-component",
                unbound.sign(
                        server(),
                        "\"@status\" \"content-type\" \"content-digest\"",
                        params("server-" + algorithm, algorithm, CREATED + 1, "")));
        all.add(VectorWriter.of(
                id("response-expired"),
                "响应签名过期",
                "the response was signed too long ago",
                CREATED + 302,
                List.of(),
                response(),
                refused("signature-expired")));
    }

    /** What the reader of a response goes by beside status and content: where to go on, where it is, which version it is. */
    private void fieldsActedUpon() {
        good("response-fields", "带有 ETag、Location、Upload-Offset 的响应", "a response with these three", withFields());
        for (String[] each : new String[][] {
            {"ETag", "\"a1\"", "\"a2\""},
            {"Location", "FJ-1", "FJ-2"},
            {"Upload-Offset", "4096", "8192"}
        }) {
            String name = each[0].toLowerCase(java.util.Locale.ROOT);
            refused(
                    "response-altered-" + name,
                    "响应的 " + each[0] + " 被改动",
                    each[0] + " of the response was altered",
                    "signature-invalid",
                    withFields().replace(each[0], each[1], each[2]));
            refused(
                    "response-dropped-" + name,
                    "响应的 " + each[0] + " 被去掉",
                    each[0] + " of the response was dropped",
                    "signature-invalid",
                    withFields().drop(each[0]));
            alteredResponse(
                    "response-added-" + name,
                    "响应添加了未签名的 " + each[0],
                    each[0] + " was added to the response and is not signed",
                    "signature-missing-component",
                    m -> m.add(each[0], each[1]));
        }
    }

    private Draft withFields() {
        Draft draft = answer().add("ETag", "\"a1\"")
                .add("Location", "/tongcai/v1/attachments/FJ-1")
                .add("Upload-Offset", "4096");
        return draft.sign(server(), draft.components(), params("server-" + algorithm, algorithm, CREATED + 1, ""));
    }
}
