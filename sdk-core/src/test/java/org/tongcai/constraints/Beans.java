package org.tongcai.constraints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** A validator without any expression language, and what it finds. */
final class Beans {
    static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private Beans() {}

    /** Paths and messages, sorted. */
    static List<String> violations(Object bean, Class<?>... groups) {
        return VALIDATOR.validate(bean, groups).stream()
                .map(Beans::shown)
                .sorted()
                .toList();
    }

    static String shown(ConstraintViolation<?> violation) {
        return violation.getPropertyPath() + ": " + violation.getMessage();
    }

    static void assertViolations(Object bean, String... expected) {
        assertEquals(List.of(expected), violations(bean));
    }
}
