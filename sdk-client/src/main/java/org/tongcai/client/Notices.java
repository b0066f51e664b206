package org.tongcai.client;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tongcai.binding.Model;

/** Announcements: publishing, correcting, withdrawing. Safe for threads. */
public final class Notices {
    private final Submitter submitter;

    Notices(Submitter submitter) {
        this.submitter = submitter;
    }

    /**
     * What became of a notice. Immutable.
     *
     * @param entry the notice
     * @param state {@code PUBLISHED}, {@code CORRECTED} or {@code WITHDRAWN}
     * @param corrections what corrects it, oldest first
     * @param withdrawal what withdraws it; null where nothing does
     */
    public record Publication(
            DocumentEntry entry,
            String state,
            List<DocumentEntry> corrections,
            @Nullable DocumentEntry withdrawal) {
        /** Takes a copy of the list. */
        public Publication {
            corrections = List.copyOf(corrections);
        }
    }

    /** Publishes a notice. */
    public Submission publish(Model notice) {
        return publish(Document.of(notice));
    }

    /** Publishes a notice in JSON or XML, exactly as it is. */
    public Submission publish(byte[] notice) {
        return publish(Document.of(notice));
    }

    /** Publishes the notice of a file, exactly as it is. */
    public Submission publish(Path file) {
        return publish(Document.of(file));
    }

    /** Publishes a notice: any document type of the domain announcements. */
    public Submission publish(Document notice) {
        return submitter.submit("publishNotice", notice, "notices");
    }

    /** As {@link #publish(Document)}. */
    public CompletableFuture<Submission> publishAsync(Document notice) {
        return submitter.submitAsync("publishNotice", notice, "notices");
    }

    /** Corrects a notice: {@code correctionNotice}, {@code contractChangeNotice} or {@code correction}. */
    public Submission correct(String platformCode, String documentId, Document correction) {
        return submitter.submit("correctNotice", correction, "notices", platformCode, documentId, "corrections");
    }

    /** As {@link #correct}. */
    public CompletableFuture<Submission> correctAsync(String platformCode, String documentId, Document correction) {
        return submitter.submitAsync("correctNotice", correction, "notices", platformCode, documentId, "corrections");
    }

    /** Withdraws a notice: {@code withdrawal}. */
    public Submission withdraw(String platformCode, String documentId, Document withdrawal) {
        return submitter.submit("withdrawNotice", withdrawal, "notices", platformCode, documentId, "withdrawal");
    }

    /** As {@link #withdraw}. */
    public CompletableFuture<Submission> withdrawAsync(String platformCode, String documentId, Document withdrawal) {
        return submitter.submitAsync("withdrawNotice", withdrawal, "notices", platformCode, documentId, "withdrawal");
    }

    /**
     * What became of a notice.
     *
     * @throws NotFoundException if the platform has no such notice
     */
    public Publication publication(String platformCode, String documentId) {
        return submitter.transport().call(publicationOf(platformCode, documentId));
    }

    /** As {@link #publication}. */
    public CompletableFuture<Publication> publicationAsync(String platformCode, String documentId) {
        return submitter.transport().callAsync(publicationOf(platformCode, documentId));
    }

    private static Operation<Publication> publicationOf(String platformCode, String documentId) {
        return Operation.get(
                "getNoticePublication",
                answer -> {
                    var members = answer.json();
                    return new Publication(
                            DocumentEntry.of(members.requiredObject("entry")),
                            members.required("state"),
                            Page.items(members, "corrections", DocumentEntry::of),
                            DocumentEntry.ofOptional(members.object("withdrawal")));
                },
                "notices",
                platformCode,
                documentId);
    }
}
