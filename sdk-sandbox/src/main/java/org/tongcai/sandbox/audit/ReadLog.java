package org.tongcai.sandbox.audit;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tongcai.sandbox.http.Caller;
import org.tongcai.sandbox.store.StoredDocument;
import org.tongcai.sandbox.submission.Judge;

/** Records who reads what, in the transaction in which it is read. Immutable and thread-safe. */
public final class ReadLog {
    private final Judge judge;

    public ReadLog(Judge judge) {
        this.judge = judge;
    }

    /** A document was given; recorded where it holds internal or personal content. */
    public void read(Handle handle, Caller caller, StoredDocument document, byte[] content, String operation) {
        byte[] json = document.isXml() ? judge.standard().json().rewrite(content) : content;
        List<String> pointers = SensitiveContent.of(judge.standard(), document.documentType(), json);
        if (!pointers.isEmpty()) {
            append(handle, caller, AuditEntry.read(AuditEntry.Version.of(document), pointers, operation));
        }
    }

    /** The audit trail itself was given: it holds nothing but such content. */
    public void read(Handle handle, Caller caller, StoredDocument trail, String operation) {
        append(handle, caller, AuditEntry.read(AuditEntry.Version.of(trail), List.of(), operation));
    }

    /** Documents were given many at a time, whatever they hold. */
    public void exported(Handle handle, Caller caller, int count, String operation) {
        if (count > 0) {
            append(handle, caller, AuditEntry.exported(count, operation));
        }
    }

    private static void append(Handle handle, Caller caller, AuditEntry entry) {
        new AuditChain(handle, caller.tenantId()).append(caller, List.of(entry));
    }
}
