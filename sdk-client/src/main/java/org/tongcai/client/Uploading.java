package org.tongcai.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.client.json.JsonShapeException;
import org.tongcai.client.json.JsonText;
import org.tongcai.client.json.Members;

/** One upload, part by part. Not safe for threads. */
final class Uploading implements AutoCloseable {
    private static final int MOST_CHUNK = 4 << 20;

    private final Transport transport;
    private final Service service;
    private final FileChannel channel;
    private final long size;
    private final TransferProgress progress;
    private long chunk = MOST_CHUNK;

    Uploading(Transport transport, Service service, Path file, TransferProgress progress) {
        this.transport = transport;
        this.service = service;
        this.progress = progress;
        try {
            this.channel = FileChannel.open(file, StandardOpenOption.READ);
            this.size = channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Attachments.Upload begin(String fileName, String mediaType, @Nullable String purpose) {
        String digest = digest();
        byte[] body = JsonText.object(json -> {
            json.writeStringField("fileName", fileName);
            json.writeStringField("mediaType", mediaType);
            json.writeNumberField("size", size);
            json.writeObjectFieldStart("digest");
            json.writeStringField("algorithm", "sha-256");
            json.writeStringField("value", digest);
            json.writeEndObject();
            if (purpose != null) {
                json.writeStringField("purpose", purpose);
            }
        });
        return transport.call(Operation.<Attachments.Upload>post("createUpload", this::created, List.of("attachments"))
                .body(body, "application/json"));
    }

    private Attachments.Upload created(Answer answer) throws JsonShapeException {
        Members members = answer.json();
        chunk = Math.min(chunk, Math.max(1, members.wholeOr("maxChunk", MOST_CHUNK)));
        return new Attachments.Upload(
                members.required("attachmentId"),
                "COMPLETE".equals(members.text("state")),
                members.wholeOr("offset", 0),
                size,
                members.moment("expiresAt"));
    }

    Attachments.Upload resume(String attachmentId) {
        chunk = Math.min(chunk, service.knownCapabilities().limits().maxChunkBytes());
        return send(transport.call(stateOf(attachmentId)));
    }

    static Operation<Attachments.Upload> stateOf(String attachmentId) {
        return Operation.of(
                "HEAD", "getUploadState", answer -> state(attachmentId, answer), "attachments", attachmentId);
    }

    private static Attachments.Upload state(String attachmentId, Answer answer) throws JsonShapeException {
        return new Attachments.Upload(
                attachmentId,
                "?1".equals(answer.header("Upload-Complete")),
                number(answer, "Upload-Offset"),
                number(answer, "Upload-Length"),
                null);
    }

    private static long number(Answer answer, String field) throws JsonShapeException {
        String value = answer.header(field);
        if (value == null || !value.matches("[0-9]{1,18}")) {
            throw new JsonShapeException("field " + field + " is missing or no number");
        }
        return Long.parseLong(value);
    }

    /** Sends what the platform does not have yet. */
    Attachments.Upload send(Attachments.Upload begun) {
        Attachments.Upload upload = begun;
        RetryPolicy policy = transport.settings().retry();
        int failures = 0;
        progress.at(upload.complete() ? size : upload.offset(), size);
        while (!upload.complete()) {
            long before = upload.offset();
            if (before >= size || before < 0) {
                throw new IllegalArgumentException("the file has " + size + " bytes, the platform has " + before);
            }
            try {
                upload = append(upload);
                failures = 0;
            } catch (ProcurementException e) {
                failures++;
                if (!isPassing(e) || failures >= policy.attempts()) {
                    throw e;
                }
                pause(policy.pause(failures), e);
                // Nobody but the platform knows how much of the part arrived.
                upload = transport.call(stateOf(upload.attachmentId()));
            }
            progress.at(upload.complete() ? size : upload.offset(), size);
        }
        return upload;
    }

    /** Whether asking how far the platform is, and sending from there, may help. */
    private static boolean isPassing(ProcurementException e) {
        Problem problem = e.problem();
        return e.retryable()
                || problem != null && (problem.is("upload-offset-conflict") || problem.is("digest-mismatch"));
    }

    private static void pause(long nanos, ProcurementException cause) {
        try {
            Thread.sleep(nanos / 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }

    private Attachments.Upload append(Attachments.Upload upload) {
        byte[] part = read(upload.offset(), (int) Math.min(chunk, size - upload.offset()));
        return transport.call(Operation.of(
                        "PATCH",
                        "appendUpload",
                        answer -> new Attachments.Upload(
                                upload.attachmentId(),
                                "?1".equals(answer.header("Upload-Complete")),
                                number(answer, "Upload-Offset"),
                                size,
                                upload.expiresAt()),
                        "attachments",
                        upload.attachmentId())
                .header("Upload-Offset", Long.toString(upload.offset()))
                .body(part, "application/partial-upload"));
    }

    private byte[] read(long offset, int length) {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, offset + buffer.position()) < 0) {
                    throw new IOException("the file became shorter while it was uploaded");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.array();
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (long at = 0; at < size; ) {
                byte[] part = read(at, (int) Math.min(1 << 20, size - at));
                digest.update(part);
                at += part.length;
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
