package org.tongcai.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox runs. Immutable; start from {@link #DEFAULT}.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 for a free one
 * @param basePath what all paths begin with: empty, or a slash and a name
 * @param database JDBC URL of H2 or PostgreSQL
 * @param databaseUser user of the database; "" for what the URL says
 * @param databasePassword password of the database; never logged
 * @param publicUrl https base URL under which others reach it; null for where it listens. Without a key store a proxy speaks TLS with them
 * @param keyStore PKCS #12 file with certificate and key for TLS; null for plain HTTP, which is only taken on loopback addresses or with a
 *     {@code publicUrl}
 * @param keyStorePassword password of the key store; never logged
 * @param environment code of the code list {@code environment}
 * @param localCallbacks whether events may be delivered to loopback addresses, also without TLS: for tests
 * @param limits limits
 */
public record SandboxOptions(
        String host,
        int port,
        String basePath,
        String database,
        String databaseUser,
        String databasePassword,
        @Nullable String publicUrl,
        @Nullable Path keyStore,
        String keyStorePassword,
        String environment,
        boolean localCallbacks,
        Limits limits) {
    /** On a free port of 127.0.0.1, with a database in memory that ends with the process. */
    public static final SandboxOptions DEFAULT = new SandboxOptions(
            "127.0.0.1", 0, "/tongcai", "jdbc:h2:mem:", "", "", null, null, "", "SANDBOX", false, Limits.DEFAULT);

    /** Checks what can be checked before anything is opened. */
    public SandboxOptions {
        if (!basePath.isEmpty() && !basePath.matches("(/[A-Za-z0-9._-]+)+")) {
            throw new IllegalArgumentException("basePath must be empty or begin with a slash and not end with one");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535");
        }
        if (publicUrl != null && !publicUrl.matches("https://[A-Za-z0-9.:\\[\\]-]+" + Pattern.quote(basePath))) {
            throw new IllegalArgumentException("publicUrl must be https, with host and the base path " + basePath);
        }
        if (!List.of("SANDBOX", "STAGING", "PRODUCTION").contains(environment)) {
            throw new IllegalArgumentException("environment must be SANDBOX, STAGING or PRODUCTION");
        }
    }

    /**
     * Limits.
     *
     * @param documentBytes bytes of a document
     * @param batchDocuments documents of a batch
     * @param batchBytes bytes of a batch
     * @param attachmentBytes bytes of an attachment
     * @param chunkBytes bytes of one upload request
     * @param clockSkewSeconds how far clocks of signers may be off
     * @param requestsPerMinute requests of one application
     * @param uploadHours how long an unfinished upload is kept
     * @param attachmentMediaTypes media types of attachments
     */
    public record Limits(
            int documentBytes,
            int batchDocuments,
            int batchBytes,
            long attachmentBytes,
            int chunkBytes,
            int clockSkewSeconds,
            int requestsPerMinute,
            int uploadHours,
            List<String> attachmentMediaTypes) {
        /** 4 MiB a document, 1,000 documents and 16 MiB a batch, 100 MiB an attachment in chunks of 4 MiB, 6,000 requests a minute. */
        public static final Limits DEFAULT = new Limits(
                4 << 20,
                1_000,
                16 << 20,
                100L << 20,
                4 << 20,
                300,
                6_000,
                24,
                List.of(
                        "application/pdf",
                        "image/png",
                        "image/jpeg",
                        "application/zip",
                        "application/xml",
                        "text/plain"));

        public Limits {
            attachmentMediaTypes = List.copyOf(attachmentMediaTypes);
        }

        /** The same with another number of requests a minute. */
        public Limits withRequestsPerMinute(int requests) {
            return new Limits(
                    documentBytes,
                    batchDocuments,
                    batchBytes,
                    attachmentBytes,
                    chunkBytes,
                    clockSkewSeconds,
                    requests,
                    uploadHours,
                    attachmentMediaTypes);
        }
    }

    /** Without passwords. */
    @Override
    public String toString() {
        return "SandboxOptions[" + host + ":" + port + basePath + (keyStore == null ? "" : ", TLS") + ", " + environment
                + "]";
    }
}
