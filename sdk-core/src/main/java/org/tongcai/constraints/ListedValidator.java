package org.tongcai.constraints;

import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;
import org.tongcai.binding.CodeValue;
import org.tongcai.identifier.IdentifierKind;
import org.tongcai.identifier.IdentifierProblem;

/** Judges texts or codes by a code list, perhaps by their shape first. */
abstract class ListedValidator<A extends Annotation, T> extends Reasoned<A, T> {
    private String list = "";
    private String profile = "";
    private boolean extensible;
    private @Nullable IdentifierKind shape;

    /** To be called once: the list, whether own codes may stand beside it, and the profile. */
    final void use(String codeList, boolean own, String profileId) {
        list = codeList;
        extensible = own;
        profile = profileId;
    }

    /** To be called once: the shape of the codes, their list, and the profile. */
    final void use(IdentifierKind kind, String codeList, String profileId) {
        use(codeList, false, profileId);
        shape = kind;
    }

    @Override
    public boolean isValid(@Nullable T value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        String code = value instanceof CodeValue known ? known.code() : value.toString();
        IdentifierKind kind = shape;
        IdentifierProblem problem = kind == null ? null : kind.check(code);
        if (kind != null && problem != null) {
            return refuse(context, IdentifierValidator.reason(kind, problem));
        }
        if (extensible && code.length() > 2 && code.startsWith("x-")) {
            return true;
        }
        KnownCodes codes = Standards.here().codes(list, profile);
        return codes.mayHold(code) || refuse(context, codes.unknown());
    }
}
