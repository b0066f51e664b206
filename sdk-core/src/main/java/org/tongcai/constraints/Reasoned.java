package org.tongcai.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.Deceptive;

/**
 * A validator that says what is wrong, in Chinese and English, unless the annotation was given a message of its own. Resource bundles are not asked:
 * hosts have interpolators of their own, which do not know ours.
 */
abstract class Reasoned<A extends Annotation, T> implements ConstraintValidator<A, T> {
    private boolean ownMessage;

    @Override
    public void initialize(A annotation) {
        try {
            var message = annotation.annotationType().getMethod("message");
            ownMessage = !message.invoke(annotation).equals(message.getDefaultValue());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Replaces the default violation by one with the reason. Always false, to be returned. */
    final boolean refuse(ConstraintValidatorContext context, Bilingual reason) {
        if (!ownMessage) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(template(context, reason))
                    .addConstraintViolation();
        }
        return false;
    }

    /** Refuses in the words of the engine. */
    final boolean refuse(ConstraintValidatorContext context, Check check, Bilingual... details) {
        return refuse(context, filled(check, details));
    }

    /** The template of a violation: the reason, or the message that the annotation was given. */
    final String template(ConstraintValidatorContext context, Bilingual reason) {
        return ownMessage ? context.getDefaultConstraintMessageTemplate() : literal(reason.zh() + " · " + reason.en());
    }

    /** The template of a violation in the words of the engine. */
    final String template(ConstraintValidatorContext context, Check check, Bilingual... details) {
        return template(context, filled(check, details));
    }

    /** A detail that is the same in both languages. */
    static Bilingual both(int detail) {
        String text = String.valueOf(detail);
        return new Bilingual(text, text);
    }

    /** The words of a check with its details filled in. */
    static Bilingual filled(Check check, Bilingual... details) {
        String zh = check.template().zh();
        String en = check.template().en();
        for (int i = 0; i < details.length; i++) {
            String parameter = "{" + i + "}";
            zh = zh.replace(parameter, details[i].zh());
            en = en.replace(parameter, details[i].en());
        }
        return new Bilingual(zh, en);
    }

    /** A template that says just this: what looks like a parameter or an expression in it is none. Characters that deceive readers are replaced. */
    static String literal(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '}' || c == '$' || c == '\\') {
                out.append('\\');
            }
            out.append(Deceptive.is(c) ? '\uFFFD' : c);
        }
        return out.toString();
    }
}
