package org.tongcai.constraints;

import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.identifier.IdentifierKind;
import org.tongcai.identifier.IdentifierProblem;

/** Judges texts that are identifiers of one kind. */
abstract class IdentifierValidator<A extends Annotation> extends Reasoned<A, CharSequence> {
    private final IdentifierKind kind;

    IdentifierValidator(IdentifierKind kind) {
        this.kind = kind;
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        IdentifierProblem problem = value == null ? null : kind.check(value);
        return problem == null || refuse(context, reason(kind, problem));
    }

    /** As the engine words it. Never repeats the identifier, at most one of its characters. */
    static Bilingual reason(IdentifierKind kind, IdentifierProblem problem) {
        return filled(
                Check.IDENTIFIER,
                new Bilingual(kind.zh(), kind.en()),
                new Bilingual(problem.messageZh(), problem.messageEn()));
    }
}
