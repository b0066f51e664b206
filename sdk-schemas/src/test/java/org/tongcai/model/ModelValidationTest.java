package org.tongcai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models on Hibernate Validator, without an EL implementation. */
class ModelValidationTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ValidatorFactory FACTORY = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    static List<Path> examples() {
        return Examples.all();
    }

    private static List<String> violations(Object model) {
        return FACTORY.getValidator().validate(model).stream()
                .map(v -> v.getPropertyPath() + " "
                        + v.getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsValid(Path example) throws IOException {
        assertEquals(List.of(), violations(MAPPER.readValue(Examples.text(example), Examples.type(example))));
    }

    @Test
    void aMissingFieldIsReportedWhereItIsMissing() throws IOException {
        ObjectNode json = (ObjectNode) MAPPER.readTree(Examples.awardNotice());
        json.remove("title");
        ((ObjectNode) json.get("header")).remove("documentId");
        assertEquals(
                List.of("header.documentId NotNull", "title NotNull"),
                violations(MAPPER.treeToValue(json, AwardNotice.class)));
    }
}
