package org.tongcai.sandbox.attachment;

import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.tongcai.sandbox.SandboxOptions;
import org.tongcai.sandbox.http.Exchange;
import org.tongcai.sandbox.http.Ids;
import org.tongcai.sandbox.http.Json;
import org.tongcai.sandbox.http.Operation;
import org.tongcai.sandbox.http.ProblemException;
import org.tongcai.sandbox.http.Response;
import org.tongcai.sandbox.http.Signatures;
import org.tongcai.sandbox.resource.Platform;
import org.tongcai.sandbox.store.Uploads;
import org.tongcai.sandbox.store.Uploads.Upload;
import org.tongcai.sandbox.submission.Outcome;
import org.tongcai.sandbox.submission.Sha256;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.ContentDigest;
import org.tongcai.signature.DigestAlgorithm;

/** Attachments: uploads that can be interrupted at any byte, and downloads. Thread-safe. */
public final class Attachments {
    private static final String SCOPE = "attachments";
    private static final String FOLDER = "/v1/attachments";
    private static final String ONE = FOLDER + "/{attachmentId}";
    private static final String CHUNK = "application/partial-upload";
    private static final int REQUEST_BYTES = 16 << 10;
    private static final Pattern FILE_NAME = Pattern.compile("[^/\\\\\\x00-\\x1f]{1,255}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern RANGE = Pattern.compile("bytes=(?:([0-9]{1,15})-([0-9]{0,15})|-([0-9]{1,15}))");
    private static final Set<String> MEMBERS = Set.of("fileName", "mediaType", "size", "digest", "purpose");

    private final Platform platform;
    private final SandboxOptions.Limits limits;
    private final Algorithms algorithms;

    public Attachments(Platform platform, Algorithms algorithms) {
        this.platform = platform;
        this.limits = platform.options().limits();
        this.algorithms = algorithms;
    }

    /** The operations. */
    public List<Operation> operations() {
        String large = "attachment-too-large";
        return List.of(
                Operation.post("createUpload", FOLDER, SCOPE, REQUEST_BYTES, large, this::create),
                Operation.get("getAttachment", ONE, SCOPE, Set.of(), (Operation.Stored) this::get),
                Operation.other(
                        "getUploadState", HandlerType.HEAD, ONE, SCOPE, 0, large, (Operation.Stored) this::state),
                Operation.other(
                        "appendUpload", HandlerType.PATCH, ONE, SCOPE, limits.chunkBytes(), large, (Operation.Stored)
                                this::append),
                Operation.other(
                        "deleteUpload", HandlerType.DELETE, ONE, SCOPE, 0, large, (Operation.Stored) this::delete));
    }

    private Response create(Exchange x, Handle h) {
        if (!x.mediaType().equals(Response.JSON)) {
            throw new ProblemException("unsupported-media-type", "the request is application/json");
        }
        Upload wanted = wanted(Json.parse(x.body()));
        Uploads uploads = new Uploads(h, x.caller().tenantId());
        Upload same = uploads.same(wanted).orElse(null);
        if (same != null) {
            return Response.json(
                    200,
                    Json.object(
                            "attachmentId",
                            same.id(),
                            "state",
                            "COMPLETE",
                            "offset",
                            same.size(),
                            "size",
                            same.size()));
        }
        uploads.add(wanted);
        return Response.json(
                        201,
                        Json.object(
                                "attachmentId", wanted.id(),
                                "state", "OPEN",
                                "offset", 0,
                                "size", wanted.size(),
                                "expiresAt", Outcome.moment(wanted.expiresAt()),
                                "maxChunk", limits.chunkBytes()))
                .header("Location", platform.options().basePath() + FOLDER + "/" + wanted.id());
    }

    private Upload wanted(Map<String, Object> request) {
        if (!MEMBERS.containsAll(request.keySet())) {
            throw malformed("there is a member that has no place here", "");
        }
        String fileName = Json.required(request, "fileName");
        if (!FILE_NAME.matcher(fileName).matches()) {
            throw malformed("fileName must be a name without a path", "fileName");
        }
        String mediaType = Json.required(request, "mediaType");
        if (!limits.attachmentMediaTypes().contains(mediaType)) {
            throw new ProblemException("unsupported-media-type", "attachments are " + limits.attachmentMediaTypes());
        }
        if (!(request.get("size") instanceof Long size) || size < 1) {
            throw malformed("size must be a whole number from 1", "size");
        }
        if (size > limits.attachmentBytes()) {
            throw new ProblemException(
                    "attachment-too-large", "more than " + limits.attachmentBytes() + " bytes are not taken");
        }
        if (!(request.get("digest") instanceof Map<?, ?> digest)
                || !(digest.get("algorithm") instanceof String algorithm)
                || !(digest.get("value") instanceof String value)
                || !DIGEST.matcher(value).matches()
                || !Signatures.DIGESTS.contains(algorithm)
                || algorithms.digest(algorithm).isEmpty()) {
            throw malformed("digest must have an algorithm out of the capabilities, and a value", "digest");
        }
        String purpose = Json.optional(request, "purpose");
        if (purpose != null && purpose.length() > 64) {
            throw malformed("purpose must be a code", "purpose");
        }
        long expires = System.currentTimeMillis() + limits.uploadHours() * 3_600_000L;
        return new Upload(Ids.next("FJ"), fileName, mediaType, size, algorithm, value, purpose, 0, false, expires);
    }

    private static ProblemException malformed(String why, String member) {
        ProblemException problem = new ProblemException("malformed-request", why);
        return member.isEmpty() ? problem : problem.with("parameter", member);
    }

    private static Upload find(Exchange x, Handle h, boolean lock) {
        return new Uploads(h, x.caller().tenantId())
                .find(x.path("attachmentId"), lock)
                .orElseThrow(() -> new ProblemException("not-found", "there is no such attachment"));
    }

    /** One that can still be worked on. */
    private static Upload living(Exchange x, Handle h, boolean lock) {
        Upload upload = find(x, h, lock);
        if (!upload.complete() && upload.expiresAt() < System.currentTimeMillis()) {
            throw new ProblemException("gone", "the upload was not finished in time");
        }
        return upload;
    }

    private Response state(Exchange x, Handle h) {
        Upload upload = living(x, h, false);
        return Response.empty(200)
                .header("Upload-Offset", Long.toString(upload.received()))
                .header("Upload-Length", Long.toString(upload.size()))
                .header("Upload-Complete", upload.complete() ? "?1" : "?0")
                .header("Cache-Control", "no-store");
    }

    private Response append(Exchange x, Handle h) {
        if (!x.mediaType().equals(CHUNK)) {
            throw new ProblemException("unsupported-media-type", "a chunk is " + CHUNK);
        }
        Upload upload = living(x, h, true);
        long offset = offset(x);
        if (upload.complete()) {
            throw new ProblemException("state-conflict", "the upload is complete").with("currentStatus", "COMPLETE");
        }
        if (offset != upload.received()) {
            throw new ProblemException("upload-offset-conflict", "the next chunk begins at " + upload.received())
                    .with("offset", upload.received())
                    .header("Upload-Offset", Long.toString(upload.received()));
        }
        byte[] chunk = x.body();
        if (chunk.length == 0) {
            throw new ProblemException("malformed-request", "the chunk is empty");
        }
        long after = offset + chunk.length;
        if (after > upload.size()) {
            throw new ProblemException("attachment-too-large", "the upload has " + upload.size() + " bytes in all");
        }
        Uploads uploads = new Uploads(h, x.caller().tenantId());
        uploads.append(upload, chunk);
        boolean complete = after == upload.size();
        if (complete || offset == 0 && chunk.length >= MediaTypes.HEAD) {
            sniff(uploads, upload, after);
        }
        if (complete && !finish(uploads, upload)) {
            // The drop must last, so this is an answer and no exception.
            return platform.problems()
                    .response(
                            new ProblemException(
                                    "attachment-digest-mismatch", "the content does not have the digest declared"),
                            x.requestId(),
                            x.english());
        }
        return Response.empty(204)
                .header("Upload-Offset", Long.toString(after))
                .header("Upload-Complete", complete ? "?1" : "?0");
    }

    private static long offset(Exchange x) {
        String text = x.header("Upload-Offset");
        if (text == null || !text.matches("[0-9]{1,15}")) {
            throw Exchange.invalid("Upload-Offset", "it must be a whole number");
        }
        return Long.parseLong(text);
    }

    private static void sniff(Uploads uploads, Upload upload, long received) {
        ByteArrayOutputStream head = new ByteArrayOutputStream(MediaTypes.HEAD);
        uploads.read(upload.id(), 0, Math.min(MediaTypes.HEAD, received), head::write);
        if (!MediaTypes.fits(upload.mediaType(), head.toByteArray())) {
            throw new ProblemException("attachment-type-mismatch", "the content is not " + upload.mediaType());
        }
    }

    private boolean finish(Uploads uploads, Upload upload) {
        DigestAlgorithm algorithm = algorithms.digest(upload.algorithm()).orElseThrow();
        MessageDigest digest = algorithm.newDigest();
        uploads.read(upload.id(), 0, upload.size(), digest::update);
        byte[] expected = HexFormat.of().parseHex(upload.digest());
        if (!MessageDigest.isEqual(digest.digest(), expected)) {
            uploads.remove(upload.id());
            return false;
        }
        uploads.complete(upload);
        return true;
    }

    private Response delete(Exchange x, Handle h) {
        Upload upload = living(x, h, true);
        if (upload.complete()) {
            throw new ProblemException("state-conflict", "a complete attachment stays")
                    .with("currentStatus", "COMPLETE");
        }
        new Uploads(h, x.caller().tenantId()).remove(upload.id());
        return Response.empty(204);
    }

    private Response get(Exchange x, Handle h) {
        Upload upload = find(x, h, false);
        if (!upload.complete()) {
            throw new ProblemException("not-found", "the attachment is not complete");
        }
        long from = 0;
        long to = upload.size();
        String range = x.header("Range");
        // Several ranges, or other units, may be ignored (RFC 9110 section 14.2).
        Matcher wanted = range == null ? null : RANGE.matcher(range.trim());
        boolean part = wanted != null && wanted.matches();
        if (part) {
            String last = wanted.group(3);
            from = last != null ? Math.max(0, upload.size() - Long.parseLong(last)) : Long.parseLong(wanted.group(1));
            if (last == null && !wanted.group(2).isEmpty()) {
                to = Math.min(upload.size(), Long.parseLong(wanted.group(2)) + 1);
            }
            if (from >= to) {
                throw new ProblemException("range-not-satisfiable", "the attachment has " + upload.size() + " bytes")
                        .header("Content-Range", "bytes */" + upload.size());
            }
        }
        Uploads uploads = new Uploads(h, x.caller().tenantId());
        byte[] whole = sha256(uploads, upload);
        String tag = "\"" + HexFormat.of().formatHex(whole) + "\"";
        if (tag.equals(x.header("If-None-Match"))) {
            return Response.empty(304).header("ETag", tag);
        }
        byte[] digest = part ? sha256(uploads, upload.id(), from, to) : whole;
        StoredContent content = new StoredContent(platform.database(), upload.id(), from, to, limits.chunkBytes());
        Response response = Response.of(part ? 206 : 200, upload.mediaType(), content)
                .header(ContentDigest.FIELD, ContentDigest.value(DigestAlgorithm.SHA_256, digest))
                .header("ETag", tag)
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", disposition(upload.fileName()));
        return part
                ? response.header("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + upload.size())
                : response;
    }

    private static byte[] sha256(Uploads uploads, Upload upload) {
        return upload.algorithm().equals("sha-256")
                ? HexFormat.of().parseHex(upload.digest())
                : sha256(uploads, upload.id(), 0, upload.size());
    }

    private static byte[] sha256(Uploads uploads, String id, long from, long to) {
        MessageDigest digest = Sha256.digest();
        uploads.read(id, from, to, digest::update);
        return digest.digest();
    }

    /** RFC 6266, with the name as RFC 8187. */
    private static String disposition(String fileName) {
        StringBuilder name = new StringBuilder();
        for (byte b : fileName.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "!#$&+-.^_`|~".indexOf(c) >= 0);
            name.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return "attachment; filename*=UTF-8''" + name;
    }
}
