package org.tongcai.client;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Files that documents refer to. Large ones travel in parts; what broke off goes on. Safe for threads. */
public final class Attachments {
    private final Transport transport;
    private final Service service;

    Attachments(Transport transport, Service service) {
        this.transport = transport;
        this.service = service;
    }

    /**
     * How far an upload is. Immutable.
     *
     * @param attachmentId what documents refer to it by
     * @param complete whether the platform has the whole file and its digest holds
     * @param offset how many bytes the platform has
     * @param size how many there are altogether
     * @param expiresAt when an unfinished upload is dropped; null where that was not said
     */
    public record Upload(
            String attachmentId,
            boolean complete,
            long offset,
            long size,
            @Nullable OffsetDateTime expiresAt) {}

    /** Uploads a file under its own name. */
    public Upload upload(Path file, String mediaType) {
        return upload(file, Objects.toString(file.getFileName()), mediaType, null, TransferProgress.NONE);
    }

    /**
     * Uploads a file; in parts, each with its digest. Where the connection breaks, the platform is asked how far it is, and the upload goes
     * on from there. A file that the platform has already is not sent again.
     *
     * @param fileName what it is called there
     * @param mediaType such as {@code application/pdf}
     * @param purpose what it is for; null to say nothing
     * @throws ProcurementException if the platform refuses it, or it could not be brought to its end
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public Upload upload(
            Path file, String fileName, String mediaType, @Nullable String purpose, TransferProgress progress) {
        try (Uploading uploading = new Uploading(transport, service, file, progress)) {
            return uploading.send(uploading.begin(fileName, mediaType, purpose));
        }
    }

    /** As {@link #upload(Path, String, String, String, TransferProgress)}, on a thread of its own; cancelling ends it. */
    public CompletableFuture<Upload> uploadAsync(
            Path file, String fileName, String mediaType, @Nullable String purpose, TransferProgress progress) {
        return onThread(() -> upload(file, fileName, mediaType, purpose, progress));
    }

    /**
     * Announces a file and sends nothing of it yet. Who keeps the id can {@link #resume} after a crash; one that is complete at once is
     * with the platform already.
     *
     * @param fileName what it is called there
     * @param mediaType such as {@code application/pdf}
     * @param purpose what it is for; null to say nothing
     */
    public Upload begin(Path file, String fileName, String mediaType, @Nullable String purpose) {
        try (Uploading uploading = new Uploading(transport, service, file, TransferProgress.NONE)) {
            return uploading.begin(fileName, mediaType, purpose);
        }
    }

    /**
     * Goes on with an upload that was begun before, such as by a process that is no more; see {@link #begin}.
     *
     * @throws NotFoundException if the platform has dropped it
     */
    public Upload resume(String attachmentId, Path file, TransferProgress progress) {
        try (Uploading uploading = new Uploading(transport, service, file, progress)) {
            return uploading.resume(attachmentId);
        }
    }

    /** How far an upload is. */
    public Upload state(String attachmentId) {
        return transport.call(Uploading.stateOf(attachmentId));
    }

    /** Drops an unfinished upload. */
    public void delete(String attachmentId) {
        transport.call(Operation.<Boolean>of("DELETE", "deleteUpload", answer -> true, "attachments", attachmentId));
    }

    /**
     * Downloads an attachment. The file appears once it is whole and its digest holds; one that is there is replaced.
     *
     * @param sha256 the digest that a document states, lower-case hexadecimal; null where only the platform's own digest is checked
     * @throws ProtocolException if what came is not what the digest says
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void download(String attachmentId, Path file, @Nullable String sha256, TransferProgress progress) {
        try (Downloading downloading = new Downloading(file, progress)) {
            long most = service.knownCapabilities().limits().maxAttachmentBytes();
            String requestId =
                    transport.call(Operation.get("getAttachment", Answer::requestId, "attachments", attachmentId)
                            .header("Accept", "*/*")
                            .most(most)
                            .sink(downloading));
            downloading.finish(sha256, requestId);
        }
    }

    /** As {@link #download}, on a thread of its own; cancelling ends it. */
    public CompletableFuture<Void> downloadAsync(
            String attachmentId, Path file, @Nullable String sha256, TransferProgress progress) {
        return onThread(() -> {
            download(attachmentId, file, sha256, progress);
            return null;
        });
    }

    private <T extends @Nullable Object> CompletableFuture<T> onThread(Supplier<T> work) {
        transport.requireOpen();
        CallFuture<T> future = new CallFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        future.complete(work.get());
                    } catch (Throwable e) {
                        // Whoever waits for the future must hear of it, whatever it is.
                        future.completeExceptionally(e);
                    }
                },
                "tongcai-client-attachment");
        thread.setDaemon(true);
        future.onCancel(thread::interrupt);
        thread.start();
        return future;
    }
}
