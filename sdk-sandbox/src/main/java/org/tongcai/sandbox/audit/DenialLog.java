package org.tongcai.sandbox.audit;

import io.javalin.http.HandlerType;
import java.util.List;
import org.tongcai.sandbox.http.Caller;
import org.tongcai.sandbox.http.Dispatcher;
import org.tongcai.sandbox.http.Operation;
import org.tongcai.sandbox.http.ProblemException;
import org.tongcai.sandbox.store.Database;

/** Records what callers asked for without a grant, in a transaction of its own. Immutable and thread-safe. */
public final class DenialLog implements Dispatcher.Denials {
    private final Database database;

    public DenialLog(Database database) {
        this.database = database;
    }

    @Override
    public void denied(Caller caller, Operation operation, ProblemException problem) {
        boolean reading = operation.method() == HandlerType.GET || operation.method() == HandlerType.HEAD;
        AuditEntry entry = AuditEntry.denied(reading, operation.id(), problem.code());
        database.change(h -> new AuditChain(h, caller.tenantId()).append(caller, List.of(entry)));
    }
}
