package org.tongcai.model;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * A violation at the place where the standard would report it.
 *
 * @param pointer JSON Pointer of the property path
 * @param constraint simple name of the annotation
 * @param message what it says
 */
record Violations(String pointer, String constraint, String message) {
    /** Without an implementation of the expression language. */
    static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    /** All violations of a model. */
    static List<Violations> of(Object model, Class<?>... groups) {
        List<Violations> all = new ArrayList<>();
        for (ConstraintViolation<Object> violation : VALIDATOR.validate(model, groups)) {
            all.add(new Violations(
                    pointer(violation.getPropertyPath()),
                    violation
                            .getConstraintDescriptor()
                            .getAnnotation()
                            .annotationType()
                            .getSimpleName(),
                    violation.getMessage()));
        }
        return all;
    }

    /** {@code lots[0].tags[1].<list element>} is {@code /lots/0/tags/1}. */
    static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.isInIterable()) {
                pointer.append('/').append(node.getIndex());
            }
            String name = node.getName();
            if (node.getKind() == ElementKind.PROPERTY && name != null) {
                // Fields whose name would be a word of Java.
                pointer.append('/').append(name.startsWith("_") ? name.substring(1) : name);
            }
        }
        return pointer.toString();
    }
}
