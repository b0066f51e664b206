package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongcai.sandbox.Api.Answer;

/** Uploads that are interrupted and go on. */
class AttachmentsTest {
    private static final String FOLDER = "/v1/attachments";
    private static Sandbox sandbox;
    private static Api api;

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.builder().standard(Samples.STANDARD).start();
        sandbox.addTenant("demo", "示例租户");
        api = new Api(sandbox, sandbox.newApplication("demo", "app"));
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    static byte[] pdf(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        System.arraycopy(new byte[] {'%', 'P', 'D', 'F', '-', '1', '.', '7'}, 0, bytes, 0, 8);
        return bytes;
    }

    private static Answer create(byte[] content, String mediaType, String digest) {
        return create(api, content, mediaType, digest);
    }

    static Answer create(Api api, byte[] content, String mediaType, String digest) {
        return api.post(
                FOLDER,
                "{\"fileName\":\"合同.pdf\",\"mediaType\":\"" + mediaType + "\",\"size\":" + content.length
                        + ",\"digest\":{\"algorithm\":\"sha-256\",\"value\":\"" + digest + "\"}}");
    }

    static String digest(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static Answer append(String id, byte[] chunk, long offset) {
        return append(api, id, chunk, offset);
    }

    static Answer append(Api api, String id, byte[] chunk, long offset) {
        return Api.send(api.request(FOLDER + "/" + id)
                .header("Content-Type", "application/partial-upload")
                .header("Upload-Offset", Long.toString(offset))
                .method("PATCH", BodyPublishers.ofByteArray(chunk)));
    }

    private static Answer state(String id) {
        return Api.send(api.request(FOLDER + "/" + id).method("HEAD", BodyPublishers.noBody()));
    }

    @Test
    void anUploadGoesOnWhereItStopped() throws Exception {
        byte[] content = pdf(50_000, 1);
        Answer created = create(content, "application/pdf", digest(content));
        assertEquals(201, created.status(), created.text());
        String id = created.json().get("attachmentId").asText();
        assertEquals("/tongcai" + FOLDER + "/" + id, created.header("Location"));

        assertEquals(204, append(id, Arrays.copyOf(content, 20_000), 0).status());
        assertEquals("20000", state(id).header("Upload-Offset"));
        assertEquals("?0", state(id).header("Upload-Complete"));
        assertEquals(404, api.get(FOLDER + "/" + id).status());
        Answer wrong = append(id, Arrays.copyOf(content, 20_000), 0);
        assertEquals("upload-offset-conflict", wrong.code());
        assertEquals(20_000, wrong.json().get("offset").asInt());
        Answer last = append(id, Arrays.copyOfRange(content, 20_000, 50_000), 20_000);
        assertEquals("?1", last.header("Upload-Complete"));

        Answer whole = api.get(FOLDER + "/" + id);
        assertArrayEquals(content, whole.response().body());
        assertTrue(whole.header("Content-Disposition").startsWith("attachment; filename*=UTF-8''%E5%90%88"));
        Answer part = api.get(FOLDER + "/" + id, "Range", "bytes=19990-20009");
        assertEquals(206, part.status());
        assertEquals("bytes 19990-20009/50000", part.header("Content-Range"));
        assertArrayEquals(
                Arrays.copyOfRange(content, 19_990, 20_010), part.response().body());
        assertArrayEquals(
                Arrays.copyOfRange(content, 49_990, 50_000),
                api.get(FOLDER + "/" + id, "Range", "bytes=-10").response().body());
        assertEquals(
                "range-not-satisfiable",
                api.get(FOLDER + "/" + id, "Range", "bytes=50000-").code());
        assertEquals(
                304,
                api.get(FOLDER + "/" + id, "If-None-Match", whole.header("ETag"))
                        .status());

        Answer instant = create(content, "application/pdf", digest(content));
        assertEquals(200, instant.status());
        assertEquals("COMPLETE", instant.json().get("state").asText());
        Answer delete = Api.send(api.request(FOLDER + "/" + id).DELETE());
        assertEquals("state-conflict", delete.code());
    }

    @Test
    void contentMustBeWhatWasDeclared() throws Exception {
        byte[] content = pdf(1_000, 2);
        String wrongDigest = create(content, "application/pdf", "0".repeat(64))
                .json()
                .get("attachmentId")
                .asText();
        assertEquals(
                "attachment-digest-mismatch", append(wrongDigest, content, 0).code());
        assertEquals(404, state(wrongDigest).status());
        String wrongType = create(content, "image/png", digest(content))
                .json()
                .get("attachmentId")
                .asText();
        assertEquals("attachment-type-mismatch", append(wrongType, content, 0).code());
        assertEquals("0", state(wrongType).header("Upload-Offset"));
        assertEquals(
                204, Api.send(api.request(FOLDER + "/" + wrongType).DELETE()).status());
        assertEquals(
                "unsupported-media-type",
                create(content, "text/html", digest(content)).code());
        String small = create(content, "application/pdf", "1".repeat(64))
                .json()
                .get("attachmentId")
                .asText();
        assertEquals("attachment-too-large", append(small, pdf(1_001, 3), 0).code());
    }

    /** SHA-512 has 128 digits, and is none of the digests of attachments. */
    @Test
    void digestsAreThoseOfTheCapabilities() {
        Answer answer = api.post(
                FOLDER,
                "{\"fileName\":\"a.txt\",\"mediaType\":\"text/plain\",\"size\":1,\"digest\":{\"algorithm\":\"sha-512\","
                        + "\"value\":\"" + "0".repeat(64) + "\"}}");
        assertEquals("malformed-request", answer.code());
        assertEquals("digest", answer.json().get("parameter").asText());
    }

    @Test
    void aChunkThatWasDamagedOnTheWayIsNotTaken() throws Exception {
        byte[] content = pdf(1_000, 4);
        String id = create(content, "application/pdf", digest(content))
                .json()
                .get("attachmentId")
                .asText();
        Answer damaged = Api.send(api.request(FOLDER + "/" + id)
                .header("Content-Type", "application/partial-upload")
                .header("Upload-Offset", "0")
                .header("Content-Digest", "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:")
                .method("PATCH", BodyPublishers.ofByteArray(content)));
        assertEquals("digest-mismatch", damaged.code());
        assertEquals("0", state(id).header("Upload-Offset"));
    }
}
