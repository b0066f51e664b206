package org.tongcai.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.bundle.TypeDefinition;

/**
 * A condition on the members of one object, as bits: which members must be there and which facts must hold. A fact is the answer to a
 * question about a member's value, noted while the value is read. Immutable.
 */
final class ConditionPlan {
    /** "Does the member equal one of these?", and the bit that holds the answer. Immutable. */
    static final class Question {
        final int fact;
        private final char[][] texts;
        private final boolean yes;
        private final boolean no;

        Question(int fact, List<String> values) {
            this.fact = fact;
            texts = values.stream().map(String::toCharArray).toArray(char[][]::new);
            yes = values.contains("true");
            no = values.contains("false");
        }

        /** The answer for the value that was just read. */
        boolean answer(Events events, int kind) {
            switch (kind) {
                case Events.TEXT:
                    for (char[] text : texts) {
                        if (events.textIs(text)) {
                            return true;
                        }
                    }
                    return false;
                case Events.TRUE:
                    return yes;
                case Events.FALSE:
                    return no;
                default:
                    return false;
            }
        }
    }

    /** Members whose presence or value decides, by place. */
    final int[] tested;
    /** Members that must be there, by place. */
    final int[] present;
    /** Facts that must hold. */
    final int[] facts;

    final int[] thenRequired;
    final int[] thenForbidden;
    final int[] elseRequired;
    final int[] elseForbidden;

    private final TypeDefinition.Condition condition;

    ConditionPlan(TypeDefinition.Condition condition, Names names, List<Question> questions, int[] present) {
        this.condition = condition;
        this.present = present;
        this.facts = questions.stream().mapToInt(question -> question.fact).toArray();
        this.tested = places(
                names,
                condition.tests().stream().map(TypeDefinition.Test::property).toList());
        this.thenRequired = places(names, condition.then().required());
        this.thenForbidden = places(names, condition.then().forbidden());
        this.elseRequired = places(names, condition.otherwise().required());
        this.elseForbidden = places(names, condition.otherwise().forbidden());
    }

    private static int[] places(Names names, List<String> properties) {
        return properties.stream().mapToInt(names::place).toArray();
    }

    Bilingual title() {
        return condition.title();
    }

    String termId() {
        return condition.termId();
    }

    @Nullable
    Citation source() {
        return condition.basis().isEmpty() ? null : condition.basis().get(0);
    }
}
