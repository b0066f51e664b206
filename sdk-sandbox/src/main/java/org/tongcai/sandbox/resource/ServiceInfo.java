package org.tongcai.sandbox.resource;

import io.javalin.http.HandlerType;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.tongcai.sandbox.SandboxOptions;
import org.tongcai.sandbox.http.Cursors;
import org.tongcai.sandbox.http.Exchange;
import org.tongcai.sandbox.http.Json;
import org.tongcai.sandbox.http.Operation;
import org.tongcai.sandbox.http.Response;
import org.tongcai.sandbox.http.Signatures;
import org.tongcai.sandbox.http.Tokens;
import org.tongcai.sandbox.store.Idempotency;

/** The service itself: what it offers, how it is, tokens. Thread-safe. */
public final class ServiceInfo {
    private static final int FORM = 8 << 10;

    private final Platform platform;
    private final Signatures signatures;
    private final Tokens tokens;
    private final Supplier<List<Operation>> all;

    /**
     * @param all all operations
     */
    public ServiceInfo(Platform platform, Signatures signatures, Tokens tokens, Supplier<List<Operation>> all) {
        this.platform = platform;
        this.signatures = signatures;
        this.tokens = tokens;
        this.all = all;
    }

    /** The operations. */
    public List<Operation> operations() {
        return List.of(
                Operation.open("getCapabilities", HandlerType.GET, "/v1/capabilities", 0, this::capabilities),
                Operation.open("getHealth", HandlerType.GET, "/v1/health", 0, this::health),
                Operation.open("issueToken", HandlerType.POST, "/v1/token", FORM, tokens::issue));
    }

    private Response health(Exchange x) {
        boolean alive = platform.database().isAlive();
        return Response.json(alive ? 200 : 503, Json.object("status", alive ? "UP" : "DOWN"));
    }

    private Response capabilities(Exchange x) {
        var manifest = platform.judge().standard().manifest();
        SandboxOptions.Limits limits = platform.options().limits();
        return Response.json(
                200,
                Json.object(
                        "standard", manifest.id(),
                        "editions", List.of(manifest.edition()),
                        "profiles", platform.judge().profiles(),
                        "operations", all.get().stream().map(Operation::id).toList(),
                        "documentTypes", platform.judge().domains().keySet(),
                        "mediaTypes", List.of("application/json", "application/xml"),
                        "authentication", List.of("httpSignature", "oauth2"),
                        "signatureAlgorithms", new TreeSet<>(signatures.algorithmNames()),
                        "digestAlgorithms", new TreeSet<>(signatures.digestNames()),
                        "limits",
                                Json.object(
                                        "maxDocumentBytes", limits.documentBytes(),
                                        "maxBatchDocuments", limits.batchDocuments(),
                                        "maxBatchBytes", limits.batchBytes(),
                                        "maxAttachmentBytes", limits.attachmentBytes(),
                                        "maxChunkBytes", limits.chunkBytes(),
                                        "feedLimit", 1_000,
                                        "clockSkewSeconds", limits.clockSkewSeconds(),
                                        "requestsPerMinute", limits.requestsPerMinute(),
                                        "cursorDays", Cursors.DAYS,
                                        "idempotencyHours", Idempotency.KEPT_MILLIS / 3_600_000,
                                        "attachmentMediaTypes", limits.attachmentMediaTypes()),
                        "environment", platform.options().environment()));
    }
}
