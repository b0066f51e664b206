package org.tongcai.examples;

import java.time.OffsetDateTime;
import org.tongcai.examples.importing.Sender;

/** A fictitious sender for tests. */
public final class Senders {
    private Senders() {}

    /** The demonstration platform on a day in 2026. */
    public static Sender demo() {
        return new Sender(
                "DEMO-PLATFORM-01", "示例省政府采购云平台", "530100", OffsetDateTime.parse("2026-03-02T09:30:00+08:00"), "0.1");
    }
}
