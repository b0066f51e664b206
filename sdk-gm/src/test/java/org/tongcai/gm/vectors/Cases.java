package org.tongcai.gm.vectors;

import static org.tongcai.gm.vectors.Draft.CREATED;
import static org.tongcai.gm.vectors.VectorWriter.params;
import static org.tongcai.gm.vectors.VectorWriter.utf8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tongcai.gm.Sm2;
import org.tongcai.gm.Sm3;
import org.tongcai.signature.DigestAlgorithm;
import org.tongcai.signature.SigningKey;

/** The cases of messages of one algorithm. */
final class Cases {
    private static final String NONCE = "vector-nonce-0000";

    private final String algorithm;
    private final Map<String, SigningKey> keys;
    private final DigestAlgorithm digest;
    private final List<Map<String, Object>> all = new ArrayList<>();

    Cases(String algorithm, Map<String, SigningKey> keys) {
        this.algorithm = algorithm;
        this.keys = keys;
        this.digest = algorithm.startsWith("sm2") ? Sm3.ALGORITHM : DigestAlgorithm.SHA_256;
    }

    /** What every algorithm must show. */
    List<Map<String, Object>> essential() {
        good("request-with-body", "带正文的请求", "a request with a body", post());
        good("request-without-body", "没有正文的请求", "a request without a body", get());
        good("response-with-body", "带正文的响应", "a response with a body", response());
        bad("altered-path", "路径被改动", "the path was altered", "signature-invalid", m -> m.path += "x");
        bad(
                "altered-body",
                "正文被改动",
                "the body was altered",
                "digest-mismatch",
                m -> m.body = m.body.replace("0001", "0002"));
        bad("altered-signature", "签名值被改动", "the signature was altered", "signature-invalid", Cases::flip);
        bad("short-signature", "签名值被截短", "the signature was cut", "signature-invalid", m -> resign(m, cut(value(m))));
        bad("empty-signature", "签名值为空", "the signature is empty", "signature-invalid", m -> resign(m, new byte[0]));
        bad(
                "zero-signature",
                "签名值全为零",
                "the signature is all zeros",
                "signature-invalid",
                m -> resign(m, new byte[value(m).length]));
        if (algorithm.startsWith("ecdsa") || algorithm.startsWith("sm2")) {
            bad(
                    "der-signature",
                    "签名值是 DER 编码",
                    "the signature is in DER",
                    "signature-invalid",
                    m -> resign(m, Sm2.toDer(value(m))));
        }
        bad(
                "key-of-another",
                "以他人的密钥标识冒充",
                "another's key id is claimed",
                "signature-invalid",
                m -> m.replace("Signature-Input", "client-", "other-"));
        refused("swapped-response", "对另一个请求的响应", "the response to another request", "signature-invalid", swapped());
        return all;
    }

    /** And what one of them shows for all. */
    List<Map<String, Object>> full() {
        essential();
        accepted();
        altered();
        incomplete();
        times();
        responses();
        return all;
    }

    private void accepted() {
        Draft bare = get();
        Draft noQuery = unsigned(Draft.get(), m -> m.query = null);
        good("request-without-query", "没有查询串", "no query", standard(noQuery));
        good("request-with-empty-query", "查询串为空", "an empty query", standard(unsigned(Draft.get(), m -> m.query = "")));
        good(
                "authority-normalised",
                "主机名大写并带默认端口",
                "upper case and the default port",
                standard(unsigned(Draft.get(), m -> m.authority = "Platform.Example:443")));
        good("more-covered", "多覆盖一个字段", "one more field covered", unsigned(Draft.get(), m -> {
            m.add("Upload-Offset", "0");
            m.sign(client(), m.components() + " \"upload-offset\"", client(NONCE));
        }));
        good(
                "other-order",
                "构件次序不同",
                "components in another order",
                unsigned(
                        Draft.get(),
                        m -> m.sign(client(), "\"@query\" \"@path\" \"@authority\" \"@method\"", client(NONCE))));
        good(
                "second-signature-beside",
                "另有中间设备的签名",
                "an intermediary's signature beside",
                bare.copy().sign("proxy", key("other"), "\"@method\"", ";created=" + CREATED + ";keyid=\"x\""));
        all.get(all.size() - 1).put("signatureBase", List.of(bare.base.split("\n")));
        good("sha-512", "SHA-512 摘要", "a digest of SHA-512", unsigned(Draft.post(), m -> {
            m.digest("sha-512", DigestAlgorithm.SHA_512.digest(utf8(m.body)));
            m.sign(client(), m.components(), client(NONCE));
        }));
        good("two-digests", "两种摘要", "two digests", unsigned(Draft.post(), m -> {
            m.digest("sha-256", digest.digest(utf8(m.body)))
                    .digest("sha-512", DigestAlgorithm.SHA_512.digest(utf8(m.body)));
            m.sign(client(), m.components(), client(NONCE));
        }));
        good("unknown-digest-beside", "另有不认识的摘要", "a digest beside that is not known", unsigned(Draft.post(), m -> {
            m.digest("unixsum", new byte[2]).digest("sha-256", digest.digest(utf8(m.body)));
            m.sign(client(), m.components(), client(NONCE));
        }));
        good("field-with-spaces", "字段值前后有空格", "white space around a value", unsigned(Draft.post(), m -> {
            m.digest("sha-256", digest.digest(utf8(m.body))).sign(client(), m.components(), client(NONCE));
            m.replace("Content-Type", "application/json", "  application/json ");
        }));
    }

    private void altered() {
        bad("altered-method", "方法被改动", "the method was altered", "signature-invalid", m -> m.method = "PUT");
        bad(
                "method-case",
                "方法大小写被改动",
                "the case of the method was altered",
                "signature-invalid",
                m -> m.method = "post");
        bad(
                "altered-authority",
                "主机被改动",
                "the authority was altered",
                "signature-invalid",
                m -> m.authority = "platform.example.org");
        bad("altered-port", "端口被改动", "the port was altered", "signature-invalid", m -> m.authority += ":8443");
        bad(
                "path-case",
                "路径大小写被改动",
                "the case of the path was altered",
                "signature-invalid",
                m -> m.path = m.path.replace("documents", "Documents"));
        bad(
                "path-encoding",
                "路径编码被改动",
                "the encoding of the path was altered",
                "signature-invalid",
                m -> m.path = m.path.replace("documents", "%64ocuments"));
        bad("added-query", "添加了查询串", "a query was added", "signature-invalid", m -> m.query = "dryRun=true");
        badGet(
                "altered-query",
                "查询串被改动",
                "the query was altered",
                "signature-invalid",
                m -> m.query = m.query.replace("100", "101"));
        badGet(
                "query-order",
                "查询串次序被改动",
                "the order of the query was altered",
                "signature-invalid",
                m -> m.query = "documentType=order&limit=100");
        badGet("dropped-query", "查询串被去掉", "the query was dropped", "signature-invalid", m -> m.query = null);
        bad(
                "altered-content-type",
                "媒体类型被改动",
                "the media type was altered",
                "signature-invalid",
                m -> m.replace("Content-Type", "json", "xml"));
        bad(
                "altered-idempotency-key",
                "幂等键被改动",
                "the idempotency key was altered",
                "signature-invalid",
                m -> m.replace("Idempotency-Key", "0001", "0002"));
        bad(
                "dropped-idempotency-key",
                "幂等键被去掉",
                "the idempotency key was dropped",
                "signature-invalid",
                m -> m.drop("Idempotency-Key"));
        bad(
                "second-idempotency-key",
                "添加了第二个幂等键",
                "a second idempotency key was added",
                "signature-invalid",
                m -> m.add("Idempotency-Key", "9f1c2a7e-0002"));
        badGet(
                "added-idempotency-key",
                "添加了未签名的幂等键",
                "an idempotency key was added that is not signed",
                "signature-missing-component",
                m -> m.add("Idempotency-Key", "k"));
        bad("body-and-digest", "正文和摘要一并改动", "body and digest were altered", "signature-invalid", m -> {
            m.body = m.body.replace("0001", "0002");
            m.drop("Content-Digest").digest("sha-256", digest.digest(utf8(m.body)));
        });
        bad("dropped-body", "正文被去掉", "the body was dropped", "digest-mismatch", m -> m.body = "");
        bad("dropped-digest", "摘要被去掉", "the digest was dropped", "signature-invalid", m -> m.drop("Content-Digest"));
        badGet("added-body", "添加了正文", "a body was added", "signature-missing-component", m -> m.body = "{}");
        bad(
                "added-digest",
                "添加了不符的摘要",
                "a digest was added that does not match",
                "signature-invalid",
                m -> m.digest("sha-512", new byte[64]));
        bad(
                "altered-created",
                "签名时间被改动",
                "the time was altered",
                "signature-invalid",
                m -> m.replace("Signature-Input", "created=" + CREATED, "created=" + (CREATED + 1)));
        bad(
                "altered-nonce",
                "nonce 被改动",
                "the nonce was altered",
                "signature-invalid",
                m -> m.replace("Signature-Input", "nonce-0000", "nonce-0001"));
        bad(
                "altered-algorithm",
                "算法被改动",
                "the algorithm was altered",
                "signature-invalid",
                m -> m.replace("Signature-Input", "\"ed25519\"", "\"hmac-sha256\""));
        bad(
                "relabelled",
                "标签被改动",
                "the label was altered",
                "unauthenticated",
                m -> m.replace("Signature-Input", "tongcai=", "sig1=").replace("Signature", "tongcai=", "sig1="));
        bad(
                "dropped-component",
                "覆盖范围被缩小",
                "a component was taken out of the list",
                "signature-missing-component",
                m -> m.replace("Signature-Input", " \"@query\"", ""));
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

    private Draft post() {
        return standard(Draft.post());
    }

    private Draft get() {
        return standard(Draft.get());
    }

    private Draft standard(Draft draft) {
        if (!draft.body.isEmpty()) {
            draft.digest(digest.name(), digest.digest(utf8(draft.body)));
        }
        return draft.sign(client(), draft.components(), client(NONCE));
    }

    private Draft answer() {
        Draft draft = Draft.answer(post(), 422, "{\"verdict\":\"REJECTED\"}");
        return draft.digest(digest.name(), digest.digest(utf8(draft.body)));
    }

    private Draft response() {
        Draft draft = answer();
        return draft.sign(server(), draft.components(), params("server-" + algorithm, algorithm, CREATED + 1, ""));
    }

    private Draft swapped() {
        Draft response = response();
        Draft other = Draft.post();
        other.body = other.body.replace("0001", "0002");
        other.digest(digest.name(), digest.digest(utf8(other.body)));
        response.request = other.sign(client(), other.components(), client("vector-nonce-0002"));
        return response;
    }

    private static Draft unsigned(Draft draft, Consumer<Draft> change) {
        change.accept(draft);
        return draft;
    }

    private void good(String name, String zh, String en, Draft message) {
        all.add(VectorWriter.of(
                id(name),
                zh,
                en,
                VectorWriter.now(),
                List.of(),
                message,
                verified(message.request == null ? "client" : "server")));
    }

    private void bad(String name, String zh, String en, String code, Consumer<Draft> change) {
        refused(name, zh, en, code, unsigned(post(), change));
    }

    private void badGet(String name, String zh, String en, String code, Consumer<Draft> change) {
        refused(name, zh, en, code, unsigned(get(), change));
    }

    /** Signed by the holder of the key, but not as it should be. */
    private void signed(String name, String zh, String en, String code, Consumer<Draft> sign) {
        Draft draft = Draft.post();
        draft.digest(digest.name(), digest.digest(utf8(draft.body)));
        refused(name, zh, en, code, unsigned(draft, sign));
    }

    private void param(
            String name, String zh, String en, String code, java.util.function.UnaryOperator<String> change) {
        signed(name, zh, en, code, m -> m.sign(client(), m.components(), change.apply(client(NONCE))));
    }

    private void alteredResponse(String name, String zh, String en, String code, Consumer<Draft> change) {
        refused(name, zh, en, code, unsigned(response(), change));
    }

    private void refused(String name, String zh, String en, String code, Draft message) {
        all.add(VectorWriter.of(id(name), zh, en, VectorWriter.now(), List.of(), message, refused(code)));
    }

    private Map<String, Object> verified(String owner) {
        return Map.of("verified", owner + "-" + algorithm);
    }

    private static Map<String, Object> refused(String code) {
        return Map.of("refused", code);
    }

    private String id(String name) {
        return algorithm + "/" + name;
    }

    private SigningKey key(String owner) {
        return keys.get(owner + "-" + algorithm);
    }

    private SigningKey client() {
        return key("client");
    }

    private SigningKey server() {
        return key("server");
    }

    private String client(String nonce) {
        return params("client-" + algorithm, algorithm, CREATED, nonce);
    }

    private static byte[] value(Draft message) {
        return Base64.getDecoder().decode(message.field("Signature").replaceAll(".*=:([^:]*):.*", "$1"));
    }

    private static void resign(Draft message, byte[] value) {
        message.drop("Signature")
                .add("Signature", "tongcai=:" + Base64.getEncoder().encodeToString(value) + ":");
    }

    private static void flip(Draft message) {
        byte[] value = value(message);
        value[5] ^= 1;
        resign(message, value);
    }

    private static byte[] cut(byte[] value) {
        return java.util.Arrays.copyOf(value, value.length - 1);
    }
}
