package org.tongcai.engine;

import org.tongcai.Bilingual;

/** true or false. */
final class FlagPlan extends ScalarPlan {
    private static final Bilingual EXPECTED = new Bilingual("布尔值", "a boolean");

    FlagPlan() {
        super(Events.TRUE);
    }

    @Override
    void read(Run run, int kind) {
        if (kind != Events.TRUE && kind != Events.FALSE) {
            refuse(run, kind, EXPECTED);
        }
    }

    @Override
    long cell(Run run, int kind) {
        return kind == Events.TRUE ? 1 : 0;
    }
}
