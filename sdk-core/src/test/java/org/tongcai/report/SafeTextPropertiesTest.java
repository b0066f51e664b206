package org.tongcai.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SafeTextPropertiesTest {
    @Property
    void safeTextIsWellFormedAndStaysPut(@ForAll String text) {
        String safe = SafeText.visible(text);
        assertEquals(safe, new String(safe.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertEquals(safe, SafeText.visible(safe));
        assertFalse(safe.chars().anyMatch(Character::isISOControl));
    }
}
