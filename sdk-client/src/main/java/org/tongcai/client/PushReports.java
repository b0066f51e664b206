package org.tongcai.client;

import java.util.List;
import org.tongcai.DocumentReport;
import org.tongcai.Verdict;

/** Reports that stand in where there is none. */
final class PushReports {
    private PushReports() {}

    /** An earlier run found that it does not conform; this one, without validation, cannot say why. */
    static DocumentReport unknown() {
        return new DocumentReport("-", 0, null, null, Verdict.REJECTED, List.of(), 0);
    }
}
