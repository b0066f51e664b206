package org.tongcai.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.bundle.TypeDefinition;

/** A member of an object type with its plan. Immutable. */
final class Member {
    final Plan plan;
    /** What conditions ask of its value; null where none asks. */
    final ConditionPlan.Question @Nullable [] questions;

    /** Its cell in the frame of the object; -1 where no rule looks at it. */
    final int slot;
    /** Its number among the fields that rules look at; -1 where none does. */
    final int number;
    /** Whether conditions or rules care about it. */
    final boolean watched;

    private final TypeDefinition.Property property;
    private final boolean header;
    private @Nullable Tags tags;

    Member(
            TypeDefinition.Property property,
            Plan plan,
            List<ConditionPlan.Question> questions,
            int slot,
            int number,
            boolean header) {
        this.property = property;
        this.plan = plan;
        this.questions = questions.isEmpty() ? null : questions.toArray(ConditionPlan.Question[]::new);
        this.slot = slot;
        this.number = number;
        this.watched = slot >= 0 || !questions.isEmpty();
        this.header = header;
    }

    String name() {
        return property.name();
    }

    String termId() {
        return property.termId();
    }

    Bilingual title() {
        return property.title();
    }

    boolean required() {
        return property.required();
    }

    List<Citation> basis() {
        return property.basis();
    }

    /** What is written around its values; made when first asked for, which threads may do twice without harm. */
    Tags tags() {
        Tags known = tags;
        if (known == null) {
            known = new Tags(name());
            tags = known;
        }
        return known;
    }

    /** Whether this is the header of a document type. */
    boolean isHeader() {
        return header;
    }
}
