package org.tongcai.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every vector of the standard, through every way into the implementation. */
class VectorsTest {

    @Test
    void everyKindHasVectors() {
        assertEquals(EnumSet.allOf(IdentifierKind.class), EnumSet.copyOf(Vectors.ALL.keySet()));
    }

    @TestFactory
    Stream<DynamicContainer> vectors() {
        return Vectors.ALL.values().stream()
                .map(v -> dynamicContainer(
                        v.kind().id(),
                        Stream.of(valid(v), invalid(v), normalised(v)).flatMap(s -> s)));
    }

    private static Stream<DynamicNode> valid(Vectors vectors) {
        IdentifierKind kind = vectors.kind();
        return vectors.valid().stream()
                .map(value -> dynamicTest("valid " + value, () -> {
                    assertNull(kind.check(value));
                    assertTrue(kind.isValid(value));
                    assertTrue(kind.isValid(("<<" + value + ">>").toCharArray(), 2, value.length()));
                    assertEquals(value, kind.normalise(value), "normalising a valid value changes nothing");
                }));
    }

    private static Stream<DynamicNode> invalid(Vectors vectors) {
        IdentifierKind kind = vectors.kind();
        return vectors.invalid().stream()
                .map(invalid -> dynamicTest(invalid.reason() + " " + invalid.value(), () -> {
                    String value = invalid.value();
                    IdentifierProblem problem = kind.check(value);
                    assertNotNull(problem);
                    assertEquals(invalid.reason(), problem.reason(), problem.messageEn());
                    assertEquals(kind.id(), problem.kind());
                    assertTrue(problem.position() >= -1 && problem.position() < Math.max(value.length(), 1));
                    assertFalse(kind.isValid(value));
                    assertFalse(kind.isValid(("<<" + value + ">>").toCharArray(), 2, value.length()));
                }));
    }

    private static Stream<DynamicNode> normalised(Vectors vectors) {
        IdentifierKind kind = vectors.kind();
        return vectors.normalised().stream()
                .map(n -> dynamicTest("normalised " + n.becomes(), () -> {
                    assertFalse(kind.isValid(n.value()), "judged as it stands, without being normalised");
                    assertEquals(n.becomes(), kind.normalise(n.value()));
                    assertTrue(kind.isValid(n.becomes()));
                }));
    }
}
