package org.tongcai.gm.vectors;

import static org.tongcai.gm.vectors.Draft.CREATED;
import static org.tongcai.gm.vectors.VectorWriter.params;
import static org.tongcai.gm.vectors.VectorWriter.utf8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tongcai.gm.Sm3;
import org.tongcai.signature.DigestAlgorithm;
import org.tongcai.signature.SigningKey;

/** Cases of messages of one algorithm, and what makes them. */
class CaseList {
    static final String NONCE = "vector-nonce-0000";

    final String algorithm;
    final Map<String, SigningKey> keys;
    final DigestAlgorithm digest;
    final List<Map<String, Object>> all;

    CaseList(String algorithm, Map<String, SigningKey> keys, List<Map<String, Object>> all) {
        this.algorithm = algorithm;
        this.keys = keys;
        this.digest = algorithm.startsWith("sm2") ? Sm3.ALGORITHM : DigestAlgorithm.SHA_256;
        this.all = all;
    }

    Draft post() {
        return standard(Draft.post());
    }

    Draft get() {
        return standard(Draft.get());
    }

    Draft standard(Draft draft) {
        if (!draft.body.isEmpty()) {
            draft.digest(digest.name(), digest.digest(utf8(draft.body)));
        }
        return draft.sign(client(), draft.components(), client(NONCE));
    }

    Draft answer() {
        Draft draft = Draft.answer(post(), 422, "{\"verdict\":\"REJECTED\"}");
        return draft.digest(digest.name(), digest.digest(utf8(draft.body)));
    }

    Draft response() {
        Draft draft = answer();
        return draft.sign(server(), draft.components(), params("server-" + algorithm, algorithm, CREATED + 1, ""));
    }

    Draft swapped() {
        Draft response = response();
        Draft other = Draft.post();
        other.body = other.body.replace("0001", "0002");
        other.digest(digest.name(), digest.digest(utf8(other.body)));
        response.request = other.sign(client(), other.components(), client("vector-nonce-0002"));
        return response;
    }

    static Draft unsigned(Draft draft, Consumer<Draft> change) {
        change.accept(draft);
        return draft;
    }

    void good(String name, String zh, String en, Draft message) {
        all.add(VectorWriter.of(
                id(name),
                zh,
                en,
                VectorWriter.now(),
                List.of(),
                message,
                verified(message.request == null ? "client" : "server")));
    }

    void bad(String name, String zh, String en, String code, Consumer<Draft> change) {
        refused(name, zh, en, code, unsigned(post(), change));
    }

    void badGet(String name, String zh, String en, String code, Consumer<Draft> change) {
        refused(name, zh, en, code, unsigned(get(), change));
    }

    /** Signed by the holder of the key, but not as it should be. */
    void signed(String name, String zh, String en, String code, Consumer<Draft> sign) {
        Draft draft = Draft.post();
        draft.digest(digest.name(), digest.digest(utf8(draft.body)));
        refused(name, zh, en, code, unsigned(draft, sign));
    }

    void param(String name, String zh, String en, String code, java.util.function.UnaryOperator<String> change) {
        signed(name, zh, en, code, m -> m.sign(client(), m.components(), change.apply(client(NONCE))));
    }

    void alteredResponse(String name, String zh, String en, String code, Consumer<Draft> change) {
        refused(name, zh, en, code, unsigned(response(), change));
    }

    void refused(String name, String zh, String en, String code, Draft message) {
        all.add(VectorWriter.of(id(name), zh, en, VectorWriter.now(), List.of(), message, refused(code)));
    }

    Map<String, Object> verified(String owner) {
        return Map.of("verified", owner + "-" + algorithm);
    }

    static Map<String, Object> refused(String code) {
        return Map.of("refused", code);
    }

    String id(String name) {
        return algorithm + "/" + name;
    }

    SigningKey key(String owner) {
        return keys.get(owner + "-" + algorithm);
    }

    SigningKey client() {
        return key("client");
    }

    SigningKey server() {
        return key("server");
    }

    String client(String nonce) {
        return params("client-" + algorithm, algorithm, CREATED, nonce);
    }

    static byte[] value(Draft message) {
        return Base64.getDecoder().decode(message.field("Signature").replaceAll(".*=:([^:]*):.*", "$1"));
    }

    static void resign(Draft message, byte[] value) {
        message.drop("Signature")
                .add("Signature", "tongcai=:" + Base64.getEncoder().encodeToString(value) + ":");
    }

    static void flip(Draft message) {
        byte[] value = value(message);
        value[5] ^= 1;
        resign(message, value);
    }

    static byte[] cut(byte[] value) {
        return Arrays.copyOf(value, value.length - 1);
    }
}
