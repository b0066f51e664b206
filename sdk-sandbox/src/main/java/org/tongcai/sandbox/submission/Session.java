package org.tongcai.sandbox.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tongcai.DocumentReport;
import org.tongcai.Verdict;
import org.tongcai.rule.Facts;
import org.tongcai.rule.LookUps;
import org.tongcai.sandbox.audit.AuditChain;
import org.tongcai.sandbox.audit.AuditEntry;
import org.tongcai.sandbox.http.Caller;
import org.tongcai.sandbox.http.Ids;
import org.tongcai.sandbox.http.ProblemException;
import org.tongcai.sandbox.store.DocumentRow;
import org.tongcai.sandbox.store.Documents;
import org.tongcai.sandbox.store.EarlyWithdrawals;
import org.tongcai.sandbox.store.Presence;
import org.tongcai.sandbox.store.Refusals;
import org.tongcai.sandbox.store.StoredDocument;

/**
 * Takes documents of one tenant within one transaction, one after the other: each sees those before it. The tenant is locked from the
 * beginning to the end of the transaction, so rules that look at several documents never judge by what another is about to change.
 * Belongs to one thread; {@link #finish} must be called before the transaction ends.
 */
public final class Session {
    /** A value that is found in more combinations than this is no longer looked up by. */
    private static final int COMBINATIONS = 10_000;

    private static final int FLUSH = 500;

    private final Judge judge;
    private final Caller caller;
    private final Documents documents;
    private final Refusals refusals;
    private final StoreResolver resolver;
    private final Orders orders;
    private final Announcer announcer;
    private final long now = System.currentTimeMillis();
    private final List<DocumentRow> unwritten = new ArrayList<>();
    private final Map<String, List<StoredDocument>> versions = new HashMap<>();
    private final References references;
    private final EarlyWithdrawals early;
    private final AuditChain audit;
    private final List<AuditEntry> audited = new ArrayList<>();
    private long position;
    private long receipts;

    /** Begins, and locks the tenant. */
    public Session(Handle handle, Judge judge, Caller caller, Announcer announcer) {
        this.judge = judge;
        this.caller = caller;
        this.announcer = announcer;
        this.documents = new Documents(handle, caller.tenantId());
        this.refusals = new Refusals(handle, caller.tenantId());
        Documents.Counters counters = documents.lock();
        this.position = counters.position();
        this.receipts = counters.receipts();
        this.resolver = new StoreResolver(documents, judge, this::flush);
        this.orders = new Orders(judge, documents);
        this.references = new References(
                new Presence(handle, caller.tenantId()), judge.domains().keySet());
        this.audit = new AuditChain(handle, caller.tenantId());
        this.early = new EarlyWithdrawals(handle, caller.tenantId());
    }

    /** The documents of the tenant. */
    public Documents documents() {
        return documents;
    }

    /** Reads what is known of some documents at once, before they are submitted. */
    public void prepare(List<Scan> scans) {
        Set<String> ids = new LinkedHashSet<>();
        scans.forEach(scan -> ids.add(scan.documentId()));
        ids.removeIf(id -> !Scan.isId(id)); // a document with another one will be refused
        ids.removeAll(versions.keySet());
        ids.forEach(id -> versions.put(id, new ArrayList<>()));
        documents.withIds(ids).forEach(d -> versions.get(d.documentId()).add(d));
        references.prepare(scans);
    }

    /**
     * Takes one document, or says why not.
     *
     * @param content its bytes, which are kept
     * @param mediaType media type
     * @param scan what was seen in it
     * @param expected what the operation takes
     */
    public Outcome submit(byte[] content, String mediaType, Scan scan, Expected expected) {
        int at = audited.size();
        Outcome outcome = decide(content, mediaType, scan, expected);
        ProblemException problem = outcome.problem();
        audited.add(
                at, // what it brings about comes after it
                AuditEntry.received(
                        AuditEntry.version(outcome.document(), outcome.digest()),
                        outcome.digest(),
                        outcome.verdict().name(),
                        problem == null ? null : problem.code()));
        if (outcome.taken()) {
            for (Scan.Reference r : Originals.corrected(scan)) {
                audited.add(AuditEntry.changed(
                        "CORRECT",
                        new AuditEntry.Version(
                                r.documentType(), r.documentId(), r.platformCode(), Math.max(1, r.revision()), null)));
            }
        }
        return outcome;
    }

    private Outcome decide(byte[] content, String mediaType, Scan scan, Expected expected) {
        String digest = Sha256.hex(content);
        ProblemException refused =
                expected.refuses(scan, caller::may, judge.domains().get(scan.documentType()));
        if (refused == null) {
            refused = judge.foreign(scan);
        }
        if (refused != null) {
            return refused(scan, content, digest, Verdict.UNDETERMINED, "REFUSED", "[]", refused);
        }
        prepare(List.of(scan));
        List<StoredDocument> known = same(scan);
        for (StoredDocument one : known) {
            if (one.revision() == scan.revision() && one.digest().equals(digest)) {
                return Outcome.of(one, true, false);
            }
        }
        ProblemException conflict = conflict(scan, known);
        if (conflict != null) {
            boolean old = conflict.code().equals("revision-outdated");
            return refused(
                    scan,
                    content,
                    digest,
                    Verdict.REJECTED,
                    old ? "SUPERSEDED" : "CONFLICT",
                    Conflicts.findings(conflict),
                    conflict);
        }
        return judged(content, mediaType, scan, digest, known);
    }

    private List<StoredDocument> same(Scan scan) {
        return versions.getOrDefault(scan.documentId(), List.of()).stream()
                .filter(d -> d.documentType().equals(scan.documentType())
                        && d.platformCode().equals(scan.platformCode()))
                .toList();
    }

    private static @Nullable ProblemException conflict(Scan scan, List<StoredDocument> known) {
        long newest = known.stream().mapToLong(StoredDocument::revision).max().orElse(0);
        if (scan.revision() < 1 || newest < scan.revision()) {
            return null;
        }
        boolean sameRevision = known.stream().anyMatch(d -> d.revision() == scan.revision());
        String what = "revision " + scan.revision() + " of " + scan.documentType() + " " + scan.documentId();
        return (sameRevision
                        ? new ProblemException("revision-conflict", what + " is stored with another digest")
                        : new ProblemException("revision-outdated", what + " is older than what is stored"))
                .with("currentRevision", newest);
    }

    private Outcome judged(byte[] content, String mediaType, Scan scan, String digest, List<StoredDocument> known) {
        DocumentReport report = judge.judge(content, resolver);
        String findings = Judge.findings(report);
        if (report.verdict() == Verdict.REJECTED) {
            long errors = report.findings().stream()
                    .filter(f -> f.severity() == org.tongcai.Severity.ERROR)
                    .count();
            ProblemException problem =
                    new ProblemException("document-rejected", "the document has " + errors + " errors");
            return refused(scan, content, digest, Verdict.REJECTED, "REFUSED", findings, problem);
        }
        if (report.verdict() == Verdict.UNDETERMINED || scan.documentId().isEmpty() || scan.revision() == 0) {
            ProblemException problem = new ProblemException("document-undetermined", "the document cannot be judged");
            return refused(scan, content, digest, Verdict.UNDETERMINED, "DEFERRED", findings, problem);
        }
        ProblemException withdrawn = corrects(scan);
        if (withdrawn != null) {
            return refused(
                    scan,
                    content,
                    digest,
                    Verdict.REJECTED,
                    "CONFLICT",
                    Conflicts.findings(withdrawn, "公告已经撤回，不得再更正"),
                    withdrawn);
        }
        flush(Orders.TYPES.contains(scan.documentType()));
        Orders.Move move = orders.move(scan, known);
        if (move.refused() != null) {
            return refused(
                    scan,
                    content,
                    digest,
                    Verdict.REJECTED,
                    "CONFLICT",
                    Conflicts.findings(move.refused(), "订单的现状不允许这一操作"),
                    move.refused());
        }
        return store(content, mediaType, scan, digest, findings, known, move);
    }

    private Outcome store(
            byte[] content,
            String mediaType,
            Scan scan,
            String digest,
            String findings,
            List<StoredDocument> known,
            Orders.Move move) {
        if (!known.isEmpty()) {
            flush(); // its revision before is marked in the tables
        }
        StoredDocument entry = new StoredDocument(
                ++position,
                scan.documentType(),
                scan.platformCode(),
                scan.documentId(),
                scan.revision(),
                scan.value("/header/regionCode"),
                scan.value("/header/issuedAt"),
                scan.linkId(),
                now,
                digest,
                content.length,
                mediaType,
                StoredDocument.CURRENT,
                true,
                Ids.next("HZ"),
                ++receipts,
                findings.equals("[]") ? null : findings);
        unwritten.add(new DocumentRow(entry, content, caller.applicationId(), scan.links(), lookUps(content, scan)));
        List<StoredDocument> same = versions.computeIfAbsent(scan.documentId(), id -> new ArrayList<>());
        same.add(entry);
        references.stored(entry);
        resolver.changed(entry.documentType());
        announcer.stored(entry, !known.isEmpty());
        boolean pending = references.isPending(scan);
        withdraw(scan);
        move.statuses().forEach(announcer::orderStatus);
        if (unwritten.size() >= FLUSH) {
            flush();
        }
        return Outcome.of(entry, false, pending);
    }

    private List<DocumentRow.LookUp> lookUps(byte[] content, Scan scan) {
        if (!judge.lookUps().isAskedFor(scan.documentType())) {
            return List.of();
        }
        Facts facts = judge.facts(content);
        return facts == null ? List.of() : lookUps(judge.lookUps(), facts);
    }

    /** By which values rules look a document up. */
    static List<DocumentRow.LookUp> lookUps(LookUps all, Facts facts) {
        List<DocumentRow.LookUp> lookUps = new ArrayList<>();
        for (LookUps.Index index : all.indexes(facts.documentType())) {
            List<List<String>> values = index.values(facts, COMBINATIONS);
            if (values != null) {
                values.forEach(one -> lookUps.add(new DocumentRow.LookUp(index.number(), StoreResolver.value(one))));
            }
        }
        return lookUps;
    }

    /** A withdrawal of a whole document marks the revision that it names, now or when that arrives; it stays readable. */
    private void withdraw(Scan scan) {
        for (Scan.Reference original : Originals.withdrawn(scan)) {
            flush();
            Presence.Key key =
                    new Presence.Key(original.documentType(), original.platformCode(), original.documentId());
            Optional<StoredDocument> there =
                    documents.find(key.documentType(), key.platformCode(), key.documentId(), original.revision());
            there.filter(d -> !d.state().equals(StoredDocument.WITHDRAWN)).ifPresent(this::withdraw);
            if (there.isEmpty() && references.newest(key) < original.revision()) {
                early.add(key, original.revision());
            }
        }
    }

    /** Corrections of what was withdrawn are refused where the public has seen the withdrawal (online binding, section 5). */
    private @Nullable ProblemException corrects(Scan scan) {
        for (Scan.Reference original : Originals.corrected(scan)) {
            flush();
            String domain = judge.domains().getOrDefault(original.documentType(), "");
            boolean withdrawn = domain.equals("announcements")
                    && documents
                            .find(
                                    original.documentType(),
                                    original.platformCode(),
                                    original.documentId(),
                                    original.revision())
                            .filter(d -> d.state().equals(StoredDocument.WITHDRAWN))
                            .isPresent();
            if (withdrawn) {
                return new ProblemException("state-conflict", "the notice " + original.documentId() + " was withdrawn")
                        .with("currentStatus", StoredDocument.WITHDRAWN);
            }
        }
        return null;
    }

    private void withdraw(StoredDocument document) {
        documents.withdraw(document, ++position);
        resolver.changed(document.documentType());
        announcer.withdrawn(document);
        audited.add(AuditEntry.changed("WITHDRAW", AuditEntry.Version.of(document)));
    }

    private Outcome refused(
            Scan scan,
            byte[] content,
            String digest,
            Verdict verdict,
            String state,
            String findings,
            ProblemException problem) {
        Outcome outcome = new Outcome(
                Ids.next("HZ"), Outcome.document(scan), verdict, state, false, now, digest, findings, problem);
        refusals.add(outcome, caller.applicationId(), ++receipts, scan.value("/header/regionCode"), content.length);
        if (problem.code().startsWith("document-")) {
            problem.with("findings", new org.tongcai.sandbox.http.Json.Raw(findings));
            problem.with("result", outcome.result());
        }
        return outcome;
    }

    private void flush(boolean needed) {
        if (needed) {
            flush();
        }
    }

    private void flush() {
        if (!unwritten.isEmpty()) {
            List<DocumentRow> rows = List.copyOf(unwritten);
            unwritten.clear();
            documents.store(rows);
            early.take(rows.stream().map(DocumentRow::entry).toList()).forEach(this::withdraw);
        }
    }

    /** Writes everything. */
    public void finish() {
        flush();
        refusals.write();
        announcer.write();
        audit.append(caller, audited);
        documents.advance(new Documents.Counters(position, receipts));
    }
}
