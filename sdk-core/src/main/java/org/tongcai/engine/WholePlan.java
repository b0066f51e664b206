package org.tongcai.engine;

import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.bundle.Node;

/** A whole number between bounds. {@code 1.0} is one, as in JSON Schema; {@code 1e2} is not, because the dialect bars exponents. */
final class WholePlan extends ScalarPlan {
    private static final Bilingual EXPECTED = new Bilingual("整数", "an integer");
    private static final Bilingual FRACTION = new Bilingual("小数或带指数的数", "a number with fraction or exponent");

    private final long minimum;
    private final long maximum;

    WholePlan(Node.Whole node) {
        super(Events.NUMBER);
        minimum = node.minimum();
        maximum = node.maximum();
    }

    @Override
    void read(Run run, int kind) {
        Events events = run.events;
        if (kind != Events.NUMBER) {
            refuse(run, kind, EXPECTED);
        } else if (!events.whole) {
            refuse(run, kind, EXPECTED, FRACTION);
        } else if (events.number < minimum) {
            if (run.keeps(Check.MINIMUM)) {
                run.add(Check.MINIMUM, events.token, shown(events, kind), both(minimum));
            }
        } else if (events.number > maximum && run.keeps(Check.MAXIMUM)) {
            run.add(Check.MAXIMUM, events.token, shown(events, kind), both(maximum));
        }
    }

    @Override
    long cell(Run run, int kind) {
        return run.events.number;
    }
}
