package org.tongcai.engine;

import org.tongcai.rule.Facts;

/** A value without values inside: noted for rules only where nothing is wrong with it. */
abstract class ScalarPlan extends Plan {
    ScalarPlan(int shape) {
        super(shape);
    }

    @Override
    final long capture(Run run, int kind) {
        long errors = run.findings.errors();
        read(run, kind);
        return run.findings.errors() == errors ? cell(run, kind) : Facts.FAULTY;
    }

    /** The cell of the value that was just read and found to be in order. */
    abstract long cell(Run run, int kind);
}
