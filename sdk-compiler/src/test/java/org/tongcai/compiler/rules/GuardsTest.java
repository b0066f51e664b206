package org.tongcai.compiler.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be absent is read only where it is known to be there. */
class GuardsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "has(doc.awardedOn) && doc.awardedOn > day",
                "!has(doc.awardedOn) || doc.awardedOn > day",
                "has(doc.awardedOn) ? doc.awardedOn > day : false",
                "!has(doc.awardedOn) ? true : doc.awardedOn > day",
                "!(has(doc.awardedOn) && has(doc.urgent)) || doc.awardedOn > day",
                "!(!has(doc.awardedOn) || doc.awardedOn > day) && doc.awardedOn == day",
                "(has(doc.awardedOn) && has(doc.urgent) || has(doc.awardedOn)) && doc.awardedOn > day",
                "(has(doc.awardedOn) ? doc.method == 'OPEN' : false) && doc.awardedOn > day",
                "(has(doc.urgent) ? true : false) && doc.urgent",
                "has(doc.lots[0].parts) && doc.lots[0].parts[0].number == ''",
                "doc.lots.all(l, !has(l.tags) || size(l.tags) > 0)",
                "doc.lots.filter(l, has(l.price.total)).all(l, l.price.total.amount > 0)",
                "doc.lots.filter(l, has(l.price.total)).map(x, x.price.total.amount) == []",
                "doc.lots.map(l, has(l.price.total), l.price.total.amount) == []",
                "doc.lots.all(l, has(l.price.total)) && doc.lots.map(x, x.price.total.amount) == []",
                "!doc.lots.exists(l, !has(l.price.total)) && doc.lots.all(x, x.price.total.amount > 0)",
                "has(refs.contract) && refs.contract.supplierCode == ''",
                "doc.lots.exists(l, has(l.parts) && l.parts.all(p, has(l.tags) && size(l.tags) == size(l.parts)))",
            })
    void guarded(String expression) {
        assertEquals(List.of(), Checked.of(expression).faults());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doc.awardedOn > day",
                "doc.awardedOn > day && has(doc.awardedOn)",
                "has(doc.awardedOn) || doc.awardedOn > day",
                "!has(doc.awardedOn) && doc.awardedOn > day",
                "has(doc.awardedOn) ? true : doc.awardedOn > day",
                "(has(doc.awardedOn) || has(doc.urgent)) && doc.awardedOn > day",
                "doc.lots.all(l, size(l.tags) > 0)",
                "doc.lots.exists(l, has(l.tags)) && doc.lots.all(l, size(l.tags) > 0)",
                "doc.lots.all(l, has(l.tags)) || doc.lots.all(l, size(l.tags) > 0)",
                "doc.lots.all(l, has(l.tags)) && doc.lots.all(l, !has(l.parts) || l.parts.all(p, size(p.tags) > 0))",
                "doc.lots.map(l, l.price.total.amount) == []",
                "refs.contract.supplierCode == ''",
                "has(doc.lots[0].price.total.adjustment)",
                "has(doc.lots[0].tags) && doc.lots[1].tags == []",
                "doc.lots.all(l, has(l.tags)) && doc.lots.filter(l, true).all(l, size(l.tags) > 0) && doc.lots[0].tags == []",
            })
    void unguarded(String expression) {
        List<String> faults = Checked.of(expression).faults();
        assertEquals(1, faults.size(), faults::toString);
        assertEquals("rule.unguarded", faults.get(0).substring(0, faults.get(0).indexOf('@')));
    }

    /** A name for a path is that path; a name for a truth value is as good as what it stands for. */
    @Test
    void namesKeepWhatIsKnown() {
        String[] tagged = {"tagged", "has(doc.lots[0].tags)"};
        assertEquals(
                List.of(),
                Checked.of("tagged && size(doc.lots[0].tags) > 0", tagged).faults());
        assertEquals(
                List.of("rule.unguarded@29"),
                Checked.of("!tagged && size(doc.lots[0].tags) > 0", tagged).faults());
        String[] path = {"lots", "doc.lots"};
        assertEquals(
                List.of(),
                Checked.of("lots.all(l, has(l.tags)) && doc.lots.all(l, size(l.tags) > 0)", path)
                        .faults());
    }

    @Test
    void theMessageNamesThePath() {
        assertEquals(
                "doc.awardedOn may be absent: ask has(doc.awardedOn) first",
                Checked.of("doc.awardedOn > day").message());
    }
}
