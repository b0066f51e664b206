package org.tongcai.gm.vectors;

import static org.tongcai.gm.vectors.Draft.CREATED;
import static org.tongcai.gm.vectors.VectorWriter.utf8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongcai.gm.Sm2;
import org.tongcai.signature.DigestAlgorithm;
import org.tongcai.signature.SigningKey;

/** The cases of one algorithm: what passes, and what somebody on the way may have altered. */
final class Cases extends CaseList {
    Cases(String algorithm, Map<String, SigningKey> keys) {
        super(algorithm, keys, new ArrayList<>());
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
        bad("altered-signature", "签名值被改动", "the signature was altered", "signature-invalid", CaseList::flip);
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
        new SignerFaults(algorithm, keys, all).add();
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
}
